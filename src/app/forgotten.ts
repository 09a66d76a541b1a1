import type { Bilingual } from "../terms/index.ts";

/** What became of a person who handed in mails and is to be forgotten: what was removed where, and what stays. */
export interface Forgotten {
  /** Mails that only they had handed in, removed with all that was made of them. */
  readonly mails: number;
  /** Mails that others handed in too: only the name was removed. */
  readonly shared: number;
  /** Reports removed from the server's queue. */
  readonly reports: number;
  /** Of these, those that had not been examined. */
  readonly unexamined: number;
  /** Accounts of the same name, which stay until an admin removes them. */
  readonly accounts: number;
  /** Lines of the audit log by or about that account, which are never removed. */
  readonly auditLines: number;
}

const NUMBERS = ["mails", "shared", "reports", "unexamined", "accounts", "auditLines"] as const satisfies readonly (keyof Forgotten)[];

/** The numbers in a fixed order, for an address: `4.1.5.0.1.12`. */
export const forgottenNumbers = (forgotten: Forgotten): string => NUMBERS.map((name) => forgotten[name]).join(".");

/** Reads them again; undefined when that is not what they are. */
export function forgottenOf(numbers: string): Forgotten | undefined {
  if (!/^\d{1,7}(?:\.\d{1,7}){5}$/.test(numbers)) return undefined;
  const [mails = 0, shared = 0, reports = 0, unexamined = 0, accounts = 0, auditLines = 0] = numbers.split(".").map(Number);
  return { mails, shared, reports, unexamined, accounts, auditLines };
}

/** The same words on the desk and on the command line: one sentence a place. */
export function forgottenTexts({ mails, shared, reports, unexamined, accounts, auditLines }: Forgotten): readonly Bilingual[] {
  return [
    {
      ja: `保管庫: その人だけが届け出たメール ${mails} 件を、そこから作ったものごと消しました。ほかの人も届け出た ${shared} 件からは、名前だけを消しました。`,
      en: `Archive: mails that only they had handed in, removed with what was made of them: ${mails}. Mails of others too, where only the name was removed: ${shared}.`,
    },
    {
      ja: `届け出の列: ${reports} 件(うち、まだ調べていないもの ${unexamined} 件)を消しました。`,
      en: `Queue: reports removed: ${reports}, of these not examined yet: ${unexamined}.`,
    },
    {
      ja: `残るもの: 公開した記事(この人の情報は入っていません)、操作の記録 ${auditLines} 行、同じ名前のアカウント ${accounts} 個(accounts remove で消せます)、控え(新しく作り直し、古いものを消してください)。`,
      en: `What stays: published articles (nothing of them is in those), lines of the audit log: ${auditLines}, accounts of that name: ${accounts} (accounts remove takes it away), and backups: make new ones and delete the old.`,
    },
  ];
}
