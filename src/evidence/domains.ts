import { getDomain, parse } from "tldts";

const PSL_OPTIONS = { allowPrivateDomains: true, extractHostname: false, validateHostname: false } as const;
const MAX_REMEMBERED = 5000;
const remembered = new Map<string, string>();
const owners = new Map<string, string>();

/**
 * A host in its ASCII form as the WHATWG URL Standard normalises it (§3.5 host parsing): lower case, A-labels,
 * full-width letters and ideographic dots folded. Empty when it is no host. Trailing dots are taken off.
 */
export function toAsciiHost(text: string): string {
  const bare = text.trim().replace(/\.$/, "");
  if (bare === "" || bare.length > 1000 || /[\s/?#@\\]/.test(bare)) return "";
  if (/^[a-z][a-z0-9-]*(?:\.[a-z0-9_-]+)*\.[a-z]+$/.test(bare) && !bare.includes("xn--")) return bare;
  const url = `http://${bare}/`;
  if (!URL.canParse(url)) return "";
  const parsed = new URL(url);
  return parsed.port === "" && !/:\d+$/.test(bare) ? parsed.hostname : "";
}

/**
 * The registrable domain by the Public Suffix List, private section included, so that `a.github.io` is a domain of
 * its own. Empty for IP addresses, public suffixes themselves and what is no host.
 */
export function registrableDomain(host: string): string {
  const known = remembered.get(host);
  if (known !== undefined) return known;
  const ascii = host.startsWith(".") ? "" : toAsciiHost(host);
  const found = ascii === "" ? "" : (parse(ascii, PSL_OPTIONS).domain ?? "");
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(host, found);
  return found;
}

/**
 * Who registered the name: the registrable domain by the ICANN section of the Public Suffix List alone, so that
 * `x.prod.outlook.com` and `u1.wl2.sendgrid.net` are their owners', though these hand out names below themselves.
 */
export function ownerDomain(host: string): string {
  const known = owners.get(host);
  if (known !== undefined) return known;
  const found = getDomain(host, { allowPrivateDomains: false, extractHostname: false }) ?? "";
  if (owners.size >= MAX_REMEMBERED) owners.clear();
  owners.set(host, found);
  return found;
}

/**
 * The organizational domain. RFC 9989 §4.10 finds it by walking the DNS tree for DMARC records; this examiner asks no
 * name server, so it takes the Public Suffix List in place of the walk. The two differ only where a domain publishes
 * `psd=` records; a host without a registrable domain is its own organizational domain.
 */
export function organizationalDomain(host: string): string {
  return registrableDomain(host) || toAsciiHost(host);
}

/** Whether two hosts have the same registrable domain; hosts that have none are compared whole. */
export function sameRegistrable(a: string, b: string): boolean {
  const left = organizationalDomain(a);
  return left !== "" && left === organizationalDomain(b);
}

/** Whether `host` is `domain` or below it. Both ASCII. */
export function underDomain(host: string, domain: string): boolean {
  return domain !== "" && (host === domain || host.endsWith(`.${domain}`));
}

const suffixes = new Map<string, boolean>();

/** Whether the top-level domain of an ASCII or Unicode host is delegated (ICANN section of the PSL). */
export function hasKnownTld(host: string): boolean {
  const tld = host.slice(host.lastIndexOf(".") + 1).toLowerCase();
  const known = suffixes.get(tld);
  if (known !== undefined) return known;
  const isKnown = tld !== "" && parse(`a.${tld}`, { extractHostname: false, validateHostname: false }).isIcann === true;
  if (suffixes.size >= MAX_REMEMBERED) suffixes.clear();
  suffixes.set(tld, isKnown);
  return isKnown;
}
