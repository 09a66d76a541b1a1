import type { Seeded } from "../../bench/seeded.ts";

/** Somebody who got a mail, as the generator made them up. */
export interface Persona {
  readonly kanji: string;
  readonly family: string;
  readonly latin: string;
  readonly address: string;
  readonly localPart: string;
  /** Empty when the mailbox is at a provider everybody uses. */
  readonly domain: string;
  readonly account: string;
  readonly phone: string;
}

const FAMILY = [
  ["山田", "Yamada"],
  ["佐々木", "Sasaki"],
  ["林", "Hayashi"],
  ["森", "Mori"],
  ["長谷川", "Hasegawa"],
  ["五十嵐", "Igarashi"],
  ["中村", "Nakamura"],
  ["勅使河原", "Teshigawara"],
  ["高橋", "Takahashi"],
  ["星野", "Hoshino"],
  ["渡邉", "Watanabe"],
  ["井上", "Inoue"],
] as const;
const GIVEN = [
  ["太郎", "Taro"],
  ["花子", "Hanako"],
  ["翔", "Sho"],
  ["さくら", "Sakura"],
  ["健一", "Kenichi"],
  ["美咲", "Misaki"],
  ["大輔", "Daisuke"],
  ["由美子", "Yumiko"],
  ["光", "Hikaru"],
  ["恵", "Megumi"],
] as const;
const OWN_DOMAINS = [
  "kensetsu.example",
  "tanuki-shoji.example",
  "office-kaede.test",
  "mail.hoshizora.example",
  "kita-shika.test",
  "aozora-koumuten.example",
  "xn--fiqs8s-shop.example",
  "minato.ac.test",
];
const PROVIDERS = ["gmail.com", "docomo.ne.jp", "yahoo.co.jp", "outlook.jp"];

export function persona(seeded: Seeded): Persona {
  const [family, familyLatin] = seeded.pick(FAMILY);
  const [given, givenLatin] = seeded.pick(GIVEN);
  const own = seeded.next() < 0.7;
  const domain = own ? seeded.pick(OWN_DOMAINS) : seeded.pick(PROVIDERS);
  const localPart = localPartOf(seeded, familyLatin.toLowerCase(), givenLatin.toLowerCase());
  return {
    kanji: `${family}${seeded.pick([" ", "", "\u3000"])}${given}`,
    family,
    latin: `${givenLatin} ${familyLatin}`,
    address: `${localPart}@${domain}`,
    localPart,
    domain: own ? domain : "",
    account: `${seeded.pick(["K", "AB", ""])}${String(10_000_000 + seeded.below(89_999_999))}`,
    phone: `0${seeded.pick(["90", "80", "70"])}-${1000 + seeded.below(9000)}-${1000 + seeded.below(9000)}`,
  };
}

/** Patterns people really use, role mailboxes and short ones among them. */
function localPartOf(seeded: Seeded, family: string, given: string): string {
  const forms = [
    `${given}.${family}`,
    `${family}-${given}`,
    `${given[0]}.${family}${1960 + seeded.below(50)}`,
    `${family}_${seeded.code(3)}`,
    `${family}${seeded.below(1000)}`,
    given,
    "info",
    `${given}+shop`,
    `${seeded.code(9)}`,
  ];
  return seeded.pick(forms);
}
