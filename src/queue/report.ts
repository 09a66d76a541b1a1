import type { Bilingual } from "../terms/index.ts";

/**
 * `waiting`: acknowledged, on disk. `examined`: kept as cases. `refused`: holds no mail; `why` says so. `aside`: the
 * examination failed too often; kept until somebody looks at it.
 */
export type ReportState = "waiting" | "examined" | "refused" | "aside";

/** Something handed in: a mail, or a file with mails. */
export interface Report {
  /** `r` and 32 random hex digits: whoever has it may ask. */
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly reporter: string | undefined;
  /** ISO instant at which it was acknowledged. */
  readonly received: string;
  readonly state: ReportState;
  /** How often its examination failed. */
  readonly tries: number;
  /** Ids of the cases made of it. */
  readonly cases: readonly string[];
  readonly why: Bilingual | undefined;
}

/** What comes of an attempt at a report. */
export type Outcome =
  | { readonly kind: "examined"; readonly cases: readonly string[] }
  | { readonly kind: "refused"; readonly why: Bilingual }
  | { readonly kind: "failed"; readonly why: Bilingual };

export interface QueueCounts {
  readonly waiting: number;
  readonly examined: number;
  readonly refused: number;
  readonly aside: number;
}

/** What was taken out of the queue with a reporter. */
export interface ForgottenReports {
  /** Lines of reports, examined ones among them. */
  readonly reports: number;
  /** Those whose mails waited or were set aside. */
  readonly unexamined: number;
  /** Ids of those that may just be examined by another process, which would save them afterwards. */
  readonly underWay: readonly string[];
}
