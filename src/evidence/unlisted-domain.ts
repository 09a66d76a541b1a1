import type { Brand } from "../brands/brand.ts";
import { isCheapEnding } from "../brands/cheap-endings.ts";
import { lookAlikeOf } from "../brands/look-alike.ts";
import type { Registry } from "../brands/registry.ts";
import { carriesForOthers } from "./delivery-services.ts";
import { ownerDomain, registrableDomain, underDomain } from "./domains.ts";
import type { Evidence } from "./evidence.ts";
import { isAfterSomething } from "./intentions.ts";
import { isHomeOf, linkFactsOf, mostLeadHome } from "./link-facts.ts";
import { onceAMail } from "./once-a-mail.ts";
import { speakersOf } from "./speakers.ts";

/** A domain that the registry does not know and that may be the brand's own all the same. */
export interface UnlistedDomain {
  readonly brand: string;
  /** The registrable domain, ASCII. */
  readonly domain: string;
  /** The receiving server found the mail to be from there; otherwise nothing is known of that. */
  readonly proven: boolean;
}

/**
 * A company has more domains than a registry knows: `docusign.net`, `email-becu.org`. Such a mail and one from a domain that
 * was registered to look like the company's are told apart by nothing in them, where (1) the receiving server found the
 * sender proven and aligned, or its findings are not at hand, (2) the registrable domain bears the brand's name whole,
 * (3) most links lead there or to the official site, (4) what we know of the brand's senders has no source, and (5) the
 * text is not after what such domains are registered for. Then the difference from our list is a reason to look it up,
 * and no reason to call the mail fake.
 *
 * Measured by taking the sender's domain out of the registry for genuine company mail (`npm run eval:gaps`).
 */
export function unlistedDomainOf(evidence: Evidence, registry: Registry): UnlistedDomain | undefined {
  return onceAMail(workOut, evidence, registry);
}

function workOut(evidence: Evidence, registry: Registry): UnlistedDomain | undefined {
  const [speaker] = speakersOf(evidence, registry);
  if (speaker === undefined || evidence.sender.kind !== "found" || hasSourcedSender(speaker.brand)) return undefined;
  const domain = registrableDomain(evidence.sender.value.authorDomain);
  if (domain === "" || !isOwnedWhole(domain) || !bearsName(domain, speaker.brand)) return undefined;
  if (registry.rolesOf(domain, undefined).length > 0 || isAfterSomething(evidence)) return undefined;
  const isHome = isHomeOf(registry, speaker.brand.id, (host) => underDomain(host, domain));
  return mostLeadHome(linkFactsOf(evidence, registry), isHome)
    ? { brand: speaker.brand.id, domain, proven: evidence.authentication.kind === "found" }
    : undefined;
}

function hasSourcedSender(brand: Brand): boolean {
  return [...brand.senderAddresses, ...brand.senderDomains].some((fact) => fact.status !== "assumed");
}

/** Not a name that a hosting or delivery service hands out below its own, nor under an ending that costs next to nothing. */
function isOwnedWhole(domain: string): boolean {
  return ownerDomain(domain) === domain && !carriesForOthers(domain) && !isCheapEnding(domain.slice(domain.lastIndexOf(".") + 1));
}

/** The brand's label under another ending, or the name whole beside other words: not a slip, nor letters that look alike. */
function bearsName(domain: string, brand: Brand): boolean {
  const kind = lookAlikeOf(domain, brand)?.kind;
  return kind === "tldSwap" || kind === "combosquat";
}
