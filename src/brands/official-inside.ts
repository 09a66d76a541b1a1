import type { HostParts } from "./host-parts.ts";
import type { Registry } from "./registry.ts";
import { isDistinct } from "./target-index.ts";
import type { TargetIndex } from "./target-index.ts";

/** An official domain found in a foreign host. */
export interface Run {
  readonly brand: string;
  readonly domain: string;
  readonly below: boolean;
}

/** Pieces of the host between dots and hyphens, without the public suffix; a run of them that is an official domain with its ending. */
export function officialRun(parts: HostParts, index: TargetIndex, registry: Registry): Run | undefined {
  const own = parts.host.slice(0, parts.host.length - parts.suffix.length - 1);
  const cuts = [...own.matchAll(/[.-]|$/g)].map((cut) => cut.index);
  const starts = [0, ...cuts.map((cut) => cut + 1)].slice(0, 24);
  const ownLabelAt = own.length - parts.label.length;
  for (const start of starts) {
    for (const end of cuts
      .filter((cut) => cut > start)
      .slice(0, 5)
      .reverse()) {
      const run = own.slice(start, end);
      if (!/[.-]/.test(run) || !index.endings.has(run.slice(Math.max(run.lastIndexOf("."), run.lastIndexOf("-")) + 1))) continue;
      const below = start < ownLabelAt;
      const role = officialRole(run, registry) ?? (run.includes("-") && isTold(run, index) ? officialRole(run.replaceAll("-", "."), registry) : undefined);
      if (role !== undefined) return { ...role, below };
    }
  }
  return undefined;
}

/** Whether a domain written with hyphens begins with a name of its own kind: `office-com` may be anything. */
const isTold = (run: string, index: TargetIndex): boolean => isDistinct(run.slice(0, run.indexOf("-")), index);

/** The brand whose very domain this is, not one below it. */
function officialRole(domain: string, registry: Registry): { readonly brand: string; readonly domain: string } | undefined {
  if (!domain.includes(".") || domain.startsWith(".")) return undefined;
  const role = registry.rolesOf(domain, undefined).find((found) => (found.role === "site" || found.role === "sender") && found.fact.domain === domain);
  return role === undefined ? undefined : { brand: role.brand, domain };
}
