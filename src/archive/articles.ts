import type { Kysely } from "kysely";
import type { Article } from "../article/article.ts";
import { indexArticle } from "./article-index.ts";
import { removeFromIndex } from "./gram-index.ts";
import type { ArchiveTables } from "./tables.ts";

type Db = Kysely<ArchiveTables>;

/** Saves an article inside a transaction, over its earlier state. */
export async function saveArticle(db: Db, article: Article, caseNumber: number): Promise<void> {
  const { slug, state, brand, created } = article;
  const earlier = await db.selectFrom("article").select(["number", "case_number"]).where("slug", "=", slug).executeTakeFirst();
  const row = { state, brand: brand ?? null, created, json: JSON.stringify(article) };
  if (earlier === undefined) {
    const { number } = await db
      .insertInto("article")
      .values({ slug, case_number: caseNumber, ...row })
      .returning("number")
      .executeTakeFirstOrThrow();
    return indexArticle(db, number, article);
  }
  if (earlier.case_number !== caseNumber) throw new Error(`the article ${slug} belongs to another case`);
  await db.updateTable("article").set(row).where("number", "=", earlier.number).execute();
  await removeFromIndex(db, "article", earlier.number);
  await indexArticle(db, earlier.number, article);
}

/** Newest first. */
export async function articlesIn(db: Db, state: Article["state"] | undefined): Promise<Article[]> {
  let query = db.selectFrom("article").select("json").orderBy("created", "desc").orderBy("number", "desc");
  if (state !== undefined) query = query.where("state", "=", state);
  return (await query.execute()).map(({ json }) => JSON.parse(json) as Article);
}

export async function articleRow(db: Db, by: "slug" | "case_file.id", value: string): Promise<Article | undefined> {
  const row = await db
    .selectFrom("article")
    .leftJoin("case_file", "case_file.number", "article.case_number")
    .select("json")
    .where(by, "=", value)
    .orderBy("article.number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.json) as Article);
}
