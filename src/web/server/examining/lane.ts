import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import type { Alive, Reply, Work, WorkSetup } from "./work.ts";

/** Compiled or run from its source: the program lies beside this file. */
const PROGRAM = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./work-process.ts" : "./work-process.js", import.meta.url));
/** Megabytes of objects the process may have before it ends: a mail of 25 MB takes some hundreds. */
const MOST_MEMORY_MB = 1024;
/** As `nice -n 10`: what is examined can wait, who hands a mail in cannot. */
const BEHIND = 10;

/** The process ended, or was ended, before it answered. */
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

/**
 * One process, one piece of work at a time; a new process takes over from one that broke or took too long. A process and no
 * thread: it can be ended at any moment without harm to this one, which a thread with a SQLite file open cannot.
 */
export class Lane {
  readonly #setup: WorkSetup;
  readonly #time: number;
  #process: ChildProcess | undefined;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #line: Waiting[] = [];
  #closed = false;

  /** `time`: milliseconds that a piece of work may take without a sign of life. */
  constructor(setup: WorkSetup, time: number) {
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
    this.#process ??= this.#start();
    this.#allowTime();
    this.#process.send(this.#current.work, () => undefined);
  }

  #start(): ChildProcess {
    const execArgv = [...process.execArgv, `--max-old-space-size=${MOST_MEMORY_MB}`];
    const child = fork(PROGRAM, [JSON.stringify(this.#setup)], { serialization: "advanced", execArgv, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    child.on("message", (said: Reply | Alive) => this.#heard(child, said));
    child.on("error", (error: Error) => this.#lost(child, new WorkStopped("crash", error.message)));
    child.on("exit", (code, signal) => this.#lost(child, new WorkStopped("crash", `exit ${signal ?? code}`)));
    stepBack(child);
    return child;
  }

  #allowTime(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(new WorkStopped("time")), this.#time);
  }

  #end(why: WorkStopped): void {
    const child = this.#process;
    if (child === undefined) return;
    child.kill("SIGKILL");
    this.#lost(child, why);
  }

  #heard(child: ChildProcess, said: Reply | Alive): void {
    if (child !== this.#process) return;
    if (said.kind === "alive") return this.#allowTime();
    this.#settled()?.resolve(said);
    this.#startNext();
  }

  /** Told twice of the same process (error, then exit), the second changes nothing. */
  #lost(child: ChildProcess, why: WorkStopped): void {
    if (child !== this.#process) return;
    this.#process = undefined;
    this.#settled()?.reject(why);
    this.#startNext();
  }

  #settled(): Waiting | undefined {
    clearTimeout(this.#timer);
    const current = this.#current;
    this.#current = undefined;
    return current;
  }

  /** Lets the work at hand finish for as long (milliseconds), then ends the process. */
  async close(patience: number): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#line.splice(0)) reject(new WorkStopped("closed"));
    const child = this.#process;
    if (child === undefined) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.send("close", () => undefined);
    const cut = setTimeout(() => this.#end(new WorkStopped("closed")), patience);
    await ended;
    clearTimeout(cut);
  }
}

function stepBack({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, BEHIND);
  } catch {
    // Gone already, or not allowed here: it stays equal.
  }
}
