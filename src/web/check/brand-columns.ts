import type { Brand, BrandName, FactSource } from "../../brands/brand.ts";
import { FACT_KEYS, STATUS_OF_LETTER, TEXT_LISTS } from "../../brands/fact-lists.ts";

/**
 * The brands turned by a quarter: all ids, all labels, all domains. Like beside like packs smaller than brand after brand,
 * and keys are written once. `packColumns` is for the build, `unpackColumns` for the browser.
 */

const FACT_LISTS = Object.keys(FACT_KEYS) as (keyof typeof FACT_KEYS)[];

/** Rows, cells of a row, pieces of a cell, columns. */
const [ROW, CELL, PIECE, COLUMN] = ["\n", "\t", "\u001f", "\n\u001e\n"];
const SAME = "=";

type Loose = Record<string, unknown>;
type Fact = FactSource & Readonly<Loose>;

const factsOf = (brand: Brand, list: keyof typeof FACT_KEYS): readonly Fact[] => brand[list] as unknown as readonly Fact[];
const column = (rows: readonly string[]): string => rows.join(ROW);
const cells = (row: string | undefined): readonly string[] => (row === undefined || row === "" ? [] : row.split(CELL));

/** The text `unpackColumns` reads. What it may not hold are the separators; a test compares all brands that ship. */
export function packColumns(brands: readonly Brand[]): string {
  return [
    column(brands.map(({ id }) => id)),
    column(brands.map(({ label }) => packBoth(label))),
    column(brands.map(({ owner }) => packBoth(owner))),
    column(brands.map(({ names }) => names.map(packName).join(CELL))),
    ...TEXT_LISTS.map((list) => column(brands.map((brand) => brand[list].join(CELL)))),
    ...FACT_LISTS.map((list) =>
      column(
        brands.map((brand) =>
          factsOf(brand, list)
            .map((fact) => String(fact[FACT_KEYS[list]]))
            .join(CELL),
        ),
      ),
    ),
    column(packSources(brands.map((brand) => FACT_LISTS.flatMap((list) => factsOf(brand, list).map((fact) => [fact, FACT_KEYS[list]] as const))))),
    column(brands.map(packRest)),
  ].join(COLUMN);
}

export function unpackColumns(text: string): readonly Brand[] {
  const [ids = [], labels = [], owners = [], names = [], ...rest] = text.split(COLUMN).map((one) => one.split(ROW));
  const lists = rest.slice(0, TEXT_LISTS.length);
  const whats = rest.slice(TEXT_LISTS.length, TEXT_LISTS.length + FACT_LISTS.length);
  const [sources = [], others = []] = rest.slice(TEXT_LISTS.length + FACT_LISTS.length);
  const source = sourceReader();
  return ids.map((id, at) => {
    const brand: Loose = { id, label: unpackBoth(labels[at]), owner: unpackBoth(owners[at]), names: cells(names[at]).map(unpackName) };
    TEXT_LISTS.forEach((list, index) => (brand[list] = cells(lists[index]?.[at])));
    const facts = cells(sources[at]);
    let next = 0;
    FACT_LISTS.forEach((list, index) => (brand[list] = cells(whats[index]?.[at]).map((what) => ({ [FACT_KEYS[list]]: what, ...source(facts[next++] ?? "") }))));
    return { ...brand, ...(others[at] ? (JSON.parse(others[at]) as Loose) : {}) } as unknown as Brand;
  });
}

const packName = ({ name, lang, short }: BrandName): string => (short === true ? lang.charAt(0).toUpperCase() : lang.charAt(0)) + name;

function unpackName(cell: string): BrandName {
  const letter = cell.charAt(0);
  return { name: cell.slice(1), lang: letter.toLowerCase() === "j" ? "ja" : "en", ...(letter < "a" ? { short: true } : {}) };
}

const packBoth = (both: Brand["label"] | undefined): string => (both === undefined ? "" : both.ja === both.en ? both.ja : `${both.ja}${CELL}${both.en}`);

function unpackBoth(row: string | undefined): Brand["label"] | undefined {
  const [ja, en] = cells(row);
  return ja === undefined ? undefined : { ja, en: en ?? ja };
}

/** Status, day and source of each fact, as far as they differ from the fact before; anything further as JSON. */
function packSources(rows: readonly (readonly (readonly [fact: Fact, what: string])[])[]): readonly string[] {
  let [day, from] = ["", ""];
  return rows.map((facts) =>
    facts
      .map(([{ status, checked, source = "", ...more }, what]) => {
        const { [what]: _, ...further } = more as Loose;
        const given = Object.entries(further).filter(([, value]) => value !== undefined);
        const packed = [status.charAt(0) + (checked === day ? SAME : checked), source === from ? SAME : source];
        if (given.length > 0) packed.push(JSON.stringify(Object.fromEntries(given)));
        [day, from] = [checked, source];
        return packed.join(PIECE);
      })
      .join(CELL),
  );
}

function sourceReader(): (packed: string) => FactSource {
  let [day, from] = ["", ""];
  return (packed) => {
    const [head = "", source = "", more] = packed.split(PIECE);
    day = head.slice(1) === SAME ? day : head.slice(1);
    from = source === SAME ? from : source;
    const further = more === undefined ? {} : (JSON.parse(more) as Loose);
    return { ...further, status: STATUS_OF_LETTER[head.charAt(0)] ?? "assumed", source: from === "" ? undefined : from, checked: day };
  };
}

const TOLD = new Set<string>(["id", "label", "owner", "names", ...TEXT_LISTS, ...FACT_LISTS]);

function packRest(brand: Brand): string {
  const rest = Object.entries(brand).filter(([key, value]) => !TOLD.has(key) && value !== undefined);
  return rest.length === 0 ? "" : JSON.stringify(Object.fromEntries(rest));
}
