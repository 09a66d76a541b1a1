import { existsSync } from "node:fs";
import type { Forgotten } from "../../app/forgotten.ts";
import type { Archive } from "../../archive/archive.ts";
import { openBeside } from "../../archive/beside-file.ts";
import { ReportQueue } from "../../queue/report-queue.ts";
import type { ForgottenReports } from "../../queue/report.ts";
import { Accounts } from "./accounts/accounts.ts";
import { AuditLog } from "./accounts/audit-log.ts";
import { ACCOUNTS_SCHEMA } from "./accounts/tables.ts";
import { filesBeside } from "./options.ts";

/** The places where something of a reporter may lie. */
export interface Places {
  readonly queue: { readonly forgetReporter: (reporter: string) => ForgottenReports };
  readonly archive: Pick<Archive, "countCases" | "forgetReporter">;
  readonly traces: (reporter: string) => Pick<Forgotten, "accounts" | "auditLines">;
}

/**
 * Takes a reporter out of queue and archive. The queue first: nothing of it can reach the archive afterwards, as what is
 * examined at this moment is named to the archive, which then refuses it.
 */
export async function forgetEverywhere(reporter: string, { queue, archive, traces }: Places): Promise<Forgotten> {
  const { reports, unexamined, underWay } = queue.forgetReporter(reporter);
  const named = await archive.countCases({ reporter });
  const mails = await archive.forgetReporter(reporter, underWay);
  return { mails, shared: Math.max(0, named - mails), reports, unexamined, ...traces(reporter) };
}

/** What is left of a reporter who has an account too. */
export function tracesIn(accounts: Accounts, audit: AuditLog): Places["traces"] {
  return (reporter) => ({ accounts: accounts.byName(reporter) === undefined ? 0 : 1, auditLines: audit.naming(reporter) });
}

/** In the audit log: whoever may write the files of the server. */
export const OPERATOR = "(command line)";

const now = (): string => new Date().toISOString();

/**
 * The same on files, for the command line; a server may work on them meanwhile. What no server ever made is not made here.
 * Throws `ArchiveProblem`.
 */
export async function forgetInFiles(reporter: string, file: string, archive: Places["archive"]): Promise<Forgotten> {
  const files = filesBeside(file);
  const queue = existsSync(files.queue) ? new ReportQueue(files.queue, { now, tries: 1 }) : undefined;
  const beside = existsSync(files.accounts) ? openBeside(files.accounts, ACCOUNTS_SCHEMA) : undefined;
  try {
    // As the desk does: that somebody was forgotten, and not who.
    if (beside !== undefined) new AuditLog(beside, now).add({ account: OPERATOR, action: "forget-reporter", on: "" });
    const none = { forgetReporter: () => ({ reports: 0, unexamined: 0, underWay: [] }) };
    const traces = beside === undefined ? () => ({ accounts: 0, auditLines: 0 }) : tracesIn(new Accounts(beside, now), new AuditLog(beside, now));
    return await forgetEverywhere(reporter, { queue: queue ?? none, archive, traces });
  } finally {
    queue?.close();
    beside?.close();
  }
}
