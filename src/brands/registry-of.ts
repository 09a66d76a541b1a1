import type { Brand } from "./brand.ts";
import { compileHosts } from "./host-roles.ts";
import { nameKeys } from "./name-key.ts";
import { compileNames } from "./name-matcher.ts";
import { unpackBrand } from "./packed-brand.ts";
import { domainsByBrand, domainsOfBrand } from "./registry-index.ts";
import type { RegistryIndex } from "./registry-index.ts";
import type { Registry } from "./registry.ts";

/** Where the facts of a brand come from: read when first asked for. */
export interface BrandSource {
  all(): readonly Brand[];
  at(index: number): Brand;
}

/** Brands written one a line (`packBrand`), read one by one; their domains stand in the index. */
export function brandsFromLines(text: string, index: RegistryIndex): BrandSource {
  const lines = once(() => text.split("\n"));
  const read: (Brand | undefined)[] = [];
  const at = (place: number): Brand => (read[place] ??= unpackBrand(lines()[place]!, domainsOfBrand(index, place)));
  const all = once(() => {
    const domains = domainsByBrand(index);
    return lines().map((line, place) => (read[place] ??= unpackBrand(line, domains[place]!)));
  });
  return { at, all };
}

/** A registry over an index. Each kind of look-up is made ready when it is first used. */
export function registryOf(index: RegistryIndex, source: BrandSource, version: string): Registry {
  const places = once(() => new Map(index.ids.map((id, at) => [id, at])));
  const keys = once(() => new Map(index.keys.key.map((key, at) => [key, index.keys.brand[at]!])));
  const hosts = once(() => compileHosts(index, source.at));
  const names = once(() => compileNames(index));
  const targets = once(() => index.targets.map(([text, at, domain, label]) => ({ brand: index.ids[at]!, text, domain, label })));
  const common = once(() => new Set(index.common));
  const brandNamed = remembering((name) => {
    const at = findKey(name, keys());
    if (at !== undefined) return source.at(at);
    const owner = ownerOfHostIn(name, rolesOf);
    return owner === undefined ? undefined : get(owner);
  });
  const namesIn = remembering((text) => names()(text));
  const rolesOf: Registry["rolesOf"] = (host, day) => hosts()(host, day);
  const get: Registry["get"] = (id) => {
    const at = places().get(id);
    return at === undefined ? undefined : source.at(at);
  };
  return {
    version,
    get brands() {
      return source.all();
    },
    get commonWords() {
      return common();
    },
    get targets() {
      return targets();
    },
    get,
    findNames: namesIn,
    findBrand: brandNamed,
    rolesOf,
  };
}

function findKey(name: string, keys: ReadonlyMap<string, number>): number | undefined {
  for (const key of nameKeys(name)) {
    const at = keys.get(key);
    if (at !== undefined) return at;
  }
  return undefined;
}

function ownerOfHostIn(name: string, rolesOf: Registry["rolesOf"]): string | undefined {
  const host = /^(?:https?:\/\/)?(?:[^\s@/]+@)?([a-z0-9.-]+\.[a-z]{2,})(?:[/:].*)?$/i.exec(name.trim().normalize("NFKC"))?.[1];
  return host === undefined ? undefined : rolesOf(host, undefined).find((found) => found.role === "site" || found.role === "sender")?.brand;
}

const MAX_REMEMBERED = 500;
/** Display names and link texts; longer texts are not met twice. */
const LONGEST_REMEMBERED = 80;

/** A sender's name is asked for by several steps of one mail, and by mail after mail. */
function remembering<T>(look: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return look(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const found = look(text);
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(text, found);
    return found;
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
