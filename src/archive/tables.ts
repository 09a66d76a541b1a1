import type { ColumnType, Generated } from "kysely";

/** Rows of the archive, one interface a table; what makes them is in `migrations.ts`. */
export interface ArchiveTables {
  mail: MailRow;
  case_file: CaseRow;
  report: ReportRow;
  receipt: ReceiptRow;
  void_receipt: VoidReceiptRow;
  examination: ExaminationRow;
  campaign: CampaignRow;
  mark: MarkRow;
  mark_key: MarkKeyRow;
  article: ArticleRow;
  decision: DecisionRow;
}

type Fixed<T> = ColumnType<T, T, never>;

/** Raw bytes, compressed; addressed by what they are. */
export interface MailRow {
  sha256: Fixed<string>;
  bytes: Fixed<number>;
  gzip: Fixed<Uint8Array>;
}

export interface CaseRow {
  number: Generated<number>;
  id: Fixed<string>;
  sha256: Fixed<string>;
  received: Fixed<string>;
  last_seen: string;
  times_seen: number;
  level: string;
  brand: string | null;
  subject: string;
  from_address: string;
  day: string | null;
  /** The day it counts for in its campaign: of its Date field, unless that lies after its arrival. */
  seen_day: Fixed<string>;
  campaign: number | null;
  agrees: number | null;
  reason: string | null;
  decided: string | null;
}

/** Who handed a mail in, once a person; `reporter` is empty when nobody said so. */
export interface ReportRow {
  case_number: Fixed<number>;
  reporter: Fixed<string>;
  at: Fixed<string>;
}

/** A handing-in that has been counted; see `Archive.saveCase`. */
export interface ReceiptRow {
  receipt: Fixed<string>;
  case_number: Fixed<number>;
}

/** A handing-in whose reporter was forgotten while it was examined: a random id, and nothing about them. */
export interface VoidReceiptRow {
  receipt: Fixed<string>;
}

export interface ExaminationRow {
  number: Generated<number>;
  case_number: Fixed<number>;
  tool_version: Fixed<string>;
  registry_version: Fixed<string>;
  at: Fixed<string>;
  gzip: Fixed<Uint8Array>;
}

export interface CampaignRow {
  number: Generated<number>;
  size: number;
  first_day: string;
  last_day: string;
}

/** What a mail was recognised by; `indexed` ones are found through `mark_key`. */
export interface MarkRow {
  case_number: Fixed<number>;
  campaign: number;
  indexed: number;
  signature: Fixed<Uint8Array>;
  subject_template: Fixed<string>;
  html_shape: Fixed<string>;
  url_paths: Fixed<string>;
}

/** Hash of a band of the signature, of a subject template or of a path → the marks that have it. */
export interface MarkKeyRow {
  key: Fixed<number>;
  case_number: Fixed<number>;
}

export interface ArticleRow {
  number: Generated<number>;
  slug: Fixed<string>;
  case_number: number | null;
  state: string;
  brand: string | null;
  created: string;
  json: string;
}

/** Every decision of a person; the newest of a case stands in `case_file` too. */
export interface DecisionRow {
  number: Generated<number>;
  case_number: Fixed<number>;
  at: Fixed<string>;
  agrees: Fixed<number>;
  level: Fixed<string | null>;
  reason: Fixed<string>;
  account: Fixed<string>;
}
