import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Campaign, CampaignMarks } from "./archive.ts";
import { keysOf, kinship } from "./kinship.ts";
import { marksOfRow, rowOfMarks } from "./marks-store.ts";
import type { ArchiveTables } from "./tables.ts";

type Db = Kysely<ArchiveTables>;

/** Newest marks looked at for one key: a key that everybody has costs no more than one that few have. */
const NEWEST_OF_KEY = 64;
/** Candidates compared with the mail, those with most keys in common first. */
const COMPARED = 48;
/** So close to one that is indexed already, a mail need not be: it is found through that one. */
const SAME = 0.9;
/** Indexed mails of a campaign; a further one takes the place of the oldest, so a template may drift. */
const MOST_INDEXED = 48;

export interface Relative {
  readonly campaign: number;
  readonly kinship: number;
}

/** The closest mail's campaign, undefined when nothing is close enough. */
export async function closest(db: Db, marks: CampaignMarks): Promise<Relative | undefined> {
  const numbers = await candidates(db, keysOf(marks));
  if (numbers.length === 0) return undefined;
  const rows = await db.selectFrom("mark").selectAll().where("case_number", "in", numbers).orderBy("case_number", "desc").execute();
  let best: Relative | undefined;
  for (const row of rows) {
    const close = kinship(marks, marksOfRow(row));
    if (close > (best?.kinship ?? 0)) best = { campaign: row.campaign, kinship: close };
  }
  return best;
}

async function candidates(db: Db, keys: readonly number[]): Promise<number[]> {
  if (keys.length === 0) return [];
  const each = keys.map(
    (key) => sql`select case_number from (select case_number from mark_key where key = ${key} order by case_number desc limit ${NEWEST_OF_KEY})`,
  );
  const { rows } = await sql<{ case_number: number }>`select case_number from (${sql.join(each, sql` union all `)})
    group by case_number order by count(*) desc, case_number desc limit ${COMPARED}`.execute(db);
  return rows.map((row) => row.case_number);
}

/** Puts a new case into the campaign of its closest relative, or into one of its own; returns the campaign's number. */
export async function join(db: Db, caseNumber: number, marks: CampaignMarks, day: string): Promise<number> {
  const relative = await closest(db, marks);
  const campaign = relative?.campaign ?? (await found(db, day));
  if (relative !== undefined) await grow(db, campaign, day);
  const indexed = relative === undefined || relative.kinship < SAME;
  await db
    .insertInto("mark")
    .values({ case_number: caseNumber, campaign, indexed: Number(indexed), ...rowOfMarks(marks) })
    .execute();
  if (indexed) await index(db, caseNumber, marks);
  if (indexed && relative !== undefined) await makeRoom(db, campaign);
  return campaign;
}

async function found(db: Db, day: string): Promise<number> {
  const { number } = await db.insertInto("campaign").values({ size: 1, first_day: day, last_day: day }).returning("number").executeTakeFirstOrThrow();
  return number;
}

async function grow(db: Db, campaign: number, day: string): Promise<void> {
  await sql`update campaign set size = size + 1, first_day = min(first_day, ${day}), last_day = max(last_day, ${day}) where number = ${campaign}`.execute(db);
}

async function index(db: Db, caseNumber: number, marks: CampaignMarks): Promise<void> {
  const rows = keysOf(marks).map((key) => ({ key, case_number: caseNumber }));
  if (rows.length > 0) await db.insertInto("mark_key").values(rows).execute();
}

async function takeFromIndex(db: Db, caseNumber: number, marks: CampaignMarks): Promise<void> {
  const keys = keysOf(marks);
  if (keys.length > 0) await db.deleteFrom("mark_key").where("key", "in", keys).where("case_number", "=", caseNumber).execute();
}

async function makeRoom(db: Db, campaign: number): Promise<void> {
  const indexed = await db
    .selectFrom("mark")
    .selectAll()
    .where("campaign", "=", campaign)
    .where("indexed", "=", 1)
    .orderBy("case_number", "desc")
    .limit(100)
    .offset(MOST_INDEXED)
    .execute();
  for (const row of indexed) {
    await takeFromIndex(db, row.case_number, marksOfRow(row));
    await db.updateTable("mark").set({ indexed: 0 }).where("case_number", "=", row.case_number).execute();
  }
}

/**
 * Takes a case out of its campaign, which is returned for `recount`; where it was indexed, the newest of those that are
 * not takes its place.
 */
export async function leave(db: Db, caseNumber: number): Promise<number | undefined> {
  const row = await db.selectFrom("mark").selectAll().where("case_number", "=", caseNumber).executeTakeFirst();
  if (row === undefined) return undefined;
  await takeFromIndex(db, caseNumber, marksOfRow(row));
  await db.deleteFrom("mark").where("case_number", "=", caseNumber).execute();
  await db.updateTable("case_file").set({ campaign: null }).where("number", "=", caseNumber).execute();
  if (row.indexed === 1) await indexAnother(db, row.campaign);
  return row.campaign;
}

async function indexAnother(db: Db, campaign: number): Promise<void> {
  const other = await db
    .selectFrom("mark")
    .selectAll()
    .where("campaign", "=", campaign)
    .where("indexed", "=", 0)
    .orderBy("case_number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (other === undefined) return;
  await index(db, other.case_number, marksOfRow(other));
  await db.updateTable("mark").set({ indexed: 1 }).where("case_number", "=", other.case_number).execute();
}

/** Size and days of a campaign after cases have left; one without cases goes. */
export async function recount(db: Db, campaign: number): Promise<void> {
  await sql`update campaign set
      size = (select count(*) from case_file where campaign = ${campaign}),
      first_day = coalesce((select min(seen_day) from case_file where campaign = ${campaign}), first_day),
      last_day = coalesce((select max(seen_day) from case_file where campaign = ${campaign}), last_day)
    where number = ${campaign}`.execute(db);
  await db.deleteFrom("campaign").where("number", "=", campaign).where("size", "=", 0).execute();
}

export const campaignId = (number: number): string => `k${number}`;
export const campaignNumber = (id: string): number => (/^k[1-9]\d{0,14}$/.test(id) ? Number(id.slice(1)) : 0);

export async function campaignOf(db: Db, number: number): Promise<Campaign | undefined> {
  const row = await db.selectFrom("campaign").selectAll().where("number", "=", number).executeTakeFirst();
  return row === undefined ? undefined : { id: campaignId(row.number), size: row.size, firstDay: row.first_day, lastDay: row.last_day };
}
