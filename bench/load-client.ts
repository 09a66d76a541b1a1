import { Agent, request } from "node:http";

/** What came of a number of uploads sent at a steady rate. */
export interface Run {
  readonly rate: number;
  readonly seconds: number;
  readonly sent: number;
  readonly megabytes: number;
  /** Acknowledged a second, until the last answer. */
  readonly achieved: number;
  /** Milliseconds from the moment an upload was due until its answer was read. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Not acknowledged: refused, broken off, or never sent as too many were under way. */
  readonly errors: number;
  readonly retryAfter: number;
}

/** Connections kept open; uploads beyond wait for one, which counts for their time. */
const CONNECTIONS = 64;
/** Uploads under way at once; what is due beyond is counted as an error and not sent. */
const MOST_UNDER_WAY = 3_000;

/** Sends `rate` uploads a second for so long, whether or not they are answered (open loop), then waits for the answers. */
export async function run(url: string, rate: number, seconds: number, next: () => Buffer): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const tally = new Tally();
  const begun = performance.now();
  const total = Math.round(rate * seconds);
  for (let due = 0; due < total;) {
    const now = performance.now() - begun;
    for (; due < total && (due * 1000) / rate <= now; due++) {
      if (tally.underWay >= MOST_UNDER_WAY) tally.dropped();
      else tally.send(url, agent, next(), begun + (due * 1000) / rate);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await tally.settled();
  const took = (performance.now() - begun) / 1000;
  agent.destroy();
  return tally.result(rate, seconds, took);
}

class Tally {
  underWay = 0;
  readonly #times: number[] = [];
  readonly #byStatus: Record<string, number> = {};
  #sent = 0;
  #bytes = 0;
  #retryAfter = 0;

  dropped(): void {
    this.#count("not sent");
  }

  send(url: string, agent: Agent, mail: Buffer, due: number): void {
    this.underWay++;
    this.#sent++;
    this.#bytes += mail.length;
    const headers = { "Content-Type": "message/rfc822", "Content-Length": mail.length };
    const done = (what: string): void => {
      this.underWay--;
      this.#times.push(performance.now() - due);
      this.#count(what);
    };
    const sent = request(`${url}api/v1/reports`, { method: "POST", agent, headers }, (answer) => {
      if (answer.headers["retry-after"] !== undefined) this.#retryAfter++;
      answer.resume();
      answer.once("end", () => done(String(answer.statusCode)));
    });
    sent.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? "error"));
    sent.end(mail);
  }

  #count(what: string): void {
    this.#byStatus[what] = (this.#byStatus[what] ?? 0) + 1;
  }

  async settled(): Promise<void> {
    while (this.underWay > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  result(rate: number, seconds: number, took: number): Run {
    const times = this.#times.sort((left, right) => left - right);
    const at = (share: number): number => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) / 10;
    const acknowledged = this.#byStatus["202"] ?? 0;
    const errors = Object.values(this.#byStatus).reduce((sum, count) => sum + count, 0) - acknowledged;
    return {
      rate,
      seconds,
      sent: this.#sent,
      megabytes: Math.round(this.#bytes / 1e5) / 10,
      achieved: Math.round((acknowledged / took) * 10) / 10,
      p50: at(0.5),
      p99: at(0.99),
      worst: at(1),
      byStatus: this.#byStatus,
      errors,
      retryAfter: this.#retryAfter,
    };
  }
}
