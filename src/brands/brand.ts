/**
 * How well a fact is founded. `confirmed`: the brand's own page says so; `documented`: a reliable third
 * party does; `assumed`: general knowledge, not checked: it can never carry an `impersonation` verdict alone.
 */
export type FactStatus = "confirmed" | "documented" | "assumed";

/** Where a fact comes from and when it held. Dates are ISO days (YYYY-MM-DD). */
export interface FactSource {
  readonly status: FactStatus;
  /** Public page; absent only for `assumed`. */
  readonly source: string | undefined;
  /** Day somebody looked at the source. */
  readonly checked: string;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
}

/** A host fact: `xserver.ne.jp` covers itself and every subdomain; `exact` covers only itself. */
export interface DomainFact extends FactSource {
  readonly domain: string;
  readonly exact?: boolean | undefined;
}

export interface AddressFact extends FactSource {
  readonly address: string;
}

/** A host a brand's genuine machine notices come from, e.g. `sv*.xserver.jp` (`*` within one label). */
export interface MachineHostFact extends FactSource {
  readonly pattern: string;
}

/** A name as mails write it. `short`: needs a second claim or one of the topic words near it (au, JA, ETC). */
export interface BrandName {
  readonly name: string;
  readonly lang: "ja" | "en";
  readonly short?: boolean | undefined;
}

/** Everything known about who is officially this brand. One file `data/brands/<id>.yaml`. */
export interface Brand {
  readonly id: string;
  /** For people: [Japanese, English]. */
  readonly label: { readonly ja: string; readonly en: string };
  readonly owner: { readonly ja: string; readonly en: string } | undefined;
  /**
   * Brands of one house, which send for each other (`mizuho`, `jr-east`, `smbc`): kebab-case, the same in each of their
   * files. A domain of one is then no foreign domain for another. Brands with the same `owner` in Japanese are kin
   * without it.
   */
  readonly group?: string | undefined;
  readonly names: readonly BrandName[];
  /** Words that make a short name a claim when they stand in the same mail. */
  readonly topicWords: readonly string[];
  /** Misspellings and odd spellings seen in phishing (Xsever, E-xserver). */
  readonly spellings: readonly string[];
  /** Names other lists use (JPCERT label, ...); for `brands find`. */
  readonly aliases: readonly string[];
  readonly siteDomains: readonly DomainFact[];
  readonly senderDomains: readonly DomainFact[];
  readonly senderAddresses: readonly AddressFact[];
  /** Third parties that deliver for the brand or track its links. */
  readonly delegatedSenders: readonly DomainFact[];
  readonly linkTrackers: readonly DomainFact[];
  /** Rule as the brand prints it, e.g. `https://***.xserver.ne.jp/`. */
  readonly urlRule: (FactSource & { readonly rule: string }) | undefined;
  /** Domains of the brand's customers (xserver.jp, sakura.ne.jp): they prove nothing. */
  readonly customerDomains: readonly DomainFact[];
  readonly machineHosts: readonly MachineHostFact[];
  readonly advisoryPages: readonly string[];
  /** Real ways to reach the company: official page, never from the mail. */
  readonly contactPage: string | undefined;
  readonly reportAddress: string | undefined;
}
