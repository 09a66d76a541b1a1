import { parse } from "tldts";
import type { Brand, FactSource } from "./brand.ts";
import { nameNotes } from "./lint-names.ts";
import { nameKey } from "./name-key.ts";
import type { BrandFile, Problem } from "./read.ts";

type Path = readonly (string | number)[];
type Report = (file: BrandFile, path: Path, message: string) => void;

const DOMAIN_LISTS = ["siteDomains", "senderDomains", "delegatedSenders", "linkTrackers", "customerDomains"] as const;

/** Everything wrong with a set of brand files, in the order of files. Pure. `common`: ordinary words, which are poor names. */
export function lintBrands(files: readonly BrandFile[], common: ReadonlySet<string> = new Set()): readonly Problem[] {
  const problems: Problem[] = files.flatMap((file) => [...file.problems]);
  const report: Report = (file, path, message) => problems.push({ file: file.file, ...file.placeOf(path), message });
  for (const file of files) {
    if (file.brand === undefined) continue;
    lintId(file, file.brand, report);
    lintFacts(file, file.brand, report);
    lintDomains(file, file.brand, report);
    for (const [index, message] of nameNotes(file.brand, common)) problems.push({ file: file.file, ...file.placeOf(["names", index]), message, note: true });
  }
  lintShared(files, report);
  lintNames(files, report);
  const order = new Map(files.map((file, index) => [file.file, index]));
  return problems.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line || a.column - b.column);
}

/** One problem as one line: `data/brands/x.yaml:LINE:COL: message`. */
export function problemLine(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.note === true ? "note: " : ""}${problem.message}`;
}

function lintId(file: BrandFile, brand: Brand, report: Report): void {
  const name = file.file.replace(/^.*[/\\]/, "").replace(/\.yaml$/, "");
  if (brand.id !== name) report(file, ["id"], `id "${brand.id}" is not the file name "${name}"`);
}

function lintFacts(file: BrandFile, brand: Brand, report: Report): void {
  for (const [path, fact] of factsOf(brand)) {
    if (fact.status !== "assumed" && fact.source === undefined) report(file, path, `a ${fact.status} fact needs a source`);
    if (fact.validFrom !== undefined && fact.validUntil !== undefined && fact.validFrom > fact.validUntil) report(file, path, "validFrom is after validUntil");
  }
}

function factsOf(brand: Brand): readonly (readonly [Path, FactSource])[] {
  const lists = [...DOMAIN_LISTS, "senderAddresses", "machineHosts"] as const;
  const facts: (readonly [Path, FactSource])[] = lists.flatMap((key) => brand[key].map((fact, index) => [[key, index], fact] as const));
  if (brand.urlRule !== undefined) facts.push([["urlRule"], brand.urlRule]);
  return facts;
}

/** A public suffix belongs to everybody (`co.jp`); a name outside the list is a typing error. */
function lintDomains(file: BrandFile, brand: Brand, report: Report): void {
  for (const key of DOMAIN_LISTS) {
    brand[key].forEach((fact, index) => {
      const parsed = parse(fact.domain);
      if (parsed.isIcann !== true && parsed.isPrivate !== true) report(file, [key, index, "domain"], `${fact.domain} is not under a public suffix`);
      else if (parsed.domain === null && parsed.isIcann === true && key !== "customerDomains" && fact.domain !== "gov.uk")
        report(file, [key, index, "domain"], `${fact.domain} is a public suffix itself`);
    });
  }
}

/** One domain, one brand as its site or sender, unless the two are of one house. */
function lintShared(files: readonly BrandFile[], report: Report): void {
  const owners = new Map<string, Brand>();
  for (const file of files) {
    const { brand } = file;
    if (brand === undefined) continue;
    for (const key of ["siteDomains", "senderDomains"] as const) {
      brand[key].forEach((fact, index) => {
        const other = owners.get(fact.domain);
        if (other === undefined) owners.set(fact.domain, brand);
        else if (other.id !== brand.id && !areKin(brand, other)) report(file, [key, index, "domain"], `${fact.domain} is also a domain of ${other.id}`);
      });
    }
  }
}

/** Two brands of one house, which share domains. */
function areKin(a: Brand, b: Brand): boolean {
  return (a.group !== undefined && a.group === b.group) || (a.owner !== undefined && a.owner.ja === b.owner?.ja);
}

/** A name means one brand. */
function lintNames(files: readonly BrandFile[], report: Report): void {
  const owners = new Map<string, string>();
  for (const file of files) {
    const { brand } = file;
    if (brand === undefined) continue;
    const lists: readonly (readonly [Path, string])[] = [
      ...brand.names.map((one, index) => [["names", index], one.name] as const),
      ...brand.aliases.map((alias, index) => [["aliases", index], alias] as const),
      ...brand.spellings.map((spelling, index) => [["spellings", index], spelling] as const),
    ];
    for (const [path, name] of lists) {
      const key = nameKey(name);
      const other = owners.get(key);
      if (key === "") report(file, path, `"${name}" has no letters left to match`);
      else if (other === undefined) owners.set(key, brand.id);
      else if (other !== brand.id) report(file, path, `"${name}" also names ${other}`);
    }
  }
}
