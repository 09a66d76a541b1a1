import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import { addressInUrl, formsOf } from "../../evidence/url-tricks.ts";

const ID = "recipient-in-link";

/**
 * The reader's own address stands in a link that leads to somebody else, plain or encoded: the fake page fills it in and
 * learns who came. Newsletters do it as well, so it is weak; it counts with words that push the reader to log in.
 * Source of the rule: our own observation of mailbox phishing.
 */
export const recipientInLink = lureCheck({
  id: ID,
  title: { ja: "リンクに受信者のアドレスが埋め込まれていないか", en: "Is your address inside a link?" },
  question: {
    ja: "差出人とは別のサイトへのリンクに、あなたのアドレスが(符号化して)埋め込まれていませんか。",
    en: "Does a link to somebody else's site carry your address, plain or encoded?",
  },
  needs: ["sender", "links", "wording"],
  confidence: "strong",
  found: { ja: "リンクにあなたのアドレスが埋め込まれています", en: "A link carries your address" },
  official: {
    ja: "ログインが要る手続きで、アドレスをリンクに書いておく必要はありません。",
    en: "Nothing that needs a login has to carry your address in the link.",
  },
  why: { ja: "偽のログイン画面に自動で入力し、誰が開いたかも知るためです。", en: "The fake login page fills it in, and learns who opened it." },
  action: { ja: "押さないでください。押すだけで、読んだことが相手に伝わります。", en: "Do not follow it: opening alone tells them that you read the mail." },
  find,
});

function find({ links, of, sender }: Given): Finding | undefined {
  const addresses = (sender?.to ?? []).map((box) => box.address);
  if (addresses.length === 0 || addresses.length > 3) return undefined;
  const forms = formsOf(addresses);
  for (const link of links.foreign.slice(0, 100)) {
    const how = addressInUrl(link.targetUrl ?? link.written, forms);
    if (how === undefined) continue;
    const pushing = [...of("mailboxAct"), ...of("verify"), ...of("threat")];
    const grave = pushing.length > 0 && links.allForeign;
    return {
      kind: grave ? `address-${how}-and-pushing-words` : `address-${how}`,
      severity: grave ? "medium" : "low",
      confidence: grave ? "strong" : "weak",
      quotes: [{ text: link.written.slice(0, 200), where: link.where }, ...pushing.slice(0, 2)],
      seen: {
        ja: `${link.targetHost} へのリンクに、あなたのアドレスが${HOW[how].ja}入っています。`,
        en: `A link to ${link.targetHost} carries your address ${HOW[how].en}.`,
      },
      link: { displayed: link.displayedHost, real: link.targetHost },
    };
  }
  return undefined;
}

const HOW = {
  plain: { ja: "そのまま", en: "as it is" },
  base64: { ja: "符号化して(base64)", en: "encoded (base64)" },
  hex: { ja: "符号化して(16進)", en: "encoded (hex)" },
} as const;
