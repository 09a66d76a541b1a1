import { sql } from "kysely";
import type { Kysely } from "kysely";
import { indexedText } from "./search-terms.ts";
import type { ArchiveTables } from "./tables.ts";

/** Which of the two full-text indexes: over cases or over articles. */
export type Indexed = "case" | "article";
type Db = Kysely<ArchiveTables>;

/** Names of the FTS5 tables; fixed words, so they may stand in SQL as they are. */
export const tableOf = (of: Indexed, what: "subject" | "text") => sql.raw(`${of}_${what}`);

/** `text` is everything a person may paste, the subject among it. */
export async function addToIndex(db: Db, of: Indexed, number: number, subject: string, text: string): Promise<void> {
  await sql`insert into ${tableOf(of, "subject")}(rowid, grams) values (${number}, ${indexedText(subject)})`.execute(db);
  await sql`insert into ${tableOf(of, "text")}(rowid, grams) values (${number}, ${indexedText(text)})`.execute(db);
}

export async function removeFromIndex(db: Db, of: Indexed, number: number): Promise<void> {
  await sql`delete from ${tableOf(of, "subject")} where rowid = ${number}`.execute(db);
  await sql`delete from ${tableOf(of, "text")} where rowid = ${number}`.execute(db);
}

/** Rewrites the indexes without what was removed: until then the terms of a removed text lie in the file. */
export async function purgeIndex(db: Db): Promise<void> {
  for (const of of ["case", "article"] as const)
    for (const what of ["subject", "text"] as const) {
      const table = `${of}_${what}`;
      await sql.raw(`insert into ${table}(${table}) values ('optimize')`).execute(db);
    }
}
