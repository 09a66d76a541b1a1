import type { Advisory, AdvisoryMatch } from "../../advisories/advisory.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import type { Quote } from "../../terms/index.ts";
import type { Check, Confidence, Point } from "../check.ts";
import { warningOf } from "../warning-of.ts";
import { ACTION, officialText, seenText, titleOf, WHY, WHY_IN_PART, WHY_REPORTED } from "./text.ts";

const ID = "published-warning";

/**
 * Point ② of the seed: the brand (or another body) has published a warning that describes this very mail. Address,
 * date, time and count may differ; a short subject that anyone could write is not enough.
 */
export const publishedWarning: Check = {
  id: ID,
  title: { ja: "公式の注意喚起に載っているメールか", en: "Does a published warning describe this mail?" },
  question: {
    ja: "名乗っている会社などが公開した注意喚起に、このメールと同じ例が載っていますか。",
    en: "Is this mail one of the examples in a warning published by the company it says it is, or by another body?",
  },
  needs: ["sender", "claims"],
  confidence: "certain",
  run(evidence, facts) {
    const match = warningOf(evidence, facts);
    return match === undefined ? { kind: "clear", check: ID } : { kind: "points", check: ID, points: [pointOf(evidence, match)] };
  },
};

function pointOf(evidence: Evidence, match: AdvisoryMatch): Point {
  const confidence = confidenceOf(evidence, match);
  const { advisory } = match;
  return {
    check: ID,
    kind: `matches-${match.strength}`,
    leans: "phishing",
    severity: match.strength === "subject-listed" ? "low" : confidence === "weak" ? "medium" : "high",
    confidence,
    brand: advisory.brand,
    title: titleOf(match),
    seen: seenText(match),
    official: officialText(match),
    why: confidence === "weak" ? WHY_IN_PART : (advisory.issuerRole ?? "brand") === "brand" ? WHY : WHY_REPORTED,
    action: ACTION,
    quotes: quotesOf(evidence, match),
    fact: { status: isOwnPage(advisory) ? "confirmed" : "documented", source: advisory.url, checked: advisory.checked },
    advisory: match,
  };
}

/**
 * A text that stands in the warning is the fake's; but a mail that only quotes or mentions it (a newsletter, a
 * colleague's warning) has it too, so without the subject the mail must also speak as the brand.
 */
function confidenceOf(evidence: Evidence, match: AdvisoryMatch): Confidence {
  const speaks = evidence.claims.kind === "found" && evidence.claims.value.some((claim) => claim.brand === match.advisory.brand && claim.kind === "speaks");
  // A report by somebody who got the mail is not the company's word.
  const most = match.advisory.issuerRole === "reporter" ? "strong" : "certain";
  if (match.strength === "whole" || match.strength === "subject-and-part") return speaks ? most : "strong";
  // A subject alone is short, and a link's host may be a shared one.
  if (match.strength === "subject" || match.strength === "subject-listed" || match.strength === "link") return "weak";
  return speaks ? "strong" : "weak";
}

/** The company's own page, and read there. */
function isOwnPage(advisory: Advisory): boolean {
  return (advisory.issuerRole ?? "brand") === "brand" && (advisory.basis ?? "page") === "page";
}

/** The subject and the longest line of the body that are as in the warning, with their bytes. */
function quotesOf(evidence: Evidence, match: AdvisoryMatch): readonly Quote[] {
  const found = match.lines.filter((line) => line.kind === "equal" || line.kind === "variable");
  const quotes: Quote[] = [];
  if (evidence.subject !== undefined && found.some((line) => line.field === "subject")) quotes.push(evidence.subject);
  const from = evidence.sender.kind === "found" ? evidence.sender.value.from[0] : undefined;
  if (from !== undefined && found.some((line) => line.field === "sender")) quotes.push(from.quote);
  const body = found
    .filter((line) => line.field === "body")
    .map((line) => line.mail)
    .sort((a, b) => b.length - a.length);
  const quote = body
    .slice(0, 8)
    .map((line) => quoteOf(evidence, line))
    .find((candidate) => candidate !== undefined);
  if (quote !== undefined) quotes.push(quote);
  // Without a place the point could not be looked up: the subject is at least where the reader begins.
  if (quotes.length === 0 && evidence.subject !== undefined) quotes.push(evidence.subject);
  return quotes;
}

function quoteOf(evidence: Evidence, line: string): Quote | undefined {
  for (const text of evidence.texts) {
    const at = line === "" ? -1 : text.text.indexOf(line);
    if (at >= 0) return { text: line, where: text.toWhere(at, at + line.length) };
  }
  return undefined;
}
