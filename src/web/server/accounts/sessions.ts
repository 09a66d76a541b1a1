import type { BesideFile } from "../../../archive/beside-file.ts";
import type { Account } from "../../web-context.ts";
import { digestOf, newSecret } from "./secret-text.ts";

/** How long a session lives, in milliseconds: unused, and at most. */
export interface SessionLimits {
  readonly sessionIdle: number;
  readonly sessionMost: number;
}

export interface Session {
  readonly account: Account;
  /** What is kept of the session's secret; names the session without letting anybody in. */
  readonly digest: string;
}

/** The last use is written down at most this often, in milliseconds: not every request waits for the disk. */
const NOTED = 60_000;

/** Who is logged in. The secret is in the browser's cookie only. */
export class Sessions {
  readonly #file: BesideFile;
  readonly #limits: SessionLimits;
  readonly #now: () => number;

  /** `now` in milliseconds since 1970. */
  constructor(file: BesideFile, limits: SessionLimits, now: () => number) {
    this.#file = file;
    this.#limits = limits;
    this.#now = now;
  }

  /** A new session; the secret for the cookie. Whatever session the browser had before ends: `before` is its secret. */
  begin(account: string, before: string | undefined): string {
    const secret = newSecret();
    const now = this.#now();
    this.#file.transaction(() => {
      if (before !== undefined) this.#file.run("delete from session where digest = ?", digestOf(before));
      this.#file.run("delete from session where begun < ? or used < ?", now - this.#limits.sessionMost, now - this.#limits.sessionIdle);
      this.#file.run("insert into session (digest, account, begun, used) values (?, ?, ?, ?)", digestOf(secret), account, now, now);
    });
    return secret;
  }

  /** Undefined when there is none, or when it has ended by now. */
  of(secret: string): Session | undefined {
    const digest = digestOf(secret);
    const row = this.#file.all<Account & { begun: number; used: number }>(
      "select account.id, name, role, begun, used from session join account on account.id = session.account where digest = ?",
      digest,
    )[0];
    if (row === undefined) return undefined;
    const now = this.#now();
    if (now - row.begun >= this.#limits.sessionMost || now - row.used >= this.#limits.sessionIdle) return this.#ended(digest);
    if (now - row.used >= Math.min(NOTED, this.#limits.sessionIdle / 4)) this.#file.run("update session set used = ? where digest = ?", now, digest);
    return { account: { id: row.id, name: row.name, role: row.role }, digest };
  }

  end(secret: string): void {
    this.#file.run("delete from session where digest = ?", digestOf(secret));
  }

  #ended(digest: string): undefined {
    this.#file.run("delete from session where digest = ?", digest);
    return undefined;
  }
}
