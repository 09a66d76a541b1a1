import { foldText } from "../terms/normalise.ts";
import type { Brand } from "./brand.ts";
import { isGeneric, targetsOf } from "./look-alike-targets.ts";
import { nameKey } from "./name-key.ts";
import { DOMAIN_LISTS, SHORT, SPELLING } from "./registry-index.ts";
import type { HostTable, KeyTable, MachineEntry, NameTable, RegistryIndex, TargetEntry } from "./registry-index.ts";

const MACHINE_TAIL = /\*[^.]*\.(.+)$/;

/** Builds the index. Pure: the same brands give the same index. */
export function buildIndex(brands: readonly Brand[]): RegistryIndex {
  return {
    ids: brands.map((brand) => brand.id),
    names: namesOf(brands),
    keys: keysOf(brands),
    hosts: hostsOf(brands),
    machines: brands.flatMap((brand, index) => brand.machineHosts.map((fact, at) => machineOf(fact.pattern, index, at))),
    houses: housesOf(brands),
    targets: brands.flatMap((brand, index) =>
      targetsOf(brand)
        .filter((target) => !target.part && target.text.length >= 4 && !isGeneric(target.text))
        .map((target): TargetEntry => [target.text, index, target.domain, target.label ?? ""]),
    ),
    common: [],
  };
}

const byText = <T extends { readonly text: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));

function hostsOf(brands: readonly Brand[]): HostTable {
  const rows = byText(
    brands.flatMap((brand, index) =>
      DOMAIN_LISTS.flatMap(([, facts], list) => facts(brand).map((fact, at) => ({ text: fact.domain.toLowerCase(), brand: index, list, fact: at }))),
    ),
  );
  return { domain: rows.map((row) => row.text), brand: rows.map((row) => row.brand), list: rows.map((row) => row.list), fact: rows.map((row) => row.fact) };
}

function namesOf(brands: readonly Brand[]): NameTable {
  const entries: { readonly text: string; readonly brand: number; readonly marks: number; readonly written: string }[] = [];
  const seen = new Set<string>();
  const add = (brand: number, written: string, short: boolean, spelling: boolean): void => {
    const folded = foldText(written).trim();
    const key = short ? `${folded} ${written}` : folded;
    if (folded.length < 2 || seen.has(key)) return;
    seen.add(key);
    entries.push({ text: folded, brand, marks: (short ? SHORT : 0) | (spelling ? SPELLING : 0), written: short ? written.normalize("NFKC") : "" });
  };
  // Names of all brands before spellings of any: a name never loses to another brand's misspelling.
  brands.forEach((brand, index) => brand.names.forEach((name) => add(index, name.name, name.short === true, false)));
  brands.forEach((brand, index) => brand.spellings.forEach((spelling) => add(index, spelling, false, true)));
  const rows = byText(entries);
  return {
    folded: rows.map((row) => row.text),
    brand: rows.map((row) => row.brand),
    marks: rows.map((row) => row.marks),
    written: rows.map((row) => row.written),
  };
}

/** First brand to use a key keeps it; names go before aliases, aliases before spellings, owners last. */
function keysOf(brands: readonly Brand[]): KeyTable {
  const byKey = new Map<string, number>();
  const rounds: readonly ((brand: Brand) => readonly (string | undefined)[])[] = [
    (brand) => [brand.label.ja, brand.label.en, ...brand.names.map((one) => one.name)],
    (brand) => [brand.id, ...brand.aliases],
    (brand) => brand.spellings,
    (brand) => [brand.owner?.ja, brand.owner?.en],
  ];
  for (const namesIn of rounds) {
    brands.forEach((brand, index) => {
      for (const name of namesIn(brand)) {
        const key = name === undefined ? "" : nameKey(name);
        if (key.length > 1 && !byKey.has(key)) byKey.set(key, index);
      }
    });
  }
  return { key: [...byKey.keys()], brand: [...byKey.values()] };
}

function machineOf(pattern: string, brand: number, fact: number): MachineEntry {
  const tail = MACHINE_TAIL.exec(pattern)?.[1] ?? pattern;
  return [tail.toLowerCase(), pattern.toLowerCase(), brand, fact];
}

function housesOf(brands: readonly Brand[]): (readonly number[])[] {
  const houses = new Map<string, number[]>();
  brands.forEach((brand, index) => {
    const marks = [brand.group === undefined ? undefined : `group ${brand.group}`, brand.owner === undefined ? undefined : `owner ${brand.owner.ja}`];
    for (const mark of marks) if (mark !== undefined) houses.set(mark, [...(houses.get(mark) ?? []), index]);
  });
  return [...houses.values()].filter((members) => members.length > 1);
}
