import type { Brand } from "../../brands/brand.ts";
import type { UnlistedDomain } from "../../evidence/unlisted-domain.ts";
import type { Point } from "../check.ts";

/** What a mail from a domain that may be the brand's own, though we do not know it, is told: neither fake nor genuine. */
export function unlistedSender(
  base: Pick<Point, "check" | "brand" | "official" | "fact">,
  brand: Brand,
  unlisted: UnlistedDomain,
  quotes: Point["quotes"],
): Point {
  const { domain, proven } = unlisted;
  return {
    ...base,
    kind: "unlisted-sender",
    leans: "phishing",
    severity: "medium",
    confidence: "weak",
    title: {
      ja: `差出人のドメインが${brand.label.ja}のものか、確かめられません`,
      en: `Whether the sender's domain is ${brand.label.en}'s could not be settled`,
    },
    seen: {
      ja: proven
        ? `${domain} から送られたことは受信側の検査で確かめられていますが、このドメインは手元の公式ドメインの一覧にありません。`
        : `差出人とリンクは ${domain} で揃っていますが、このドメインは手元の公式ドメインの一覧にありません。`,
      en: proven
        ? `The receiving server proved that it was sent from ${domain}, but that domain is not in our list of official ones.`
        : `Its sender and its links are at ${domain}, but that domain is not in our list of official ones.`,
    },
    why: {
      ja: "会社が別のドメインも使っていることはよくあります。一方で、社名を入れたドメインは誰でも取得できます。",
      en: "Companies often use other domains as well. But anybody can register a domain with a company's name in it.",
    },
    action: {
      ja: `${brand.label.ja}の公式サイトを自分で開き、${domain} が案内されているか確かめてください。それまではリンクを押さないでください。`,
      en: `Open ${brand.label.en}'s official site yourself and see whether it names ${domain}. Follow no link until then.`,
    },
    quotes,
  };
}
