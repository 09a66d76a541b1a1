import { speakersOf } from "../evidence/speakers.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Bilingual, Quote } from "../terms/index.ts";
import type { Check, CheckResult, Facts, Missing, Point } from "./check.ts";

/** What a check about the parts of a mail says of one of its findings, in both languages. */
export interface FindingText {
  readonly title: Bilingual;
  readonly official: Bilingual;
  readonly why: Bilingual;
  readonly action: Bilingual;
}

/** One finding about a part of the mail. */
export interface Finding {
  readonly kind: string;
  readonly severity: Point["severity"];
  readonly confidence: Point["confidence"];
  readonly seen: Bilingual;
  readonly text: FindingText;
  readonly quotes: readonly Quote[];
}

const MISSING: Readonly<Record<"files" | "codes" | "links", Missing>> = {
  files: { topic: "files", why: { ja: "添付ファイルを読み取れませんでした。", en: "The attached files could not be read." } },
  codes: { topic: "codes", why: { ja: "画像の QR コードを読み取れませんでした。", en: "The QR codes of the pictures could not be read." } },
  links: { topic: "links", why: { ja: "本文のリンクを読み取れませんでした。", en: "The links of the mail could not be read." } },
};

/** Result when a topic that a check needs could not be gathered. */
export function unknownOf(check: string, topic: keyof typeof MISSING): CheckResult {
  return { kind: "unknown", check, missing: [MISSING[topic]] };
}

/** Findings as points of a check, about the brand the mail says it is from; `clear` when there are none. */
export function resultOf(check: Check["id"], findings: readonly Finding[], evidence: Evidence, facts: Facts): CheckResult {
  if (findings.length === 0) return { kind: "clear", check };
  const brand = speakersOf(evidence, facts.registry)[0]?.brand.id;
  const [first, ...others] = findings.map(({ text, ...finding }): Point => ({ check, leans: "phishing", brand, fact: undefined, ...text, ...finding }));
  return { kind: "points", check, points: [first as Point, ...others] };
}

/** A name as it may be shown: controls that turn letters round are named, long names cut. */
export function shownName(name: string): string {
  const visible = name.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "�").replace(/[\s\u3000\u2800]{4,}/g, " … ");
  return visible.length > 80 ? `${visible.slice(0, 40)}…${visible.slice(-30)}` : visible;
}
