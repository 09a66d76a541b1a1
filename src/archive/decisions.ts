import type { Kysely } from "kysely";
import type { Decision } from "./archive.ts";
import type { ArchiveTables } from "./tables.ts";

type Db = Kysely<ArchiveTables>;

/** Keeps a decision inside a transaction: in the history, and as the newest with its case. */
export async function addDecision(db: Db, caseNumber: number, { agrees, level, reason, at, by }: Decision): Promise<void> {
  await db
    .insertInto("decision")
    .values({ case_number: caseNumber, at, agrees: Number(agrees), level: level ?? null, reason, account: by })
    .execute();
  await db
    .updateTable("case_file")
    .set({ agrees: Number(agrees), reason, decided: at })
    .where("number", "=", caseNumber)
    .execute();
}

/** Oldest first. */
export async function decisionsOf(db: Db, id: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom("decision")
    .innerJoin("case_file", "case_file.number", "decision.case_number")
    .select(["decision.at", "decision.agrees", "decision.level", "decision.reason", "decision.account"])
    .where("case_file.id", "=", id)
    .orderBy("decision.number")
    .execute();
  return rows.map(({ at, agrees, level, reason, account }) => ({ at, agrees: agrees === 1, level: level ?? undefined, reason, by: account }));
}

export async function reportersOf(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom("report")
    .innerJoin("case_file", "case_file.number", "report.case_number")
    .select("report.reporter")
    .where("case_file.id", "=", id)
    .where("report.reporter", "<>", "")
    .orderBy("report.at")
    .orderBy("report.reporter")
    .execute();
  return rows.map((row) => row.reporter);
}
