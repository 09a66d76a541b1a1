import { language } from "./page.ts";
import { PROBLEMS } from "../problem-texts.ts";
import type { Answer, Answered, Asked, Notice, Question } from "../protocol.ts";

/** The worker, as the page speaks with it. */
export class Examiner {
  readonly #noticed: (notice: Notice["notice"]) => void;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #worker: Worker;
  #last = 0;

  constructor(noticed: (notice: Notice["notice"]) => void) {
    this.#noticed = noticed;
    this.#worker = this.#started();
  }

  /** Settles always: with a problem where the worker breaks or is stopped. */
  ask(question: Question): Promise<Answer> {
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
      this.#worker.postMessage({ id, question, lang: language() } satisfies Asked);
    });
  }

  /** Gives up what is being examined: the next question finds a fresh worker. */
  restartIfBusy(): void {
    if (this.#waiting.size > 0) this.#restart();
  }

  #restart(): void {
    this.#worker.terminate();
    this.#worker = this.#started();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const resolve of waiting) resolve({ kind: "problem", message: PROBLEMS.unexpected });
  }

  #started(): Worker {
    const worker = new Worker("/check/worker.js", { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Answered | Notice>) => {
      if ("notice" in data) return this.#noticed(data.notice);
      this.#waiting.get(data.id)?.(data.answer);
      this.#waiting.delete(data.id);
    });
    // Also when its file cannot be loaded; without a question there is nobody to tell.
    worker.addEventListener("error", () => {
      if (this.#waiting.size > 0) this.#restart();
    });
    return worker;
  }
}
