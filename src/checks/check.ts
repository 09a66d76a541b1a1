import type { Advisory, AdvisoryMatch } from "../advisories/advisory.ts";
import type { FactSource } from "../brands/brand.ts";
import type { Registry } from "../brands/registry.ts";
import type { AdvisoryIndex } from "../advisories/matching.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Bilingual, Quote } from "../terms/index.ts";

export type Severity = "high" | "medium" | "low";
/** Measured share of phishing among the mails a check fires on: certain >= 99.9 %, strong >= 99 %, weak below. */
export type Confidence = "certain" | "strong" | "weak";

/** A contradiction (or an agreement) between what the mail claims and a fact. */
export interface Point {
  readonly check: string;
  /** Which of the check's findings this is, kebab-case, e.g. `look-alike-sender`. */
  readonly kind: string;
  /** What it speaks for. `simulation`: a drill by which a company trains its people. */
  readonly leans: "phishing" | "genuine" | "simulation";
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Brand the claim is about. */
  readonly brand: string | undefined;
  readonly title: Bilingual;
  /** What the mail shows. */
  readonly seen: Bilingual;
  /** What is official, with whose word. */
  readonly official: Bilingual;
  readonly why: Bilingual;
  readonly action: Bilingual;
  readonly quotes: readonly Quote[];
  readonly fact: FactSource | undefined;
  /** Set when a published warning describes the mail. */
  readonly advisory?: AdvisoryMatch | undefined;
  /** For a link point: what the mail displays and where it really leads. */
  readonly link?: { readonly displayed: string | undefined; readonly real: string } | undefined;
}

export type CheckResult =
  | { readonly kind: "points"; readonly check: string; readonly points: readonly [Point, ...Point[]]; readonly missing?: readonly Missing[] }
  | { readonly kind: "clear"; readonly check: string }
  | { readonly kind: "unknown"; readonly check: string; readonly missing: readonly Missing[] }
  | { readonly kind: "crashed"; readonly check: string; readonly error: string };

/** Something that could not be checked, and why. */
export interface Missing {
  readonly topic: string;
  readonly why: Bilingual;
}

/** What a check may know of the world: facts only, no clock, no network. */
export interface Facts {
  readonly registry: Registry;
  readonly advisories: AdvisoryIndex;
}

/** One check. Pure: same evidence and facts, same result. */
export interface Check {
  readonly id: string;
  readonly title: Bilingual;
  /** What the check asks, one sentence. */
  readonly question: Bilingual;
  readonly needs: readonly ("sender" | "authentication" | "trace" | "links" | "claims" | "wording" | "files" | "codes")[];
  /** Declared confidence of its strongest point leaning phishing; the evaluation measures it. */
  readonly confidence: Confidence;
  run(evidence: Evidence, facts: Facts): CheckResult;
}

export type { Advisory };
