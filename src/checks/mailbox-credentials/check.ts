import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import { registrableDomain } from "../../evidence/domains.ts";

const ID = "mailbox-credentials";

/**
 * The mail poses as the reader's own mail service or IT desk: mailbox full, messages on hold, password expiring. It counts
 * where the link leads away from both the sender's and the reader's domain.
 * Source of the rule: https://www.ipa.go.jp/security/anshin/ (IPA, notices about mail account phishing).
 */
export const mailboxCredentials = lureCheck({
  id: ID,
  title: { ja: "メールの管理者を装ってパスワードを求めていないか", en: "Does it pose as your mail administrator?" },
  question: {
    ja: "容量超過・メール保留・パスワード期限などを口実に、別の所でログインさせようとしていませんか。",
    en: "Does it use a full mailbox, held messages or an expiring password to have you log in elsewhere?",
  },
  needs: ["sender", "links", "wording"],
  confidence: "strong",
  found: { ja: "メールの管理者を装い、別のサイトでログインさせようとしています", en: "It poses as your mail administrator and leads you to log in elsewhere" },
  official: {
    ja: "メールの容量やパスワードの手続きは、自社やプロバイダーのドメインの画面で行います。",
    en: "Quota and password of a mailbox are managed on a page of your own organisation or provider.",
  },
  why: {
    ja: "入力したパスワードでメールを乗っ取られ、取引先への詐欺にも使われます。",
    en: "With the password your mailbox is taken over and used to defraud others.",
  },
  action: {
    ja: "リンクは使わず、いつものログイン画面を自分で開くか、管理者に別の手段で確かめてください。",
    en: "Do not use the link; open your usual login page yourself or ask the administrator another way.",
  },
  find,
});

function find({ of, links, sender }: Given): Finding | undefined {
  const mailbox = of("mailbox");
  const asked = of("mailboxAct");
  if (mailbox.length === 0 || asked.length === 0) return undefined;
  const own = new Set((sender?.to ?? []).map((box) => registrableDomain(box.domain)));
  const foreign = links.strangers.find((link) => !own.has(link.registrableDomain));
  const quotes = [...mailbox.slice(0, 2), ...asked.slice(0, 2)];
  const words = said(quotes);
  const many = mailbox.length + asked.length >= 3;
  if (foreign === undefined || !links.allForeign || !many)
    return { kind: "mailbox-words", severity: "low", confidence: "weak", quotes, seen: { ja: `${words.ja}と書かれています。`, en: `It says ${words.en}.` } };
  return {
    kind: "mailbox-and-foreign-links",
    severity: "medium",
    confidence: "strong",
    quotes: [...quotes, { text: foreign.written, where: foreign.where }],
    seen: {
      ja: `${words.ja}と書かれ、リンクは差出人のドメインでもあなたのドメインでもない ${foreign.targetHost} へ通じています。`,
      en: `It says ${words.en}, and the link leads to ${foreign.targetHost}, which is neither the sender's domain nor yours.`,
    },
    link: { displayed: foreign.displayedHost, real: foreign.targetHost },
  };
}
