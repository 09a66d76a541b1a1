import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { FigurePeriod, Figures } from "./archive.ts";
import { campaignId } from "./campaigns.ts";
import type { ArchiveTables } from "./tables.ts";

type Db = Kysely<ArchiveTables>;

/** A list longer than this is no figure any more. */
const MOST = 15;

/** Everything counted in one period; each is one pass over an index of arrival or decision. */
export async function figures(db: Db, period: FigurePeriod): Promise<Figures> {
  const { since, until } = period;
  const arrived = sql`received >= ${since} and received < ${until}`;
  const dayOf = (column: string) => sql`date(${sql.ref(column)}, ${`${period.offsetMinutes} minutes`})`;
  const cases = await sql<Figures["casesADay"][number]>`select ${dayOf("received")} day, level, count(*) cases from case_file
    where ${arrived} group by 1, 2 order by 1, 2`.execute(db);
  const brands = await sql<Figures["brands"][number]>`select brand, count(*) cases from case_file
    where ${arrived} and brand is not null group by brand order by cases desc, brand limit ${MOST}`.execute(db);
  const campaigns = await sql<{ campaign: number; subject: string; cases: number }>`
    select counted.campaign, case_file.subject, cases
    from (select campaign, count(*) cases, max(number) newest from case_file where ${arrived} and campaign is not null group by campaign having count(*) > 1) counted
    join case_file on case_file.number = newest order by cases desc, counted.campaign desc limit ${MOST}`.execute(db);
  const decisions = await sql<Figures["decisionsADay"][number]>`select ${dayOf("at")} day, sum(agrees = 1) agreed, sum(agrees = 0) overruled from decision
    where at >= ${since} and at < ${until} group by 1 order by 1`.execute(db);
  return {
    casesADay: cases.rows.map(plain),
    brands: brands.rows.map(plain),
    campaigns: campaigns.rows.map((row) => ({ ...row, campaign: campaignId(row.campaign) })),
    decisionsADay: decisions.rows.map(plain),
    warnings: await warnings(db, since, until),
  };
}

/** A row of the engine has no prototype. */
const plain = <T extends object>(row: T): T => ({ ...row });

/** An article holds the instant of its first publication; its case, that of the first report. */
async function warnings(db: Db, since: string, until: string): Promise<Figures["warnings"]> {
  const published = sql`json_extract(article.json, '$.published')`;
  const { rows } = await sql<Figures["warnings"][number]>`select slug, received, ${published} published
    from article join case_file on case_file.number = article.case_number
    where ${published} >= ${since} and ${published} < ${until} order by published`.execute(db);
  return rows.map(plain);
}
