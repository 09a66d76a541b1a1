import type { AdvisoryMatch } from "../advisories/advisory.ts";
import type { MatchInput } from "../advisories/matching.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { onceAMail } from "../evidence/once-a-mail.ts";
import { isSentBy, speakersOf } from "../evidence/speakers.ts";
import type { Speaker } from "../evidence/speakers.ts";
import type { Facts } from "./check.ts";

/** A brand the mail poses as. */
export interface Posed extends Speaker {
  /** The mail names nobody itself: a published warning that describes this very mail says whom it poses as. */
  readonly byWarning: boolean;
}

/** The published warning that describes the mail best, unless its own issuer sent the mail; undefined when none does. */
export function warningOf(evidence: Evidence, facts: Facts): AdvisoryMatch | undefined {
  return onceAMail(bestMatch, evidence, facts);
}

function bestMatch(evidence: Evidence, facts: Facts): AdvisoryMatch | undefined {
  return facts.advisories.match(inputOf(evidence, facts)).find((found) => !isSentBy(evidence, facts.registry, found.advisory.brand));
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
  return {
    subject: evidence.subject?.text ?? "",
    senderName: from?.displayName ?? "",
    senderAddress: from?.address ?? "",
    visibleText: evidence.visibleText,
    claimed: evidence.claims.kind === "found" ? evidence.claims.value.map((claim) => claim.brand) : [],
    isOfficialSender: (brand) => isOfficialSender(evidence, brand, facts),
    // Only asked for in a mail that names a brand.
    get urls() {
      return evidence.links.kind === "found" ? evidence.links.value.flatMap((link) => link.targetUrl ?? link.url ?? []) : [];
    },
  };
}

/** A warning that names a forged official address must not make every mail from that address a fake. */
function isOfficialSender(evidence: Evidence, brand: string, facts: Facts): boolean {
  if (evidence.sender.kind !== "found") return false;
  const roles = facts.registry.rolesOf(evidence.sender.value.authorDomain, evidence.date?.slice(0, 10));
  return roles.some((found) => found.brand === brand && found.role !== "customer" && found.role !== "machine");
}
