import type { Brand } from "../brands/brand.ts";
import type { HostRole, Registry } from "../brands/registry.ts";
import type { Claim, Evidence } from "./evidence.ts";
import { isMailboxCustomer } from "./mailbox-providers.ts";
import { onceAMail } from "./once-a-mail.ts";

const OFFICIAL_SENDER: ReadonlySet<HostRole> = new Set(["site", "sender", "machine"]);
const DELEGATED: ReadonlySet<HostRole> = new Set(["delegated-sender"]);
const CUSTOMER: ReadonlySet<HostRole> = new Set(["customer"]);
const OFFICIAL_LINK: ReadonlySet<HostRole> = new Set(["site", "sender", "link-tracker", "delegated-sender"]);

/** A brand the mail says it is from, with the claim that says so. */
export interface Speaker {
  readonly brand: Brand;
  readonly claim: Claim;
}

/** ISO day of the mail, so that facts are judged as they held then; undefined when the mail bears no date. */
export function dayOf(evidence: Evidence): string | undefined {
  return evidence.date?.slice(0, 10);
}

/** Whether the brand itself sends from this host. */
export function isOfficialSender(registry: Registry, host: string, brand: string, day: string | undefined): boolean {
  return hasRole(registry, host, brand, day, OFFICIAL_SENDER);
}

/** Whether a third party that delivers for the brand owns this host. */
export function isDelegatedSender(registry: Registry, host: string, brand: string, day: string | undefined): boolean {
  return hasRole(registry, host, brand, day, DELEGATED);
}

/** Whether a link of the brand may lead to this host. */
export function isOfficialLink(registry: Registry, host: string, brand: string, day: string | undefined): boolean {
  return hasRole(registry, host, brand, day, OFFICIAL_LINK);
}

/** Whether the host is on a domain that the brand's customers use: it proves nothing. */
export function isCustomerHost(registry: Registry, host: string, brand: string): boolean {
  return hasRole(registry, host, brand, undefined, CUSTOMER);
}

function hasRole(registry: Registry, host: string, brand: string, day: string | undefined, roles: ReadonlySet<HostRole>): boolean {
  return host !== "" && registry.rolesOf(host, day).some((found) => found.brand === brand && roles.has(found.role));
}

/** Whether From bears an address of the brand, or of who delivers for it, proven or not; a customer's is none. */
export function isFromBrand({ sender }: Evidence, registry: Registry, brand: string): boolean {
  return sender.kind === "found" && registry.rolesOf(sender.value.authorDomain, undefined).some((found) => found.brand === brand && found.role !== "customer");
}

/** Whether an aligned DKIM, SPF or DMARC proves that the brand, or who delivers for it, sent the mail; a customer's domain proves nothing. */
export function isSentBy(evidence: Evidence, registry: Registry, brand: string): boolean {
  if (evidence.authentication.kind !== "found") return false;
  const aligned = evidence.authentication.value.alignedDomain;
  return aligned !== undefined && registry.rolesOf(aligned.domain, dayOf(evidence)).some((found) => found.brand === brand && found.role !== "customer");
}

/**
 * The brand whose official domain signed the mail (aligned DKIM, SPF or DMARC), whoever the text says it is.
 * A mail that a known company signed speaks for that company: other names in it are mentions.
 */
export function authenticatedBrands(evidence: Evidence, registry: Registry): ReadonlySet<string> {
  return onceAMail(signersOf, evidence, registry);
}

const NOBODY: ReadonlySet<string> = new Set();

function signersOf(evidence: Evidence, registry: Registry): ReadonlySet<string> {
  const { authentication } = evidence;
  const aligned = authentication.kind === "found" ? authentication.value.alignedDomain : undefined;
  if (aligned === undefined) return NOBODY;
  const roles = registry.rolesOf(aligned.domain, dayOf(evidence)).filter((found) => OFFICIAL_SENDER.has(found.role));
  return new Set(roles.map((found) => found.brand));
}

/**
 * "Acme Airdrop" as the name of a GitHub user whose notification GitHub signed: the display name is the user's own
 * choice, and names somebody other than the platform.
 */
function borrowsPlatform(claim: Claim, speaking: readonly Claim[], signers: ReadonlySet<string>): boolean {
  const inName = (one: Claim): boolean => one.quotes.some((quote) => quote.place === "displayName");
  return inName(claim) && !speaking.some((one) => signers.has(one.brand) && inName(one));
}

/** The brands the mail says it is from, strongest claim first; only the signer when a known brand signed. */
export function speakersOf(evidence: Evidence, registry: Registry): readonly Speaker[] {
  return onceAMail(workOutSpeakers, evidence, registry);
}

function workOutSpeakers(evidence: Evidence, registry: Registry): readonly Speaker[] {
  if (evidence.claims.kind !== "found") return [];
  const speaking = evidence.claims.value.filter((claim) => claim.kind === "speaks");
  if (speaking.length === 0) return [];
  const signers = authenticatedBrands(evidence, registry);
  return speaking
    .filter((claim) => signers.size === 0 || signers.has(claim.brand) || borrowsPlatform(claim, speaking, signers))
    .flatMap((claim) => {
      const brand = registry.get(claim.brand);
      return brand === undefined ? [] : [{ brand, claim }];
    })
    .sort((a, b) => b.claim.weight - a.claim.weight);
}

/**
 * The brand whose own address stands in From, whatever the text speaks of: an address is a claim too. Addresses that
 * customers of a mailbox provider have are none. The claim is the mail's own if it makes one, else the address alone.
 */
export function addressOwner(evidence: Evidence, registry: Registry): Speaker | undefined {
  if (evidence.sender.kind !== "found") return undefined;
  const { authorDomain, from } = evidence.sender.value;
  const author = from[0];
  if (author === undefined || authorDomain === "" || isMailboxCustomer(author.address)) return undefined;
  const id = registry.rolesOf(authorDomain, dayOf(evidence)).find((found) => OFFICIAL_SENDER.has(found.role))?.brand;
  const brand = id === undefined ? undefined : registry.get(id);
  if (brand === undefined) return undefined;
  const claims = evidence.claims.kind === "found" ? evidence.claims.value : [];
  const claim = claims.find((one) => one.brand === brand.id) ?? {
    brand: brand.id,
    kind: "mention",
    weight: 0,
    quotes: [{ ...author.quote, place: "fromAddress" }],
  };
  return { brand, claim };
}
