import { lookAlikeOf } from "../brands/look-alike.ts";
import type { LookAlike } from "../brands/look-alike.ts";
import { lookAlikesAmong } from "../brands/look-alike-index.ts";
import type { BrandLookAlike } from "../brands/look-alike-index.ts";
import type { Brand } from "../brands/brand.ts";
import type { Registry } from "../brands/registry.ts";
import type { Evidence, Link } from "./evidence.ts";
import { underDomain } from "./domains.ts";
import { unlistedDomainOf } from "./unlisted-domain.ts";
import { authenticatedBrands, speakersOf } from "./speakers.ts";
import type { Speaker } from "./speakers.ts";

/** A host of the mail that resembles a brand's. */
export interface HostLikeness extends LookAlike {
  readonly brand: Brand;
  /** The claim of that brand; undefined when the mail says nothing of who it is from. */
  readonly speaker: Speaker | undefined;
  /** Hardly chance, whoever the mail is from. */
  readonly strong: boolean;
}

/**
 * How hosts of a mail are compared: with the domains of the brands it says it is from; with all brands, by what is hardly
 * chance, when it says nothing of that. Undefined for a mail that an official domain signed: such a mail may name
 * whatever hosts its sender likes.
 */
export function likenessIn(evidence: Evidence, registry: Registry): ((host: string) => HostLikeness | undefined) | undefined {
  if (authenticatedBrands(evidence, registry).size > 0) return undefined;
  const speakers = speakersOf(evidence, registry);
  // A domain that may well be the brand's own is not called made to look like it.
  const unlisted = unlistedDomainOf(evidence, registry)?.domain ?? "";
  return (host) =>
    host === "" || underDomain(host, unlisted) || registry.rolesOf(host, undefined).some((found) => found.role !== "customer")
      ? undefined
      : compare(host, speakers, registry);
}

function compare(host: string, speakers: readonly Speaker[], registry: Registry): HostLikeness | undefined {
  const strong = (): readonly BrandLookAlike[] => lookAlikesAmong(registry)(host).filter((found) => found.strength === "strong");
  for (const speaker of speakers) {
    const alike = lookAlikeOf(host, speaker.brand);
    if (alike !== undefined) return { ...alike, brand: speaker.brand, speaker, strong: strong().some((found) => found.brand === speaker.brand.id) };
  }
  const [first] = speakers.length === 0 ? strong() : [];
  const brand = first === undefined ? undefined : registry.get(first.brand);
  return first === undefined || brand === undefined ? undefined : { kind: first.kind, of: first.of, brand, speaker: undefined, strong: true };
}

/** Words put behind a name in a domain: `sakurawebmail`. */
const TAIL = /-?(?:web-?mail|mail|login|support|secure|security|account|server|service|info|online|id)$/;
/** The rest of a Japanese domain as the beginning of a path: `/ad.jp`, `/co.jp/login`. */
const REST = /^\/((?:ad|co|ne|or|go|ac|lg|ed|gr)\.jp)(?:[/?#]|$)/;

/**
 * An official domain that a slash breaks in two: `http://sakura.co./ad.jp` reads as sakura.ad.jp, and leads to sakura.co.
 * Undefined when host and path together make no official domain.
 */
export function brokenDomain(link: Link, registry: Registry): HostLikeness | undefined {
  const rest = REST.exec(pathOf(link.targetUrl ?? ""))?.[1];
  if (rest === undefined || registry.rolesOf(link.targetHost, undefined).length > 0) return undefined;
  const label = link.registrableDomain.split(".")[0] ?? "";
  for (const name of new Set([label, label.replace(TAIL, "")])) {
    const joined = `${name}.${rest}`;
    const role = registry.rolesOf(joined, undefined).find((found) => found.role === "site");
    const brand = role === undefined ? undefined : registry.get(role.brand);
    if (brand !== undefined) return { kind: name === label ? "tldSwap" : "combosquat", of: joined, brand, speaker: undefined, strong: true };
  }
  return undefined;
}

/** Path of an absolute web address; empty when it has none. */
function pathOf(url: string): string {
  return /^https?:\/\/[^/?#]*(\/[^?#]{0,60})/i.exec(url)?.[1]?.toLowerCase() ?? "";
}
