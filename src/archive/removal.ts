import type { Kysely } from "kysely";
import { leave, recount } from "./campaigns.ts";
import { removeFromIndex } from "./gram-index.ts";
import type { ArchiveTables } from "./tables.ts";

type Db = Kysely<ArchiveTables>;

/** Cases taken out in one transaction. */
const AT_ONCE = 200;

/**
 * Takes out the mails that only this reporter handed in, with everything made from them; of one that others handed in
 * too, only the reporter's name goes. Returns how many cases went.
 */
export async function forget(db: Db, reporter: string, underWay: readonly string[]): Promise<number> {
  // First: what is being examined is saved before this, and found below, or it is refused.
  for (const receipt of underWay)
    await db
      .insertInto("void_receipt")
      .values({ receipt })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return inBatches(db, async (trx) => {
    const rows = await trx.selectFrom("report").select("case_number").where("reporter", "=", reporter).limit(AT_ONCE).execute();
    const numbers = rows.map((row) => row.case_number);
    if (numbers.length === 0) return undefined;
    await trx.deleteFrom("report").where("reporter", "=", reporter).where("case_number", "in", numbers).execute();
    const others = await trx.selectFrom("report").select("case_number").distinct().where("case_number", "in", numbers).execute();
    const stay = new Set(others.map((row) => row.case_number));
    return numbers.filter((number) => !stay.has(number));
  });
}

/** Takes out the cases last seen before the instant on which no article rests. Returns how many. */
export async function expire(db: Db, before: string): Promise<number> {
  return inBatches(db, async (trx) => {
    const rows = await trx
      .selectFrom("case_file")
      .select("number")
      .where("last_seen", "<", before)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom("article").select("article.number").whereRef("article.case_number", "=", "case_file.number"))),
      )
      .limit(AT_ONCE)
      .execute();
    return rows.length === 0 ? undefined : rows.map((row) => row.number);
  });
}

/** `next` names the cases of one batch inside its transaction, undefined when there are no more. */
async function inBatches(db: Db, next: (trx: Db) => Promise<number[] | undefined>): Promise<number> {
  let count = 0;
  for (;;) {
    const numbers = await db.transaction().execute(async (trx) => {
      const batch = await next(trx);
      if (batch !== undefined) await remove(trx, batch);
      return batch;
    });
    if (numbers === undefined) return count;
    count += numbers.length;
  }
}

async function remove(db: Db, numbers: readonly number[]): Promise<void> {
  const campaigns = new Set<number>();
  for (const number of numbers) {
    const campaign = await leave(db, number);
    if (campaign !== undefined) campaigns.add(campaign);
    await removeFromIndex(db, "case", number);
    await removeArticles(db, number);
    await db.deleteFrom("examination").where("case_number", "=", number).execute();
    await db.deleteFrom("report").where("case_number", "=", number).execute();
    await db.deleteFrom("receipt").where("case_number", "=", number).execute();
    await db.deleteFrom("decision").where("case_number", "=", number).execute();
    const { sha256 } = await db.deleteFrom("case_file").where("number", "=", number).returning("sha256").executeTakeFirstOrThrow();
    await db.deleteFrom("mail").where("sha256", "=", sha256).execute();
  }
  for (const campaign of campaigns) await recount(db, campaign);
}

/** Drafts go with their mail. What was published stays and is no longer tied to it: it holds nothing of the recipient. */
async function removeArticles(db: Db, number: number): Promise<void> {
  const drafts = await db.selectFrom("article").select("number").where("case_number", "=", number).where("state", "in", ["draft", "review"]).execute();
  for (const draft of drafts) {
    await removeFromIndex(db, "article", draft.number);
    await db.deleteFrom("article").where("number", "=", draft.number).execute();
  }
  await db.updateTable("article").set({ case_number: null }).where("case_number", "=", number).execute();
}
