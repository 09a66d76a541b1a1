import type { Brand, DomainFact } from "./brand.ts";

/** A brand name found in a text; indices in the text as given. */
export interface NameHit {
  readonly brand: string;
  readonly start: number;
  readonly end: number;
  readonly short: boolean;
  readonly spelling: boolean;
}

/** What a host is to a brand. */
export type HostRole = "site" | "sender" | "delegated-sender" | "link-tracker" | "customer" | "machine";

/** A word that a host may imitate, and whose it is. */
export interface TargetFound {
  readonly brand: string;
  /** Without hyphens, lower case. */
  readonly text: string;
  /** The official domain that is named as the one imitated. */
  readonly domain: string;
  /** Label of that domain when the word is one, "" when it is a name. */
  readonly label: string;
}

/** The registry compiled for matching: one pass over a text however many brands there are. */
export interface Registry {
  /** Content hash or date of the data it was built from. */
  readonly version: string;
  readonly brands: readonly Brand[];
  /** Ordinary words that are, or all but are, a brand's name: never a look-alike by themselves. */
  readonly commonWords?: ReadonlySet<string> | undefined;
  /** What a host may imitate, of all brands; for `lookAlikesAmong`. */
  readonly targets?: readonly TargetFound[] | undefined;
  get(id: string): Brand | undefined;
  /** All brand names in a text: normalised (NFKC, case, blanks inside words, homoglyphs), word boundaries kept. */
  findNames(text: string): readonly NameHit[];
  /** The brand a name as written in mails or lists means (whole string), or undefined. */
  findBrand(name: string): Brand | undefined;
  /** Every brand a host belongs to and as what, facts valid on `day` (ISO day, undefined = any). */
  rolesOf(host: string, day: string | undefined): readonly { readonly brand: string; readonly role: HostRole; readonly fact: DomainFact }[];
}
