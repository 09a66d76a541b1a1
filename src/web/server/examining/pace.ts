const SECOND_MS = 1_000;
const SECONDS = 60;

/** How many of something there were in the last minute, second by second. Times in milliseconds, never falling. */
export class Pace {
  readonly #counts = new Array<number>(SECONDS).fill(0);
  #second = 0;

  count(now: number): void {
    this.#forward(now);
    const at = this.#second % SECONDS;
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }

  lastMinute(now: number): number {
    this.#forward(now);
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  /** Empties the seconds in which nothing was counted. */
  #forward(now: number): void {
    const second = Math.floor(now / SECOND_MS);
    for (let steps = Math.min(SECONDS, second - this.#second); steps > 0; steps--) this.#counts[(second - steps + 1) % SECONDS] = 0;
    this.#second = Math.max(this.#second, second);
  }
}
