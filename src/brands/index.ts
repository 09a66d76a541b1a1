import { compileRegistry } from "./compile.ts";
import type { Registry } from "./registry.ts";
import { registryData } from "./registry.generated.ts";

export { compileRegistry } from "./compile.ts";
export { lookAlikeOf } from "./look-alike.ts";
export type { LookAlike, LookAlikeKind } from "./look-alike.ts";
export type { AddressFact, Brand, BrandName, DomainFact, FactSource, FactStatus, MachineHostFact } from "./brand.ts";
export type { HostRole, NameHit, Registry } from "./registry.ts";

let compiled: Registry | undefined;

/** The registry that ships with the package, compiled when first asked for. */
export function defaultRegistry(): Registry {
  return (compiled ??= compileRegistry(registryData.brands, registryData.version));
}
