import { randomBytes } from "node:crypto";
import type { BesideFile } from "../../../archive/beside-file.ts";
import { storable } from "../../../archive/storable.ts";
import type { Account, Role } from "../../web-context.ts";
import { digestOf, newSecret } from "./secret-text.ts";
import { hashPassword, passwordMatches } from "./password.ts";

export const ROLES: readonly Role[] = ["reporter", "editor", "admin"];

/** Letters and digits of any script, with `. _ - @` between: what can stand in a log line and an address. */
const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}._@-]{0,62}[\p{L}\p{N}])?$/u;

export type NewAccount = { readonly kind: "made"; readonly account: Account } | { readonly kind: "refused"; readonly why: "name" | "taken" | "role" };

/** A token as it is listed: the token itself is shown once and never again. */
export interface TokenLine {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly created: string;
  readonly used: string | undefined;
}

/** The people who may do more than look, and the tokens of their programs. */
export class Accounts {
  readonly #file: BesideFile;
  readonly #now: () => string;

  constructor(file: BesideFile, now: () => string) {
    this.#file = file;
    this.#now = now;
  }

  list(): readonly (Account & { readonly created: string })[] {
    return this.#file.all("select id, name, role, created from account order by created, name");
  }

  any(): boolean {
    return this.#file.all("select 1 from account limit 1").length > 0;
  }

  hasAdmin(): boolean {
    return this.#file.all("select 1 from account where role = 'admin' limit 1").length > 0;
  }

  byName(name: string): Account | undefined {
    return this.#file.all<Account>("select id, name, role from account where name = ?", storable(name))[0];
  }

  byId(id: string): Account | undefined {
    return this.#file.all<Account>("select id, name, role from account where id = ?", storable(id))[0];
  }

  /** Throws `Busy`. */
  async add(name: string, role: Role, password: string): Promise<NewAccount> {
    if (!NAME.test(name)) return { kind: "refused", why: "name" };
    if (!ROLES.includes(role)) return { kind: "refused", why: "role" };
    const hash = await hashPassword(password);
    const account: Account = { id: `a${randomBytes(6).toString("hex")}`, name, role };
    const added = this.#file.run(
      "insert into account (id, name, role, password, created) values (?, ?, ?, ?, ?) on conflict do nothing",
      account.id,
      name,
      role,
      hash,
      this.#now(),
    );
    return added === 0 ? { kind: "refused", why: "taken" } : { kind: "made", account };
  }

  /** The account whose password it is; takes as long for a name that nobody has. Throws `Busy`. */
  async withPassword(name: string, password: string): Promise<Account | undefined> {
    const row = this.#file.all<Account & { password: string }>("select id, name, role, password from account where name = ?", storable(name))[0];
    const matches = await passwordMatches(password, row?.password);
    return matches && row !== undefined ? { id: row.id, name: row.name, role: row.role } : undefined;
  }

  /** All sessions and tokens of the account end with its old password. Throws `Busy`. */
  async setPassword(id: string, password: string): Promise<void> {
    const hash = await hashPassword(password);
    this.#file.transaction(() => {
      this.#file.run("update account set password = ? where id = ?", hash, id);
      this.#file.run("delete from session where account = ?", id);
      this.#file.run("delete from token where account = ?", id);
    });
  }

  /** False: there is no such account, or it is the last admin, without whom nobody could add one. */
  remove(id: string): boolean {
    return this.#unlessLastAdmin(id, () => this.#file.run("delete from account where id = ?", id) > 0);
  }

  /** As `remove`. Tokens never keep more than their account may do: see `byToken`. */
  setRole(id: string, role: Role): boolean {
    return this.#unlessLastAdmin(id, () => this.#file.run("update account set role = ? where id = ?", role, id) > 0, role === "admin");
  }

  #unlessLastAdmin(id: string, change: () => boolean, staysAdmin = false): boolean {
    return this.#file.transaction(() => {
      const admins = this.#file.all<{ id: string }>("select id from account where role = 'admin' limit 2");
      if (!staysAdmin && admins.length === 1 && admins[0]?.id === id) return false;
      return change();
    });
  }

  /** The token, shown this once. */
  newToken(account: string, name: string, role: Role): { readonly token: string; readonly id: string } {
    const token = `ayashii_${newSecret()}`;
    const id = `t${randomBytes(6).toString("hex")}`;
    const made = [id, digestOf(token), account, storable(name.slice(0, 80)), role, this.#now()] as const;
    this.#file.run("insert into token (id, digest, account, name, role, created) values (?, ?, ?, ?, ?, ?)", ...made);
    return { token, id };
  }

  tokensOf(account: string): readonly TokenLine[] {
    const rows = this.#file.all<Omit<TokenLine, "used"> & { used: string | null }>(
      "select id, name, role, created, used from token where account = ? order by created desc, id",
      account,
    );
    return rows.map((row) => ({ ...row, used: row.used ?? undefined }));
  }

  removeToken(account: string, id: string): boolean {
    return this.#file.run("delete from token where account = ? and id = ?", account, storable(id)) > 0;
  }

  /** Whose token it is, with the lesser of the token's and the account's role. The day of its use is noted. */
  byToken(token: string): Account | undefined {
    const digest = digestOf(token);
    const row = this.#file.all<Account & { limit: Role; used: string | null }>(
      `select account.id, account.name, account.role, token.role as "limit", token.used from token join account on account.id = token.account where digest = ?`,
      digest,
    )[0];
    if (row === undefined) return undefined;
    const day = this.#now().slice(0, 10);
    if (row.used !== day) this.#file.run("update token set used = ? where digest = ?", day, digest);
    return { id: row.id, name: row.name, role: lesser(row.role, row.limit) };
  }
}

function lesser(one: Role, other: Role): Role {
  return ROLES.indexOf(one) < ROLES.indexOf(other) ? one : other;
}
