const USAGE = `npm run eval:registry -- COUNTS.csv [--json]

How much of a list of imitated brands the registry knows, and how well founded what it knows is.

  COUNTS.csv  a line "label,count" for each brand as it is called there; a label with a comma stands in quotes
  --json      the figures as JSON, shares between 0 and 1
  --help      this text

Example:
  npm run eval:registry -- labels.csv

Figures: shares are of the sum of the counts; a site or a sender "has a source" when a page says that it is the brand's.`;
import type { Brand, FactSource } from "../src/brands/brand.ts";
import { defaultRegistry } from "../src/brands/index.ts";
import { commandLine, Fault, flag, textOf } from "./command-line.ts";

const { values, words } = commandLine(USAGE, { json: flag }, { least: 1, most: 1, missing: "name a list of labels with their counts" });
/** Labels with at least this share of the list are wanted one and all. */
const TELLING_SHARE = 0.0001;

interface Label {
  readonly label: string;
  readonly count: number;
}

/** Lines of `label,count,...`, a label in quotes where it holds a comma; lines without a number are headings. */
function read(file: string): Label[] {
  return textOf(file)
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

const [file = ""] = words;
const labels = read(file);
if (labels.every((one) => one.count === 0)) throw new Fault(`${file}: no line "label,count" in it`);
const found = measure(labels);
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
