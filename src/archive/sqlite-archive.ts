import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Article } from "../article/article.ts";
import type {
  Archive,
  Campaign,
  CampaignMarks,
  CaseFilter,
  CaseGroup,
  CaseSummary,
  Decision,
  FigurePeriod,
  Figures,
  HandedIn,
  StoredExamination,
} from "./archive.ts";
import { articleRow, articlesIn, saveArticle } from "./articles.ts";
import { copyTo } from "./backup.ts";
import { campaignNumber, campaignOf, closest } from "./campaigns.ts";
import { addTo, caseOfReceipt, examinations, keep, keptId, packed, rawBytes, summaries, summaryOf } from "./cases.ts";
import { addDecision, decisionsOf, reportersOf } from "./decisions.ts";
import { figures } from "./figures.ts";
import { purgeIndex } from "./gram-index.ts";
import { counted, grouped, listed, undecided } from "./listing.ts";
import { openFile } from "./open-sqlite.ts";
import { asArchiveProblem } from "./problem.ts";
import { expire, forget } from "./removal.ts";
import { findNumbers } from "./search.ts";
import type { ArchiveTables } from "./tables.ts";

export interface OpenOptions {
  /** Makes the file when there is none. */
  readonly create?: boolean;
  /** ISO instant of now. */
  readonly now?: () => string;
}

/** The embedded archive: one SQLite file. Throws `ArchiveProblem` when the file cannot be used. */
export async function openSqliteArchive(file: string, options: OpenOptions = {}): Promise<SqliteArchive> {
  const { db } = await openFile(file, options.create === true);
  return new SqliteArchive(db, file, options.now ?? (() => new Date().toISOString()));
}

export class SqliteArchive implements Archive {
  readonly #db: Kysely<ArchiveTables>;
  readonly #file: string;
  readonly #now: () => string;

  constructor(db: Kysely<ArchiveTables>, file: string, now: () => string) {
    this.#db = db;
    this.#file = file;
    this.#now = now;
  }

  async saveCase(
    raw: Uint8Array,
    examination: HandedIn["examination"],
    summary: HandedIn["summary"],
    marks: CampaignMarks,
    reporter?: string,
    searchable = "",
    receipt?: string,
  ): Promise<CaseSummary> {
    const given = packed({ raw, examination, summary, marks, reporter, searchable, receipt, received: this.#now() });
    return this.#do(async () => {
      const number = await this.#db.transaction().execute((trx) => keep(trx, given));
      return summaryOf(await summaries(this.#db).where("case_file.number", "=", number).executeTakeFirstOrThrow());
    });
  }

  async saveCases(many: readonly HandedIn[]): Promise<readonly (string | undefined)[]> {
    const all = many.map(packed);
    return this.#do(() =>
      this.#db.transaction().execute(async (trx) => {
        const ids: (string | undefined)[] = [];
        for (const one of all) ids.push(await keptId(trx, one));
        return ids;
      }),
    );
  }

  async caseOfReceipt(receipt: string): Promise<string | undefined> {
    return this.#do(() => caseOfReceipt(this.#db, receipt));
  }

  async caseById(id: string): Promise<CaseSummary | undefined> {
    const row = await this.#do(() => summaries(this.#db).where("id", "=", id).executeTakeFirst());
    return row === undefined ? undefined : summaryOf(row);
  }

  async rawOf(id: string): Promise<Uint8Array | undefined> {
    return this.#do(() => rawBytes(this.#db, id));
  }

  async examinationsOf(id: string): Promise<readonly StoredExamination[]> {
    return this.#do(() => examinations(this.#db, id));
  }

  async addExamination(examination: StoredExamination, level: string, brand: string | undefined): Promise<void> {
    await this.#do(() => this.#db.transaction().execute(async (trx) => addTo(trx, await this.#numberOf(trx, examination.caseId), examination, level, brand)));
  }

  async cases(filter: CaseFilter): Promise<readonly CaseSummary[]> {
    return this.#do(() => listed(this.#db, filter));
  }

  async caseGroups(filter: CaseFilter, today: string): Promise<readonly CaseGroup[]> {
    return this.#do(() => grouped(this.#db, filter, today));
  }

  async countCases(filter: CaseFilter): Promise<number> {
    return this.#do(() => counted(this.#db, filter));
  }

  async decide(id: string, agrees: boolean, reason: string, more: { level?: string | undefined; by?: string | undefined } = {}): Promise<void> {
    const decision: Decision = { agrees, reason, at: this.#now(), level: more.level, by: more.by ?? "" };
    await this.#do(() => this.#db.transaction().execute(async (trx) => addDecision(trx, await this.#numberOf(trx, id), decision)));
  }

  async decideAll(filter: CaseFilter, agrees: boolean, reason: string, more: { level?: string | undefined; by?: string | undefined } = {}): Promise<number> {
    const decision: Decision = { agrees, reason, at: this.#now(), level: more.level, by: more.by ?? "" };
    return this.#do(() =>
      this.#db.transaction().execute(async (trx) => {
        const numbers = await undecided(trx, filter);
        for (const number of numbers) await addDecision(trx, number, decision);
        return numbers.length;
      }),
    );
  }

  async decisionsOf(id: string): Promise<readonly Decision[]> {
    return this.#do(() => decisionsOf(this.#db, id));
  }

  async reportersOf(id: string): Promise<readonly string[]> {
    return this.#do(() => reportersOf(this.#db, id));
  }

  async figures(period: FigurePeriod): Promise<Figures> {
    return this.#do(() => figures(this.#db, period));
  }

  async relativesOf(marks: CampaignMarks): Promise<Campaign | undefined> {
    return this.#do(async () => {
      const relative = await closest(this.#db, marks);
      return relative === undefined ? undefined : campaignOf(this.#db, relative.campaign);
    });
  }

  async campaign(id: string): Promise<Campaign | undefined> {
    return this.#do(() => campaignOf(this.#db, campaignNumber(id)));
  }

  async arrivedOn(campaign: string, day: string): Promise<number> {
    return this.#do(async () => {
      // Every instant of the day begins with it and a `T`, which `U` follows.
      const { rows } = await sql<{ n: number }>`select count(*) n from case_file
        where campaign = ${campaignNumber(campaign)} and received >= ${day} and received < ${`${day}U`}`.execute(this.#db);
      return rows[0]?.n ?? 0;
    });
  }

  async search(query: string, limit: number): Promise<readonly CaseSummary[]> {
    return this.#do(async () => {
      const numbers = await findNumbers(this.#db, "case", query, limit);
      if (numbers.length === 0) return [];
      const rows = await summaries(this.#db).where("case_file.number", "in", numbers).execute();
      return inOrder(numbers, rows).map(summaryOf);
    });
  }

  async searchArticles(query: string, limit: number): Promise<readonly Article[]> {
    return this.#do(async () => {
      // Drafts are in the index too; twice as many are asked for, so that some may fall away.
      const numbers = await findNumbers(this.#db, "article", query, limit * 2);
      if (numbers.length === 0) return [];
      const rows = await this.#db.selectFrom("article").select(["number", "json"]).where("number", "in", numbers).where("state", "=", "published").execute();
      return inOrder(numbers, rows)
        .slice(0, limit)
        .map((row) => JSON.parse(row.json) as Article);
    });
  }

  async saveArticle(article: Article, caseId: string): Promise<void> {
    await this.#do(() => this.#db.transaction().execute(async (trx) => saveArticle(trx, article, await this.#numberOf(trx, caseId))));
  }

  async articles(state?: Article["state"]): Promise<readonly Article[]> {
    return this.#do(() => articlesIn(this.#db, state));
  }

  async articleOf(caseId: string): Promise<Article | undefined> {
    return this.#do(() => articleRow(this.#db, "case_file.id", caseId));
  }

  async articleBySlug(slug: string): Promise<Article | undefined> {
    return this.#do(() => articleRow(this.#db, "slug", slug));
  }

  async forgetReporter(reporter: string, underWay: readonly string[] = []): Promise<number> {
    return this.#do(async () => {
      const named = await counted(this.#db, { reporter });
      const count = await forget(this.#db, reporter, underWay);
      // A name that was taken off a mail of others too is to be gone from the file as well.
      if (named > 0 || count > 0) await this.#scrub();
      return count;
    });
  }

  async expire(before: string): Promise<number> {
    return this.#do(async () => {
      const count = await expire(this.#db, before);
      if (count > 0) await this.#scrub();
      return count;
    });
  }

  async backup(file: string): Promise<void> {
    await copyTo(this.#db, file);
  }

  async close(): Promise<void> {
    await this.#do(() => this.#db.destroy());
  }

  /** What was deleted is gone from the file and its log too, not only from sight. */
  async #scrub(): Promise<void> {
    await purgeIndex(this.#db);
    await sql`vacuum`.execute(this.#db);
    await sql`pragma wal_checkpoint(truncate)`.execute(this.#db);
  }

  async #numberOf(db: Kysely<ArchiveTables>, id: string): Promise<number> {
    const row = await db.selectFrom("case_file").select("number").where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Error(`no case ${id}`);
    return row.number;
  }

  async #do<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asArchiveProblem(error, this.#file);
    }
  }
}

function inOrder<R extends { readonly number: number }>(numbers: readonly number[], rows: readonly R[]): R[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}
