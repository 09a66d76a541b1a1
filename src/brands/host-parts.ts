import { parse } from "tldts";
import { toUnicodeLabel } from "./punycode.ts";
import { lettersOf } from "./edit-distance.ts";
import { glance } from "./glance.ts";

/** A host cut for comparing with a brand's names. All lower case. */
export interface HostParts {
  readonly host: string;
  /** Registrable domain. */
  readonly domain: string;
  /** Its own label: `amazon-login` of `www.amazon-login.example.com`. */
  readonly label: string;
  readonly suffix: string;
  /** The suffix is handed out by a provider (`workers.dev`, `duckdns.org`), not by a registry. */
  readonly rented: boolean;
  readonly subdomain: string;
}

/** One label, with what comparing needs of it. */
export interface LabelParts {
  readonly label: string;
  /** As people see it, without hyphens. */
  readonly compact: string;
  /** Its words, parted by hyphens, underscores and digits at either end. */
  readonly words: readonly string[];
  readonly glance: string;
  /** `lettersOf` the compact label. */
  readonly letters: number;
}

const OPTIONS = { allowPrivateDomains: true, validateHostname: false, extractHostname: false } as const;

/** Undefined for IP addresses, public suffixes and what is no host. */
export function partsOf(host: string): HostParts | undefined {
  const parsed = parse(host, OPTIONS);
  const label = parsed.domainWithoutSuffix;
  if (label === null || label === "" || parsed.publicSuffix === null || parsed.domain === null || parsed.isIp === true) return undefined;
  return { host, domain: parsed.domain, label, suffix: parsed.publicSuffix, rented: parsed.isPrivate === true, subdomain: parsed.subdomain ?? "" };
}

export function labelParts(label: string): LabelParts {
  const seen = toUnicodeLabel(label);
  const compact = seen.replace(/[-_]/g, "");
  const words = seen.split(/[-_]+/).filter((word) => word !== "");
  return { label, compact, words: words.length > 1 ? words : [seen], glance: glance(compact), letters: lettersOf(compact) };
}
