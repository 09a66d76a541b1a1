// `npm run eval:registry -- COUNTS.csv [--json]`: how much of a list of imitated brands (label,count a line) the registry knows, and how well founded it is.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Brand, FactSource } from "../src/brands/brand.ts";
import { defaultRegistry } from "../src/brands/index.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
/** Labels with at least this share of the list are wanted one and all. */
const TELLING_SHARE = 0.0001;

interface Label {
  readonly label: string;
  readonly count: number;
}

/** Lines of `label,count,...`, a label in quotes where it holds a comma; lines without a number are headings. */
function read(file: string): Label[] {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, quoted, plain, count] = /^(?:"((?:[^"]|"")*)"|([^,]*)),(\d+)/.exec(line) ?? [];
      return count === undefined ? [] : [{ label: (quoted ?? plain ?? "").replaceAll('""', '"'), count: Number(count) }];
    });
}

const isSourced = (fact: FactSource): boolean => fact.status !== "assumed";
const hasSite = (brand: Brand): boolean => brand.siteDomains.some(isSourced);
const hasSender = (brand: Brand): boolean => [...brand.senderDomains, ...brand.senderAddresses].some(isSourced);

function measure(labels: readonly Label[]): Readonly<Record<string, number>> {
  const registry = defaultRegistry();
  const total = labels.reduce((sum, { count }) => sum + count, 0);
  const known = labels.map((one) => ({ ...one, brand: registry.findBrand(one.label) }));
  const share = (counts: (brand: Brand) => boolean): number =>
    known.reduce((sum, { brand, count }) => sum + (brand !== undefined && counts(brand) ? count : 0), 0) / total;
  const telling = known.filter(({ count }) => count / total >= TELLING_SHARE);
  return {
    urls: total,
    ofRegisteredBrand: share(() => true),
    ofBrandWithSourcedSite: share(hasSite),
    ofBrandWithSourcedSender: share(hasSender),
    tellingLabels: telling.length,
    tellingLabelsRegistered: telling.filter(({ brand }) => brand !== undefined).length,
    brands: registry.brands.length,
    brandsWithSourcedSite: registry.brands.filter(hasSite).length,
    brandsWithSourcedSender: registry.brands.filter(hasSender).length,
  };
}

const [file] = positionals;
if (file === undefined) {
  console.error("eval:registry: name a list of labels with their counts (npm run eval:registry -- COUNTS.csv)");
  process.exit(2);
}
const found = measure(read(file));
const percent = (name: string): string => `${((found[name] ?? 0) * 100).toFixed(3)} %`;
if (values.json === true) console.log(JSON.stringify(found));
else
  console.log(
    [
      `URLs in the list ........................ ${found["urls"]}`,
      `of a registered brand ................... ${percent("ofRegisteredBrand")}`,
      `of one whose site has a source .......... ${percent("ofBrandWithSourcedSite")}`,
      `of one whose sender has a source ........ ${percent("ofBrandWithSourcedSender")}`,
      `labels of 0.01 % and more, registered ... ${found["tellingLabelsRegistered"]} of ${found["tellingLabels"]}`,
      `brands; with a sourced site, sender ..... ${found["brands"]}; ${found["brandsWithSourcedSite"]}, ${found["brandsWithSourcedSender"]}`,
    ].join("\n"),
  );
