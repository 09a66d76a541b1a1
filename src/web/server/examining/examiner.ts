import type { ReportQueue } from "../../../queue/report-queue.ts";
import type { Outcome, Report } from "../../../queue/report.ts";
import { Lane, WorkStopped } from "./lane.ts";
import type { Reply, WorkSetup } from "./work.ts";

/** How long a piece of work may go on once the server is to stop, in milliseconds. */
const PATIENCE = 5_000;
/** Wait after a failure that may be the archive's (locked, disk full), in milliseconds. */
const PAUSE = 500;

/** Takes reports from the queue in their order and has each examined and kept. */
export class Examiner {
  readonly #queue: ReportQueue;
  readonly #lane: Lane;
  readonly #log: (line: string) => void;
  #closing = false;
  #wake: () => void = () => undefined;
  #running: Promise<void> | undefined;
  /** Reports settled since the start. */
  examined = 0;

  constructor(queue: ReportQueue, setup: WorkSetup, time: number, log: (line: string) => void) {
    this.#queue = queue;
    this.#lane = new Lane(setup, time);
    this.#log = log;
  }

  start(): void {
    this.#running ??= this.#drain();
  }

  /** Something has been taken in. */
  notify(): void {
    this.#wake();
  }

  async #drain(): Promise<void> {
    while (!this.#closing) {
      const next = this.#queue.next();
      if (next === undefined) await new Promise<void>((resolve) => (this.#wake = resolve));
      else await this.#settle(next.report, next.raw);
    }
  }

  async #settle(report: Report, raw: Uint8Array): Promise<void> {
    const { id, reporter, received } = report;
    try {
      const reply = await this.#lane.run({ kind: "keep", raw, report: id, reporter, received });
      if (reply.kind === "unable") {
        this.#queue.giveBack(report);
        return await this.#failed(report, reply.why);
      }
      const outcome = outcomeOf(reply);
      this.#queue.settle(report, outcome);
      if (outcome.kind === "failed") await this.#failed(report, outcome.why.en);
      else this.examined++;
    } catch (error) {
      if (!(error instanceof WorkStopped)) throw error;
      if (error.why === "closed") return this.#queue.giveBack(report);
      this.#queue.settle(report, { kind: "failed", why: STOPPED[error.why] });
      await this.#failed(report, error.message);
    }
  }

  async #failed({ id, tries }: Report, why: string): Promise<void> {
    this.#log(`report ${id}, attempt ${tries + 1}: ${why}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#wake();
    await this.#lane.close(PATIENCE);
    await this.#running;
  }
}

function outcomeOf(reply: Reply): Outcome {
  if (reply.kind === "kept") return { kind: "examined", cases: reply.cases };
  if (reply.kind === "no-mail") return { kind: "refused", why: reply.why };
  const why = reply.kind === "failed" ? reply.why : reply.kind;
  return { kind: "failed", why: { ja: `調べている間に失敗しました: ${why}`, en: `The examination failed: ${why}` } };
}

const STOPPED = {
  time: { ja: "決められた時間のうちに調べ終わりませんでした。", en: "The examination took longer than allowed." },
  crash: { ja: "調べている間にプログラムが止まりました。", en: "The program stopped during the examination." },
} as const;
