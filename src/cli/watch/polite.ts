import { createRequire } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import type robots from "robots-parser";
import type { Bilingual } from "../../terms/index.ts";
import { fetchChanged, Refused } from "../advisories-fetch.ts";
import type { Answer, FetchLimits } from "../advisories-fetch.ts";

// A CommonJS package whose types say that its function stands under `default`; it does not.
const robotsParser = createRequire(import.meta.url)("robots-parser") as typeof robots.default;

/** Default pause between two requests to one host, in milliseconds. */
const PAUSE = 5000;
/** A longer Crawl-delay than this is not waited for, in milliseconds; once a day is slow enough. */
const LONGEST_PAUSE = 60_000;
/** RFC 9309 §2.5 asks that at least 500 KiB be read. */
const ROBOTS_BYTES = 512 * 1024;
/** The product token that robots.txt files may name (RFC 9309 §2.2.1). */
const TOKEN = "ayashii";

interface Rules {
  /** Why the page is not asked for, undefined when it may be. */
  refusal(url: string): Bilingual | undefined;
  /** Crawl-delay in milliseconds. */
  readonly delay: number;
}
const EVERYTHING: Rules = { refusal: () => undefined, delay: 0 };
const DISALLOWED: Bilingual = { ja: "robots.txt が許していません", en: "robots.txt does not allow it" };

/** Fetch limits under which robots.txt is obeyed and a host gets one request at a time, with a pause between two. */
export class PoliteHosts {
  readonly #limits: FetchLimits;
  readonly #pause: number;
  readonly #rules = new Map<string, Promise<Rules>>();
  /** When the last request to a host ends or ended, by the clock of `performance.now()`. */
  readonly #last = new Map<string, Promise<number>>();

  constructor(limits: FetchLimits, pause: number = PAUSE) {
    this.#limits = limits;
    this.#pause = pause;
  }

  get limits(): FetchLimits {
    return { ...this.#limits, around: (url, send) => this.#ask(url, send) };
  }

  async #ask(url: URL, send: () => Promise<Answer>): Promise<Answer> {
    const rules = await this.#rulesOf(url);
    const refusal = rules.refusal(url.href);
    if (refusal !== undefined) throw new Refused(refusal);
    return this.#inTurn(url, rules.delay, send);
  }

  #inTurn(url: URL, delay: number, send: () => Promise<Answer>): Promise<Answer> {
    const pause = Math.max(this.#pause, Math.min(delay, LONGEST_PAUSE));
    const mine = (this.#last.get(url.hostname) ?? Promise.resolve(-Infinity)).then(async (ended) => {
      const left = ended + pause - performance.now();
      if (left > 0) await wait(left);
      return send();
    });
    const ended = (): number => performance.now();
    this.#last.set(url.hostname, mine.then(ended, ended));
    return mine;
  }

  #rulesOf(url: URL): Promise<Rules> {
    let rules = this.#rules.get(url.origin);
    if (rules === undefined) this.#rules.set(url.origin, (rules = this.#readRules(`${url.origin}/robots.txt`)));
    return rules;
  }

  /** RFC 9309 §2.3.1: no robots.txt allows everything, one that cannot be had (or a server that is busy) nothing. */
  async #readRules(address: string): Promise<Rules> {
    const fetched = await fetchChanged(address, undefined, {
      ...this.#limits,
      bytes: ROBOTS_BYTES,
      anyType: true,
      around: (url, send) => this.#inTurn(url, 0, send),
    });
    if (fetched.kind === "unchanged") return EVERYTHING;
    if (fetched.kind === "problem") {
      const { status = 500, message } = fetched;
      const why = { ja: `robots.txt を確かめられないので開きません: ${message.ja}`, en: `not opened, since robots.txt could not be read: ${message.en}` };
      return status >= 400 && status < 500 && status !== 429 ? EVERYTHING : { refusal: () => why, delay: 0 };
    }
    const file = robotsParser(address, new TextDecoder().decode(fetched.bytes));
    return { refusal: (url) => (file.isAllowed(url, TOKEN) === false ? DISALLOWED : undefined), delay: (file.getCrawlDelay(TOKEN) ?? 0) * 1000 };
  }
}
