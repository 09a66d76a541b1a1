import { parseIp, parseIpv4, parseIpv6, reverseName, sameNetwork } from "./ip.ts";
import type { IpBytes } from "./ip.ts";
import type { DnsAnswer, RecordType, Resolver } from "./ports.ts";
import { expandDomain } from "./spf-macro.ts";
import { parseSpfRecord } from "./spf-record.ts";
import type { Mechanism, SpfRecord } from "./spf-record.ts";

export type SpfResult = "none" | "neutral" | "pass" | "fail" | "softfail" | "temperror" | "permerror";

/** `domain`: whose record was asked, that of the envelope sender or, when that is empty, the HELO name. */
export interface SpfOutcome {
  readonly result: SpfResult;
  readonly domain: string;
}

/** What SPF looks at: the client's address and the two names it gave in the SMTP session. */
export interface SpfQuestion {
  readonly ip: string;
  readonly helo: string;
  /** RFC5321.MailFrom, empty for a bounce. */
  readonly mailFrom: string;
}

/** RFC 7208 §4.6.4: terms that ask the name server, names that answer nothing, hosts of one MX or PTR answer. */
const MOST_TERMS = 10;
const MOST_VOIDS = 2;
const MOST_HOSTS = 10;

/** Stops an evaluation with its result. */
class Stop extends Error {
  readonly result: SpfResult;
  constructor(result: SpfResult) {
    super(result);
    this.result = result;
  }
}

/** `check_host()` of RFC 7208 §4. Never rejects; a name server that fails gives `temperror`. */
export async function checkSpf(question: SpfQuestion, resolver: Resolver): Promise<SpfOutcome> {
  const ip = parseIp(question.ip);
  const sender = senderOf(question);
  const domain = sender.slice(sender.lastIndexOf("@") + 1).replace(/\.$/, "");
  if (ip === undefined || !isName(domain) || !domain.includes(".")) return { result: "none", domain };
  try {
    return { result: await new Evaluation(ip, sender, question.helo, resolver).check(domain), domain: domain.toLowerCase() };
  } catch (error) {
    if (error instanceof Stop) return { result: error.result, domain: domain.toLowerCase() };
    throw error;
  }
}

/** RFC 7208 §2.4, §4.3: without an envelope sender it is postmaster of the HELO name, as it is without a local part. */
function senderOf({ mailFrom, helo }: SpfQuestion): string {
  if (mailFrom === "") return `postmaster@${helo}`;
  if (!mailFrom.includes("@")) return `postmaster@${mailFrom}`;
  return mailFrom.startsWith("@") ? `postmaster${mailFrom}` : mailFrom;
}

/** A name a name server can be asked: labels of 1 to 63 characters, 253 in all. */
function isName(name: string): boolean {
  const bare = name.replace(/\.$/, "");
  return bare.length <= 253 && bare.split(".").every((label) => label.length > 0 && label.length <= 63);
}

class Evaluation {
  readonly #ip: IpBytes;
  readonly #sender: string;
  readonly #helo: string;
  readonly #resolver: Resolver;
  #terms = 0;
  #voids = 0;

  constructor(ip: IpBytes, sender: string, helo: string, resolver: Resolver) {
    this.#ip = ip;
    this.#sender = sender;
    this.#helo = helo;
    this.#resolver = resolver;
  }

  /** Follows `redirect` in a loop; `include` nests, at most as deep as terms may ask. */
  async check(start: string): Promise<SpfResult> {
    let domain = start;
    for (let first = true; ; first = false) {
      const record = await this.#recordOf(domain);
      if (record === undefined) return first ? "none" : "permerror";
      for (const mechanism of record.mechanisms) if (await this.#matches(mechanism, domain)) return mechanism.qualifier;
      if (record.redirect === undefined) return "neutral";
      this.#countTerm();
      domain = await this.#expand(record.redirect, domain);
    }
  }

  /** The one SPF record of a domain (RFC 7208 §4.5). */
  async #recordOf(domain: string): Promise<SpfRecord | undefined> {
    if (!isName(domain)) return undefined;
    const answer = await this.#resolver.lookup(domain, "TXT");
    if (answer.kind === "failed") throw new Stop("temperror");
    const records = answer.kind === "records" ? answer.records.filter((text) => /^v=spf1(?: |$)/i.test(text)) : [];
    if (records.length === 0) return undefined;
    const record = records.length === 1 ? parseSpfRecord(records[0] ?? "") : undefined;
    if (record === undefined) throw new Stop("permerror");
    return record;
  }

  async #matches(mechanism: Mechanism, domain: string): Promise<boolean> {
    switch (mechanism.name) {
      case "all":
        return true;
      case "ip4":
      case "ip6":
        return sameNetwork(this.#ip, mechanism.network, mechanism.bits);
      default:
        this.#countTerm();
        return this.#matchesByName(mechanism, mechanism.spec === undefined ? domain : await this.#expand(mechanism.spec, domain));
    }
  }

  async #matchesByName(mechanism: Exclude<Mechanism, { name: "all" | "ip4" | "ip6" }>, target: string): Promise<boolean> {
    switch (mechanism.name) {
      case "include":
        return this.#includes(target);
      case "exists":
        return (await this.#ask(target, "A")).length > 0;
      case "ptr":
        return (await this.#validatedNames()).some((name) => isUnder(name, target));
      case "a":
        return this.#hasAddress([target], mechanism, true);
      case "mx":
        return this.#hasAddress(await this.#exchangesOf(target), mechanism, false);
    }
  }

  /** RFC 7208 §5.2: only a pass matches, and a domain without a record is an error. */
  async #includes(target: string): Promise<boolean> {
    const result = await this.check(target);
    if (result === "none" || result === "permerror") throw new Stop("permerror");
    if (result === "temperror") throw new Stop("temperror");
    return result === "pass";
  }

  async #exchangesOf(target: string): Promise<readonly string[]> {
    const hosts = await this.#ask(target, "MX");
    if (hosts.length > MOST_HOSTS) throw new Stop("permerror");
    return hosts;
  }

  async #hasAddress(hosts: readonly string[], { bits4, bits6 }: { bits4: number; bits6: number }, countVoid: boolean): Promise<boolean> {
    for (const host of hosts) {
      const found = await this.#ask(host, this.#ip.length === 4 ? "A" : "AAAA", countVoid);
      if (found.some((text) => sameNetwork(this.#ip, addressOf(text), this.#ip.length === 4 ? bits4 : bits6))) return true;
    }
    return false;
  }

  /** Names of the client's address that lead back to it (RFC 7208 §5.5); a failing name server means none. */
  async #validatedNames(): Promise<readonly string[]> {
    const answer = await this.#resolver.lookup(reverseName(this.#ip), "PTR");
    if (answer.kind !== "records") {
      this.#countVoid(answer);
      return [];
    }
    const valid: string[] = [];
    for (const name of answer.records.slice(0, MOST_HOSTS)) {
      const back = await this.#resolver.lookup(name, this.#ip.length === 4 ? "A" : "AAAA");
      const bits = this.#ip.length * 8;
      if (back.kind === "records" && back.records.some((text) => sameNetwork(this.#ip, addressOf(text), bits))) valid.push(name.replace(/\.$/, ""));
    }
    return valid;
  }

  /** `%{p}` (RFC 7208 §7.3): the domain itself, else a name below it, else any validated name. */
  async #validatedName(domain: string): Promise<string> {
    const names = await this.#validatedNames();
    const same = names.find((name) => name.toLowerCase() === domain.toLowerCase());
    return same ?? names.find((name) => isUnder(name, domain)) ?? names[0] ?? "unknown";
  }

  #expand(spec: string, domain: string): Promise<string> {
    const values = { sender: this.#sender, domain, ip: this.#ip, helo: this.#helo, validatedName: () => this.#validatedName(domain) };
    return expandDomain(spec, values);
  }

  async #ask(name: string, type: RecordType, countVoid = true): Promise<readonly string[]> {
    if (!isName(name)) return [];
    const answer = await this.#resolver.lookup(name, type);
    if (answer.kind === "failed") throw new Stop("temperror");
    if (answer.kind === "records") return answer.records;
    if (countVoid) this.#countVoid(answer);
    return [];
  }

  #countVoid(answer: DnsAnswer): void {
    if (answer.kind !== "failed" && ++this.#voids > MOST_VOIDS) throw new Stop("permerror");
  }

  #countTerm(): void {
    if (++this.#terms > MOST_TERMS) throw new Stop("permerror");
  }
}

function addressOf(text: string): IpBytes {
  return parseIpv4(text) ?? parseIpv6(text) ?? [];
}

function isUnder(name: string, target: string): boolean {
  const a = name.toLowerCase();
  const b = target.toLowerCase().replace(/\.$/, "");
  return a === b || a.endsWith(`.${b}`);
}
