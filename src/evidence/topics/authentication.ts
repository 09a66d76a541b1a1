import { parseAuthenticationResults } from "../../mail/authentication-results.ts";
import type { AuthenticationResult, AuthenticationResults } from "../../mail/authentication-results.ts";
import type { HeaderField, Mail } from "../../mail/mail.ts";
import { receivedBy } from "../../mail/received.ts";
import type { Quote } from "../../terms/index.ts";
import { organizationalDomain, sameRegistrable, toAsciiHost } from "../domains.ts";
import type { Authentication, AuthMethodResult, AuthResult, Gathered, Sender } from "../evidence.ts";
import { quoteOf } from "./trace.ts";

const RESULTS: ReadonlySet<string> = new Set(["pass", "fail", "softfail", "neutral", "none", "temperror", "permerror", "policy"]);
/** Results older servers write (RFC 7001, Microsoft's bestguesspass is no pass of a published policy). */
const OLD_NAMES: Readonly<Record<string, AuthResult>> = { hardfail: "fail", error: "temperror", unknown: "permerror", bestguesspass: "none" };
const MAX_FIELDS = 50;

/**
 * What the reader's own server found. Only the topmost Authentication-Results field is trusted (RFC 8601 §5): it must
 * stand above the first Received field, or directly below Received fields that the same organization wrote. One
 * lower was written by somebody on the way. ARC-Authentication-Results (RFC 8617) never count.
 */
export function gatherAuthentication(mail: Mail, sender: Sender | undefined): Gathered<Authentication> {
  if (!mail.fields.some((field) => field.key === "authentication-results")) return { kind: "absent" };
  const { trusted, untrusted, authservId } = sortFields(mail);
  if (trusted.length === 0) return { kind: "absent" };
  const results = trusted.flatMap(({ field, read }) => resultsOf(field, read));
  const passedDomains = results.flatMap((result) =>
    result.result === "pass" && result.domain !== "" && (result.method === "dkim" || result.method === "spf")
      ? [{ domain: result.domain, by: result.method, quote: result.quote }]
      : [],
  );
  const dmarc = results.find((result) => result.method === "dmarc")?.result;
  const alignedDomain = dmarc === "fail" ? undefined : alignmentOf(passedDomains, results, sender);
  const arc = results.find((result) => result.method === "arc")?.result;
  const policy = policyOf(trusted.map(({ field }) => field.rawValue));
  return { kind: "found", value: { authservId, results, passedDomains, alignedDomain, dmarc, policy, arc, untrusted } };
}

interface Sorted {
  readonly authservId: string;
  readonly trusted: readonly { readonly field: HeaderField; readonly read: AuthenticationResults }[];
  readonly untrusted: readonly Quote[];
}

/** A field is read only while it may still be trusted, and of the Received fields only those above such a one. */
function sortFields(mail: Mail): Sorted {
  const trusted: { field: HeaderField; read: AuthenticationResults }[] = [];
  const untrusted: Quote[] = [];
  const above: HeaderField[] = [];
  const receivers: string[] = [];
  let authservId: string | undefined;
  for (const field of mail.fields) {
    if (field.key === "received" && above.length < MAX_FIELDS) above.push(field);
    if (field.key !== "authentication-results" || trusted.length + untrusted.length >= MAX_FIELDS) continue;
    if (authservId === undefined && untrusted.length > 0) {
      untrusted.push(quoteOf(field));
      continue;
    }
    const read = parseAuthenticationResults(field.rawValue);
    const id = read.authservId.toLowerCase();
    while (receivers.length < above.length) receivers.push(receivedBy(above[receivers.length]!.rawValue));
    const isTop = (authservId === undefined || id === authservId) && receivers.every((by) => isOwnServer(by, id));
    if (isTop) {
      authservId = id;
      trusted.push({ field, read });
    } else untrusted.push(quoteOf(field));
  }
  return { authservId: authservId ?? "", trusted, untrusted };
}

/** Whether a Received field above was written by the server that wrote the result. */
function isOwnServer(by: string, authservId: string): boolean {
  const host = by.toLowerCase().replace(/^\[|\]$/g, "");
  // Within a provider, hops name themselves by address only (Gmail: "by 2002:a05:...").
  if (/^[\d.]+$/.test(host) || host.includes(":")) return true;
  // Exchange Online leaves the authserv-id out; its own servers are all below these.
  if (authservId === "") return /\.(?:outlook|office365|exchangelabs)\.com$/.test(host);
  return sameRegistrable(host, authservId);
}

function resultsOf(field: HeaderField, read: AuthenticationResults): readonly AuthMethodResult[] {
  const where = { kind: "raw", start: field.valueStart, end: field.end } as const;
  return read.results.slice(0, 100).map((result) => {
    const domain = domainOf(result);
    return {
      method: methodOf(result.method),
      result: resultOf(result.result),
      domain,
      selector: result.properties["header"]?.["s"],
      quote: { text: `${result.method}=${result.result}${domain === "" ? "" : ` ${domain}`}`, where },
    };
  });
}

/**
 * The policy as receivers note it: `dmarc=fail (p=REJECT ...)` by Google and many others, `action=oreject` by Exchange
 * Online (the o says that the tenant overrode it), `policy.published-domain-policy=reject` by RFC 8601's registry.
 */
function policyOf(values: readonly string[]): Authentication["policy"] {
  for (const value of values) {
    const statement =
      value
        .slice(0, 10_000)
        .toLowerCase()
        .split(";")
        .find((part) => /^\s*dmarc\s*=/.test(part)) ?? "";
    const named = /(?:\bp=|\baction=o?|published-domain-policy=)(none|quarantine|reject)/.exec(statement)?.[1];
    if (named !== undefined) return named as Authentication["policy"];
  }
  return undefined;
}

function methodOf(method: string): AuthMethodResult["method"] {
  const name = method.toLowerCase();
  return name === "dkim" || name === "spf" || name === "dmarc" || name === "arc" ? name : "other";
}

function resultOf(result: string): AuthResult {
  const name = result.toLowerCase();
  return RESULTS.has(name) ? (name as AuthResult) : (OLD_NAMES[name] ?? "none");
}

/** The identity a result is about: DKIM header.d or header.i, SPF smtp.mailfrom or smtp.helo, DMARC header.from. */
function domainOf(result: AuthenticationResult): string {
  const { header, smtp } = result.properties;
  switch (methodOf(result.method)) {
    case "dkim":
      return hostOf(header?.["d"] ?? header?.["i"]);
    case "spf":
      return hostOf(smtp?.["mailfrom"] ?? smtp?.["mail"]) || hostOf(smtp?.["helo"]);
    case "dmarc":
      return hostOf(header?.["from"]);
    default:
      return "";
  }
}

function hostOf(identity: string | undefined): string {
  if (identity === undefined) return "";
  return toAsciiHost(identity.slice(identity.lastIndexOf("@") + 1).replace(/[<>"]/g, ""));
}

/**
 * The passing identifier aligned with the From domain (RFC 9989 §4.4: relaxed = same organizational domain). A mail
 * with several From domains has no author to align with.
 */
export function alignmentOf(
  passed: Authentication["passedDomains"],
  results: readonly AuthMethodResult[],
  sender: Sender | undefined,
): Authentication["alignedDomain"] {
  const author = sender?.authorDomain ?? "";
  if (author === "" || sender?.from.some((address) => toAsciiHost(address.domain) !== author) === true) return undefined;
  const organization = organizationalDomain(author);
  const aligned = passed.filter((one) => organizationalDomain(one.domain) === organization);
  const best = aligned.find((one) => one.by === "dkim" && one.domain === author) ?? aligned.find((one) => one.by === "dkim") ?? aligned[0];
  if (best !== undefined) return { domain: best.domain, mode: best.domain === author ? "strict" : "relaxed", by: best.by, quote: best.quote };
  const dmarc = results.find(
    (result) => result.method === "dmarc" && result.result === "pass" && (result.domain === "" || organizationalDomain(result.domain) === organization),
  );
  return dmarc === undefined ? undefined : { domain: author, mode: "relaxed", by: "dmarc", quote: dmarc.quote };
}
