import type { Bilingual } from "../../../terms/index.ts";
import type { Refusal } from "../../desk/refusal.ts";
import type { DeskJob } from "../../desk/work.ts";

/** A report with its bytes; its cases count from when it was taken in (ISO), not from when its turn came. */
export interface ReportToKeep {
  readonly raw: Uint8Array;
  readonly report: string;
  readonly reporter: string | undefined;
  readonly received: string;
}

/** What came of one report. */
export type KeepReply =
  | { readonly kind: "kept"; readonly cases: readonly string[] }
  | { readonly kind: "no-mail"; readonly why: Bilingual }
  | { readonly kind: "failed"; readonly why: string };

/** What a process for work is asked to do. */
export type Work =
  /** Examine the mails of reports and keep them as cases. */
  | { readonly kind: "keep"; readonly reports: readonly ReportToKeep[] }
  /** Examine one mail; keep nothing. */
  | { readonly kind: "examine"; readonly raw: Uint8Array }
  /** What the desk needs an examination for. */
  | { readonly kind: "desk"; readonly job: DeskJob }
  /** Take a reporter's mails out of the archive; it rewrites the file. */
  | { readonly kind: "forget"; readonly reporter: string; readonly underWay: readonly string[] }
  /** Make the public site anew. */
  | { readonly kind: "site"; readonly folder: string; readonly base: string | undefined };

/** What comes back, once a piece of work. */
export type Reply =
  /** Of each report, in their order. */
  | { readonly kind: "kept"; readonly reports: readonly KeepReply[] }
  | { readonly kind: "examined"; readonly json: string }
  | { readonly kind: "no-mail"; readonly why: Bilingual }
  | { readonly kind: "built" }
  | { readonly kind: "desk"; readonly answer: unknown }
  /** `Refusal` and `EditedParts` of the desk, which an error cannot carry from one process to another. */
  | { readonly kind: "desk-refused"; readonly status: Refusal["status"]; readonly why: Bilingual }
  | { readonly kind: "desk-edited"; readonly parts: readonly string[] }
  | { readonly kind: "forgotten"; readonly mails: number }
  /** The archive cannot be written now (locked, disk full): no fault of the mail. */
  | { readonly kind: "unable"; readonly why: string }
  | { readonly kind: "failed"; readonly why: string };

/** Says that the work goes on: the time allowed begins anew. */
export interface Alive {
  readonly kind: "alive";
}

/** What a process is started with. */
export interface WorkSetup {
  readonly archive: string;
  /** Folder with `brands/`, where facts may be edited while the server runs. */
  readonly data: string | undefined;
}
