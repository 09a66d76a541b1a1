import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { ArchiveTables } from "./tables.ts";
import { backfillArticles } from "./article-index.ts";

/**
 * How the file came to its present form, step by step; step n makes version n (`pragma user_version`). A step that has
 * been released is never changed: a file somewhere has been through it.
 */
type Step = (db: Kysely<ArchiveTables>) => Promise<void>;

const STEPS: readonly Step[] = [casesCampaignsAndArticles, searchOverArticles, decisionsWithHistory, receipts, voidReceipts];

export const LATEST_VERSION = STEPS.length;

export async function versionOf(db: Kysely<ArchiveTables>): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
  return rows[0]?.user_version ?? 0;
}

/** Brings the file to `target`, each step whole or not at all. Another process may be doing the same: the version is read inside. */
export async function migrate(db: Kysely<ArchiveTables>, target = LATEST_VERSION): Promise<void> {
  for (let version = await versionOf(db); version < target; version++) {
    await db.transaction().execute(async (trx) => {
      if ((await versionOf(trx)) !== version) return;
      await (STEPS[version] as Step)(trx);
      await sql.raw(`pragma user_version = ${version + 1}`).execute(trx);
    });
  }
}

const VERSION_1 = [
  `create table mail (sha256 text primary key, bytes integer not null, gzip blob not null) without rowid`,
  `create table campaign (number integer primary key autoincrement, size integer not null, first_day text not null, last_day text not null)`,
  `create table case_file (
    number integer primary key autoincrement, id text not null unique, sha256 text not null unique references mail(sha256),
    received text not null, last_seen text not null, times_seen integer not null, level text not null, brand text,
    subject text not null, from_address text not null, day text, seen_day text not null, campaign integer references campaign(number),
    agrees integer, reason text, decided text)`,
  `create index case_by_received on case_file(received)`,
  `create index case_by_last_seen on case_file(last_seen)`,
  `create index case_by_brand on case_file(brand, received)`,
  `create index case_by_level on case_file(level, received)`,
  `create index case_by_campaign on case_file(campaign, received)`,
  `create table report (case_number integer not null references case_file(number), reporter text not null, at text not null,
    primary key (case_number, reporter)) without rowid`,
  `create index report_by_reporter on report(reporter)`,
  `create table examination (number integer primary key autoincrement, case_number integer not null references case_file(number),
    tool_version text not null, registry_version text not null, at text not null, gzip blob not null)`,
  `create index examination_by_case on examination(case_number)`,
  `create table mark (case_number integer primary key references case_file(number), campaign integer not null references campaign(number),
    indexed integer not null, signature blob not null, subject_template text not null, html_shape text not null, url_paths text not null)`,
  `create index mark_of_campaign on mark(campaign, indexed)`,
  `create table mark_key (key integer not null, case_number integer not null, primary key (key, case_number)) without rowid`,
  `create table article (number integer primary key autoincrement, slug text not null unique, case_number integer references case_file(number),
    state text not null, brand text, created text not null, json text not null)`,
  `create index article_by_case on article(case_number)`,
  `create index article_by_state on article(state, created)`,
  ...gramTables("case"),
];

/** Terms only, no text: what they were made from is kept elsewhere. `ascii`: anything beyond ASCII belongs to a term. */
function gramTables(of: "case" | "article"): string[] {
  return ["subject", "text"].map(
    (what) => `create virtual table ${of}_${what} using fts5(grams, content='', contentless_delete=1, tokenize='ascii', columnsize=1)`,
  );
}

async function casesCampaignsAndArticles(db: Kysely<ArchiveTables>): Promise<void> {
  for (const statement of VERSION_1) await sql.raw(statement).execute(db);
}

async function searchOverArticles(db: Kysely<ArchiveTables>): Promise<void> {
  for (const statement of gramTables("article")) await sql.raw(statement).execute(db);
  await backfillArticles(db);
}

async function decisionsWithHistory(db: Kysely<ArchiveTables>): Promise<void> {
  const statements = [
    `create table decision (number integer primary key autoincrement, case_number integer not null references case_file(number),
      at text not null, agrees integer not null, level text, reason text not null, account text not null)`,
    `create index decision_by_case on decision(case_number, number)`,
    `create index decision_by_day on decision(at)`,
    `insert into decision (case_number, at, agrees, reason, account)
      select number, decided, agrees, coalesce(reason, ''), '' from case_file where decided is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

async function receipts(db: Kysely<ArchiveTables>): Promise<void> {
  const statements = [
    `create table receipt (receipt text primary key, case_number integer not null references case_file(number)) without rowid`,
    `create index receipt_of_case on receipt(case_number)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

async function voidReceipts(db: Kysely<ArchiveTables>): Promise<void> {
  await sql.raw(`create table void_receipt (receipt text primary key) without rowid`).execute(db);
}
