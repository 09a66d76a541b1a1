import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import type { Alive, Reply, Work, WorkSetup } from "./work.ts";

/** Compiled or run from its source: the program lies beside this file. */
const PROGRAM = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./work-process.ts" : "./work-process.js", import.meta.url));
/** Megabytes of objects the process may have before it ends: a mail of 25 MB takes some hundreds. */
const MOST_MEMORY_MB = 1024;
/** As `nice -n`: who hands a mail in waits for nothing; somebody waits for what is asked `soon`; the rest can wait. */
const BEHIND = { soon: 5, later: 10 } as const;
/** A process that had nothing to do for so long is ended, milliseconds: it holds 100 MB. */
const IDLE_MS = 300_000;

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
  readonly #turn: keyof typeof BEHIND;
  #timer: NodeJS.Timeout | undefined;
  readonly #idleMs: number;
  #idle: NodeJS.Timeout | undefined;
  readonly #line: Waiting[] = [];
  #closed = false;

  /** `time`: milliseconds that a piece of work may take without a sign of life. */
  constructor(setup: WorkSetup, time: number, turn: keyof typeof BEHIND = "later", idle = IDLE_MS) {
    this.#idleMs = idle;
    this.#turn = turn;
    this.#setup = setup;
    this.#time = time;
  }

  /** Of the process that stands ready; undefined when there is none. */
  get pid(): number | undefined {
    return this.#process?.pid;
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
    clearTimeout(this.#idle);
    this.#current = this.#line.shift();
    if (this.#current === undefined) return this.#rest();
    this.#process ??= this.#start();
    this.#allowTime();
    this.#process.send(this.#current.work, () => undefined);
  }

  #rest(): void {
    this.#idle = setTimeout(() => {
      const child = this.#process;
      this.#process = undefined;
      child?.send("close", () => undefined);
    }, this.#idleMs).unref();
  }

  #start(): ChildProcess {
    const execArgv = [...process.execArgv, `--max-old-space-size=${MOST_MEMORY_MB}`];
    const child = fork(PROGRAM, [JSON.stringify(this.#setup)], { serialization: "advanced", execArgv, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    child.on("message", (said: Reply | Alive) => this.#heard(child, said));
    child.on("error", (error: Error) => this.#lost(child, new WorkStopped("crash", error.message)));
    child.on("exit", (code, signal) => this.#lost(child, new WorkStopped("crash", `exit ${signal ?? code}`)));
    stepBack(child, BEHIND[this.#turn]);
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
    clearTimeout(this.#idle);
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

function stepBack({ pid }: ChildProcess, behind: number): void {
  try {
    if (pid !== undefined) setPriority(pid, behind);
  } catch {
    // Gone already, or not allowed here: it stays equal.
  }
}
