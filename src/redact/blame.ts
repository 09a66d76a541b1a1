import type { Registry } from "../brands/registry.ts";
import { registrableDomain } from "../evidence/domains.ts";
import type { Evidence, Link } from "../evidence/evidence.ts";
import { isAddressHost, isDeliveryTracker, isSharedHosting, isShortener, sharedHostingOf } from "../evidence/shared-hosts.ts";
import type { Examination } from "../report/examination.ts";
import type { Blame } from "./redacted-mail.ts";

/** Findings that say somebody registered the very domain to be taken for the brand's; a brand's name below a foreign domain says less. */
const OWN_DOMAIN = /^look-alike-link-(?:typosquat|confusable|combosquat|tldSwap)$/;

/**
 * How far each link of the mail may be blamed. A phishing mail links to innocent pages too (the real company's help page, the
 * card's maker, a site of the brand the registry has not met), so only a strong point that rests on the link's own host
 * blames it, never an official host of a brand, and no more of the host than is the culprit's own. Blame that only the
 * wording or a mild likeness speaks for would put real companies on lists.
 */
export function blamesOf(evidence: Evidence, examination: Examination, registry: Registry): (link: Link) => Blame {
  const accused = new Set<string>();
  const ownDomains = new Set<string>();
  for (const { leans, severity, confidence, link, kind } of examination.points) {
    if (leans !== "phishing" || severity !== "high" || confidence === "weak" || link === undefined) continue;
    accused.add(link.real);
    if (OWN_DOMAIN.test(kind)) ownDomains.add(registrableDomain(link.real));
  }
  const day = evidence.date?.slice(0, 10);
  return (link) => {
    const { targetHost: host } = link;
    const roles = registry.rolesOf(host, day);
    // `sign.in` in a sentence looks like a host, and nobody meant one.
    if (link.source === "text" && !/^https?:/i.test(link.written)) return "none";
    if (!accused.has(host) || roles.some(({ role }) => role !== "customer")) return "none";
    if (isOthersToo(host) || roles.some(({ fact }) => fact.domain === host)) return "page";
    return ownDomains.has(registrableDomain(host)) && !isSharedHosting(host) ? "domain" : "host";
  };
}

/** Branded click counters of SendGrid (`url1234.` below the customer's own domain, https://www.twilio.com/docs/sendgrid/ui/account-and-settings/how-to-set-up-link-branding). */
const BRANDED_TRACKER = /^url\d{3,5}\./;

/** Services whose customers' pages and click counters stand under the services' own names; met in mails, not in the lists of the checks. */
const ALSO_SHARED = new Set(["reurl.cc", "lnk.to", "sendibt2.com", "sendibt3.com", "simplycast.com", "eztalks.com"]);

/** Hosts that serve pages of many people under one name: link shorteners, click counters, storage told apart by the path alone. */
function isOthersToo(host: string): boolean {
  const shared = sharedHostingOf(host);
  if (ALSO_SHARED.has(registrableDomain(host))) return true;
  if (isShortener(host) || isDeliveryTracker(host) || BRANDED_TRACKER.test(host) || shared === host) return true;
  // `storage.googleapis.com` is a suffix of its own; so is what the Public Suffix List says nobody owns.
  return !isAddressHost(host) && registrableDomain(host) === "";
}
