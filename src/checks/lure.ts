import type { FactSource } from "../brands/brand.ts";
import type { Evidence, Sender } from "../evidence/evidence.ts";
import { linkFactsOf } from "../evidence/link-facts.ts";
import { onceAMail } from "../evidence/once-a-mail.ts";
import type { LinkFacts } from "../evidence/link-facts.ts";
import { authenticatedBrands, speakersOf } from "../evidence/speakers.ts";
import type { PhraseTopic } from "../evidence/wording/phrases.ts";
import { later } from "../terms/index.ts";
import type { Bilingual, Quote } from "../terms/index.ts";
import type { Check, CheckResult, Confidence, Facts, Missing, Point, Severity } from "./check.ts";

/** What a lure check found: the words, and the facts beside them that make them suspicious. */
export interface Finding {
  readonly kind: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly quotes: readonly Quote[];
  readonly seen: Bilingual;
  readonly link?: Point["link"];
  /** Brand id, where the finding itself names one; else the one the mail speaks for. */
  readonly brand?: string;
}

/** A check about a lure: its texts, and the rule that looks for it. */
export interface Lure {
  readonly id: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly needs: Check["needs"];
  /** Declared confidence of its strongest finding. */
  readonly confidence: Confidence;
  readonly found: Bilingual;
  /** What the genuine article looks like. */
  readonly official: Bilingual;
  readonly why: Bilingual;
  readonly action: Bilingual;
  readonly fact?: FactSource;
  find(given: Given): Finding | undefined;
}

/** What a lure check may look at. */
export interface Given {
  readonly evidence: Evidence;
  readonly links: LinkFacts;
  readonly sender: Sender | undefined;
  readonly facts: Facts;
  /** Distinct phrases of a topic. */
  of(topic: PhraseTopic): readonly Quote[];
}

/**
 * Makes a check of a lure. Wording alone is never grave (design): genuine mail uses every word of it. A mail that a known
 * brand signed speaks for that brand, so its urgent words are its own.
 */
export function lureCheck(lure: Lure): Check {
  return {
    id: lure.id,
    title: lure.title,
    question: lure.question,
    needs: lure.needs,
    confidence: lure.confidence,
    run(evidence, facts) {
      const missing = missingOf(lure, evidence);
      if (missing.length > 0) return { kind: "unknown", check: lure.id, missing };
      if (authenticatedBrands(evidence, facts.registry).size > 0) return { kind: "clear", check: lure.id };
      const finding = lure.find(onceAMail(givenOf, evidence, facts));
      return finding === undefined ? { kind: "clear", check: lure.id } : pointsOf(lure, finding, evidence, facts);
    },
  };
}

const NO_QUOTES: readonly Quote[] = [];

function givenOf(evidence: Evidence, facts: Facts): Given {
  const given: Omit<Given, "links"> = {
    evidence,
    sender: evidence.sender.kind === "found" ? evidence.sender.value : undefined,
    facts,
    of: (topic) => (evidence.wording.kind === "found" ? (evidence.wording.value.topics.get(topic) ?? NO_QUOTES) : NO_QUOTES),
  };
  // Asked for only when the words are there.
  return later(given, { links: () => linkFactsOf(evidence, facts.registry) });
}

const TOPICS: Readonly<Record<Check["needs"][number], Bilingual>> = {
  sender: { ja: "差出人を読み取れませんでした。", en: "The sender could not be read." },
  authentication: { ja: "認証の結果を読み取れませんでした。", en: "The authentication results could not be read." },
  trace: { ja: "配送の経路を読み取れませんでした。", en: "The path of the mail could not be read." },
  links: { ja: "本文のリンクを読み取れませんでした。", en: "The links of the mail could not be read." },
  claims: { ja: "名乗っている会社を読み取れませんでした。", en: "Who the mail says it is from could not be read." },
  wording: { ja: "本文の言い回しを読み取れませんでした。", en: "The wording of the mail could not be read." },
  files: { ja: "添付ファイルを読み取れませんでした。", en: "The attached files could not be read." },
  codes: { ja: "画像の QR コードを読み取れませんでした。", en: "The QR codes of the pictures could not be read." },
};

/** Asked by name instead of `evidence[topic]`: twenty checks a mail ask for several topics each. */
const GATHERED: Readonly<Record<Check["needs"][number], (evidence: Evidence) => { readonly kind: string }>> = {
  sender: (evidence) => evidence.sender,
  authentication: (evidence) => evidence.authentication,
  trace: (evidence) => evidence.trace,
  links: (evidence) => evidence.links,
  claims: (evidence) => evidence.claims,
  wording: (evidence) => evidence.wording,
  files: (evidence) => evidence.files,
  codes: (evidence) => evidence.codes,
};
const NOTHING_MISSING: readonly Missing[] = [];

function missingOf(lure: Lure, evidence: Evidence): readonly Missing[] {
  let missing: Missing[] | undefined;
  for (const topic of lure.needs) if (GATHERED[topic](evidence).kind === "failed") (missing ??= []).push({ topic, why: TOPICS[topic] });
  return missing ?? NOTHING_MISSING;
}

function pointsOf(lure: Lure, finding: Finding, evidence: Evidence, facts: Facts): CheckResult {
  const point: Point = {
    check: lure.id,
    kind: finding.kind,
    leans: "phishing",
    severity: finding.severity,
    confidence: finding.confidence,
    // The lure is thrown in this brand's name.
    brand: finding.brand ?? speakersOf(evidence, facts.registry)[0]?.brand.id,
    title: restsOnWords(finding) ? ONLY_WORDS : lure.found,
    seen: finding.seen,
    official: lure.official,
    why: lure.why,
    action: lure.action,
    quotes: finding.quotes.slice(0, 5),
    fact: lure.fact,
    ...(finding.link === undefined ? {} : { link: finding.link }),
  };
  return { kind: "points", check: lure.id, points: [point] };
}

const ONLY_WORDS: Bilingual = { ja: "偽のメールによくある言葉があります", en: "It has words that fake mails often have" };

/** Findings named `…-words` rest on wording alone: the lure's title would say more than was found. */
function restsOnWords(finding: Finding): boolean {
  return finding.severity === "low" && finding.kind.endsWith("words");
}

/** The phrases as a reader sees them, for a sentence: 「a」「b」. */
export function said(quotes: readonly Quote[]): Bilingual {
  const shown = quotes.slice(0, 3).map((quote) => quote.text.trim());
  return { ja: shown.map((text) => `「${text}」`).join(""), en: shown.map((text) => `"${text}"`).join(", ") };
}
