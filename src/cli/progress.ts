import type { Language } from "../terms/index.ts";

const SHOWN_FROM = 2;
const EVERY_MS = 200;
const WORDS: Readonly<Record<Language, string>> = { ja: "調べています", en: "examining" };

/** Progress on standard error, on a terminal only: scripts read standard error for problems. */
export class Progress {
  readonly #total: number;
  readonly #streams: { err(text: string): void; readonly errIsTTY: boolean };
  readonly #lang: Language;
  #done = 0;
  #shown = 0;

  constructor(total: number, streams: { err(text: string): void; readonly errIsTTY: boolean }, lang: Language) {
    this.#total = total;
    this.#streams = streams;
    this.#lang = lang;
  }

  step(): void {
    this.#done++;
    const now = performance.now();
    if (!this.#streams.errIsTTY || this.#total < SHOWN_FROM || now - this.#shown < EVERY_MS) return;
    this.#shown = now;
    this.#streams.err(`\r${WORDS[this.#lang]} ${this.#done}/${this.#total}\u001b[K`);
  }

  /** Takes the line away, so that what follows starts on a clean one. */
  clear(): void {
    if (this.#shown > 0) this.#streams.err("\r\u001b[K");
  }
}
