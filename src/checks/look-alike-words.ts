import type { Brand, FactSource } from "../brands/brand.ts";
import type { LookAlikeKind } from "../brands/look-alike.ts";
import type { HostLikeness } from "../evidence/domains-look-alike.ts";
import type { Bilingual } from "../terms/index.ts";

/** How a host of each kind deceives the eye. */
export const KIND_WORDS: Readonly<Record<LookAlikeKind, Bilingual>> = {
  typosquat: { ja: "つづりが少しだけ違います", en: "its spelling is slightly off" },
  confusable: { ja: "見た目がそっくりな別の文字が使われています", en: "it uses other characters that look the same" },
  combosquat: { ja: "ブランド名に別の言葉や文字を足してあります", en: "it adds other words or letters to the brand's name" },
  brandInSubdomain: { ja: "前のほうにブランド名を置いただけで、持ち主は別です", en: "it only puts the brand's name in front; somebody else owns it" },
  tldSwap: { ja: "末尾(.com や .jp の部分)だけが違います", en: "only its ending (the part such as .com or .jp) differs" },
};

/** The official domain that is imitated, as a fact with its source. */
export function factOn(brand: Brand, domain: string): FactSource | undefined {
  const facts = [...brand.siteDomains, ...brand.senderDomains];
  return facts.find((fact) => fact.domain === domain) ?? facts.find((fact) => fact.domain.endsWith(`.${domain}`)) ?? facts[0];
}

/** What is official, in words. */
export function officialWords({ brand, of }: HostLikeness): Bilingual {
  return { ja: `${brand.label.ja}の公式ドメインは ${of} です。`, en: `The official domain of ${brand.label.en} is ${of}.` };
}

/** Why a likeness matters. */
export const WHY_ALIKE: Bilingual = {
  ja: "よく似たドメインは、読み違えさせるために誰でも取得できます。公式と 1 文字でも違えば別の持ち主です。",
  en: "Anybody can register a domain that is easily misread. If it differs by a single letter, somebody else owns it.",
};
