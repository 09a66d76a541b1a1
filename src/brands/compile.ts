import type { Brand } from "./brand.ts";
import { buildIndex } from "./build-index.ts";
import { registryOf } from "./registry-of.ts";
import type { Registry } from "./registry.ts";

/** Compiles the brands for matching. Pure: the same brands give the same registry. `common`: ordinary words near a brand's name. */
export function compileRegistry(brands: readonly Brand[], version: string, common: readonly string[] = []): Registry {
  return registryOf({ ...buildIndex(brands), common }, { all: () => brands, at: (index) => brands[index]! }, version);
}
