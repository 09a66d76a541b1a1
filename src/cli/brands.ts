import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileRegistry } from "../brands/compile.ts";
import type { Brand, DomainFact } from "../brands/brand.ts";
import { lintBrands, problemLine } from "../brands/lint.ts";
import { readBrandFile } from "../brands/read.ts";
import type { BrandFile } from "../brands/read.ts";
import type { Registry } from "../brands/registry.ts";

/** What a command prints and ends with. */
export interface CommandOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface BrandsArgs {
  /** Directory of brand files; default: the one that ships with the package. */
  readonly brands?: string | undefined;
  readonly json?: boolean | undefined;
}

/** The brand files of a directory, read live: a file added there counts at once. Throws when there is no such directory. */
export function loadBrandsDirectory(directory: string = packageBrands()): readonly BrandFile[] {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const shown = directory === packageBrands() ? "data/brands" : directory.replace(/[/\\]+$/, "");
  return names.map((name) => readBrandFile(`${shown}/${name}`, readFileSync(join(directory, name), "utf8")));
}

/** Version of a set of brand facts: a hash of their content, the same whether compiled or read live. */
export function registryVersion(brands: readonly (Brand | undefined)[]): string {
  return createHash("sha256").update(JSON.stringify(brands)).digest("hex").slice(0, 12);
}

/** Registry of a directory; files that cannot be read are left out and named in `problems`. */
export function registryOfDirectory(directory?: string): { readonly registry: Registry; readonly problems: readonly string[] } {
  const files = loadBrandsDirectory(directory ?? packageBrands());
  const brands = files.flatMap((file) => (file.brand === undefined ? [] : [file.brand]));
  return { registry: compileRegistry(brands, registryVersion(brands), [...commonWords()]), problems: files.flatMap((file) => file.problems).map(problemLine) };
}

/** `ayashii brands list`: one brand a line: id, name in both languages, official sites. */
export function brandsList(args: BrandsArgs = {}): CommandOutcome {
  return withRegistry(args, ({ brands }) => {
    if (args.json === true)
      return ok(brands.map((brand) => JSON.stringify({ id: brand.id, label: brand.label, siteDomains: brand.siteDomains.map((fact) => fact.domain) })));
    return ok(brands.map((brand) => [brand.id, brand.label.ja, brand.label.en, brand.siteDomains.map((fact) => fact.domain).join(" ")].join("\t")));
  });
}

/** `ayashii brands show ID`: all facts of one brand with their sources. */
export function brandsShow(args: BrandsArgs & { readonly id: string }): CommandOutcome {
  return withRegistry(args, (registry) => {
    const brand = registry.get(args.id) ?? registry.findBrand(args.id);
    if (brand === undefined) return { stdout: "", stderr: `no brand "${args.id}"\n`, exitCode: 1 };
    return ok(args.json === true ? [JSON.stringify(brand)] : describe(brand));
  });
}

/** `ayashii brands find NAME`: the id of the brand a name as written means, or nothing and exit 1. */
export function brandsFind(args: BrandsArgs & { readonly name: string }): CommandOutcome {
  return withRegistry(args, (registry) => {
    const brand = registry.findBrand(args.name);
    return brand === undefined ? { stdout: "", stderr: "", exitCode: 1 } : ok([brand.id]);
  });
}

/** `ayashii brands lint`: every problem one line with its place; exit 1 when there is one. Notes go to standard output and count for nothing. */
export function brandsLint(args: BrandsArgs = {}): CommandOutcome {
  return withFiles(args, (files) => {
    const all = lintBrands(files, commonWords());
    const [notes, problems] = [all.filter((problem) => problem.note === true), all.filter((problem) => problem.note !== true)];
    const noted = notes.map((problem) => `${problemLine(problem)}\n`).join("");
    if (problems.length > 0) return { stdout: noted, stderr: problems.map((problem) => `${problemLine(problem)}\n`).join(""), exitCode: 1 };
    return { stdout: `${noted}${files.length} brands, no problem\n`, stderr: "", exitCode: 0 };
  });
}

let words: ReadonlySet<string> | undefined;

/** Ordinary English words, from `data/words` of the package. */
export function commonWords(): ReadonlySet<string> {
  const file = join(packageBrands(), "..", "words", "english.txt");
  words ??= new Set(
    existsSync(file)
      ? readFileSync(file, "utf8")
          .split("\n")
          .filter((line) => /^[a-z]+$/.test(line))
      : [],
  );
  return words;
}

function withFiles(args: BrandsArgs, run: (files: readonly BrandFile[]) => CommandOutcome): CommandOutcome {
  let files: readonly BrandFile[];
  try {
    files = loadBrandsDirectory(args.brands ?? packageBrands());
  } catch (error) {
    return { stdout: "", stderr: `${args.brands ?? "data/brands"}: ${error instanceof Error ? error.message : String(error)}\n`, exitCode: 2 };
  }
  return run(files);
}

/** A broken file is named on stderr and does not keep the others from being read. */
function withRegistry(args: BrandsArgs, run: (registry: Registry) => CommandOutcome): CommandOutcome {
  return withFiles(args, (files) => {
    const problems = files
      .flatMap((file) => file.problems)
      .map((problem) => `${problemLine(problem)}\n`)
      .join("");
    const outcome = run(
      compileRegistry(
        files.flatMap((file) => (file.brand === undefined ? [] : [file.brand])),
        "directory",
      ),
    );
    return { ...outcome, stderr: problems + outcome.stderr };
  });
}

function describe(brand: Brand): string[] {
  const facts = (title: string, list: readonly DomainFact[]): string[] =>
    list.map((fact) => `${title}\t${fact.domain}\t${fact.status}\t${fact.source ?? "-"}\t${fact.checked}`);
  return [
    `${brand.id}\t${brand.label.ja}\t${brand.label.en}`,
    `names\t${brand.names.map((one) => one.name).join(", ")}`,
    ...facts("site", brand.siteDomains),
    ...facts("sender", brand.senderDomains),
    ...facts(
      "address",
      brand.senderAddresses.map(({ address, ...fact }) => ({ domain: address, ...fact })),
    ),
    ...facts("delegated", brand.delegatedSenders),
    ...facts("tracker", brand.linkTrackers),
    ...(brand.urlRule === undefined ? [] : facts("rule", [{ domain: brand.urlRule.rule, ...brand.urlRule }])),
    ...facts("customers", brand.customerDomains),
    ...facts(
      "machine",
      brand.machineHosts.map(({ pattern, ...fact }) => ({ domain: pattern, ...fact })),
    ),
    ...brand.advisoryPages.map((page) => `advisory\t${page}`),
  ];
}

const ok = (lines: readonly string[]): CommandOutcome => ({ stdout: lines.map((line) => `${line}\n`).join(""), stderr: "", exitCode: 0 });

/** `data/brands` of the package, found upwards from this file: it is the same from source and from the build. */
export function packageBrands(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, "data", "brands")) && dirname(at) !== at) at = dirname(at);
  return join(at, "data", "brands");
}
