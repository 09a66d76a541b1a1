import type { SqlValue, SqliteConnection } from "../src/archive/sqlite-engine.ts";
import type { CampaignMarks } from "../src/archive/archive.ts";
import { keysOf } from "../src/archive/kinship.ts";
import { signatureBytes } from "../src/archive/marks-store.ts";
import { indexedText } from "../src/archive/search-terms.ts";
import { Seeded } from "./seeded.ts";

/** Mails of a template get this many of 64 places of their own: like each other by 0.8. */
const OWN_PLACES = 7;
const SUBJECT_WORDS = "重要 お荷物 再配達 アカウント 確認 制限 お支払い 更新 至急 会員 情報 ポイント 失効 請求 未納 口座 停止 ログイン 検知 手続き".split(" ");

/** Marks of made-up mails: member `n` of a template, or of a template with one member. */
export class MadeUpMarks {
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  of(template: number, member: number): CampaignMarks {
    const base = new Seeded(this.#seed + template * 2654435761);
    const bodySignature = Uint32Array.from({ length: 64 }, () => base.next() * 4294967295);
    const own = new Seeded(this.#seed ^ (template * 31 + member * 40503 + 7));
    if (member > 0) for (let i = 0; i < OWN_PLACES; i++) bodySignature[own.below(64)] = own.next() * 4294967295;
    const subjectTemplate = base.some(SUBJECT_WORDS, 4).join("");
    // Shapes and paths are shared by many templates, as kits share them.
    return { subjectTemplate, bodySignature, htmlShape: `shape${base.below(4000)}`, urlPaths: [`/kit${base.below(8000)}/verify.php?id`] };
  }
}

/** Rows put into a table at once; SQLite takes up to 32766 values a statement. */
const ROWS_AT_ONCE = 100;

/** Fills one table, many rows a statement. */
class Filler {
  readonly #connection: SqliteConnection;
  readonly #head: string;
  readonly #width: number;
  #values: SqlValue[] = [];

  constructor(connection: SqliteConnection, table: string, columns: readonly string[]) {
    this.#connection = connection;
    this.#head = `insert into ${table}(${columns.join(", ")}) values `;
    this.#width = columns.length;
  }

  add(...row: SqlValue[]): void {
    this.#values.push(...row);
    if (this.#values.length >= ROWS_AT_ONCE * this.#width) this.flush();
  }

  #full: ReturnType<SqliteConnection["prepare"]> | undefined;

  flush(): void {
    const rows = this.#values.length / this.#width;
    if (rows === 0) return;
    const row = `(${Array(this.#width).fill("?").join(",")})`;
    const sql = this.#head + Array(rows).fill(row).join(",");
    const statement = rows === ROWS_AT_ONCE ? (this.#full ??= this.#connection.prepare(sql)) : this.#connection.prepare(sql);
    statement.run(...this.#values);
    this.#values = [];
  }
}

export interface Filled {
  readonly cases: number;
  readonly campaigns: number;
  readonly indexed: number;
}

/**
 * Writes `cases` made-up cases straight into the tables, as `saveCase` would leave them: 6 of 10 in campaigns of a few to
 * some thousands, the others alone. Indexed are the first of each campaign and as many again as drift would index.
 */
export function fillArchive(connection: SqliteConnection, cases: number, marks: MadeUpMarks, tell: (done: number) => void): Filled {
  const seeded = new Seeded(11);
  const templates = Math.max(1, Math.floor(cases / 50));
  const members = new Uint32Array(templates);
  const keys: [key: number, number: number][] = [];
  const mail = new Filler(connection, "mail", ["sha256", "bytes", "gzip"]);
  const caseFile = new Filler(connection, "case_file", [
    "number",
    "id",
    "sha256",
    "received",
    "last_seen",
    "times_seen",
    "level",
    "brand",
    "subject",
    "from_address",
    "day",
    "seen_day",
    "campaign",
  ]);
  const report = new Filler(connection, "report", ["case_number", "reporter", "at"]);
  const examination = new Filler(connection, "examination", ["case_number", "tool_version", "registry_version", "at", "gzip"]);
  const mark = new Filler(connection, "mark", ["case_number", "campaign", "indexed", "signature", "subject_template", "html_shape", "url_paths"]);
  const subjects = new Filler(connection, "case_subject", ["rowid", "grams"]);
  const texts = new Filler(connection, "case_text", ["rowid", "grams"]);
  const blob = new Uint8Array(400).map((_, i) => i);
  connection.exec("pragma foreign_keys = off; pragma synchronous = off; pragma cache_size = -400000; begin");
  for (let number = 1; number <= cases; number++) {
    const alone = seeded.next() < 0.4;
    // Squared: few templates have many mails.
    const template = alone ? templates + number : Math.floor(seeded.next() ** 2 * templates);
    const member = alone ? 0 : (members[template] as number)++;
    const own = marks.of(template, member);
    const campaign = template + 1;
    const indexed = member < 4;
    const sha = Array.from({ length: 8 }, () =>
      Math.floor(seeded.next() * 4294967296)
        .toString(16)
        .padStart(8, "0"),
    ).join("");
    const received = new Date(1_760_000_000_000 + number * 20_000).toISOString();
    const day = received.slice(0, 10);
    const subject = `${own.subjectTemplate} ${number % 97}件`;
    mail.add(sha, 9000, blob);
    caseFile.add(
      number,
      `c${sha.slice(0, 16)}`,
      sha,
      received,
      received,
      1,
      "impersonation",
      `brand${template % 300}`,
      subject,
      `x${number}@a.example`,
      day,
      day,
      campaign,
    );
    report.add(number, `reporter${number % 500}`, received);
    examination.add(number, "1", "1", received, blob);
    mark.add(number, campaign, Number(indexed), signatureBytes(own.bodySignature), own.subjectTemplate, own.htmlShape, own.urlPaths.join("\n"));
    if (indexed) for (const key of keysOf(own)) keys.push([key, number]);
    subjects.add(number, indexedText(subject));
    texts.add(number, indexedText(`${subject}\nx${number}@a.example\nhost${template}.example`));
    if (number % 20_000 === 0) {
      tell(number);
      connection.exec("commit; begin");
    }
  }
  for (const filler of [mail, caseFile, report, examination, mark, subjects, texts]) filler.flush();
  const campaigns = new Filler(connection, "campaign", ["number", "size", "first_day", "last_day"]);
  for (const [template, size] of members.entries()) if (size > 0) campaigns.add(template + 1, size, "2025-10-09", "2026-06-01");
  for (const row of connection.prepare("select number, campaign from case_file where campaign > ?").all(templates) as { campaign: number }[])
    campaigns.add(row.campaign, 1, "2026-01-01", "2026-01-01");
  campaigns.flush();
  keys.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const markKeys = new Filler(connection, "mark_key", ["key", "case_number"]);
  for (const [key, number] of keys) markKeys.add(key, number);
  markKeys.flush();
  connection.exec("commit; pragma wal_checkpoint(truncate)");
  return { cases, campaigns: members.filter((size) => size > 0).length, indexed: keys.length };
}
