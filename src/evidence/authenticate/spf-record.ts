import { parseIpv4, parseIpv6 } from "./ip.ts";
import type { IpBytes } from "./ip.ts";
import { isDomainSpec, isMacroString } from "./spf-macro.ts";

export type Qualifier = "pass" | "fail" | "softfail" | "neutral";

/** One directive of an SPF record (RFC 7208 §5). `spec` is the domain before its macros are expanded. */
export type Mechanism =
  | { readonly name: "all"; readonly qualifier: Qualifier }
  | { readonly name: "include" | "exists"; readonly qualifier: Qualifier; readonly spec: string }
  | { readonly name: "ptr"; readonly qualifier: Qualifier; readonly spec: string | undefined }
  | { readonly name: "a" | "mx"; readonly qualifier: Qualifier; readonly spec: string | undefined; readonly bits4: number; readonly bits6: number }
  | { readonly name: "ip4" | "ip6"; readonly qualifier: Qualifier; readonly network: IpBytes; readonly bits: number };

export interface SpfRecord {
  readonly mechanisms: readonly Mechanism[];
  readonly redirect: string | undefined;
}

const QUALIFIERS: Readonly<Record<string, Qualifier>> = { "+": "pass", "-": "fail", "~": "softfail", "?": "neutral" };
const MODIFIER = /^([a-z][a-z0-9._-]*)=(.*)$/is;
const DIRECTIVE = /^([+?~-]?)([a-z][a-z0-9]*)(?::(.*))?$/is;
/** `/24` and `//64` behind a domain; leading zeros are not allowed (RFC 7208 §5.6). */
const CIDR = /(?:\/(0|[1-9]\d?))?(?:\/\/(0|[1-9]\d{0,2}))?$/;

/** Reads a record whole, since an error anywhere makes all of it wrong (RFC 7208 §4.6); undefined on one. */
export function parseSpfRecord(text: string): SpfRecord | undefined {
  if (!/^[\x20-\x7e]*$/.test(text)) return undefined;
  const mechanisms: Mechanism[] = [];
  const modifiers = new Map<string, string>();
  for (const term of text.split(" ").slice(1)) {
    if (term === "") continue;
    const modifier = MODIFIER.exec(term);
    if (modifier === null) {
      const mechanism = parseMechanism(term);
      if (mechanism === undefined) return undefined;
      mechanisms.push(mechanism);
    } else if (!takeModifier(modifiers, (modifier[1] ?? "").toLowerCase(), modifier[2] ?? "")) return undefined;
  }
  return { mechanisms, redirect: modifiers.get("redirect") };
}

function takeModifier(modifiers: Map<string, string>, name: string, value: string): boolean {
  if (name !== "redirect" && name !== "exp") return isMacroString(value);
  if (modifiers.has(name) || !isDomainSpec(value)) return false;
  modifiers.set(name, value);
  return true;
}

function parseMechanism(term: string): Mechanism | undefined {
  const slash = term.indexOf("/");
  const colon = term.indexOf(":");
  const hasBareCidr = slash >= 0 && (colon < 0 || slash < colon);
  const match = DIRECTIVE.exec(hasBareCidr ? term.slice(0, slash) : term);
  if (match === null) return undefined;
  const qualifier = QUALIFIERS[match[1] === "" ? "+" : (match[1] ?? "+")] ?? "pass";
  const name = (match[2] ?? "").toLowerCase();
  const value = match[3];
  if (name === "a" || name === "mx") return parseHost(name, qualifier, hasBareCidr ? term.slice(slash) : value, value === undefined);
  if (hasBareCidr) return undefined;
  if (name === "all") return value === undefined ? { name, qualifier } : undefined;
  if (name === "ptr") return value === undefined || isDomainSpec(value) ? { name, qualifier, spec: value } : undefined;
  if (value === undefined) return undefined;
  if (name === "include" || name === "exists") return isDomainSpec(value) ? { name, qualifier, spec: value } : undefined;
  return name === "ip4" || name === "ip6" ? parseNetwork(name, qualifier, value) : undefined;
}

function parseHost(name: "a" | "mx", qualifier: Qualifier, value: string | undefined, bare: boolean): Mechanism | undefined {
  const cidr = CIDR.exec(value ?? "");
  const rest = (value ?? "").slice(0, cidr?.index);
  const bits4 = Number(cidr?.[1] ?? 32);
  const bits6 = Number(cidr?.[2] ?? 128);
  if (bits4 > 32 || bits6 > 128) return undefined;
  if (bare) return rest === "" ? { name, qualifier, spec: undefined, bits4, bits6 } : undefined;
  return isDomainSpec(rest) ? { name, qualifier, spec: rest, bits4, bits6 } : undefined;
}

function parseNetwork(name: "ip4" | "ip6", qualifier: Qualifier, value: string): Mechanism | undefined {
  const [address = "", length, more] = value.split("/");
  const most = name === "ip4" ? 32 : 128;
  const network = name === "ip4" ? parseIpv4(address) : parseIpv6(address);
  if (network === undefined || more !== undefined) return undefined;
  if (length !== undefined && (!/^(?:0|[1-9]\d{0,2})$/.test(length) || Number(length) > most)) return undefined;
  return { name, qualifier, network, bits: length === undefined ? most : Number(length) };
}
