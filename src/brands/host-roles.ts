import type { Brand, DomainFact, FactSource, MachineHostFact } from "./brand.ts";
import type { HostRole } from "./registry.ts";

/** A brand a host belongs to, and as what. */
export interface HostRoleFound {
  readonly brand: string;
  readonly role: HostRole;
  readonly fact: DomainFact;
}

const MACHINE_TAIL = /\*[^.]*\.(.+)$/;

/** Compiles the domains of all brands to one look-up per label of a host. */
export function compileHosts(brands: readonly Brand[]): (host: string, day: string | undefined) => readonly HostRoleFound[] {
  const byDomain = new Map<string, HostRoleFound[]>();
  const machines = new Map<string, { readonly matches: RegExp; readonly found: HostRoleFound }[]>();
  for (const brand of brands) {
    for (const [role, facts] of rolesIn(brand)) for (const fact of facts) push(byDomain, fact.domain.toLowerCase(), { brand: brand.id, role, fact });
    for (const fact of brand.machineHosts) addMachine(machines, brand.id, fact);
  }
  return (host, day) => {
    const wanted = host.toLowerCase().replace(/\.$/, "");
    const found: HostRoleFound[] = [];
    for (const tail of tailsOf(wanted)) {
      for (const one of byDomain.get(tail) ?? []) if ((one.fact.exact !== true || tail === wanted) && holdsOn(one.fact, day)) found.push(one);
      for (const one of machines.get(tail) ?? []) if (one.matches.test(wanted) && holdsOn(one.found.fact, day)) found.push(one.found);
    }
    return withoutCustomerHosts(found);
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

function rolesIn(brand: Brand): readonly (readonly [HostRole, readonly DomainFact[]])[] {
  return [
    ["site", brand.siteDomains],
    ["sender", brand.senderDomains],
    ["delegated-sender", brand.delegatedSenders],
    ["link-tracker", brand.linkTrackers],
    ["customer", brand.customerDomains],
  ];
}

function addMachine(machines: Map<string, { readonly matches: RegExp; readonly found: HostRoleFound }[]>, brand: string, fact: MachineHostFact): void {
  const { pattern, ...source } = fact;
  const tail = MACHINE_TAIL.exec(pattern)?.[1] ?? pattern;
  const escaped = pattern
    .toLowerCase()
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[a-z0-9-]*");
  push(machines, tail.toLowerCase(), { matches: new RegExp(`^${escaped}$`), found: { brand, role: "machine", fact: { domain: pattern, ...source } } });
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
