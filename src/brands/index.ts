import { readIndex } from "./packed-index.ts";
import { brandsFromLines, registryOf } from "./registry-of.ts";
import type { Registry } from "./registry.ts";
import { registryData } from "./registry.generated.ts";

export { compileRegistry } from "./compile.ts";
export { lookAlikeOf } from "./look-alike.ts";
export { lookAlikesAmong } from "./look-alike-index.ts";
export type { BrandLookAlike } from "./look-alike-index.ts";
export type { LookAlike, LookAlikeKind } from "./look-alike.ts";
export type { AddressFact, Brand, BrandName, DomainFact, FactSource, FactStatus, MachineHostFact } from "./brand.ts";
export type { HostRole, NameHit, Registry } from "./registry.ts";

let compiled: Registry | undefined;

/** The registry that ships with the package: its index is read when first asked for, a brand's facts when a mail is about it. */
export function defaultRegistry(): Registry {
  if (compiled !== undefined) return compiled;
  const index = readIndex(registryData.index);
  return (compiled = registryOf(index, brandsFromLines(registryData.brands, index), registryData.version));
}
