import type { Resolver } from "./ports.ts";
import { parseTags } from "./tags.ts";

export type DmarcPolicy = "none" | "quarantine" | "reject";

/** A DMARC policy record (RFC 9989 §4.7). `p` is `none` where only a report address is given. */
export interface DmarcRecord {
  readonly p: DmarcPolicy;
  readonly sp: DmarcPolicy | undefined;
  readonly np: DmarcPolicy | undefined;
  readonly strictDkim: boolean;
  readonly strictSpf: boolean;
  readonly psd: "y" | "n" | "u";
  readonly testing: boolean;
  /** Historic percentage of RFC 7489; nothing rests on it. */
  readonly pct: number | undefined;
}

export interface DmarcOutcome {
  /** `none`: the domain publishes no policy. `temperror`: a name server failed. */
  readonly result: "pass" | "fail" | "none" | "temperror";
  /** What the owner asks to be done with a mail that fails, `t=y` taken into account. */
  readonly policy: DmarcPolicy | undefined;
  readonly organizationalDomain: string;
  readonly record: DmarcRecord | undefined;
  readonly alignedDkim: string | undefined;
  readonly alignedSpf: string | undefined;
}

const POLICIES: ReadonlySet<string> = new Set(["none", "quarantine", "reject"]);
/** RFC 9989 §4.10: a walk asks at most eight names. */
const MOST_QUERIES = 8;

/** Raised inside this file when a name server fails. */
class LookupFailed extends Error {}

/**
 * Evaluates DMARC (RFC 9989 §4, §5.3) for the domain of From and the domains that passed DKIM and SPF. Never rejects.
 */
export async function evaluateDmarc(
  question: { readonly authorDomain: string; readonly dkimDomains: readonly string[]; readonly spfDomains: readonly string[] },
  resolver: Resolver,
): Promise<DmarcOutcome> {
  try {
    return await evaluate(question, new TreeWalker(resolver), resolver);
  } catch (error) {
    if (!(error instanceof LookupFailed)) throw error;
    const organizationalDomain = question.authorDomain.toLowerCase();
    return { result: "temperror", policy: undefined, organizationalDomain, record: undefined, alignedDkim: undefined, alignedSpf: undefined };
  }
}

/**
 * Whether a domain is of the author's organization (RFC 9989 §4.4, relaxed). Undefined where a name server failed.
 */
export async function isSameOrganization(author: string, domain: string, resolver: Resolver): Promise<boolean | undefined> {
  try {
    return (await new TreeWalker(resolver).aligned(author.toLowerCase(), [domain], false)) !== undefined;
  } catch (error) {
    if (error instanceof LookupFailed) return undefined;
    throw error;
  }
}

async function evaluate(question: Parameters<typeof evaluateDmarc>[0], walker: TreeWalker, resolver: Resolver): Promise<DmarcOutcome> {
  const author = question.authorDomain.toLowerCase();
  const organization = await walker.organizationalDomain(author);
  const found = await walker.policyOf(author, organization);
  if (found === undefined)
    return { result: "none", policy: undefined, organizationalDomain: organization, record: undefined, alignedDkim: undefined, alignedSpf: undefined };
  const { record } = found;
  const alignedDkim = await walker.aligned(author, question.dkimDomains, record.strictDkim);
  const alignedSpf = await walker.aligned(author, question.spfDomains, record.strictSpf);
  const asked = found.domain === author ? record.p : await policyBelow(record, author, resolver);
  const policy = record.testing ? milder(asked) : asked;
  const result = alignedDkim === undefined && alignedSpf === undefined ? "fail" : "pass";
  return { result, policy, organizationalDomain: organization, record, alignedDkim, alignedSpf };
}

/** `np` for a name that does not exist, else `sp`, else `p` (RFC 9989 §4.7). */
async function policyBelow(record: DmarcRecord, author: string, resolver: Resolver): Promise<DmarcPolicy> {
  const forSubdomains = record.sp ?? record.p;
  if (record.np === undefined) return forSubdomains;
  const answers = await Promise.all((["A", "AAAA", "MX"] as const).map((type) => resolver.lookup(author, type)));
  return answers.every((answer) => answer.kind === "no-name") ? record.np : forSubdomains;
}

function milder(policy: DmarcPolicy): DmarcPolicy {
  return policy === "reject" ? "quarantine" : "none";
}

/** Walks up the DNS tree (RFC 9989 §4.10), each name asked once. */
export class TreeWalker {
  readonly #resolver: Resolver;
  readonly #records = new Map<string, Promise<DmarcRecord | undefined>>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** RFC 9989 §4.10.2. A domain under which nothing is published is its own. */
  async organizationalDomain(domain: string): Promise<string> {
    let shortest = domain;
    let below = domain;
    for (const name of walkOf(domain)) {
      const psd = (await this.#record(name))?.psd;
      if (psd === "n") return name;
      if (psd === "y" && name !== domain) return below;
      if (psd !== undefined) shortest = name;
      below = childOf(domain, name);
      if (psd === "y") return shortest;
    }
    return shortest;
  }

  /** The record that holds for an author domain (RFC 9989 §4.10.1): its own, its organization's, or its public suffix's. */
  async policyOf(author: string, organization: string): Promise<{ readonly domain: string; readonly record: DmarcRecord } | undefined> {
    for (const domain of [author, organization, ...walkOf(organization)]) {
      const record = await this.#record(domain);
      if (record !== undefined) return { domain, record };
    }
    return undefined;
  }

  /** The first domain that is aligned with the author's: the same, or relaxed of the same organization (§4.4). */
  async aligned(author: string, domains: readonly string[], strict: boolean): Promise<string | undefined> {
    const same = domains.find((domain) => domain.toLowerCase() === author);
    if (same !== undefined || strict) return same?.toLowerCase();
    const organization = await this.organizationalDomain(author);
    for (const domain of domains) if ((await this.organizationalDomain(domain.toLowerCase())) === organization) return domain.toLowerCase();
    return undefined;
  }

  #record(domain: string): Promise<DmarcRecord | undefined> {
    const known = this.#records.get(domain);
    if (known !== undefined) return known;
    const asked = this.#ask(domain);
    this.#records.set(domain, asked);
    return asked;
  }

  async #ask(domain: string): Promise<DmarcRecord | undefined> {
    const answer = await this.#resolver.lookup(`_dmarc.${domain}`, "TXT");
    if (answer.kind === "failed") throw new LookupFailed(answer.why);
    const records = answer.kind === "records" ? answer.records.filter((text) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text)) : [];
    return records.length === 1 ? parseDmarcRecord(records[0] ?? "") : undefined;
  }
}

/** The names to ask, from the domain up to its top label; long ones jump to seven labels after the first question. */
function walkOf(domain: string): readonly string[] {
  const labels = domain.split(".");
  const names = [domain];
  for (let left = Math.min(labels.length - 1, MOST_QUERIES - 1); left >= 1; left--) names.push(labels.slice(-left).join("."));
  return names;
}

/** The name one label longer than `parent` on the way to `domain`. */
function childOf(domain: string, parent: string): string {
  const labels = domain.split(".");
  return labels.slice(-Math.min(labels.length, parent.split(".").length)).join(".");
}

/** Reads a record; undefined when it says nothing that holds (RFC 9989 §4.7). */
export function parseDmarcRecord(text: string): DmarcRecord | undefined {
  const tags = parseTags(text);
  const value = (name: string): string => (tags?.get(name) ?? "").toLowerCase();
  const policy = (name: string): DmarcPolicy | undefined => (POLICIES.has(value(name)) ? (value(name) as DmarcPolicy) : undefined);
  const p = policy("p") ?? (/^mailto:\S+@\S+/i.test(value("rua")) ? "none" : undefined);
  if (p === undefined) return undefined;
  const psd = value("psd");
  return {
    p,
    sp: policy("sp"),
    np: policy("np"),
    strictDkim: value("adkim") === "s",
    strictSpf: value("aspf") === "s",
    psd: psd === "y" || psd === "n" ? psd : "u",
    testing: value("t") === "y",
    pct: /^\d{1,3}$/.test(value("pct")) ? Number(value("pct")) : undefined,
  };
}
