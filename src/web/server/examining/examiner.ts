import type { ReportQueue, Taken } from "../../../queue/report-queue.ts";
import type { Outcome, Report } from "../../../queue/report.ts";
import { storageProblem } from "../storage.ts";
import { Pace } from "./pace.ts";
import { Lane, WorkStopped } from "./lane.ts";
import type { KeepReply, WorkSetup } from "./work.ts";

/** How long a piece of work may go on once the server is to stop, in milliseconds. */
const PATIENCE = 5_000;
/** Wait after a failure that may be the archive's (locked, disk full), in milliseconds. */
const PAUSE = 500;
/** The waits grow up to this while it lasts, so that the log stays readable. */
const LONGEST_PAUSE = 30_000;
/** Mails that are examined and saved together: they share one wait for the disk, and a crash repeats no more than these. */
const TOGETHER = 16;
const TOGETHER_BYTES = 2 * 1024 * 1024;

/** Takes reports from the queue in their order and has them examined and kept, by several processes. */
export class Examiner {
  readonly #queue: ReportQueue;
  readonly #lanes: readonly Lane[];
  readonly #log: (line: string) => void;
  #closing = false;
  /** What wakes a process that has nothing to do. */
  readonly #asleep: (() => void)[] = [];
  #running: Promise<unknown> | undefined;
  /** Reports to be taken one by one, as one of them has harmed those it was taken together with. */
  #suspects = 0;
  /** Times the archive could not be written, in a row. */
  #unables = 0;
  /** Reports settled since the start. */
  examined = 0;
  readonly #pace = new Pace();

  /** `time`: milliseconds that one mail may take. `processes`: how many examine at once. */
  constructor(queue: ReportQueue, setup: WorkSetup, { time, processes }: { time: number; processes: number }, log: (line: string) => void) {
    this.#queue = queue;
    this.#lanes = Array.from({ length: processes }, () => new Lane(setup, time));
    this.#log = log;
  }

  start(): void {
    this.#running ??= Promise.all(this.#lanes.map((lane) => this.#drain(lane)));
  }

  /** Something has been taken in: one more process begins, if there is one to spare. */
  notify(): void {
    this.#asleep.pop()?.();
  }

  async #drain(lane: Lane): Promise<void> {
    for (let troubles = 0; !this.#closing;) {
      const taken: Taken[] = [];
      try {
        await this.#round(lane, taken);
        troubles = 0;
      } catch (error) {
        // The queue's file cannot be written (full, locked): what was examined is kept already, and known by its receipt.
        for (const { report } of taken) this.#release(report);
        this.#log(`the queue cannot be written, the next attempt follows: ${storageProblem(error)?.line ?? String(error)}`);
        await this.#pause(Math.min(LONGEST_PAUSE, PAUSE * 2 ** troubles++));
      }
    }
  }

  async #round(lane: Lane, taken: Taken[]): Promise<void> {
    const alone = this.#suspects > 0;
    taken.push(...this.#queue.nextFew(alone ? 1 : TOGETHER, TOGETHER_BYTES));
    if (taken.length === 0) return new Promise<void>((resolve) => this.#asleep.push(resolve));
    if (alone) this.#suspects--;
    // There is more than this process takes.
    if (this.#queue.waiting > taken.length) this.notify();
    await this.#examine(lane, taken);
  }

  #release(report: Report): void {
    try {
      this.#queue.giveBack(report);
    } catch {
      // Free for the next attempt all the same; that this one was none stays unwritten.
    }
  }

  async #examine(lane: Lane, taken: readonly Taken[]): Promise<void> {
    try {
      const reports = taken.map(({ report: { id, reporter, received }, raw }) => ({ raw, report: id, reporter, received }));
      const reply = await lane.run({ kind: "keep", reports });
      if (reply.kind === "unable") return await this.#unable(taken, reply.why);
      if (reply.kind === "kept") return await this.#settle(taken, reply.reports);
      await this.#harmed(taken, reply.kind === "failed" ? reply.why : reply.kind, "failed");
    } catch (error) {
      if (!(error instanceof WorkStopped)) throw error;
      if (error.why === "closed") for (const { report } of taken) this.#queue.giveBack(report);
      else await this.#harmed(taken, error.message, error.why);
    }
  }

  async #settle(taken: readonly Taken[], replies: readonly KeepReply[]): Promise<void> {
    this.#unables = 0;
    for (const [at, { report }] of taken.entries()) {
      const outcome = outcomeOf(replies[at] ?? { kind: "failed", why: "no answer" });
      this.#queue.settle(report, outcome);
      if (outcome.kind === "failed") await this.#failed(report, outcome.why.en);
      else {
        this.examined++;
        this.#pace.count(performance.now());
      }
    }
  }

  /** No fault of the mails: the archive cannot be written now. */
  async #unable(taken: readonly Taken[], why: string): Promise<void> {
    for (const { report } of taken) this.#queue.giveBack(report);
    this.#log(`${taken.length} reports wait: ${why}`);
    await this.#pause(Math.min(LONGEST_PAUSE, PAUSE * 2 ** this.#unables++));
  }

  /** One mail is to blame; of several nobody knows which, so each is tried alone, and no attempt is held against them. */
  async #harmed(taken: readonly Taken[], message: string, why: keyof typeof STOPPED): Promise<void> {
    const [one] = taken;
    if (one !== undefined && taken.length === 1) {
      this.#queue.settle(one.report, { kind: "failed", why: STOPPED[why](message) });
      return this.#failed(one.report, message);
    }
    for (const { report } of taken) this.#queue.giveBack(report);
    this.#suspects = taken.length;
    this.#log(`${taken.length} reports taken together are tried one by one: ${message}`);
  }

  async #failed({ id, tries }: Report, why: string): Promise<void> {
    this.#log(`report ${id}, attempt ${tries + 1}: ${why}`);
    await this.#pause(PAUSE);
  }

  /** Ends early when the server is to stop. */
  async #pause(ms: number): Promise<void> {
    for (const until = Date.now() + ms; !this.#closing && Date.now() < until;) await new Promise((resolve) => setTimeout(resolve, PAUSE / 5));
  }

  /** Reports settled in the last sixty seconds. */
  lastMinute(): number {
    return this.#pace.lastMinute(performance.now());
  }

  async close(): Promise<void> {
    this.#closing = true;
    for (const wake of this.#asleep.splice(0)) wake();
    await Promise.all(this.#lanes.map((lane) => lane.close(PATIENCE)));
    await this.#running;
  }
}

function outcomeOf(reply: KeepReply): Outcome {
  if (reply.kind === "kept") return { kind: "examined", cases: reply.cases };
  if (reply.kind === "no-mail") return { kind: "refused", why: reply.why };
  return { kind: "failed", why: STOPPED.failed(reply.why) };
}

const STOPPED = {
  time: () => ({ ja: "決められた時間のうちに調べ終わりませんでした。", en: "The examination took longer than allowed." }),
  crash: () => ({ ja: "調べている間にプログラムが止まりました。", en: "The program stopped during the examination." }),
  failed: (why: string) => ({ ja: `調べている間に失敗しました: ${why}`, en: `The examination failed: ${why}` }),
} as const;
