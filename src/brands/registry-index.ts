import type { Brand, DomainFact } from "./brand.ts";
import type { HostRole } from "./registry.ts";

/** Names to be found in texts, one a row, sorted by the folded name; names before spellings, as brands come. */
export interface NameTable {
  readonly folded: readonly string[];
  readonly brand: readonly number[];
  /** 1 short, 2 spelling. */
  readonly marks: readonly number[];
  /** As written where the name is short, "" otherwise. */
  readonly written: readonly string[];
}

/** Domains, one a row, sorted by the domain: what they are to whom, and which fact says so. */
export interface HostTable {
  readonly domain: readonly string[];
  readonly brand: readonly number[];
  /** Index in DOMAIN_LISTS. */
  readonly list: readonly number[];
  /** Index in that list of the brand. */
  readonly fact: readonly number[];
}

/** Keys of whole names (`nameKey`); the first brand to use one keeps it. */
export interface KeyTable {
  readonly key: readonly string[];
  readonly brand: readonly number[];
}

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
  readonly names: NameTable;
  readonly keys: KeyTable;
  readonly hosts: HostTable;
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

/** The domains of one brand in the order of its lists, out of the table that is sorted by domain. */
export function domainsOfBrand({ hosts }: RegistryIndex, at: number): readonly (readonly string[])[] {
  const lists = DOMAIN_LISTS.map((): string[] => []);
  // One walk over numbers: quicker than a table of all brands, of which a mail is about one or two.
  for (let row = hosts.brand.indexOf(at); row >= 0; row = hosts.brand.indexOf(at, row + 1)) lists[hosts.list[row]!]![hosts.fact[row]!] = hosts.domain[row]!;
  return lists;
}

/** The domains of every brand, as `domainsOfBrand` gives them. */
export function domainsByBrand({ ids, hosts }: RegistryIndex): readonly (readonly (readonly string[])[])[] {
  const brands = ids.map(() => DOMAIN_LISTS.map((): string[] => []));
  for (let row = 0; row < hosts.domain.length; row++) brands[hosts.brand[row]!]![hosts.list[row]!]![hosts.fact[row]!] = hosts.domain[row]!;
  return brands;
}

export const SHORT = 1;
export const SPELLING = 2;
