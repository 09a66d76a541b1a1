import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";

const ID = "parcel-fee";

/**
 * A parcel waits and a fee, an address or a date is to be given, at a site that is not the sender's.
 * Source of the rule: https://www.kuronekoyamato.co.jp/ytc/info/info_181212.html (Yamato Transport).
 */
export const parcelFee = lureCheck({
  id: ID,
  title: { ja: "荷物を口実に料金や住所を求めていないか", en: "Does it ask for a fee or an address for a parcel?" },
  question: {
    ja: "届かない荷物を口実に、料金・住所・日時の入力を差出人とは別の所で求めていませんか。",
    en: "Does it ask for a fee, an address or a date for a parcel at somebody else's site?",
  },
  needs: ["sender", "links", "wording"],
  confidence: "strong",
  found: { ja: "荷物を口実に、別のサイトで手続きさせようとしています", en: "It uses a parcel to lead you elsewhere" },
  official: {
    ja: "運送会社は、リンク先でのカード番号の入力を不在通知で求めません。荷物は追跡番号を公式サイトに入れて調べられます。",
    en: "Carriers do not ask for a card number behind a link of a delivery notice; a parcel can be looked up on the official site by its number.",
  },
  why: { ja: "少額の「送料」や「関税」を口実に、カード番号を盗む手口です。", en: "A small fee is the pretext to steal the card number." },
  action: {
    ja: "リンクは使わず、運送会社の公式サイトで追跡番号を調べてください。",
    en: "Do not use the link; look the tracking number up on the carrier's own site.",
  },
  find,
});

function find({ of, links, sender }: Given): Finding | undefined {
  const parcel = of("parcel");
  const fee = of("parcelFee");
  if (parcel.length === 0 || fee.length === 0) return undefined;
  const quotes = [...parcel.slice(0, 2), ...fee.slice(0, 2)];
  const words = said(quotes);
  const foreign = links.strangers[0];
  if (foreign === undefined || !links.allForeign)
    return { kind: "parcel-words", severity: "low", confidence: "weak", quotes, seen: { ja: `${words.ja}と書かれています。`, en: `It says ${words.en}.` } };
  return {
    kind: "parcel-and-foreign-links",
    severity: "medium",
    confidence: "strong",
    quotes: [...quotes, { text: foreign.written, where: foreign.where }],
    seen: {
      ja: `${words.ja}と書かれ、リンクは差出人(${sender?.authorDomain ?? "不明"})ではなく ${foreign.targetHost} へ通じています。`,
      en: `It says ${words.en}, and the links lead away from the sender (${sender?.authorDomain ?? "unknown"}), to ${foreign.targetHost}.`,
    },
    link: { displayed: foreign.displayedHost, real: foreign.targetHost },
  };
}
