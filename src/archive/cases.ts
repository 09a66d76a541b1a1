import { sql } from "kysely";
import type { Kysely, Selectable, SelectQueryBuilder } from "kysely";
import type { CaseSummary, HandedIn, StoredExamination } from "./archive.ts";
import { campaignId, join } from "./campaigns.ts";
import { compress, decompress, sha256 } from "./compressed.ts";
import { addToIndex } from "./gram-index.ts";
import { ReceiptVoid } from "./problem.ts";
import type { ArchiveTables, CaseRow } from "./tables.ts";

type Db = Kysely<ArchiveTables>;
type Examined = Omit<StoredExamination, "caseId">;

/** A mail about to be kept, with its bytes packed before anybody else is locked out. */
export interface NewCase extends HandedIn {
  readonly packed: { readonly raw: Uint8Array; readonly json: Uint8Array };
}

export function packed(given: HandedIn): NewCase {
  return { ...given, packed: { raw: compress(given.raw), json: compress(new TextEncoder().encode(given.examination.json)) } };
}

/** Keeps a mail inside a transaction; returns the number of its case. */
export async function keep(db: Db, given: NewCase): Promise<number> {
  const before = given.receipt === undefined ? undefined : await receiptOf(db, given.receipt);
  if (before !== undefined) return before.number;
  if (given.receipt !== undefined && (await isVoid(db, given.receipt))) throw new ReceiptVoid(given.receipt);
  const digest = sha256(given.raw);
  const known = await db.selectFrom("case_file").select(["number"]).where("sha256", "=", digest).executeTakeFirst();
  const number = known === undefined ? await insertCase(db, digest, given) : await seenAgain(db, known.number, given);
  await db
    .insertInto("report")
    .values({ case_number: number, reporter: given.reporter ?? "", at: given.received })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (given.receipt !== undefined) await db.insertInto("receipt").values({ receipt: given.receipt, case_number: number }).execute();
  return number;
}

/** Keeps a mail inside a transaction; the id of its case, undefined where nothing was written as its reporter was forgotten. */
export async function keptId(db: Db, given: NewCase): Promise<string | undefined> {
  try {
    const number = await keep(db, given);
    return (await db.selectFrom("case_file").select("id").where("number", "=", number).executeTakeFirstOrThrow()).id;
  } catch (error) {
    if (error instanceof ReceiptVoid) return undefined;
    throw error;
  }
}

function receiptOf(db: Db, receipt: string): Promise<{ number: number; id: string } | undefined> {
  return db
    .selectFrom("receipt")
    .innerJoin("case_file", "case_file.number", "receipt.case_number")
    .select(["case_file.number", "case_file.id"])
    .where("receipt", "=", receipt)
    .executeTakeFirst();
}

async function isVoid(db: Db, receipt: string): Promise<boolean> {
  const [handedIn = receipt] = receipt.split("/");
  return (await db.selectFrom("void_receipt").select("receipt").where("receipt", "=", handedIn).executeTakeFirst()) !== undefined;
}

/** The id of the case that was kept for a receipt. */
export async function caseOfReceipt(db: Db, receipt: string): Promise<string | undefined> {
  return (await receiptOf(db, receipt))?.id;
}

async function insertCase(db: Db, digest: string, given: NewCase): Promise<number> {
  const { raw, summary, received: now, marks } = given;
  await db.insertInto("mail").values({ sha256: digest, bytes: raw.length, gzip: given.packed.raw }).execute();
  const seenDay = summary.day !== undefined && summary.day <= now.slice(0, 10) ? summary.day : now.slice(0, 10);
  const { number } = await db
    .insertInto("case_file")
    .values({
      id: await freeId(db, digest),
      sha256: digest,
      received: now,
      last_seen: now,
      times_seen: 1,
      level: summary.level,
      brand: summary.brand ?? null,
      subject: summary.subject,
      from_address: summary.fromAddress,
      day: summary.day ?? null,
      seen_day: seenDay,
    })
    .returning("number")
    .executeTakeFirstOrThrow();
  await insertExamination(db, number, given.examination, given.packed.json);
  const campaign = await join(db, number, marks, seenDay);
  await db.updateTable("case_file").set({ campaign }).where("number", "=", number).execute();
  await addToIndex(db, "case", number, summary.subject, `${summary.subject}\n${summary.fromAddress}\n${given.searchable}`);
  return number;
}

/** Twelve digits are enough by chance, not against somebody who makes two mails that share them. */
async function freeId(db: Db, digest: string): Promise<string> {
  for (const digits of [12, 16, 24, 64]) {
    const id = `c${digest.slice(0, digits)}`;
    const taken = await db.selectFrom("case_file").select("number").where("id", "=", id).executeTakeFirst();
    if (taken === undefined) return id;
  }
  throw new Error(`two mails with the SHA-256 ${digest}`);
}

async function seenAgain(db: Db, number: number, { received: now, examination, summary }: NewCase): Promise<number> {
  await db
    .updateTable("case_file")
    .set((eb) => ({ last_seen: now, times_seen: eb("times_seen", "+", 1) }))
    .where("number", "=", number)
    .execute();
  const last = await newestExamination(db, number);
  const sameMaker = last?.tool_version === examination.toolVersion && last.registry_version === examination.registryVersion;
  if (!sameMaker) await addTo(db, number, examination, summary.level, summary.brand);
  return number;
}

async function newestExamination(db: Db, number: number) {
  return db.selectFrom("examination").selectAll().where("case_number", "=", number).orderBy("number", "desc").limit(1).executeTakeFirst();
}

/** A further examination; the newest gives the case its level and brand. */
export async function addTo(db: Db, number: number, examination: Examined, level: string, brand: string | undefined): Promise<void> {
  await insertExamination(db, number, examination);
  await db
    .updateTable("case_file")
    .set({ level, brand: brand ?? null })
    .where("number", "=", number)
    .execute();
}

async function insertExamination(
  db: Db,
  number: number,
  { toolVersion, registryVersion, at, json }: Examined,
  gzip = compress(new TextEncoder().encode(json)),
): Promise<void> {
  await db.insertInto("examination").values({ case_number: number, tool_version: toolVersion, registry_version: registryVersion, at, gzip }).execute();
}

/** A report line is a few kilobytes; this is what a hostile file may make us unpack. */
const LONGEST_JSON = 64 * 1024 * 1024;

export async function examinations(db: Db, id: string): Promise<StoredExamination[]> {
  const rows = await db
    .selectFrom("examination")
    .innerJoin("case_file", "case_file.number", "examination.case_number")
    .select(["tool_version", "registry_version", "at", "gzip"])
    .where("case_file.id", "=", id)
    .orderBy("examination.number")
    .execute();
  return rows.map((row) => ({
    caseId: id,
    toolVersion: row.tool_version,
    registryVersion: row.registry_version,
    at: row.at,
    json: new TextDecoder().decode(decompress(row.gzip, LONGEST_JSON)),
  }));
}

/** Raw bytes of a case; undefined when there is no such case. Throws when they are no longer what was kept. */
export async function rawBytes(db: Db, id: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom("case_file")
    .innerJoin("mail", "mail.sha256", "case_file.sha256")
    .select(["mail.sha256", "bytes", "gzip"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const raw = decompress(row.gzip, row.bytes);
  if (sha256(raw) !== row.sha256) throw new Error(`the bytes kept for ${id} are not what their SHA-256 says`);
  return raw;
}

const FIELDS = [
  "case_file.number",
  "case_file.id",
  "case_file.sha256",
  "received",
  "times_seen",
  "level",
  "brand",
  "subject",
  "from_address",
  "day",
  "campaign",
  "agrees",
  "reason",
  "decided",
  "mail.bytes",
] as const;

type SummaryRow = Pick<
  Selectable<CaseRow>,
  "number" | "id" | "sha256" | "received" | "times_seen" | "level" | "brand" | "subject" | "from_address" | "day" | "campaign" | "agrees" | "reason" | "decided"
> & { bytes: number; reporter: string | null; decided_level: string | null; decided_by: string | null };

export function summaries(db: Db): SelectQueryBuilder<ArchiveTables, "case_file" | "mail", SummaryRow> {
  return db
    .selectFrom("case_file")
    .innerJoin("mail", "mail.sha256", "case_file.sha256")
    .select(FIELDS)
    .select(sql<string | null>`(select reporter from report where case_number = case_file.number and reporter <> '' order by at limit 1)`.as("reporter"))
    .select(newestDecision<string | null>("level").as("decided_level"))
    .select(newestDecision<string | null>("account").as("decided_by"));
}

function newestDecision<T>(column: "level" | "account") {
  return sql<T>`(select ${sql.ref(`decision.${column}`)} from decision where case_number = case_file.number order by decision.number desc limit 1)`;
}

export function summaryOf(row: SummaryRow): CaseSummary {
  const { decided, agrees } = row;
  return {
    id: row.id,
    mail: { sha256: row.sha256, bytes: row.bytes, received: row.received, reporter: row.reporter ?? undefined },
    timesSeen: row.times_seen,
    level: row.level,
    brand: row.brand ?? undefined,
    subject: row.subject,
    fromAddress: row.from_address,
    day: row.day ?? undefined,
    campaign: row.campaign === null ? undefined : campaignId(row.campaign),
    decision: decided === null ? undefined : { agrees: agrees === 1, reason: row.reason ?? "", at: decided, ...whoAndWhat(row) },
  };
}

/** Left out where nobody said so: an empty name is none. */
function whoAndWhat({ decided_level: level, decided_by: by }: SummaryRow): { level?: string; by?: string } {
  return { ...(level === null ? {} : { level }), ...(by === null || by === "" ? {} : { by }) };
}
