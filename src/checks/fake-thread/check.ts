import { field } from "../../mail/index.ts";
import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding } from "../header-rule.ts";

/** Marks of answers and forwards as mail programs of several languages write them. */
const ANSWER = /^\s*(?:re|aw|sv|antw|ref|res|rif|odp|回复|答复|返信)\s*(?:\[\d{1,3}\])?\s*[:：]/i;

/**
 * The subject says that it is an answer, but the mail names no mail that it answers (In-Reply-To, References: RFC 5322
 * §3.6.4). Old programs and lists leave them out, so it says little alone.
 */
export const fakeThread = headerCheck({
  id: "fake-thread",
  title: { ja: "返信に見せかけていないか", en: "Does it only pretend to be an answer?" },
  question: {
    ja: "件名は返信なのに、元のメールへの参照がないのではありませんか。",
    en: "Does the subject say it is an answer, without naming the mail it answers?",
  },
  needs: ["sender", "trace"],
  confidence: "weak",
  found: { ja: "返信のような件名ですが、元のメールへの参照がありません", en: "The subject looks like an answer, but no earlier mail is named" },
  official: { ja: "メールソフトの返信には、元のメールの番号が付きます。", en: "A mail program's answer names the mail that it answers." },
  why: { ja: "やり取りの続きに見せて、読ませようとする手口があります。", en: "Posing as part of a conversation makes people read on." },
  find,
});

function find({ evidence, list }: GivenHeader): HeaderFinding | undefined {
  const { subject, mail } = evidence;
  if (subject === undefined || list !== undefined || !ANSWER.test(subject.text.slice(0, 100))) return undefined;
  if (["references", "in-reply-to", "thread-index"].some((key) => field(mail, key) !== undefined)) return undefined;
  return {
    kind: "answer-to-nothing",
    severity: "low",
    confidence: "weak",
    quotes: [subject],
    seen: {
      ja: `件名は「${subject.text}」ですが、References も In-Reply-To もありません。`,
      en: `The subject is "${subject.text}", without References or In-Reply-To.`,
    },
  };
}
