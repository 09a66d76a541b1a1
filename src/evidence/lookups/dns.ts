import { promises as dns } from "node:dns";
import type { DnsAnswer, RecordType, Resolver } from "../authenticate/ports.ts";

/** `timeoutMs`: how long one question may take, all tries together about three times that. */
export interface DnsOptions {
  readonly servers?: readonly string[] | undefined;
  readonly timeoutMs?: number | undefined;
}

const DEFAULT_TIMEOUT_MS = 3000;
const TRIES = 2;

/** Asks the machine's name servers. Only an examination that was told to look things up makes one. */
export function dnsResolver(options: DnsOptions = {}): Resolver {
  const resolver = new dns.Resolver({ timeout: options.timeoutMs ?? DEFAULT_TIMEOUT_MS, tries: TRIES });
  if (options.servers !== undefined) resolver.setServers(options.servers);
  return { lookup: (name, type) => ask(resolver, name.replace(/\.$/, ""), type) };
}

async function ask(resolver: dns.Resolver, name: string, type: RecordType): Promise<DnsAnswer> {
  try {
    const records = await recordsOf(resolver, name, type);
    return records.length === 0 ? { kind: "no-data" } : { kind: "records", records };
  } catch (error) {
    return answerOfError((error as NodeJS.ErrnoException).code ?? "unknown");
  }
}

/** What Node's error codes say: the first two about the name, all others about the name server. */
export function answerOfError(code: string): DnsAnswer {
  if (code === "ENOTFOUND") return { kind: "no-name" };
  if (code === "ENODATA") return { kind: "no-data" };
  // A name that cannot be asked at all stays so.
  const isLasting = code === "EBADNAME" || code === "EBADSTR" || code === "EFORMERR" || code === "ERR_INVALID_ARG_VALUE";
  return { kind: "failed", why: code, temporary: !isLasting };
}

async function recordsOf(resolver: dns.Resolver, name: string, type: RecordType): Promise<readonly string[]> {
  switch (type) {
    case "TXT":
      return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(""));
    case "MX":
      return (await resolver.resolveMx(name)).toSorted((a, b) => a.priority - b.priority).map((mx) => mx.exchange);
    case "A":
      return resolver.resolve4(name);
    case "AAAA":
      return resolver.resolve6(name);
    case "PTR":
      return resolver.resolvePtr(name);
  }
}
