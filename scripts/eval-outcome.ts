import type { Confidence, Severity } from "../src/checks/check.ts";
import type { Examination } from "../src/index.ts";
import type { CorpusMail } from "./corpus.ts";
import { brandsOfLabel, labelStanding } from "./eval-labels.ts";
import type { LabelStanding } from "./eval-labels.ts";

export interface OutcomePoint {
  readonly check: string;
  readonly kind: string;
  readonly leans: "phishing" | "genuine" | "simulation";
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly brand: string | undefined;
}

/** What is kept of one examination: plain data that can travel between threads. */
export interface Outcome {
  readonly level: Examination["verdict"]["level"];
  readonly impersonates: string | undefined;
  readonly evidenceLevel: string;
  readonly from: string;
  readonly subject: string;
  readonly claims: readonly { readonly brand: string; readonly kind: string }[];
  /** Strongest first, phishing before genuine. */
  readonly points: readonly OutcomePoint[];
  readonly crashed: readonly { readonly check: string; readonly error: string }[];
  /** Topics that could not be looked at. */
  readonly unknown: readonly string[];
  /** Whether the mail bears out the brand that the index says it claims. */
  readonly label: LabelStanding;
}

/** The verdict levels that warn: `suspicious` and above. */
export const FLAGGED: ReadonlySet<string> = new Set(["impersonation", "suspicious"]);

export function outcomeOf(mail: CorpusMail, examination: Examination): Outcome {
  const { verdict, points, claims, results, notChecked } = examination;
  const { fromName, fromAddress, subject, visibleText } = examination.mail;
  const shown = { displayName: fromName, fromAddress, subject, visibleText };
  return {
    level: verdict.level,
    impersonates: "impersonates" in verdict ? verdict.impersonates : undefined,
    evidenceLevel: examination.evidenceLevel,
    from: `${fromName} <${fromAddress}>`,
    subject,
    claims: claims.map(({ brand, kind }) => ({ brand, kind })),
    points: points.map(({ check, kind, leans, severity, confidence, brand }) => ({ check, kind, leans, severity, confidence, brand })),
    crashed: results.flatMap((result) => (result.kind === "crashed" ? { check: result.check, error: result.error } : [])),
    unknown: [...new Set(notChecked.map((one) => one.topic))],
    label: labelStanding(mail.claimedBrand, brandsOfLabel(mail.claimedBrand), shown),
  };
}
