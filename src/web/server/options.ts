import { availableParallelism } from "node:os";
import path from "node:path";

/** How the server is started. */
export interface ServerOptions {
  /** Address to listen on; any other than loopback demands an account. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The archive file. What belongs to the server lies beside it: see `filesBeside`. */
  readonly archive: string;
  /** Folder of `brands/` and `advisories/` that may be edited. */
  readonly data?: string | undefined;
  /** Where people reach it, `https://desk.example.org`; needed behind a proxy. Cookies become Secure with https. */
  readonly publicUrl?: string | undefined;
  /** Believe the last `X-Forwarded-For` of a proxy in front. */
  readonly behindProxy?: boolean | undefined;
  /** Mails are taken from people without an account. */
  readonly openReports?: boolean | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

/** Bounds; each with its default in `DEFAULT_LIMITS`. */
export interface Limits {
  /** Largest mail, in bytes. */
  readonly mailBytes: number;
  /** Bytes of uploads held in memory at once, over all requests. */
  readonly heldBytes: number;
  /** Reports that wait to be examined; beyond, 503. */
  readonly waiting: number;
  /** A minute, from one address or account. */
  readonly uploadsAMinute: number;
  /** The same from people without an account. */
  readonly openUploadsAMinute: number;
  readonly examinesAMinute: number;
  readonly requestsAMinute: number;
  /** Attempts from one address, or on one account, in a quarter of an hour. */
  readonly loginsAQuarter: number;
  /** Milliseconds after which a session that is not used ends, and after which any does. */
  readonly sessionIdle: number;
  readonly sessionMost: number;
  /** Milliseconds that a request may take to arrive. */
  readonly requestTime: number;
  /** Milliseconds that the examination of one mail may take. */
  readonly examineTime: number;
  /** Processes that examine reports at once. */
  readonly examiners: number;
  /** Attempts at a mail before it is set aside. */
  readonly tries: number;
}

const MB = 1024 * 1024;
const HOUR = 3_600_000;

export const DEFAULT_LIMITS: Limits = {
  mailBytes: 25 * MB,
  heldBytes: 200 * MB,
  waiting: 200_000,
  uploadsAMinute: 30_000,
  openUploadsAMinute: 60,
  examinesAMinute: 120,
  requestsAMinute: 3_000,
  loginsAQuarter: 10,
  sessionIdle: 2 * HOUR,
  sessionMost: 12 * HOUR,
  requestTime: 60_000,
  examineTime: 60_000,
  examiners: Math.min(8, availableParallelism()),
  tries: 3,
};

/**
 * What the server keeps beside the archive: the queue of reports, accounts with the audit log, the public site, and an
 * empty file that tells that a server is at work. */
export function filesBeside(archive: string): { readonly queue: string; readonly accounts: string; readonly site: string; readonly lock: string } {
  const { dir, name } = path.parse(path.resolve(archive));
  const beside = (end: string): string => path.join(dir, `${name}.${end}`);
  return { queue: beside("queue.sqlite"), accounts: beside("accounts.sqlite"), site: beside("site"), lock: beside("lock") };
}

/** Whether only this machine reaches the server: it listens there, and nobody said that a proxy passes others on. */
export function isForThisMachine({ host, publicUrl, behindProxy }: Pick<ServerOptions, "host" | "publicUrl" | "behindProxy">): boolean {
  const named = publicUrl === undefined || isLoopback(new URL(publicUrl).hostname.replace(/^\[|\]$/g, ""));
  return isLoopback(host) && behindProxy !== true && named;
}

/** Where the site of warnings stands for everybody; undefined while nobody said so. */
export function publicAddressOf({ publicUrl }: Pick<ServerOptions, "publicUrl">): string | undefined {
  return publicUrl === undefined ? undefined : new URL("/warnings/", publicUrl).href;
}

/** Whether an address to listen on is reached from this machine only (RFC 1122 3.2.1.3, RFC 4291 2.5.3). */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
