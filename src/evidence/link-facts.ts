import type { Registry } from "../brands/registry.ts";
import { registrableDomain } from "./domains.ts";
import type { Evidence, Link } from "./evidence.ts";
import { onceAMail } from "./once-a-mail.ts";
import { isAddressHost, isAnonymousHost, isDeliveryTracker } from "./shared-hosts.ts";

/** How the links of a mail stand to its sender. */
export interface LinkFacts {
  /** Links a reader could follow to a page: visible, not in a quoted older mail, http or https. */
  readonly followable: readonly Link[];
  /** The link a reader is most likely asked to press: a button or form, one with words, else the first address. */
  readonly callToAction: Link | undefined;
  /** Followable links that lead to somebody else than the sender. */
  readonly foreign: readonly Link[];
  /** Foreign links to nobody's known site: a shop may link to the carrier, and nobody needs warning of that. */
  readonly strangers: readonly Link[];
  /** There are links, and every one is foreign. */
  readonly allForeign: boolean;
}

/** The facts about links that several checks need, worked out once a mail. */
export function linkFactsOf(evidence: Evidence, registry: Registry): LinkFacts {
  return onceAMail(workOut, evidence, registry);
}

function workOut(evidence: Evidence, registry: Registry): LinkFacts {
  const followable = evidence.links.kind === "found" ? evidence.links.value.filter(isFollowable) : [];
  const authorDomain = evidence.sender.kind === "found" ? evidence.sender.value.authorDomain : "";
  const hosts = new Map<string, boolean>();
  const foreign = followable.filter((link) => {
    let known = hosts.get(link.targetHost);
    if (known === undefined) hosts.set(link.targetHost, (known = isForeign(link.targetHost, authorDomain, registry)));
    return known;
  });
  const strangers = foreign.filter((link) => isAnonymousHost(link.targetHost) || !isKnownSite(link.targetHost, registry));
  return { followable, callToAction: callToAction(followable), foreign, strangers, allForeign: followable.length > 0 && foreign.length === followable.length };
}

/** Whether a page at a host is the brand's own, or the sender's by `isOwn`. */
export function isHomeOf(registry: Registry, brand: string, isOwn: (host: string) => boolean): (host: string) => boolean {
  return (host) => isOwn(host) || registry.rolesOf(host, undefined).some((found) => found.brand === brand && found.role !== "customer");
}

/** Whether more than half of the links that a reader can follow lead home. */
export function mostLeadHome({ followable }: LinkFacts, isHome: (host: string) => boolean): boolean {
  return followable.filter((link) => isHome(link.targetHost)).length * 2 > followable.length;
}

/** Addresses of markup itself (xmlns, doctype) that a text part shows as if they were links. */
const MARKUP_HOST = /^(?:www\.w3\.org|schema\.org|schemas\.microsoft\.com)$/;

function isFollowable(link: Link): boolean {
  return (
    !MARKUP_HOST.test(link.targetHost) &&
    link.visible &&
    !link.inQuotedOriginal &&
    link.targetHost !== "" &&
    (link.scheme === "http" || link.scheme === "https") &&
    link.source !== "base"
  );
}

function callToAction(links: readonly Link[]): Link | undefined {
  return (
    links.find((link) => link.source === "button" || link.source === "form") ?? links.find(hasWords) ?? links.find((link) => link.source !== "text") ?? links[0]
  );
}

/** The link shows words or a picture instead of its address. */
export function hasWords(link: Link): boolean {
  return link.source !== "text" && link.displayedHost === undefined && link.visibleText.trim() !== "";
}

/**
 * Whether a page at `host` is somebody else's than the sender's: another registrable domain, no domain of the same
 * company by name or by the registry, and no click counter of a delivery service (where that leads cannot be told). Of a
 * sender at a delivery service's own domain nothing can be told either.
 */
export function isForeign(host: string, authorDomain: string, registry: Registry): boolean {
  if (isAddressHost(host)) return true;
  const own = registrableDomain(authorDomain) || authorDomain;
  const there = registrableDomain(host) || host;
  if (own === there || isDeliveryTracker(host) || isDeliveryTracker(own)) return false;
  return !isSameName(own, there) && !haveSameOwner(host, authorDomain, registry);
}

/**
 * `service.atlassian.net` and `id.atlassian.com`: the label the owner chose is the same; or the sender's has words added to
 * the target's (`shop-mail.com` to `shop.com`). Not the other way round: `bank.com` to `bank-login.com` is the fake.
 */
/** As `isSameName`, of any two hosts. */
export const hasNameAdded = (sender: string, target: string): boolean => isSameName(registrableDomain(sender), registrableDomain(target));

function isSameName(sender: string, target: string): boolean {
  const left = sender.slice(0, Math.max(0, sender.indexOf(".")));
  const right = target.slice(0, Math.max(0, target.indexOf(".")));
  return right.length >= 3 && (left === right || (right.length >= 4 && left.includes(right)));
}

/** Whether some company of the registry has its site there; what its customers put up is not its site. */
function isKnownSite(host: string, registry: Registry): boolean {
  const roles = registry.rolesOf(host, undefined);
  return roles.some((found) => found.role === "site") && !roles.some((found) => found.role === "customer");
}

function haveSameOwner(a: string, b: string, registry: Registry): boolean {
  const owners = new Set(
    registry
      .rolesOf(a, undefined)
      .filter((found) => found.role !== "customer")
      .map((found) => found.brand),
  );
  return owners.size > 0 && registry.rolesOf(b, undefined).some((found) => found.role !== "customer" && owners.has(found.brand));
}
