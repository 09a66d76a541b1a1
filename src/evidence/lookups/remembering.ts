import type { DnsAnswer, RecordType, Resolver } from "../authenticate/ports.ts";
import type { RecordedName, Zone } from "./recorded.ts";

/** A name server whose answers are kept. */
export interface RememberingResolver extends Resolver {
  /** All answers so far, to be read again by `recordedResolver`. */
  answers(): Zone;
}

const MOST_REMEMBERED = 100_000;

/** Asks each question once, however many mails need it, and keeps the answers as a record. */
export function remembering(resolver: Resolver): RememberingResolver {
  const asked = new Map<string, Promise<DnsAnswer>>();
  const answered = new Map<string, DnsAnswer>();
  const ask = async (name: string, type: RecordType, key: string): Promise<DnsAnswer> => {
    const answer = await resolver.lookup(name, type);
    answered.set(key, answer);
    return answer;
  };
  return {
    lookup: (name, type) => {
      const key = `${type} ${name.toLowerCase().replace(/\.$/, "")}`;
      const known = asked.get(key);
      if (known !== undefined) return known;
      if (asked.size >= MOST_REMEMBERED) asked.clear();
      const promise = ask(name, type, key);
      asked.set(key, promise);
      return promise;
    },
    answers: () => zoneOf(answered),
  };
}

function zoneOf(answered: ReadonlyMap<string, DnsAnswer>): Zone {
  const zone: Record<string, RecordedName> = Object.create(null) as Record<string, RecordedName>;
  for (const [key, answer] of [...answered].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [type, name = ""] = key.split(" ");
    zone[name] = { ...zone[name], ...recordOf(type as RecordType, answer) };
  }
  return zone;
}

function recordOf(type: RecordType, answer: DnsAnswer): RecordedName {
  if (answer.kind === "records") return type === "MX" ? { MX: answer.records.map((host, at) => [at, host] as const) } : { [type]: answer.records };
  if (answer.kind === "no-data") return {};
  return { rcode: answer.kind === "no-name" ? "NXDOMAIN" : answer.why };
}
