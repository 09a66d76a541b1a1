import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding } from "../header-rule.ts";

/** Postfix writes `unknown` where the client's address has no name (http://www.postfix.org/postconf.5.html#reject_unknown_client_hostname). */
const NAMELESS = /\(unknown \[/i;

/**
 * The server that handed the mail in has no name in the DNS (RFC 1912 §2.1 asks for one). Mail servers of companies have
 * one; some small ones do not, so it says little alone.
 */
export const noReverseDns = headerCheck({
  id: "no-reverse-dns",
  title: { ja: "送り出したサーバーに名前があるか", en: "Has the sending server a name?" },
  question: { ja: "メールを渡してきたサーバーの IP アドレスに、名前が付いていますか。", en: "Has the address of the server that handed the mail in a name?" },
  needs: ["sender", "trace"],
  confidence: "weak",
  found: { ja: "名前のないサーバーから送られています", en: "It was handed in by a server without a name" },
  official: { ja: "会社のメールサーバーには、ふつう名前が付いています。", en: "A company's mail server normally has a name." },
  why: { ja: "乗っ取られた端末や使い捨てのサーバーには、名前がないことがよくあります。", en: "Hijacked machines and throw-away servers often have none." },
  find,
});

function find({ evidence, trace, list }: GivenHeader): HeaderFinding | undefined {
  // To find the entry the fields must be taken apart; few mails have the word at all.
  if (list !== undefined || !evidence.mail.fields.some((field) => field.key === "received" && NAMELESS.test(field.rawValue))) return undefined;
  const entry = trace?.entry;
  if (entry === undefined || !NAMELESS.test(entry.quote.text)) return undefined;
  return {
    kind: "nameless-server",
    severity: "low",
    confidence: "weak",
    quotes: [entry.quote],
    seen: { ja: `${entry.by} にメールを渡した ${entry.ip} には名前がありません。`, en: `${entry.ip}, which handed the mail to ${entry.by}, has no name.` },
  };
}
