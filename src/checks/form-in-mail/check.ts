import { readPage } from "../../evidence/files/attached-page.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import type { TextPart } from "../../mail/mail.ts";
import type { Check } from "../check.ts";
import { resultOf } from "../file-point.ts";
import type { Finding } from "../file-point.ts";
import { SEEN, TEXTS } from "./text.ts";

const ID = "form-in-mail";
/** Few mails have a form: the rest are passed over by this word. */
const CONTROL = /<(?:input|textarea)\b/i;

/**
 * Fields in the mail itself for what no company asks by mail. Other forms are no evidence: questionnaires, searches and
 * sign-offs of newsletters have them.
 */
export const formInMail: Check = {
  id: ID,
  title: { ja: "メールの中に入力欄がないか", en: "Is there a form in the mail itself?" },
  question: { ja: "メールの本文に、パスワードなどの入力欄がありますか。", en: "Does the mail itself have a field for a password or other data?" },
  needs: [],
  confidence: "strong",
  run(evidence, facts) {
    return resultOf(ID, findingsOf(evidence), evidence, facts);
  },
};

function findingsOf(evidence: Evidence): readonly Finding[] {
  for (const part of evidence.texts) {
    const at = part.kind === "html" ? part.text.search(CONTROL) : -1;
    if (at < 0) continue;
    const { page } = readPage(part.text);
    if (page.asksSecret) return [finding(page.hasPasswordField ? "password-field" : "secret-field", part, at)];
  }
  return [];
}

function finding(kind: "password-field" | "secret-field", part: TextPart, at: number): Finding {
  return {
    kind,
    severity: kind === "password-field" ? "high" : "medium",
    confidence: "strong",
    text: TEXTS,
    seen: SEEN[kind],
    quotes: [{ text: part.text.slice(at, at + 120), where: part.toWhere(at, Math.min(part.text.length, at + 120)) }],
  };
}
