import type { Brand, BrandName, FactSource } from "./brand.ts";
import { FACT_KEYS, STATUS_OF_LETTER, TEXT_LISTS } from "./fact-lists.ts";

/**
 * Facts as written in the compiled registry: [what, status and day checked, source, valid from, valid until, exact]; empty
 * ends are left out. The day follows the letter of the status unless it is that of the fact before; a source that the
 * brand had before is its number.
 */
type PackedFact = readonly (string | number | boolean)[];

/** A brand as one line of JSON: no keys of facts and names, nothing twice, no empty lists. A third of the size, which is what loading costs. */
export function packBrand(brand: Brand): string {
  const packed: Record<string, unknown> = { ...brand, names: brand.names.map(packName) };
  for (const list of TEXT_LISTS) if (brand[list].length === 0) delete packed[list];
  const seen = new Seen();
  for (const [list, key] of Object.entries(FACT_KEYS)) {
    const facts = brand[list as keyof typeof FACT_KEYS];
    if (facts.length === 0) delete packed[list];
    else packed[list] = facts.map((fact) => packFact(fact, (fact as unknown as Readonly<Record<string, string>>)[key]!, seen));
  }
  return JSON.stringify(packed);
}

export function unpackBrand(line: string): Brand {
  const read = JSON.parse(line) as Record<string, unknown>;
  read["names"] = (read["names"] as readonly string[]).map(unpackName);
  for (const list of TEXT_LISTS) read[list] ??= [];
  const seen = new Seen();
  for (const [list, key] of Object.entries(FACT_KEYS)) read[list] = ((read[list] ?? []) as PackedFact[]).map((fact) => unpackFact(fact, key, seen));
  return read as unknown as Brand;
}

/** A letter for language and length, then the name. */
const NAMES: Readonly<Record<string, Omit<BrandName, "name">>> = {
  j: { lang: "ja" },
  e: { lang: "en" },
  J: { lang: "ja", short: true },
  E: { lang: "en", short: true },
};

function packName({ name, lang, short }: BrandName): string {
  const letter = lang === "ja" ? "j" : "e";
  return `${short === true ? letter.toUpperCase() : letter}${name}`;
}

function unpackName(packed: string): BrandName {
  return { name: packed.slice(1), ...(NAMES[packed.charAt(0)] ?? { lang: "ja" }) };
}

/** What the facts of one brand before this one said; packing and unpacking walk them in the same order. */
class Seen {
  day = "";
  readonly sources: string[] = [];
}

function packFact(fact: FactSource & { readonly exact?: boolean | undefined }, what: string, seen: Seen): PackedFact {
  const day = fact.checked === seen.day ? "" : (seen.day = fact.checked);
  const cells = [what, `${fact.status.charAt(0)}${day}`, packSource(fact.source, seen), fact.validFrom ?? "", fact.validUntil ?? "", fact.exact ?? ""];
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

function packSource(source: string | undefined, { sources }: Seen): string | number {
  if (source === undefined) return "";
  const known = sources.indexOf(source);
  if (known < 0) sources.push(source);
  return known < 0 ? source : known;
}

function unpackFact(cells: PackedFact, key: string, seen: Seen): FactSource {
  const [what, status, source, validFrom, validUntil, exact] = cells;
  const day = String(status).slice(1);
  if (day !== "") seen.day = day;
  return {
    [key]: what,
    ...(typeof exact === "boolean" ? { exact } : {}),
    status: STATUS_OF_LETTER[String(status).charAt(0)] ?? "assumed",
    source: unpackSource(source, seen),
    checked: seen.day,
    ...(given(validFrom) === undefined ? {} : { validFrom: given(validFrom) }),
    ...(given(validUntil) === undefined ? {} : { validUntil: given(validUntil) }),
  };
}

function unpackSource(cell: PackedFact[number] | undefined, { sources }: Seen): string | undefined {
  if (typeof cell === "number") return sources[cell];
  const source = given(cell);
  if (source !== undefined) sources.push(source);
  return source;
}

const given = (cell: PackedFact[number] | undefined): string | undefined => (typeof cell === "string" && cell !== "" ? cell : undefined);
