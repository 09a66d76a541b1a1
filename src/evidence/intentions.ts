import type { Authentication, Evidence } from "./evidence.ts";
import type { PhraseTopic } from "./wording/phrases.ts";

/** What a mail must not speak of to be given the benefit of the doubt, the more the less is known of where it came from. */
const OF_PROVEN: readonly PhraseTopic[] = ["threat", "coins"];
const OF_UNKNOWN: readonly PhraseTopic[] = [...OF_PROVEN, "verify", "deadline", "parcelFee", "mailboxAct"];

/**
 * Whether a mail speaks as those do that are after something: of a threat to an account or of coins, and, where nothing
 * is known of its sender, of verifying, of a deadline or of a fee. Also true of a mail found unproven, and of one whose
 * words could not be read. It proves nothing against the mail; it only takes the benefit of the doubt from it.
 */
export function isAfterSomething({ authentication, wording }: Evidence): boolean {
  if (wording.kind === "failed") return true;
  const speaksOf = (topics: readonly PhraseTopic[]): boolean =>
    wording.kind === "found" && topics.some((topic) => (wording.value.topics.get(topic) ?? []).length > 0);
  if (authentication.kind !== "found") return speaksOf(OF_UNKNOWN);
  return !isProven(authentication.value) || speaksOf(OF_PROVEN);
}

/** SPF alone proves the route; a signature or DMARC proves the domain in From. */
function isProven({ alignedDomain, dmarc }: Authentication): boolean {
  return alignedDomain !== undefined && (alignedDomain.by !== "spf" || dmarc === "pass");
}
