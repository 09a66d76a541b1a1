import type { FactSource } from "../brands/brand.ts";
import type { Authentication, Evidence, Sender, Trace } from "../evidence/evidence.ts";
import { onceAMail } from "../evidence/once-a-mail.ts";
import { speakersOf } from "../evidence/speakers.ts";
import type { Speaker } from "../evidence/speakers.ts";
import { later } from "../terms/index.ts";
import type { Bilingual, Quote } from "../terms/index.ts";
import type { Check, CheckResult, Confidence, Facts, Missing, Point, Severity } from "./check.ts";

/** What a rule on header fields found. `title` where it is not the rule's usual one, `brand` where it is not whom the mail says it is from. */
export interface HeaderFinding {
  readonly kind: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly quotes: readonly Quote[];
  readonly seen: Bilingual;
  readonly title?: Bilingual;
  readonly brand?: string | undefined;
  readonly fact?: FactSource | undefined;
}

/** The rule could not tell, and why. */
export interface HeaderUndecided {
  readonly kind: "unknown";
  readonly why: Bilingual;
}

/** A check of who the header says sent the mail: its texts and the rule itself. */
export interface HeaderRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly needs: Check["needs"];
  readonly confidence: Confidence;
  readonly found: Bilingual;
  /** What a genuine mail looks like. */
  readonly official: Bilingual;
  readonly why: Bilingual;
  find(given: GivenHeader): HeaderFinding | HeaderUndecided | undefined;
}

/** What a rule may look at; only the mail's own header, never that of one who forwarded it. */
export interface GivenHeader {
  readonly evidence: Evidence;
  readonly facts: Facts;
  readonly sender: Sender;
  /** The route; undefined where the mail bears none. */
  readonly trace: Trace | undefined;
  /** The mark of a mailing list, which rewrites headers and breaks authentication. */
  readonly list: Quote | undefined;
  readonly authentication: Authentication | undefined;
  /** Brands the mail says it is from, strongest first. */
  speakers(): readonly Speaker[];
}

/** Makes a check of a rule. Where the header was lost or a topic failed, nothing was checked, and the result says so. */
export function headerCheck(rule: HeaderRule): Check {
  const { id, title, question, needs, confidence } = rule;
  return {
    id,
    title,
    question,
    needs,
    confidence,
    run(evidence, facts): CheckResult {
      const missing = missingOf(rule, evidence);
      if (missing !== undefined) return { kind: "unknown", check: id, missing: [missing] };
      const header = onceAMail(given, evidence, facts);
      if (header === undefined) return { kind: "clear", check: id };
      const found = rule.find(header);
      if (found !== undefined && "why" in found) return { kind: "unknown", check: id, missing: [{ topic: "authentication", why: found.why }] };
      return found === undefined ? { kind: "clear", check: id } : { kind: "points", check: id, points: [pointOf(rule, found, header)] };
    },
  };
}

/** The same for every rule: made once a mail. */
function given(evidence: Evidence, facts: Facts): GivenHeader | undefined {
  if (evidence.sender.kind !== "found") return undefined;
  const sender = evidence.sender.value;
  const trace = evidence.trace.kind === "found" ? evidence.trace.value : undefined;
  return later(
    { evidence, facts, sender, trace, list: trace?.list, speakers: () => speakersOf(evidence, facts.registry) },
    // Costs, and few rules ask for it.
    { authentication: () => (evidence.authentication.kind === "found" ? evidence.authentication.value : undefined) },
  );
}

function missingOf({ needs }: HeaderRule, evidence: Evidence): Missing | undefined {
  const lost = headerLost(evidence);
  if (lost !== undefined) return lost;
  for (const topic of ["sender", "authentication", "trace", "links"] as const) {
    const gathered = needs.includes(topic) ? evidence[topic] : undefined;
    if (gathered?.kind === "failed") return { topic, why: TOPIC_FAILED };
  }
  return undefined;
}

/** Says so where the mail's own header did not come along. */
export function headerLost({ level }: Evidence): Missing | undefined {
  return level === "inline-forward" || level === "pasted-text" ? HEADER_LOST : undefined;
}

/** One text for all rules, so that a report can say it once. */
const HEADER_LOST: Missing = {
  topic: "header",
  why: {
    ja: "元のメールのヘッダーがないため、差出人と経路を確かめられません。",
    en: "The original header is missing, so sender and route could not be checked.",
  },
};
const TOPIC_FAILED: Bilingual = {
  ja: "差出人の検査に要る情報を得られませんでした。時間をおいてもう一度調べてください。",
  en: "What is needed to check the sender could not be obtained. Try again later.",
};
/** What to do whatever is odd about the sender. */
const ASK_ELSEWHERE: Bilingual = {
  ja: "返信やリンクを使わず、自分で知っている連絡先から相手に確かめてください。",
  en: "Do not answer or follow links. Ask the sender through a contact you already know.",
};

/** What is odd about the sender is odd about whom the mail says it is from. */
function pointOf(rule: HeaderRule, found: HeaderFinding, { speakers }: GivenHeader): Point {
  return {
    check: rule.id,
    kind: found.kind,
    leans: "phishing",
    severity: found.severity,
    confidence: found.confidence,
    brand: found.brand ?? speakers()[0]?.brand.id,
    title: found.title ?? rule.found,
    seen: found.seen,
    official: rule.official,
    why: rule.why,
    action: ASK_ELSEWHERE,
    quotes: found.quotes,
    fact: found.fact,
  };
}
