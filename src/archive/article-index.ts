import type { Kysely } from "kysely";
import type { Article } from "../article/article.ts";
import { addToIndex } from "./gram-index.ts";
import type { ArchiveTables } from "./tables.ts";

/** Adds an article to the index: its subject, and everything a reader may have before them of the same mail. */
export async function indexArticle(db: Kysely<ArchiveTables>, number: number, article: Article): Promise<void> {
  const { mail, title, brandLabel } = article;
  const links = mail.links.flatMap((link) => [link.shown, link.target]);
  const text = [mail.subject, title.ja, title.en, brandLabel.ja, brandLabel.en, mail.fromName, mail.fromAddress, mail.replyTo ?? "", ...links, mail.text];
  await addToIndex(db, "article", number, mail.subject, text.join("\n"));
}

const AT_ONCE = 200;

/** Articles saved before there was an index over them. */
export async function backfillArticles(db: Kysely<ArchiveTables>): Promise<void> {
  let last = 0;
  for (;;) {
    const rows = await db.selectFrom("article").select(["number", "json"]).where("number", ">", last).orderBy("number").limit(AT_ONCE).execute();
    for (const row of rows) await indexArticle(db, row.number, JSON.parse(row.json) as Article);
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.number ?? last;
  }
}
