import type { Brand } from "./brand.ts";
import { compileHosts } from "./host-roles.ts";
import { nameKey, nameKeys } from "./name-key.ts";
import { compileNames } from "./name-matcher.ts";
import type { Registry } from "./registry.ts";

/** Compiles the brands for matching. Pure: the same brands give the same registry. */
export function compileRegistry(brands: readonly Brand[], version: string): Registry {
  const byId = new Map(brands.map((brand) => [brand.id, brand]));
  const byKey = keysOf(brands);
  const rolesOf = compileHosts(brands);
  return {
    version,
    brands,
    get: (id) => byId.get(id),
    findNames: compileNames(brands),
    findBrand: (name) => findBrand(name, byKey, byId, rolesOf),
    rolesOf,
  };
}

/** First brand to use a key keeps it; names go before aliases, aliases before spellings. */
function keysOf(brands: readonly Brand[]): ReadonlyMap<string, string> {
  const byKey = new Map<string, string>();
  const add = (id: string, name: string): void => {
    const key = nameKey(name);
    if (key.length > 1 && !byKey.has(key)) byKey.set(key, id);
  };
  for (const brand of brands) for (const name of [brand.label.ja, brand.label.en, ...brand.names.map((one) => one.name)]) add(brand.id, name);
  for (const brand of brands) for (const alias of [brand.id, ...brand.aliases]) add(brand.id, alias);
  for (const brand of brands) for (const spelling of brand.spellings) add(brand.id, spelling);
  for (const brand of brands) for (const name of [brand.owner?.ja, brand.owner?.en]) if (name !== undefined) add(brand.id, name);
  return byKey;
}

function findBrand(name: string, byKey: ReadonlyMap<string, string>, byId: ReadonlyMap<string, Brand>, rolesOf: Registry["rolesOf"]): Brand | undefined {
  for (const key of nameKeys(name)) {
    const id = byKey.get(key);
    if (id !== undefined) return byId.get(id);
  }
  const host = /^(?:https?:\/\/)?(?:[^\s@/]+@)?([a-z0-9.-]+\.[a-z]{2,})(?:[/:].*)?$/i.exec(name.trim().normalize("NFKC"))?.[1];
  const official = host === undefined ? undefined : rolesOf(host, undefined).find((found) => found.role === "site" || found.role === "sender");
  return official === undefined ? undefined : byId.get(official.brand);
}
