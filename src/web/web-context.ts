import type { Forgotten } from "../app/forgotten.ts";
import type { Archive } from "../archive/archive.ts";
import type { Registry } from "../brands/registry.ts";
import type { Language } from "../terms/index.ts";
import type { DoDeskJob } from "./desk/work.ts";

/**
 * What somebody may do. A reporter hands in mails and sees their own; an editor decides, writes and publishes; an admin
 * also edits accounts, tokens and facts.
 */
export type Role = "reporter" | "editor" | "admin";

/** Who asks. On loopback without accounts everybody is the one local admin. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** A line of the audit log: who did what to what, and when (ISO instant). Written before the answer is sent. */
export interface AuditLine {
  readonly at: string;
  readonly account: string;
  /** A verb phrase of the desk: `decide`, `publish`, `withdraw`, `correct`, `login`, `edit-brand`, ... */
  readonly action: string;
  /** The id of what it was done to: a case, a slug, a brand, an account. */
  readonly on: string;
  readonly note?: string | undefined;
}

/** What the server hands to every page. */
export interface WebPorts {
  readonly archive: Archive;
  /** Facts as they are now: edited ones at once. */
  readonly registry: () => Registry;
  /** ISO instant. */
  readonly now: () => string;
  /** Has done what takes an examination, without keeping others waiting. */
  readonly desk: DoDeskJob;
  /** Takes a reporter out of everything the server keeps. */
  readonly forgetReporter: (reporter: string) => Promise<Forgotten>;
  readonly audit: (line: Omit<AuditLine, "at">) => Promise<void>;
  readonly auditLines: (limit: number) => Promise<readonly AuditLine[]>;
  /** Folder of `brands/` and `advisories/` that may be edited; undefined where the installation is read only. */
  readonly dataFolder: string | undefined;
}

/** Set on every request by the server's middleware, before a page of the desk runs. */
export interface WebVariables {
  readonly ports: WebPorts;
  readonly account: Account;
  readonly lang: Language;
  /** To be repeated in the hidden field `csrf` of every form; the server refuses a POST without it. */
  readonly csrf: string;
}

/** The type parameter of every Hono app of the web. */
export interface WebEnv {
  Variables: WebVariables;
}
