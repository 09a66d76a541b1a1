import { lettersAndDigits } from "./name-key.ts";
import { domainsByBrand, SPELLING } from "./registry-index.ts";
import type { KeyTable, NameTable, RegistryIndex, TargetEntry } from "./registry-index.ts";

/** An index as it is written down: each section as JSON of its own, read when it is first needed. */
export type PackedIndex = { readonly [section in keyof RegistryIndex]: string };

/** Writes an index down. What other sections tell is left out: every reader of the check page loads it. */
export function packIndex(index: RegistryIndex): PackedIndex {
  const written = { ...index, keys: keysBeside(index), targets: packTargets(index) };
  return Object.fromEntries(Object.entries(written).map(([section, value]) => [section, JSON.stringify(value)])) as PackedIndex;
}

/** Reads a section when it is first asked for. */
export function readIndex(packed: PackedIndex): RegistryIndex {
  const index = {} as RegistryIndex;
  const section = (name: keyof RegistryIndex, finish: (written: never) => unknown = (written) => written): void => {
    let value: unknown;
    Object.defineProperty(index, name, { enumerable: true, get: () => (value ??= finish(JSON.parse(packed[name]) as never)) });
  };
  for (const name of ["ids", "names", "hosts", "machines", "houses", "common"] as const) section(name);
  section("keys", (rest: KeyTable) => withKeysOfNames(index.names, rest));
  section("targets", (cells: readonly (readonly TargetCell[])[]) => unpackTargets(cells, index));
  return index;
}

/** The keys that names have of themselves: their letters and digits. */
function keysOfNames({ folded, brand, marks }: NameTable): KeyTable {
  const rows = folded.map((_, row) => row).filter((row) => (marks[row]! & SPELLING) === 0);
  return { key: rows.map((row) => lettersAndDigits(folded[row]!)), brand: rows.map((row) => brand[row]!) };
}

/** The keys that are not those of names. */
function keysBeside({ names, keys }: RegistryIndex): KeyTable {
  const own = keysOfNames(names);
  const known = new Map(own.key.map((key, at) => [key, own.brand[at]!]));
  const rest = keys.key.map((_, at) => at).filter((at) => known.get(keys.key[at]!) !== keys.brand[at]!);
  return { key: rest.map((at) => keys.key[at]!), brand: rest.map((at) => keys.brand[at]!) };
}

/** Of two rows with one key the later one counts. */
function withKeysOfNames(names: NameTable, rest: KeyTable): KeyTable {
  const own = keysOfNames(names);
  return { key: [...own.key, ...rest.key], brand: [...own.brand, ...rest.brand] };
}

/** The label of a domain of the brand, by its place; a name that stands for the brand's first such domain; anything else in full. */
type TargetCell = number | string | readonly [text: string, domain: string, label: string];

function packTargets(index: RegistryIndex): readonly (readonly TargetCell[])[] {
  const cells = index.ids.map((): TargetCell[] => []);
  const domains = domainsByBrand(index).map((lists) => lists.flat());
  const first: (string | undefined)[] = [];
  for (const [text, brand, domain, label] of index.targets) {
    const place = domains[brand]!.indexOf(domain);
    first[brand] ??= domain;
    if (place >= 0 && label === labelOf(domain) && text === plain(label)) cells[brand]!.push(place);
    else if (label === "" && domain === first[brand] && domains[brand]!.includes(domain) && cells[brand]!.length > 0) cells[brand]!.push(text);
    else cells[brand]!.push([text, domain, label]);
  }
  return cells;
}

function unpackTargets(cells: readonly (readonly TargetCell[])[], index: RegistryIndex): readonly TargetEntry[] {
  const domains = domainsByBrand(index);
  return cells.flatMap((ofBrand, brand) => {
    const own = domains[brand]!.flat();
    let first = "";
    return ofBrand.map((cell): TargetEntry => {
      if (typeof cell === "string") return [cell, brand, first, ""];
      const domain = typeof cell === "number" ? own[cell]! : cell[1];
      if (first === "") first = domain;
      if (typeof cell !== "number") return [cell[0], brand, domain, cell[2]];
      return [plain(labelOf(domain)), brand, domain, labelOf(domain)];
    });
  });
}

const labelOf = (domain: string): string => domain.slice(0, domain.indexOf("."));
const plain = (label: string): string => label.replaceAll("-", "");
