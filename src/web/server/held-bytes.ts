import { fail } from "./problems.ts";

/** Seconds after which an upload that found no room is worth another try. */
const RETRY_S = 2;

/** Counts the bytes of bodies in memory, over all requests: many large uploads at once are refused, not swapped. */
export class HeldBytes {
  readonly #most: number;
  #held = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get held(): number {
    return this.#held;
  }

  /** Throws the problem `full` when there is no room. */
  take(bytes: number): void {
    if (this.#held + bytes > this.#most) throw fail("full", { retryAfter: RETRY_S });
    this.#held += bytes;
  }

  giveBack(bytes: number): void {
    this.#held -= bytes;
  }
}
