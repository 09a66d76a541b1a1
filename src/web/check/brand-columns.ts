import type { Brand, BrandName, FactSource } from "../../brands/brand.ts";
import { FACT_KEYS, STATUS_OF_LETTER, TEXT_LISTS as ALL_TEXT_LISTS } from "../../brands/fact-lists.ts";

/**
 * The brands turned by a quarter: all ids, all labels, all domains. Like beside like packs smaller than brand after brand,
 * and keys are written once. `packColumns` is for the build, `unpackColumns` for the browser.
 */

/** What no examination asks of a brand stays out: the pages that are watched, the address that reports go to. */
export const LEFT_OUT = ["advisoryPages", "reportAddress"] as const satisfies readonly (keyof Brand)[];
const TEXT_LISTS = ALL_TEXT_LISTS.filter((list) => list !== "advisoryPages");
const FACT_LISTS = Object.keys(FACT_KEYS) as (keyof typeof FACT_KEYS)[];

/** Rows, cells of a row, pieces of a cell, columns. */
const [ROW, CELL, PIECE, COLUMN] = ["\n", "\t", "\u001f", "\n\u001e\n"];

type Loose = Record<string, unknown>;
type Fact = FactSource & Readonly<Loose>;

const factsOf = (brand: Brand, list: keyof typeof FACT_KEYS): readonly Fact[] => brand[list] as unknown as readonly Fact[];
const column = (rows: readonly string[]): string => rows.join(ROW);
const cells = (row: string | undefined): readonly string[] => (row === undefined || row === "" ? [] : row.split(CELL));

/** The text `unpackColumns` reads. What it may not hold are the separators; a test compares all brands that ship. */
export function packColumns(brands: readonly Brand[]): string {
  return [
    column(brands.map(({ id }) => id)),
    column(brands.map(packLabel)),
    column(brands.map(({ owner }) => packBoth(owner))),
    column(brands.map(({ names, label }) => names.map((name) => packName(name, label)).join(CELL))),
    ...TEXT_LISTS.map((list) => column(brands.map((brand) => brand[list].join(CELL)))),
    ...FACT_LISTS.map((list) =>
      column(
        brands.map((brand) =>
          factsOf(brand, list)
            .map((fact) => withoutOwnWord(String(fact[FACT_KEYS[list]]), brand))
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
    const label = unpackLabel(labels[at] ?? "", id);
    const brand: Loose = { id, label, owner: unpackBoth(owners[at]), names: cells(names[at]).map((cell) => unpackName(cell, label)) };
    TEXT_LISTS.forEach((list, index) => (brand[list] = cells(lists[index]?.[at])));
    const facts = cells(sources[at]);
    let next = 0;
    FACT_LISTS.forEach(
      (list, index) =>
        (brand[list] = cells(whats[index]?.[at]).map((what) => ({ [FACT_KEYS[list]]: withOwnWord(what, { id, label }), ...source(facts[next++] ?? "") }))),
    );
    return { ...brand, advisoryPages: [], ...(others[at] ? (JSON.parse(others[at]) as Loose) : {}) } as unknown as Brand;
  });
}

/** What a brand's names and domains are made of again and again: its label, and its id or label as one word. */
const [LABEL_EN, LABEL_JA, ID_WORD, LABEL_WORD] = ["\u0001", "\u0002", "\u0003", "\u0004"];
type Named = Pick<Brand, "id" | "label">;

const wordOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

function withoutOwnWord(host: string, { id, label }: Named): string {
  const [word, name] = [wordOf(id), wordOf(label.en)];
  if (name.length >= 3 && host.includes(name)) return host.replace(name, LABEL_WORD);
  return word.length >= 3 ? host.replace(word, ID_WORD) : host;
}

const withOwnWord = (packed: string, { id, label }: Named): string => packed.replace(LABEL_WORD, () => wordOf(label.en)).replace(ID_WORD, () => wordOf(id));

function packName({ name, lang, short }: BrandName, label: Brand["label"]): string {
  const packed = name === label.en ? LABEL_EN : name === label.ja ? LABEL_JA : name;
  return (short === true ? lang.charAt(0).toUpperCase() : lang.charAt(0)) + packed;
}

function unpackName(cell: string, label: Brand["label"]): BrandName {
  const letter = cell.charAt(0);
  const packed = cell.slice(1);
  const name = packed === LABEL_EN ? label.en : packed === LABEL_JA ? label.ja : packed;
  return { name, lang: letter.toLowerCase() === "j" ? "ja" : "en", ...(letter < "a" ? { short: true } : {}) };
}

/** A label that is its id in capitals, or with each word's first letter as one: `bank-of-america`, `Bank Of America`. */
const CASES: readonly (readonly [mark: string, of: (id: string) => string])[] = [
  ["\u0001", (id) => id.replace(/(^|-)([a-z])/g, (_, before: string, letter: string) => (before === "" ? "" : " ") + letter.toUpperCase())],
  ["\u0002", (id) => id.toUpperCase()],
  ["\u0003", (id) => id.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())],
  ["\u0004", (id) => id.charAt(0).toUpperCase() + id.slice(1)],
];

function packLabel({ id, label }: Named): string {
  const mark = CASES.find(([, of]) => of(id) === label.en)?.[0];
  return packBoth({ ja: label.ja === label.en && mark !== undefined ? mark : label.ja, en: mark ?? label.en });
}

function unpackLabel(row: string, id: string): Brand["label"] {
  const { ja, en } = unpackBoth(row) ?? { ja: "", en: "" };
  const read = (packed: string): string => CASES.find(([mark]) => mark === packed)?.[1](id) ?? packed;
  return { ja: read(ja), en: read(en) };
}

const packBoth = (both: Brand["label"] | undefined): string => (both === undefined ? "" : both.ja === both.en ? both.ja : `${both.ja}${CELL}${both.en}`);

function unpackBoth(row: string | undefined): Brand["label"] | undefined {
  const [ja, en] = cells(row);
  return ja === undefined ? undefined : { ja, en: en ?? ja };
}

/**
 * Of each fact the letter of its status, the day if it differs from that of the fact before, its source if it has one (empty
 * when that of the last one with a source), and anything further as JSON.
 */
function packSources(rows: readonly (readonly (readonly [fact: Fact, what: string])[])[]): readonly string[] {
  let [day, from] = ["", ""];
  return rows.map((facts) =>
    facts
      .map(([{ status, checked, source, ...more }, what]) => {
        const { [what]: _, ...further } = more as Loose;
        const given = Object.entries(further).filter(([, value]) => value !== undefined);
        const packed = [status.charAt(0) + (checked === day ? "" : checked)];
        if (source !== undefined || given.length > 0) packed.push(source === undefined ? NO_SOURCE : source === from ? "" : source);
        if (given.length > 0) packed.push(JSON.stringify(Object.fromEntries(given)));
        day = checked;
        from = source ?? from;
        return packed.join(PIECE);
      })
      .join(CELL),
  );
}

const NO_SOURCE = "-";

function sourceReader(): (packed: string) => FactSource {
  let [day, from] = ["", ""];
  return (packed) => {
    const [head = "", source = NO_SOURCE, more] = packed.split(PIECE);
    if (head.length > 1) day = head.slice(1);
    if (source !== NO_SOURCE && source !== "") from = source;
    const further = more === undefined ? {} : (JSON.parse(more) as Loose);
    return { ...further, status: STATUS_OF_LETTER[head.charAt(0)] ?? "assumed", source: source === NO_SOURCE ? undefined : from, checked: day };
  };
}

const TOLD = new Set<string>(["id", "label", "owner", "names", ...LEFT_OUT, ...TEXT_LISTS, ...FACT_LISTS]);

function packRest(brand: Brand): string {
  const rest = Object.entries(brand).filter(([key, value]) => !TOLD.has(key) && value !== undefined);
  return rest.length === 0 ? "" : JSON.stringify(Object.fromEntries(rest));
}
