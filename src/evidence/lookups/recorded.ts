import type { DnsAnswer, RecordType, Resolver } from "../authenticate/ports.ts";

/** Recorded answers of one name. `rcode` answers every type that is not recorded (`NXDOMAIN`, or a failure such as `SERVFAIL`). */
export interface RecordedName {
  readonly rcode?: string | undefined;
  readonly CNAME?: string | undefined;
  readonly TXT?: readonly string[] | undefined;
  readonly A?: readonly string[] | undefined;
  readonly AAAA?: readonly string[] | undefined;
  readonly PTR?: readonly string[] | undefined;
  /** [preference, host] */
  readonly MX?: readonly (readonly [number, string])[] | undefined;
}

const LONGEST_CHAIN = 8;

/** Recorded answers by name; names in any case, with or without the final dot. */
export type Zone = Readonly<Record<string, RecordedName>>;

const NO_NAME: DnsAnswer = { kind: "no-name" };
/** For a record of what was asked once: a question that is not in it was never asked. */
export const NOT_RECORDED: DnsAnswer = { kind: "failed", why: "not recorded", temporary: false };

/**
 * A name server that reads its answers from a record: tests and re-runs of an examination give the same results
 * without a network. `otherwise` answers for names that are not recorded; by default they do not exist.
 */
export function recordedResolver(zone: Zone, otherwise: DnsAnswer = NO_NAME): Resolver {
  const names = new Map(Object.entries(zone).map(([name, recorded]) => [plain(name), recorded]));
  return { lookup: async (name, type) => answerOf(names, name, type, otherwise) };
}

function answerOf(names: ReadonlyMap<string, RecordedName>, name: string, type: RecordType, otherwise: DnsAnswer): DnsAnswer {
  let at = plain(name);
  for (let hop = 0; hop <= LONGEST_CHAIN; hop++) {
    const found = names.get(at);
    if (found === undefined) return otherwise;
    const records = recordsOf(found, type);
    if (records.length > 0) return { kind: "records", records };
    if (found.CNAME === undefined) return withoutRecords(found);
    at = plain(found.CNAME);
  }
  return { kind: "failed", why: "the aliases of the name go round in a circle", temporary: false };
}

function withoutRecords({ rcode }: RecordedName): DnsAnswer {
  if (rcode === undefined) return { kind: "no-data" };
  return rcode === "NXDOMAIN" ? { kind: "no-name" } : { kind: "failed", why: rcode, temporary: true };
}

function recordsOf(found: RecordedName, type: RecordType): readonly string[] {
  if (type !== "MX") return found[type] ?? [];
  return (found.MX ?? []).toSorted((a, b) => a[0] - b[0]).map(([, host]) => host);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
