import type { Brand } from "../../brands/brand.ts";
import type { LookAlikeKind } from "../../brands/look-alike.ts";
import type { Bilingual } from "../../terms/index.ts";

/** How each kind of look-alike domain is explained. */
export const LOOK_ALIKE_WORDS: Readonly<Record<LookAlikeKind, Bilingual>> = {
  typosquat: { ja: "1〜2文字だけ違うつづりです", en: "it is spelled with a letter or two changed" },
  confusable: { ja: "見た目がそっくりな別の文字を使っています", en: "it uses other characters that look the same" },
  combosquat: { ja: "ブランド名に別の言葉を足した、別のドメインです", en: "it is another domain that adds words to the brand's name" },
  brandInSubdomain: { ja: "前の部分にブランド名を置いただけで、持ち主は別です", en: "it only puts the brand's name in front; the owner is somebody else" },
  tldSwap: { ja: "末尾だけを変えた、別のドメインです", en: "only the ending is changed, which makes it another domain" },
};

/** The brand's official sender domains as one phrase. */
export function officialSenders(brand: Brand): Bilingual {
  const addresses = brand.senderAddresses.map((fact) => fact.address);
  const domains = (brand.senderDomains.length > 0 ? brand.senderDomains : brand.siteDomains).map((fact) => `@${fact.domain}`);
  const shown = [...addresses.slice(0, 1), ...domains.filter((domain) => !addresses.some((address) => address.endsWith(domain)))].slice(0, 3);
  const list = shown.join(", ");
  return {
    ja: `${brand.label.ja}の公式な送信元は ${list} です。`,
    en: `${brand.label.en} officially sends from ${list}.`,
  };
}

/** What to do whatever was found about the sender. */
export const DO_NOT_TRUST: Bilingual = {
  ja: "リンクや添付を開かず、公式サイトをブックマークや検索から開いて確かめてください。",
  en: "Do not open its links or attachments. Reach the company through a bookmark or a search instead.",
};
