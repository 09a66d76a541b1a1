import type { Registry } from "../brands/registry.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Examination } from "../report/examination.ts";
import type { Secret } from "./redacted-mail.ts";
import { officialHosts } from "./secrets.ts";

const FAILED = new Set(["fail", "softfail", "permerror"]);

/**
 * Whether the From address belongs to somebody whose name was taken: the recipient's own address or domain, an official
 * host of a brand that did not prove itself, or any domain whose own rules the mail failed (DMARC, or SPF with nothing
 * aligned). Such an address is shown as a victim's, never as the culprit's.
 */
export function isForgedSender(evidence: Evidence, examination: Examination, secrets: readonly Secret[], registry: Registry): boolean {
  if (evidence.sender.kind !== "found" || evidence.sender.value.authorDomain === "") return false;
  const { authorDomain, from } = evidence.sender.value;
  const address = from[0]?.address.toLowerCase() ?? "";
  if (secrets.some(({ kind, value }) => (kind === "address" && value.toLowerCase() === address) || (kind === "domain" && isUnder(authorDomain, value))))
    return true;
  const proof = evidence.authentication.kind === "found" ? evidence.authentication.value : undefined;
  if (proof?.alignedDomain !== undefined) return false;
  if (examination.verdict.level === "genuine") return false;
  if (officialHosts(registry, evidence)(authorDomain)) return true;
  return proof !== undefined && (FAILED.has(proof.dmarc ?? "none") || proof.results.some(({ method, result }) => method === "spf" && FAILED.has(result)));
}

function isUnder(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
