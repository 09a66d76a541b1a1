import { Worker } from "node:worker_threads";
import type { Alive, Reply, Work, WorkerSetup } from "./work.ts";

/** Compiled or run from its source: the worker lies beside this file. */
const WORKER = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);
/** Megabytes a thread may take before it is ended: a mail of 25 MB takes some hundreds. */
const MOST_MEMORY_MB = 1024;

/** The thread ended, or was ended, before it answered. */
export class WorkStopped extends Error {
  readonly why: "time" | "crash" | "closed";

  constructor(why: WorkStopped["why"], more = "") {
    super(more === "" ? why : `${why}: ${more}`);
    this.why = why;
  }
}

interface Waiting {
  readonly work: Work;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (why: WorkStopped) => void;
}

/** One thread, one piece of work at a time; a new thread takes over from one that broke or took too long. */
export class Lane {
  readonly #setup: WorkerSetup;
  readonly #time: number;
  #worker: Worker | undefined;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #line: Waiting[] = [];
  #closed = false;

  /** `time`: milliseconds that a piece of work may take without a sign of life. */
  constructor(setup: WorkerSetup, time: number) {
    this.#setup = setup;
    this.#time = time;
  }

  /** Work that waits or runs. */
  get load(): number {
    return this.#line.length + (this.#current === undefined ? 0 : 1);
  }

  /** Rejects with `WorkStopped`. */
  run(work: Work): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new WorkStopped("closed"));
      this.#line.push({ work, resolve, reject });
      this.#startNext();
    });
  }

  #startNext(): void {
    if (this.#current !== undefined || this.#closed) return;
    this.#current = this.#line.shift();
    if (this.#current === undefined) return;
    this.#worker ??= this.#start();
    this.#allowTime();
    this.#worker.postMessage(this.#current.work, []);
  }

  #start(): Worker {
    const worker = new Worker(WORKER, { workerData: this.#setup, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
    worker.on("message", (said: Reply | Alive) => this.#heard(said));
    worker.on("error", (error: Error) => this.#lost(worker, new WorkStopped("crash", error.message)));
    worker.on("exit", (code) => this.#lost(worker, new WorkStopped("crash", `exit ${code}`)));
    worker.unref();
    return worker;
  }

  #allowTime(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const worker = this.#worker;
      if (worker === undefined) return;
      this.#lost(worker, new WorkStopped("time"));
      void worker.terminate();
    }, this.#time);
  }

  #heard(said: Reply | Alive): void {
    if (said.kind === "alive") return this.#allowTime();
    this.#settled()?.resolve(said);
    this.#startNext();
  }

  /** Told twice of the same thread (error, then exit), the second changes nothing. */
  #lost(worker: Worker, why: WorkStopped): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    this.#settled()?.reject(why);
    this.#startNext();
  }

  #settled(): Waiting | undefined {
    clearTimeout(this.#timer);
    const current = this.#current;
    this.#current = undefined;
    return current;
  }

  /** Lets the work at hand finish for as long (milliseconds), then ends the thread. */
  async close(patience: number): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#line.splice(0)) reject(new WorkStopped("closed"));
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    worker.postMessage("close", []);
    const cut = setTimeout(() => {
      this.#lost(worker, new WorkStopped("closed"));
      void worker.terminate();
    }, patience);
    await ended;
    clearTimeout(cut);
  }
}
