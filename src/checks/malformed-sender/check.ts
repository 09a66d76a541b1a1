import { hasKnownTld } from "../../evidence/domains.ts";
import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding } from "../header-rule.ts";

/** Endings that exist nowhere by design (RFC 2606, RFC 6762, RFC 8375) and are met on mail of machines and in examples. */
const RESERVED = new Set("example test invalid localhost local localdomain internal intranet lan home corp arpa onion".split(" "));

/** Old servers sign notices of failed delivery with a name alone. */
const BOUNCE = /mail(?:er)?[- ]?(?:daemon|delivery|system)|postmaster/i;

/**
 * The From field cannot be that of a mail from the internet: it holds no address (RFC 5322 §3.6.2), a host that cannot
 * exist there (RFC 5321 §2.3.5 asks for a full name), or several authors without a Sender (RFC 5322 §3.6.2). Programs that
 * send in masses leave such traces; mail services do not let them through for their customers.
 */
export const malformedSender = headerCheck({
  id: "malformed-sender",
  title: { ja: "差出人の欄は正しく書かれているか", en: "Is the From field well written?" },
  question: { ja: "差出人の欄に、実在しうるアドレスが一つだけ書かれていますか。", en: "Does From hold one address that can exist?" },
  needs: ["sender", "trace"],
  confidence: "strong",
  found: { ja: "差出人の欄が、正しいメールではありえない書き方です", en: "The From field is written as no proper mail has it" },
  official: {
    ja: "会社やメールサービスから届くメールの差出人は、実在するアドレス一つです。",
    en: "Mail of companies and mail services has one sender with an existing address.",
  },
  why: { ja: "大量送信ソフトが、差出人を隠したり偽ったりした跡です。", en: "Programs for mass mailing leave this when they hide or forge the sender." },
  find,
});

/** Mathematical alphanumerics and enclosed letters: IDNA (RFC 5892 §2.1) disallows them in any domain name. */
const STYLED = /[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f189}\u2460-\u24ff]/u;

function find(given: GivenHeader): HeaderFinding | undefined {
  const { sender, trace, list } = given;
  const [author, ...others] = sender.from;
  // A mail that never crossed the internet may say of its sender what it likes: `root@server`.
  if (author === undefined || list !== undefined || trace?.top === undefined) return undefined;
  if (author.domain === "" && BOUNCE.test(author.quote.text)) return undefined;
  if (author.domain === "") return found("no-address", given, { ja: "差出人の欄にメールアドレスがありません。", en: "From holds no mail address." });
  const ending = sender.authorDomain.slice(sender.authorDomain.lastIndexOf(".") + 1);
  if (RESERVED.has(ending)) return undefined;
  if (!sender.authorDomain.includes(".") && trace.entry !== undefined) {
    return found("impossible-domain", given, {
      ja: `差出人のドメイン「${sender.authorDomain}」は、インターネットにはありえない名前です。`,
      en: `The sender's domain "${sender.authorDomain}" cannot exist on the internet.`,
    });
  }
  if (STYLED.test(author.domain)) {
    return found("styled-domain", given, {
      ja: `差出人のドメイン「${author.domain}」は、飾り文字で書かれています。メールのアドレスには使えない文字です。`,
      en: `The sender's domain "${author.domain}" is written in ornamental letters, which no mail address can hold.`,
    });
  }
  if (others.length > 0 && sender.sender === undefined) {
    return found("several-authors", given, { ja: `差出人が ${sender.from.length} 人分書かれています。`, en: `From names ${sender.from.length} authors.` });
  }
  if (ending === sender.authorDomain || /^\d+$/.test(ending) || hasKnownTld(sender.authorDomain)) return undefined;
  const seen = { ja: `差出人のドメインの末尾「.${ending}」は実在しません。`, en: `The ending ".${ending}" of the sender's domain does not exist.` };
  return { ...found("unknown-ending", given, seen), severity: "low", confidence: "weak" };
}

function found(kind: string, { sender }: GivenHeader, seen: HeaderFinding["seen"]): HeaderFinding {
  return { kind, severity: "medium", confidence: "strong", seen, quotes: sender.from.slice(0, 1).map((one) => one.quote) };
}
