import type { Brand, DomainFact, FactSource } from "./brand.ts";
import type { HostRole } from "./registry.ts";
import { DOMAIN_LISTS } from "./registry-index.ts";
import type { MachineEntry, RegistryIndex } from "./registry-index.ts";

/** A brand a host belongs to, and as what. */
export interface HostRoleFound {
  readonly brand: string;
  readonly role: HostRole;
  readonly fact: DomainFact;
}

/** What a member of a house may do for another: its own hosts, not those of its customers or carriers. */
const OWN: ReadonlySet<HostRole> = new Set(["site", "sender", "machine", "link-tracker"]);

/** Compiles the domains of all brands to one look-up per label of a host. `brandAt` is asked only for a host that is known. */
export function compileHosts(index: RegistryIndex, brandAt: (at: number) => Brand): (host: string, day: string | undefined) => readonly HostRoleFound[] {
  const { hosts } = index;
  const machines = new Map<string, MachineEntry[]>();
  for (const entry of index.machines) push(machines, entry[0], entry);
  const kin = kinOf(index);
  const roles = (host: string, day: string | undefined): readonly HostRoleFound[] => {
    const wanted = host.toLowerCase().replace(/\.$/, "");
    let found: HostRoleFound[] | undefined;
    for (const tail of tailsOf(wanted)) {
      for (let row = firstAt(hosts.domain, tail); hosts.domain[row] === tail; row++) {
        const [role, factsOf] = DOMAIN_LISTS[hosts.list[row]!]!;
        const fact = factsOf(brandAt(hosts.brand[row]!))[hosts.fact[row]!]!;
        if ((fact.exact !== true || tail === wanted) && holdsOn(fact, day)) (found ??= []).push({ brand: index.ids[hosts.brand[row]!]!, role, fact });
      }
      for (const entry of machines.get(tail) ?? []) {
        const fact = machineFact(brandAt(entry[2]), entry[3]);
        if (fits(entry[1], wanted) && holdsOn(fact, day)) (found ??= []).push({ brand: index.ids[entry[2]]!, role: "machine", fact });
      }
    }
    return found === undefined ? [] : withKin(withoutCustomerHosts(found), kin);
  };
  return remembering(roles);
}

/** The first row of a domain in the sorted list: halving it costs nothing at loading, and answers are remembered. */
function firstAt(domains: readonly string[], wanted: string): number {
  let [low, high] = [0, domains.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (domains[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const MAX_REMEMBERED = 5000;
/** RFC 1035 §2.3.4. */
const LONGEST_HOST = 253;

/** Many checks ask of the same few hosts of a mail. */
function remembering<T extends object>(look: (host: string, day: string | undefined) => T): (host: string, day: string | undefined) => T {
  const days = new Map<string | undefined, Map<string, T>>();
  let size = 0;
  return (host, day) => {
    const before = days.get(day)?.get(host);
    if (before !== undefined) return before;
    const found = look(host, day);
    if (host.length > LONGEST_HOST) return found;
    if (++size > MAX_REMEMBERED) {
      days.clear();
      size = 1;
    }
    const hosts = days.get(day) ?? new Map<string, T>();
    days.set(day, hosts.set(host, found));
    return found;
  };
}

/** Whether a fact held on a day; without a day every fact counts. */
export function holdsOn(fact: FactSource, day: string | undefined): boolean {
  return day === undefined || ((fact.validFrom === undefined || fact.validFrom <= day) && (fact.validUntil === undefined || day <= fact.validUntil));
}

/**
 * Where anybody can have an address at exactly this host (`taro@yahoo.co.jp`), the brand's broader domain fact
 * does not make it official: `customer` with `exact` wins over `site` and `sender` of the same brand.
 */
function withoutCustomerHosts(found: HostRoleFound[]): readonly HostRoleFound[] {
  const open = found.filter((one) => one.role === "customer" && one.fact.exact === true).map((one) => one.brand);
  return open.length === 0 ? found : found.filter((one) => (one.role !== "site" && one.role !== "sender") || !open.includes(one.brand));
}

/** A host of one brand of a house may send for the others: to them it is a delegated sender. */
function withKin(found: readonly HostRoleFound[], kin: ReadonlyMap<string, readonly string[]>): readonly HostRoleFound[] {
  if (!found.some((one) => kin.has(one.brand) && OWN.has(one.role))) return found;
  const known = new Set(found.map((one) => one.brand));
  const more: HostRoleFound[] = [];
  for (const one of found) {
    if (!OWN.has(one.role)) continue;
    for (const brand of kin.get(one.brand) ?? []) {
      if (known.has(brand)) continue;
      known.add(brand);
      more.push({ brand, role: "delegated-sender", fact: one.fact });
    }
  }
  return [...found, ...more];
}

/** The members of the houses a brand is of, itself among them. */
function kinOf(index: RegistryIndex): ReadonlyMap<string, readonly string[]> {
  const kin = new Map<string, readonly string[]>();
  for (const house of index.houses) {
    const ids = house.map((at) => index.ids[at]!);
    for (const id of ids) {
      const before = kin.get(id);
      kin.set(id, before === undefined ? ids : [...before, ...ids]);
    }
  }
  return kin;
}

function machineFact(brand: Brand, at: number): DomainFact {
  const { pattern, ...source } = brand.machineHosts[at]!;
  return { domain: pattern, ...source };
}

/** `*` stands for letters, digits and hyphens of one label. */
function fits(pattern: string, host: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[a-z0-9-]*");
  return new RegExp(`^${escaped}$`).test(host);
}

/** The host and every parent of it, longest first; never more than 127 labels (RFC 1035 §2.3.4 allows no more). */
function tailsOf(host: string): readonly string[] {
  if (host === "" || host.length > 253) return [];
  const tails = [host];
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) tails.push(host.slice(dot + 1));
  return tails;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
