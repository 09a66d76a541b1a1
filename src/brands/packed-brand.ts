import type { Brand, BrandName, FactSource } from "./brand.ts";
import type { Bilingual } from "../terms/index.ts";
import { FACT_KEYS, STATUS_OF_LETTER, TEXT_LISTS } from "./fact-lists.ts";

/**
 * Facts as written in the compiled registry: [what, status and day checked, source, valid from, valid until, exact]; empty
 * ends are left out. The day follows the letter of the status unless it is that of the fact before; a source that the
 * brand had before is its number.
 */
type PackedFact = readonly (string | number | boolean)[];

/** Letters for the keys of a brand, as there are thousands of each. */
const LETTERS = {
  id: "i",
  label: "l",
  owner: "o",
  group: "g",
  names: "n",
  topicWords: "w",
  spellings: "p",
  aliases: "a",
  siteDomains: "s",
  senderDomains: "d",
  senderAddresses: "e",
  delegatedSenders: "v",
  linkTrackers: "t",
  customerDomains: "c",
  machineHosts: "m",
  urlRule: "u",
  advisoryPages: "y",
  contactPage: "k",
  reportAddress: "r",
} as const satisfies Record<keyof Brand, string>;
const KEYS = Object.entries(LETTERS) as readonly (readonly [keyof Brand, string])[];

/**
 * A brand as one line of JSON: keys as letters, nothing twice, no empty lists, and no domains, which the index has. A fifth
 * of the size, which is what loading costs.
 */
export function packBrand(brand: Brand): string {
  const packed: Record<string, unknown> = { ...brand, names: brand.names.map(packName), label: packPair(brand.label), owner: packPair(brand.owner) };
  for (const list of TEXT_LISTS) if (brand[list].length === 0) delete packed[list];
  const seen = new Seen();
  for (const [list, key] of Object.entries(FACT_KEYS)) {
    const facts = brand[list as keyof typeof FACT_KEYS];
    if (facts.length === 0) delete packed[list];
    else
      packed[list] =
        key === "domain" ? packDomains(facts, seen) : facts.map((fact) => packFact(fact, (fact as unknown as Readonly<Record<string, string>>)[key]!, seen));
  }
  return JSON.stringify(Object.fromEntries(KEYS.flatMap(([key, letter]) => (packed[key] === undefined ? [] : [[letter, packed[key]]]))));
}

/** @param domains the domains of its lists, in the order of DOMAIN_LISTS */
export function unpackBrand(line: string, domains: readonly (readonly string[])[]): Brand {
  const packed = JSON.parse(line) as Record<string, unknown>;
  const read: Record<string, unknown> = {};
  for (const [key, letter] of KEYS) if (packed[letter] !== undefined) read[key] = packed[letter];
  read["names"] = (read["names"] as readonly string[]).map(unpackName);
  read["label"] = unpackPair(read["label"] as PackedPair);
  if (read["owner"] !== undefined) read["owner"] = unpackPair(read["owner"] as PackedPair);
  for (const list of TEXT_LISTS) read[list] ??= [];
  const seen = new Seen();
  for (const [list, key] of Object.entries(FACT_KEYS)) {
    const facts = (read[list] ?? []) as (PackedFact | string)[] | number;
    if (key === "domain") read[list] = unpackDomains(facts, domains[LIST_PLACES[list]!] ?? [], seen);
    else read[list] = (facts as (PackedFact | string)[]).map((fact) => unpackFact(fact, key, seen));
  }
  return read as unknown as Brand;
}

/** Where each list stands among the domains that the index has. */
const LIST_PLACES: Readonly<Record<string, number>> = { siteDomains: 0, senderDomains: 1, delegatedSenders: 2, linkTrackers: 3, customerDomains: 4 };

/** Facts on domains without the domains: how many, where all are assumed and of the same day; else each, "" for such a one. */
function packDomains(facts: readonly FactSource[], seen: Seen): number | readonly (PackedFact | string)[] {
  const packed = facts.map((fact) => packFact(fact, "", seen));
  return packed.every((fact) => fact === "") ? packed.length : packed;
}

function unpackDomains(packed: number | readonly (PackedFact | string)[], domains: readonly string[], seen: Seen): readonly FactSource[] {
  const facts = typeof packed === "number" ? Array.from({ length: packed }, () => "") : packed;
  return facts.map((fact, at) => ({ ...unpackFact(fact, "domain", seen), domain: domains[at]! }));
}

/** Japanese and English, or one text that is both. */
type PackedPair = string | readonly [ja: string, en: string];

function packPair(pair: Bilingual | undefined): PackedPair | undefined {
  return pair === undefined ? undefined : pair.ja === pair.en ? pair.ja : [pair.ja, pair.en];
}

const unpackPair = (packed: PackedPair): Bilingual => (typeof packed === "string" ? { ja: packed, en: packed } : { ja: packed[0], en: packed[1] });

/** A letter for language and length, then the name. */
const NAMES: Readonly<Record<string, Omit<BrandName, "name">>> = {
  j: { lang: "ja" },
  e: { lang: "en" },
  J: { lang: "ja", short: true },
  E: { lang: "en", short: true },
};

function packName({ name, lang, short }: BrandName): string {
  const letter = lang === "ja" ? "j" : "e";
  return `${short === true ? letter.toUpperCase() : letter}${name}`;
}

function unpackName(packed: string): BrandName {
  return { name: packed.slice(1), ...(NAMES[packed.charAt(0)] ?? { lang: "ja" }) };
}

/** What the facts of one brand before this one said; packing and unpacking walk them in the same order. */
class Seen {
  /** The day most facts were looked at: only those of other days bear one. */
  day = "2026-11-25";
  readonly sources: string[] = [];
}

function packFact(fact: FactSource & { readonly exact?: boolean | undefined }, what: string, seen: Seen): PackedFact | string {
  const day = fact.checked === seen.day ? "" : (seen.day = fact.checked);
  const cells = [what, `${fact.status.charAt(0)}${day}`, packSource(fact.source, seen), fact.validFrom ?? "", fact.validUntil ?? "", fact.exact ?? ""];
  const told = cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
  // The commonest fact by far: assumed, of the same day.
  return told.length === 2 && told[1] === "a" ? what : told;
}

function packSource(source: string | undefined, { sources }: Seen): string | number {
  if (source === undefined) return "";
  const known = sources.indexOf(source);
  if (known < 0) sources.push(source);
  return known < 0 ? source : known;
}

function unpackFact(cells: PackedFact | string, key: string, seen: Seen): FactSource {
  const [what, status, source, validFrom, validUntil, exact] = typeof cells === "string" ? [cells, "a"] : cells;
  const day = String(status).slice(1);
  if (day !== "") seen.day = day;
  return {
    [key]: what,
    ...(typeof exact === "boolean" ? { exact } : {}),
    status: STATUS_OF_LETTER[String(status).charAt(0)] ?? "assumed",
    source: unpackSource(source, seen),
    checked: seen.day,
    ...(given(validFrom) === undefined ? {} : { validFrom: given(validFrom) }),
    ...(given(validUntil) === undefined ? {} : { validUntil: given(validUntil) }),
  };
}

function unpackSource(cell: PackedFact[number] | undefined, { sources }: Seen): string | undefined {
  if (typeof cell === "number") return sources[cell];
  const source = given(cell);
  if (source !== undefined) sources.push(source);
  return source;
}

const given = (cell: PackedFact[number] | undefined): string | undefined => (typeof cell === "string" && cell !== "" ? cell : undefined);
