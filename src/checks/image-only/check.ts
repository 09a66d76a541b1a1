import type { Evidence } from "../../evidence/evidence.ts";
import type { Check } from "../check.ts";
import { resultOf } from "../file-point.ts";
import { TEXTS } from "./text.ts";

const ID = "image-only";
/** Letters below which a mail says nothing in text. */
const FEWEST_LETTERS = 40;
/** So many letters and more, seen without going on to the end. */
const HAS_TEXT = new RegExp(`^(?:[^\\p{L}\\p{N}]*[\\p{L}\\p{N}]){${FEWEST_LETTERS}}`, "u");

/** A mail whose message is a picture that leads somewhere: what it says cannot be searched or filtered. Weak alone. */
export const imageOnly: Check = {
  id: ID,
  title: { ja: "文章の代わりに画像だけのメールでないか", en: "Is the mail a picture instead of text?" },
  question: {
    ja: "本文がほとんどなく、リンク付きの画像だけで用件を伝えていますか。",
    en: "Does the mail have hardly any text and say what it wants by a linked picture?",
  },
  needs: ["links"],
  confidence: "weak",
  run(evidence, facts) {
    return resultOf(ID, isImageOnly(evidence) ? [finding(evidence)] : [], evidence, facts);
  },
};

function isImageOnly(evidence: Evidence): boolean {
  // Cheapest first: most mails have text.
  if (evidence.visibleText.length > 2000 || HAS_TEXT.test(evidence.visibleText) || letters(evidence.visibleText) >= FEWEST_LETTERS) return false;
  const shows = evidence.texts.some((part) => part.kind === "html" && /<img\b/i.test(part.text));
  return shows && evidence.links.kind === "found" && evidence.links.value.some((link) => /^https?$/.test(link.scheme) && link.visible);
}

function letters(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, "").length;
}

function finding(evidence: Evidence) {
  const link = evidence.links.kind === "found" ? evidence.links.value.find((one) => /^https?$/.test(one.scheme)) : undefined;
  return {
    kind: "picture-with-link",
    severity: "low",
    confidence: "weak",
    text: TEXTS,
    seen: { ja: "本文の文字がほとんどなく、画像を押すとリンク先へ移ります。", en: "There is hardly any text; pressing the picture leads to a link." },
    quotes: link === undefined ? [] : [{ text: link.written, where: link.where }],
  } as const;
}
