import type { Registry } from "../../brands/registry.ts";
import { registrableDomain, sameRegistrable } from "../domains.ts";
import type { Claim, Evidence, Gathered } from "../evidence.ts";
import { isAfterSomething } from "../intentions.ts";
import { hasNameAdded, isHomeOf, linkFactsOf, mostLeadHome } from "../link-facts.ts";
import { isMailboxCustomer } from "../mailbox-providers.ts";
import { isRoleName } from "../sender-name.ts";
import { isFromBrand } from "../speakers.ts";
import { isInSender, warnsOf } from "../warns-of.ts";
import { isBranchOf } from "./branch.ts";

/**
 * Claims as the words alone make them, seen beside who sent the mail and where it leads: a claim becomes a mention where
 * the mail warns of mails in that name, or stands for its own sender and has dealings with the brand: a shop that
 * ships by a carrier, a hotel booked through a site, a newsletter that tells of a card.
 */
export function settleClaims(claims: Gathered<readonly Claim[]>, evidence: Evidence, registry: Registry): Gathered<readonly Claim[]> {
  if (claims.kind !== "found" || !claims.value.some((claim) => claim.kind === "speaks")) return claims;
  const settled = claims.value.map((claim): Claim => (isOnlyMention(claim, evidence, registry) ? { ...claim, kind: "mention" } : claim));
  return { kind: "found", value: settled };
}

function isOnlyMention(claim: Claim, evidence: Evidence, registry: Registry): boolean {
  if (claim.kind !== "speaks" || isFromBrand(evidence, registry, claim.brand)) return false;
  return warnsOf(evidence, registry, claim.brand, claim) || standsForItself(claim, evidence, registry);
}

/**
 * The sender bears a name of its own and signs with it (or is a branch: `りんご屋 楽天市場店`), has a domain of its own, is
 * after nothing, and what it asks to press and most of what it links to is there or at the brand's official site. Whoever
 * poses as a brand calls himself so, or leads elsewhere.
 */
function standsForItself(claim: Claim, evidence: Evidence, registry: Registry): boolean {
  if (evidence.sender.kind !== "found" || (evidence.trace.kind === "found" && evidence.trace.value.list !== undefined)) return false;
  const { from, authorDomain } = evidence.sender.value;
  const name = from[0]?.displayName.trim() ?? "";
  const isBranch = isBranchOf(name, claim.brand, registry);
  if (!isBranch && (isInSender(claim) || signs(claim) || isRoleName(name))) return false;
  if (isAfterSomething(evidence)) return false;
  if (registrableDomain(authorDomain) === "" || isMailboxCustomer(from[0]?.address ?? "")) return false;
  return leadsHome(claim.brand, authorDomain, evidence, registry, isBranch);
}

/** The brand stands where a mail signs, or at its head. */
const signs = (claim: Claim): boolean => claim.quotes.some(({ place }) => place === "footer" || place === "heading" || place === "logoAlt");

function leadsHome(brand: string, authorDomain: string, evidence: Evidence, registry: Registry, isBranch: boolean): boolean {
  const facts = linkFactsOf(evidence, registry);
  if (facts.callToAction === undefined) return isBranch;
  const isOwn = (host: string): boolean => sameRegistrable(host, authorDomain) || hasNameAdded(authorDomain, host);
  const isHome = isHomeOf(registry, brand, isOwn);
  return isHome(facts.callToAction.targetHost) && mostLeadHome(facts, isHome) && (isBranch || facts.followable.some((link) => isOwn(link.targetHost)));
}
