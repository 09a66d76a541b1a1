import { foldText } from "../terms/normalise.ts";
import type { Brand, DomainFact } from "./brand.ts";
import { nameKey } from "./name-key.ts";
import { isGeneric, targetsOf } from "./look-alike-targets.ts";
import type { HostRole } from "./registry.ts";

/** A name to be found in texts: [folded, index of the brand, 1 short + 2 spelling, as written where it is short]. */
export type NameEntry = readonly [folded: string, brand: number, marks: number, written: string];
/** A domain: [domain, index of the brand, index in DOMAIN_LISTS, index in that list of the brand]. */
export type HostEntry = readonly [domain: string, brand: number, list: number, fact: number];
/** What a host may imitate: [word, index of the brand, official domain, its label or "" for a name]. */
export type TargetEntry = readonly [text: string, brand: number, domain: string, label: string];
/** A machine host: [parent domain, pattern, index of the brand, index in machineHosts]. */
export type MachineEntry = readonly [tail: string, pattern: string, brand: number, fact: number];

/**
 * What matching needs of all brands, without their facts: computed when the package is built, so that loading reads it
 * and nothing is folded or parsed for a brand that no mail is about. Plain data that JSON can carry.
 */
export interface RegistryIndex {
  readonly ids: readonly string[];
  readonly names: readonly NameEntry[];
  /** Keys of whole names (`nameKey`), first brand to use one keeps it. */
  readonly keys: readonly (readonly [key: string, brand: number])[];
  readonly hosts: readonly HostEntry[];
  readonly machines: readonly MachineEntry[];
  /** Brands of one house: same `group`, or same owner. */
  readonly houses: readonly (readonly number[])[];
  readonly targets: readonly TargetEntry[];
  /** Ordinary words near a brand's name; filled in where a list of words is at hand. */
  readonly common: readonly string[];
}

/** The lists of domains a brand has, with what a host in them is to it. */
export const DOMAIN_LISTS: readonly (readonly [HostRole, (brand: Brand) => readonly DomainFact[]])[] = [
  ["site", (brand) => brand.siteDomains],
  ["sender", (brand) => brand.senderDomains],
  ["delegated-sender", (brand) => brand.delegatedSenders],
  ["link-tracker", (brand) => brand.linkTrackers],
  ["customer", (brand) => brand.customerDomains],
];

const SHORT = 1;
const SPELLING = 2;
const MACHINE_TAIL = /\*[^.]*\.(.+)$/;

/** Builds the index. Pure: the same brands give the same index. */
export function buildIndex(brands: readonly Brand[]): RegistryIndex {
  return {
    ids: brands.map((brand) => brand.id),
    names: namesOf(brands),
    keys: keysOf(brands),
    hosts: brands.flatMap((brand, index) =>
      DOMAIN_LISTS.flatMap(([, facts], list) => facts(brand).map((fact, at): HostEntry => [fact.domain.toLowerCase(), index, list, at])),
    ),
    machines: brands.flatMap((brand, index) => brand.machineHosts.map((fact, at) => machineOf(fact.pattern, index, at))),
    houses: housesOf(brands),
    targets: brands.flatMap((brand, index) =>
      targetsOf(brand)
        .filter((target) => !target.part && target.text.length >= 4 && !isGeneric(target.text))
        .map((target): TargetEntry => [target.text, index, target.domain, target.label ?? ""]),
    ),
    common: [],
  };
}

export const isShort = (entry: NameEntry): boolean => (entry[2] & SHORT) !== 0;
export const isSpelling = (entry: NameEntry): boolean => (entry[2] & SPELLING) !== 0;

function namesOf(brands: readonly Brand[]): NameEntry[] {
  const entries: NameEntry[] = [];
  const seen = new Set<string>();
  const add = (brand: number, written: string, short: boolean, spelling: boolean): void => {
    const folded = foldText(written).trim();
    const key = short ? `${folded} ${written}` : folded;
    if (folded.length < 2 || seen.has(key)) return;
    seen.add(key);
    entries.push([folded, brand, (short ? SHORT : 0) | (spelling ? SPELLING : 0), short ? written.normalize("NFKC") : ""]);
  };
  // Names of all brands before spellings of any: a name never loses to another brand's misspelling.
  brands.forEach((brand, index) => brand.names.forEach((name) => add(index, name.name, name.short === true, false)));
  brands.forEach((brand, index) => brand.spellings.forEach((spelling) => add(index, spelling, false, true)));
  return entries;
}

/** First brand to use a key keeps it; names go before aliases, aliases before spellings, owners last. */
function keysOf(brands: readonly Brand[]): (readonly [string, number])[] {
  const byKey = new Map<string, number>();
  const rounds: readonly ((brand: Brand) => readonly (string | undefined)[])[] = [
    (brand) => [brand.label.ja, brand.label.en, ...brand.names.map((one) => one.name)],
    (brand) => [brand.id, ...brand.aliases],
    (brand) => brand.spellings,
    (brand) => [brand.owner?.ja, brand.owner?.en],
  ];
  for (const namesIn of rounds) {
    brands.forEach((brand, index) => {
      for (const name of namesIn(brand)) {
        const key = name === undefined ? "" : nameKey(name);
        if (key.length > 1 && !byKey.has(key)) byKey.set(key, index);
      }
    });
  }
  return [...byKey];
}

function machineOf(pattern: string, brand: number, fact: number): MachineEntry {
  const tail = MACHINE_TAIL.exec(pattern)?.[1] ?? pattern;
  return [tail.toLowerCase(), pattern.toLowerCase(), brand, fact];
}

function housesOf(brands: readonly Brand[]): (readonly number[])[] {
  const houses = new Map<string, number[]>();
  brands.forEach((brand, index) => {
    const marks = [brand.group === undefined ? undefined : `group ${brand.group}`, brand.owner === undefined ? undefined : `owner ${brand.owner.ja}`];
    for (const mark of marks) if (mark !== undefined) houses.set(mark, [...(houses.get(mark) ?? []), index]);
  });
  return [...houses.values()].filter((members) => members.length > 1);
}
