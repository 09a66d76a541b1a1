import { parse } from "tldts";
import { foldText } from "../terms/normalise.ts";
import type { Brand } from "./brand.ts";

export type LookAlikeKind = "typosquat" | "confusable" | "combosquat" | "brandInSubdomain" | "tldSwap";

/** A host that resembles an official domain of a brand without being one. */
export interface LookAlike {
  readonly kind: LookAlikeKind;
  /** The official domain it resembles. */
  readonly of: string;
}

interface HostParts {
  readonly host: string;
  readonly label: string;
  readonly suffix: string;
  readonly subdomain: string;
}

/** The strongest resemblance of a host to one of the brand's own domains; undefined when official or unlike. */
export function lookAlikeOf(host: string, brand: Brand): LookAlike | undefined {
  const wanted = host.toLowerCase().replace(/\.$/, "");
  if (wanted === "" || wanted.length > 253) return undefined;
  const own = [...brand.siteDomains, ...brand.senderDomains].map((fact) => fact.domain.toLowerCase());
  if (own.some((domain) => wanted === domain || wanted.endsWith(`.${domain}`))) return undefined;
  const seen = partsOf(wanted);
  if (seen === undefined) return undefined;
  const officials = [...new Set(own)].map(partsOf).filter((parts) => parts !== undefined);
  for (const compare of COMPARISONS) {
    for (const official of officials) {
      const kind = compare(seen, official);
      if (kind !== undefined) return { kind, of: official.host };
    }
  }
  return undefined;
}

function partsOf(host: string): HostParts | undefined {
  const parsed = parse(host, { allowPrivateDomains: true, validateHostname: false });
  const label = parsed.domainWithoutSuffix;
  if (label === null || parsed.publicSuffix === null || parsed.domain === null || parsed.isIp === true) return undefined;
  return { host: parsed.domain, label, suffix: parsed.publicSuffix, subdomain: parsed.subdomain ?? "" };
}

type Comparison = (seen: HostParts, official: HostParts) => LookAlikeKind | undefined;

/** Order = how telling a resemblance is. */
const COMPARISONS: readonly Comparison[] = [
  (seen, official) => (seen.label === official.label && seen.suffix !== official.suffix ? "tldSwap" : undefined),
  (seen, official) => (seen.label !== official.label && skeleton(seen.label) === skeleton(official.label) ? "confusable" : undefined),
  (seen, official) => (isTypo(seen.label, official.label) ? "typosquat" : undefined),
  (seen, official) => (official.label.length >= 3 && standsIn(seen.label, official.label) ? "combosquat" : undefined),
  (seen, official) => (official.label.length >= 3 && subdomainNames(seen.subdomain, official) ? "brandInSubdomain" : undefined),
];

/** One slip in labels of five letters, two from nine on: shorter ones are too near to unrelated words. */
function isTypo(seen: string, official: string): boolean {
  const allowed = official.length >= 9 ? 2 : official.length >= 5 ? 1 : 0;
  return allowed > 0 && seen !== official && withinDistance(seen, official, allowed);
}

/** The brand's label as a word of its own (`amazon-login`), or glued to others when it is long enough not to be chance. */
function standsIn(seen: string, official: string): boolean {
  if (seen === official) return false;
  if (seen.split(/[-_]/).some((word) => word === official)) return true;
  return official.length >= 6 && (seen.startsWith(official) || seen.endsWith(official));
}

function subdomainNames(subdomain: string, official: HostParts): boolean {
  if (subdomain === "") return false;
  if (`.${subdomain}.`.includes(`.${official.host}.`)) return true;
  return subdomain.split(".").some((label) => label === official.label || standsIn(label, official.label));
}

/** What a label looks like at a glance: look-alike letters folded, `rn` as `m`, `0` as `o`, `1` and `i` as `l`. */
export function skeleton(label: string): string {
  return foldText(label.startsWith("xn--") ? decodePunycode(label.slice(4)) : label)
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("cl", "d")
    .replaceAll("0", "o")
    .replaceAll("1", "l")
    .replaceAll("i", "l")
    .replaceAll("5", "s")
    .replaceAll("3", "e");
}

/** Optimal string alignment distance at most `limit` (swap of neighbours counts one). */
export function withinDistance(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, older[j - 2]! + 1);
      row.push(best);
    }
    older = last;
    last = row;
  }
  return last[b.length]! <= limit;
}

/** RFC 3492 §6.2; gives the input back when it is not valid. */
function decodePunycode(input: string): string {
  const out = [...input.slice(0, Math.max(0, input.lastIndexOf("-")))];
  let [n, i, bias] = [128, 0, 72];
  for (let at = input.lastIndexOf("-") + 1; at < input.length;) {
    const start = i;
    for (let w = 1, k = 36; ; k += 36) {
      const digit = digitOf(input.charCodeAt(at++));
      if (digit < 0) return input;
      i += digit * w;
      const t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
      if (digit < t) break;
      w *= 36 - t;
    }
    bias = adapt(i - start, out.length + 1, start === 0);
    n += Math.floor(i / (out.length + 1));
    i %= out.length + 1;
    if (n > 0x10ffff) return input;
    out.splice(i++, 0, String.fromCodePoint(n));
  }
  return out.join("");
}

function digitOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : -1;
}

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
