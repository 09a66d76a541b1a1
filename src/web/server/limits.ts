import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Limits } from "./options.ts";
import { fail } from "./problems.ts";

const MINUTE_S = 60;
const QUARTER_S = 900;

/** What is counted apart. */
export type Counted = "request" | "upload" | "open-upload" | "examine" | "login";

/** Counts per key (an address, an account) in this process's memory; forgotten with the time they are counted over. */
export class RateLimits {
  readonly #limiters: Readonly<Record<Counted, RateLimiterMemory>>;

  constructor(limits: Limits) {
    const a = (points: number, duration: number, keyPrefix: string) => new RateLimiterMemory({ points, duration, keyPrefix });
    this.#limiters = {
      request: a(limits.requestsAMinute, MINUTE_S, "r"),
      upload: a(limits.uploadsAMinute, MINUTE_S, "u"),
      "open-upload": a(limits.openUploadsAMinute, MINUTE_S, "o"),
      examine: a(limits.examinesAMinute, MINUTE_S, "e"),
      login: a(limits.loginsAQuarter, QUARTER_S, "l"),
    };
  }

  /** Counts one; throws the problem `too-many` when that is more than allowed. */
  async count(what: Counted, key: string): Promise<void> {
    try {
      await this.#limiters[what].consume(key.slice(0, 100));
    } catch (refused) {
      if (refused instanceof RateLimiterRes) throw fail("too-many", { retryAfter: refused.msBeforeNext / 1000 });
      throw refused;
    }
  }

  /** Takes what was counted back: somebody who logged in did nothing wrong. */
  async forget(what: Counted, key: string): Promise<void> {
    await this.#limiters[what].delete(key.slice(0, 100));
  }
}
