import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { examineKeeping } from "../src/app/examine.ts";
import { keptCase } from "../src/app/kept-case.ts";
import type { CaseSummary } from "../src/archive/archive.ts";
import { openSqliteArchive } from "../src/archive/sqlite-archive.ts";
import type { SqliteArchive } from "../src/archive/sqlite-archive.ts";
import { defaultRegistry } from "../src/brands/index.ts";
import { programFingerprint } from "../src/cli/program-fingerprint.ts";
import { toJsonLine, toJsonReport } from "../src/report/index.ts";

/** Noon in Tokyo. */
export const NOW = "2026-11-25T03:00:00.000Z";
const HOUR = 3_600_000;

export interface DeskFiles {
  readonly archive: SqliteArchive;
  readonly folder: string;
  /** What the archive and the desk take for now; a test may move it. */
  readonly clock: { now: string };
  readonly close: () => Promise<void>;
}

/** An empty archive in a folder of its own. */
export async function deskFiles(): Promise<DeskFiles> {
  const folder = mkdtempSync(path.join(tmpdir(), "desk-"));
  const clock = { now: NOW };
  const archive = await openSqliteArchive(path.join(folder, "archive.sqlite"), { create: true, now: () => clock.now });
  const close = async (): Promise<void> => {
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { archive, folder, clock, close };
}

/** Examines and keeps a mail as the server does. */
export async function keepMail(archive: SqliteArchive, raw: Uint8Array, at: string, reporter?: string): Promise<CaseSummary> {
  const examined = examineKeeping(raw);
  const { summary, marks, searchable } = keptCase(examined);
  const json = toJsonLine(toJsonReport(examined.examination, "mail.eml", 1));
  const made = { toolVersion: programFingerprint(), registryVersion: defaultRegistry().version, at, json };
  return archive.saveCase(raw, made, summary, marks, reporter, searchable);
}

export const exampleMail = (name: string): Buffer => readFileSync(path.join("examples", `${name}.eml`));

/** The pending-messages mail as it reaches another mailbox: other recipient, other count. */
export function pendingMail(count: number): Uint8Array {
  const text = exampleMail("xserver-pending-messages").toString("latin1");
  return Buffer.from(
    text.replaceAll("taro@example.com", `user${count}@example.com`).replace("08:12:44", `08:12:${String(count % 60).padStart(2, "0")}`),
    "latin1",
  );
}

/** A mail with any subject, in UTF-8. */
export function mailWith(subject: string, body: string): Uint8Array {
  const word = `=?utf-8?B?${Buffer.from(subject).toString("base64")}?=`;
  return Buffer.from(
    `From: "Support" <support@sender.example>\nTo: <taro@example.com>\nSubject: ${word}\nDate: Tue, 24 Nov 2026 09:00:00 +0900\n` +
      `Message-ID: <${Buffer.from(subject).toString("hex").slice(0, 20)}@sender.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`,
  );
}

export const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>' & {{7*7}} \u202egpj.exe`;

/** A mail that comes in, hours before `NOW`. */
export interface Arrival {
  readonly hours: number;
  readonly raw: Uint8Array;
  readonly reporter?: string | undefined;
}

/** A desk in use: a wave of one campaign, other mails of the days before, one by a reporter, one with a hostile subject. */
export async function fillDesk(
  { archive, clock }: DeskFiles,
  earlier: readonly Arrival[] = [],
): Promise<{ readonly pending: CaseSummary; readonly hostile: CaseSummary }> {
  const kept = new Map<Arrival, CaseSummary>();
  const hostile: Arrival = { hours: 20, raw: mailWith(HOSTILE, `${HOSTILE}\nhttps://evil.example/<b>`), reporter: "reporter-1" };
  const pending: Arrival = { hours: 0.1, raw: exampleMail("xserver-pending-messages"), reporter: "reporter-1" };
  for (const one of [...earlier, ...ordinary(), ...wave(), hostile, pending].sort((a, b) => b.hours - a.hours)) {
    clock.now = new Date(Date.parse(NOW) - one.hours * HOUR).toISOString();
    kept.set(one, await keepMail(archive, one.raw, clock.now, one.reporter));
  }
  clock.now = NOW;
  return { pending: kept.get(pending) as CaseSummary, hostile: kept.get(hostile) as CaseSummary };
}

const ORDINARY = ["xserver-survey", "qr-code-sign-in", "newsletter", "forwarded-inline", "parcel-fee", "xserver-genuine", "shop-newsletter-genuine"];

function ordinary(): Arrival[] {
  return ORDINARY.map((name, at) => ({ hours: (at + 1) * 24, raw: exampleMail(name), reporter: at % 2 === 1 ? "sato@example.com" : undefined }));
}

function wave(): Arrival[] {
  return Array.from({ length: 12 }, (_, n) => ({ hours: n < 5 ? 11 - n : 0.3, raw: pendingMail(n + 1), reporter: n === 0 ? "sato@example.com" : undefined }));
}
