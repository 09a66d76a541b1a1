import type { AdvisoryMatch } from "../advisories/advisory.ts";
import type { MatchInput } from "../advisories/matching.ts";
import type { Evidence, Link } from "../evidence/evidence.ts";
import { isMailboxCustomer } from "../evidence/mailbox-providers.ts";
import { onceAMail } from "../evidence/once-a-mail.ts";
import { isAnonymousHost } from "../evidence/shared-hosts.ts";
import { isSentBy, speakersOf } from "../evidence/speakers.ts";
import type { Speaker } from "../evidence/speakers.ts";
import { warnsOf } from "../evidence/warns-of.ts";
import { later } from "../terms/index.ts";
import type { Facts } from "./check.ts";

/** A brand the mail poses as. */
export interface Posed extends Speaker {
  /** The mail names nobody itself: a published warning that describes this very mail says whom it poses as. */
  readonly byWarning: boolean;
}

/** The published warning that describes the mail best, unless its own issuer sent the mail, or the mail is itself a warning; undefined when none does. */
export function warningOf(evidence: Evidence, facts: Facts): AdvisoryMatch | undefined {
  return onceAMail(bestMatch, evidence, facts);
}

function bestMatch(evidence: Evidence, facts: Facts): AdvisoryMatch | undefined {
  // What a warning quotes stands in it, too.
  const claims = evidence.claims.kind === "found" ? evidence.claims.value : [];
  const warns = (brand: string): boolean =>
    warnsOf(
      evidence,
      facts.registry,
      brand,
      claims.find((claim) => claim.brand === brand),
    );
  const applies = ({ advisory: { brand } }: AdvisoryMatch): boolean => !isSentBy(evidence, facts.registry, brand) && !warns(brand);
  return facts.advisories.match(inputOf(evidence, facts)).find(applies);
}

/**
 * Whom the mail poses as: who it says it is. A mail that names nobody, but is the one a warning shows with its sender,
 * link or text, poses as the brand of that warning. A subject alone is too short for that.
 */
export function posedIn(evidence: Evidence, facts: Facts): readonly Posed[] {
  const speakers = speakersOf(evidence, facts.registry);
  if (speakers.length > 0) return speakers.map((speaker) => ({ ...speaker, byWarning: false }));
  const warning = warningOf(evidence, facts);
  const brand =
    warning === undefined || warning.strength === "subject" || warning.strength === "subject-listed" ? undefined : facts.registry.get(warning.advisory.brand);
  if (brand === undefined) return [];
  const quotes = evidence.subject === undefined ? [] : [{ ...evidence.subject, place: "subject" as const }];
  return [{ brand, claim: { brand: brand.id, kind: "speaks", weight: 0, quotes }, byWarning: true }];
}

function inputOf(evidence: Evidence, facts: Facts): MatchInput {
  const from = evidence.sender.kind === "found" ? evidence.sender.value.from[0] : undefined;
  const claims = evidence.claims.kind === "found" ? evidence.claims.value : [];
  const claimed = claims.map((claim) => claim.brand);
  const namesNobody = claims.every((claim) => claim.quotes.every((quote) => quote.place === "fromAddress"));
  const input: Omit<MatchInput, "urls"> = {
    subject: evidence.subject?.text ?? "",
    senderName: from?.displayName ?? "",
    senderAddress: from?.address ?? "",
    visibleText: evidence.visibleText,
    claimed,
    namesNobody,
    nameless: isNameless(evidence),
    sharedSender: isMailboxCustomer(from?.address ?? ""),
    isOfficialSender: (brand) => isOfficialSender(evidence, brand, facts),
  };
  // Only asked for in a mail that names a brand, or says nothing of who it is from.
  return later(input, {
    urls: () => (evidence.links.kind === "found" ? evidence.links.value.flatMap((link) => urlsOf(link, !namesNobody)) : []),
  });
}

/** A host that anybody may have a page on tells nothing in a mail that names nobody. */
function urlsOf(link: Link, named: boolean): readonly string[] {
  const url = link.targetUrl ?? link.url;
  if (url === undefined || (!named && isAnonymousHost(link.targetHost))) return [];
  // A link with ●● in it was pasted from a warning: parsing writes the mask otherwise.
  return /[●○◯〇*＊]/u.test(link.written) ? [url, link.written] : [url];
}

/** What a company, a body or a list writes of itself. */
const SOMEBODY = /株式会社|有限会社|合同会社|法人|協会|組合|大学|[㈱㈲]|\(株\)|（株）|©|\(c\)|copyright|\b(?:inc|ltd|llc|corp|gmbh|university)\b/i;
/** A longer text says somewhere whose it is. */
const LONGEST_NAMELESS = 3000;

/** Whether the mail says nowhere who it is from: no display name, no company in its text, no list. */
function isNameless(evidence: Evidence): boolean {
  const from = evidence.sender.kind === "found" ? evidence.sender.value.from[0] : undefined;
  const name = from?.displayName.trim() ?? "";
  if (name !== "" && name.toLowerCase() !== from?.address.toLowerCase()) return false;
  if (evidence.trace.kind === "found" && evidence.trace.value.list !== undefined) return false;
  return evidence.visibleText.length <= LONGEST_NAMELESS && !SOMEBODY.test(evidence.visibleText);
}

/** A warning that names a forged official address must not make every mail from that address a fake. */
function isOfficialSender(evidence: Evidence, brand: string, facts: Facts): boolean {
  if (evidence.sender.kind !== "found") return false;
  const roles = facts.registry.rolesOf(evidence.sender.value.authorDomain, evidence.date?.slice(0, 10));
  return roles.some((found) => found.brand === brand && found.role !== "customer" && found.role !== "machine");
}
