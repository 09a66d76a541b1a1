import type { Authentication, AuthMethodResult, AuthResult, Evidence, Gathered, Sender } from "../evidence.ts";
import { alignmentOf } from "../topics/authentication.ts";
import { fields } from "../../mail/index.ts";
import type { Quote } from "../../terms/index.ts";
import { verifyArc } from "./arc.ts";
import { verifyDkim } from "./dkim.ts";
import { evaluateDmarc, isSameOrganization } from "./dmarc.ts";
import type { DmarcOutcome } from "./dmarc.ts";
import type { Ports } from "./signature.ts";
import { checkSpf } from "./spf.ts";

/** Fields of which a program shows the first, while a signature may cover the last (RFC 6376 §8.15). */
const SHOWN_ONCE = ["from", "subject", "content-type", "content-transfer-encoding"] as const;

/** Whose servers may send for a domain changes: SPF says something only of mail that arrived lately. */
const FRESH_MS = 30 * 24 * 3_600_000;

/**
 * Verifies a mail anew from its bytes: DKIM (RFC 6376), ARC (RFC 8617), SPF (RFC 7208) with the server that handed it to
 * the receiver, and DMARC (RFC 9989). What the receiver found at the time stays; of the new results only what passes is
 * added to it, since keys are withdrawn and mailboxes change mails. `at` is the ISO instant of asking. Never rejects.
 */
export async function verifyOnline(evidence: Evidence, ports: Ports, at: string): Promise<Gathered<Authentication>> {
  const received = evidence.authentication;
  const hasHeader = evidence.level === "full-source" || evidence.level === "attached-original";
  if (!hasHeader || evidence.sender.kind !== "found" || received.kind === "failed") return received;
  const sender = evidence.sender.value;
  const results = [...(await dkimResults(evidence, ports)), ...(await spfResults(evidence, sender, ports, at)), ...(await arcResults(evidence, ports))];
  const known = received.kind === "found" ? received.value : undefined;
  const passed = [...(known?.passedDomains ?? []), ...passedOf(results)];
  const dmarc = await dmarcOf(sender, passed, ports);
  const isUnsure = results.some(({ result }) => result === "temperror") || dmarc?.result === "temperror";
  const aligned = known?.alignedDomain ?? (await confirmed(alignmentOf(passed, known?.results ?? [], sender), dmarc, sender, ports));
  if (isUnsure && aligned === undefined && known === undefined) return { kind: "failed", why: "a name server did not answer", temporary: true };
  return { kind: "found", value: merged(known, results, { passed, aligned, dmarc, sender }) };
}

/**
 * Alignment by the Public Suffix List stands unless the owners' own records say otherwise: where the author's organization
 * publishes one, every domain of it leads to the same (RFC 9989 §4.10).
 */
async function confirmed(
  aligned: Authentication["alignedDomain"],
  dmarc: DmarcOutcome | undefined,
  sender: Sender,
  { resolver }: Ports,
): Promise<Authentication["alignedDomain"]> {
  if (aligned === undefined || dmarc?.record === undefined) return aligned;
  return (await isSameOrganization(sender.authorDomain, aligned.domain, resolver)) === false ? undefined : aligned;
}

interface Judged {
  readonly passed: Authentication["passedDomains"];
  readonly aligned: Authentication["alignedDomain"];
  readonly dmarc: DmarcOutcome | undefined;
  readonly sender: Sender;
}

function merged(known: Authentication | undefined, results: readonly AuthMethodResult[], { passed, aligned, dmarc, sender }: Judged): Authentication {
  const policy = known?.policy ?? dmarc?.policy;
  const arc = results.some(({ method, result }) => method === "arc" && result === "pass") ? "pass" : known?.arc;
  if (known !== undefined) {
    const added = results.filter(({ result }) => result === "pass");
    // The receiver saw the mail arrive: its "fail" is not undone by a signature that fits, its silence is.
    const alignedDomain = known.dmarc === "fail" ? known.alignedDomain : aligned;
    return { ...known, results: [...known.results, ...added], passedDomains: passed, alignedDomain, policy, arc };
  }
  const verdict = dmarcResult(results, aligned, dmarc);
  const stated = verdict === undefined ? [] : [{ ...stateOf("dmarc", verdict, sender.authorDomain, `_dmarc.${sender.authorDomain}`), selector: undefined }];
  return { authservId: "", results: [...results, ...stated], passedDomains: passed, alignedDomain: aligned, dmarc: verdict, policy, arc, untrusted: [] };
}

/** DMARC failed only if both ways were really tried: SPF gave an answer, and no signature went unjudged. */
function dmarcResult(results: readonly AuthMethodResult[], aligned: Authentication["alignedDomain"], dmarc: DmarcOutcome | undefined): AuthResult | undefined {
  if (dmarc === undefined || dmarc.result === "temperror") return undefined;
  if (dmarc.result === "none") return "none";
  if (dmarc.result === "pass") return "pass";
  const hasSpf = results.some(({ method, result }) => method === "spf" && result !== "temperror" && result !== "permerror");
  const isUnjudged = results.some(({ method, result }) => method === "dkim" && (result === "permerror" || result === "temperror" || result === "policy"));
  return hasSpf && !isUnjudged && aligned === undefined ? "fail" : undefined;
}

async function dkimResults(evidence: Evidence, ports: Ports): Promise<readonly AuthMethodResult[]> {
  const outcomes = await verifyDkim(bytesOf(evidence), ports);
  const isAmbiguous = SHOWN_ONCE.some((key) => fields(evidence.mail, key).length > 1);
  if (outcomes.length === 0) return [{ ...stateOf("dkim", "none", "", ""), selector: undefined }];
  return outcomes.map(({ state, domain, selector, wholeBody }) => {
    // Text can be added behind a signed length (RFC 6376 §8.2): such a pass proves nothing of what the reader sees.
    const result: AuthResult = state === "pass" && (!wholeBody || isAmbiguous) ? "policy" : state;
    return { ...stateOf("dkim", result, domain, `${selector}._domainkey.${domain}`), selector };
  });
}

/** Of a mail handed in whole: in an attached one the route may be made up. */
async function spfResults(evidence: Evidence, sender: Sender, { resolver }: Ports, at: string): Promise<readonly AuthMethodResult[]> {
  const entry = evidence.trace.kind === "found" ? evidence.trace.value.entry : undefined;
  const age = entry?.at === undefined ? Number.NaN : Date.parse(at) - Date.parse(entry.at);
  if (entry === undefined || evidence.level !== "full-source" || !(age < FRESH_MS) || sender.returnPath === undefined) return [];
  const { result, domain } = await checkSpf({ ip: entry.ip, helo: entry.fromHelo, mailFrom: sender.returnPath.address }, resolver);
  return [{ ...stateOf("spf", result, domain, domain), selector: undefined }];
}

async function arcResults(evidence: Evidence, ports: Ports): Promise<readonly AuthMethodResult[]> {
  const { cv, sealers, temporary } = await verifyArc(bytesOf(evidence), ports);
  const domain = sealers.at(-1) ?? "";
  return cv === "none" ? [] : [{ ...stateOf("arc", cv === "fail" && temporary ? "temperror" : cv, domain, `_domainkey.${domain}`), selector: undefined }];
}

async function dmarcOf(sender: Sender, passed: Authentication["passedDomains"], { resolver }: Ports): Promise<DmarcOutcome | undefined> {
  if (!sender.authorDomain.includes(".")) return undefined;
  const domainsBy = (by: "dkim" | "spf"): string[] => passed.filter((one) => one.by === by).map((one) => one.domain);
  return evaluateDmarc({ authorDomain: sender.authorDomain, dkimDomains: domainsBy("dkim"), spfDomains: domainsBy("spf") }, resolver);
}

function passedOf(results: readonly AuthMethodResult[]): Authentication["passedDomains"] {
  return results.flatMap(({ method, result, domain, quote }) =>
    result === "pass" && domain !== "" && (method === "dkim" || method === "spf") ? [{ domain, by: method, quote }] : [],
  );
}

function stateOf(method: AuthMethodResult["method"], result: AuthResult, domain: string, name: string): Omit<AuthMethodResult, "selector"> {
  const quote: Quote = { text: `${method}=${result}${domain === "" ? "" : ` ${domain}`}`, where: { kind: "lookup", key: `dns:TXT:${name}` } };
  return { method, result, domain, quote };
}

function bytesOf({ mail }: Evidence): Uint8Array {
  return mail.raw.subarray(mail.start, mail.end);
}
