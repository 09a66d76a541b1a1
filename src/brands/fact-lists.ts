import type { FactStatus } from "./brand.ts";

/** Lists of facts a brand has, with the key of what each fact states. */
export const FACT_KEYS = {
  siteDomains: "domain",
  senderDomains: "domain",
  senderAddresses: "address",
  delegatedSenders: "domain",
  linkTrackers: "domain",
  customerDomains: "domain",
  machineHosts: "pattern",
} as const;

/** Lists of plain texts a brand has. */
export const TEXT_LISTS = ["topicWords", "spellings", "aliases", "advisoryPages"] as const;

/** How well founded a fact is, by the letter that packed forms have for it. */
export const STATUS_OF_LETTER: Readonly<Record<string, FactStatus>> = { c: "confirmed", d: "documented", a: "assumed" };
