import { foldText } from "../terms/normalise.ts";
import type { Brand } from "./brand.ts";
import { lettersOf } from "./edit-distance.ts";
import { glance } from "./glance.ts";
import { partsOf } from "./host-parts.ts";

/** A word that a host may imitate: the label of an official domain, or a name in Latin letters. */
export interface Target {
  /** Without hyphens and blanks, lower case. */
  readonly text: string;
  readonly glance: string;
  /** `lettersOf` the text. */
  readonly letters: number;
  /** Label of the official domain; undefined for a name. */
  readonly label: string | undefined;
  readonly suffix: string;
  /** One word of an official label of several: `smbc` of `smbc-card.com`. Means the brand only where the brand is claimed. */
  readonly part: boolean;
  /** The official domain that is named as the one imitated. */
  readonly domain: string;
}

const LATIN = /^[a-z0-9][a-z0-9 .&'!+:/-]*$/;
/** Words in names that say nothing of a brand when they stand in a host. */
const GENERIC = new Set(
  "account accounts alert app apps auth bank banking billing bill card cards cloud club co com connect corp credit customer direct email express free group help home info id inc index japan jp login mail market me member members mobile money my mypage net news office official one online order page pass pay payment photo plus point points portal post prime safety sec secure security server service services shop sign site store support system team travel update user verify video vip web webmail www".split(
    " ",
  ),
);

const known = new WeakMap<Brand, readonly Target[]>();

/** Whether a word says nothing of a brand. */
export const isGeneric = (word: string): boolean => word.length < 2 || GENERIC.has(word);

/** Everything a host may imitate of a brand: labels of its domains first, then its names, aliases and known misspellings. */
export function targetsOf(brand: Brand): readonly Target[] {
  const before = known.get(brand);
  if (before !== undefined) return before;
  const targets = new Map<string, Target>();
  for (const fact of [...brand.siteDomains, ...brand.senderDomains]) {
    const parts = partsOf(fact.domain);
    if (parts === undefined || parts.rented) continue;
    const text = parts.label.replaceAll("-", "");
    if (text.length >= 2 && !targets.has(text))
      targets.set(text, { text, glance: glance(text), letters: lettersOf(text), label: parts.label, suffix: parts.suffix, part: false, domain: parts.domain });
  }
  for (const whole of [...targets.values()]) {
    for (const text of whole.label?.split("-") ?? [])
      if (text.length >= 3 && !isGeneric(text) && !targets.has(text))
        targets.set(text, { text, glance: glance(text), letters: lettersOf(text), label: undefined, suffix: "", part: true, domain: whole.domain });
  }
  const domain = [...targets.values()][0]?.domain ?? brand.siteDomains[0]?.domain ?? "";
  for (const name of [brand.label.en, ...brand.names.map((one) => one.name), ...brand.aliases, brand.id]) {
    const text = latinName(name);
    if (text !== undefined && !targets.has(text))
      targets.set(text, { text, glance: glance(text), letters: lettersOf(text), label: undefined, suffix: "", part: false, domain });
  }
  const all = [...targets.values()];
  known.set(brand, all);
  return all;
}

/** The name as it would stand in a host; undefined when it has no Latin spelling or none that says whose it is. */
function latinName(name: string): string | undefined {
  const folded = foldText(name);
  if (!LATIN.test(folded) || /\.[a-z]{2,}$/.test(folded)) return undefined;
  const text = folded.replace(/[^a-z0-9]/g, "");
  return text.length < 3 || isGeneric(text) ? undefined : text;
}
