import { sql } from "kysely";
import type { Kysely, RawBuilder, SqlBool } from "kysely";
import type { CaseFilter, CaseGroup, CaseSummary } from "./archive.ts";
import { campaignNumber } from "./campaigns.ts";
import { summaries, summaryOf } from "./cases.ts";
import type { ArchiveTables } from "./tables.ts";

type Db = Kysely<ArchiveTables>;

const LISTED = 50;

/** Cases as asked for, newest first. */
export async function listed(db: Db, filter: CaseFilter): Promise<CaseSummary[]> {
  const rows = await summaries(db)
    .where(all([...conditions(filter), ...(await pageCondition(db, filter.before))]))
    .orderBy("received", "desc")
    .orderBy("case_file.number", "desc")
    .limit(filter.limit ?? LISTED)
    .execute();
  return rows.map(summaryOf);
}

/** One entry a campaign. A case stands for its campaign when it is the newest of those asked for. */
export async function grouped(db: Db, filter: CaseFilter, today: string): Promise<CaseGroup[]> {
  const last = filter.before === undefined ? undefined : await numberOf(db, filter.before);
  const { rows } = await sql<{ newest: number; cases: number; undecided: number; today: number }>`
    select max(case_file.number) newest, count(*) cases, sum(decided is null) undecided, sum(received >= ${today}) today
    from case_file where ${all(conditions(filter))} group by campaign
    ${last === undefined ? sql`` : sql`having max(case_file.number) < ${last}`}
    order by newest desc limit ${filter.limit ?? LISTED}`.execute(db);
  if (rows.length === 0) return [];
  const numbers = rows.map((row) => row.newest);
  const found = await summaries(db).where("case_file.number", "in", numbers).execute();
  const byNumber = new Map(found.map((row) => [row.number, summaryOf(row)]));
  return rows.flatMap(({ newest, ...counts }) => {
    const summary = byNumber.get(newest);
    return summary === undefined ? [] : [{ newest: summary, ...counts }];
  });
}

export async function counted(db: Db, filter: CaseFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) n from case_file where ${all(conditions(filter))}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Numbers of the cases asked for on which nobody has decided. */
export async function undecided(db: Db, filter: CaseFilter): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`select number from case_file where ${all(conditions({ ...filter, decided: "undecided" }))}`.execute(db);
  return rows.map((row) => row.number);
}

type Condition = RawBuilder<SqlBool>;

function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

const DECIDED: Readonly<Record<NonNullable<CaseFilter["decided"]>, Condition>> = {
  undecided: sql`decided is null`,
  decided: sql`decided is not null`,
  agreed: sql`agrees = 1`,
  overruled: sql`agrees = 0`,
};

function conditions(filter: CaseFilter): Condition[] {
  const { brand, level, campaign, reporter, decided, article, since, until } = filter;
  return [
    ...(brand === undefined ? [] : [sql<SqlBool>`case_file.brand = ${brand}`]),
    ...(level === undefined ? [] : [sql<SqlBool>`case_file.level = ${level}`]),
    ...(campaign === undefined ? [] : [sql<SqlBool>`case_file.campaign = ${campaignNumber(campaign)}`]),
    ...(reporter === undefined ? [] : [sql<SqlBool>`exists (select 1 from report where case_number = case_file.number and report.reporter = ${reporter})`]),
    ...(decided === undefined ? [] : [DECIDED[decided]]),
    ...(article === undefined ? [] : [sql<SqlBool>`exists (select 1 from article where case_number = case_file.number and article.state = ${article})`]),
    ...(since === undefined ? [] : [sql<SqlBool>`received >= ${since}`]),
    ...(until === undefined ? [] : [sql<SqlBool>`received < ${until}`]),
  ];
}

async function pageCondition(db: Db, before: string | undefined): Promise<Condition[]> {
  if (before === undefined) return [];
  const last = await db.selectFrom("case_file").select(["number", "received"]).where("id", "=", before).executeTakeFirst();
  return [last === undefined ? sql<SqlBool>`received < ${before}` : sql<SqlBool>`(received, case_file.number) < (${last.received}, ${last.number})`];
}

async function numberOf(db: Db, id: string): Promise<number | undefined> {
  return (await db.selectFrom("case_file").select("number").where("id", "=", id).executeTakeFirst())?.number;
}
