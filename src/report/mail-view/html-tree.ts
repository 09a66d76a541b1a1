import type { ScannedTag } from "../../evidence/html-scanner.ts";
import { VISIBLE } from "../../evidence/html-visibility.ts";
import type { Visibility } from "../../evidence/html-visibility.ts";
import type { Left } from "./drawing.ts";
import { dress, PAPER } from "./html-dress.ts";
import type { Dress } from "./html-dress.ts";
import { BECOMES, TABLE } from "./html-tags.ts";
import type { Drawn, DrawnElement, DrawnKind, DrawnTag, MarkPlace } from "./view.ts";
import type { Wanted } from "./wanted.ts";

/** Elements inside each other; deeper ones lose their shape, not their text. */
const DEEPEST = 60;
/** Tables inside each other: laying them out costs a browser far more than other elements. */
const DEEPEST_TABLE = 10;
const MOST_COLUMNS = 60;
const MOST_ROWS = 60;

/** A link whose end has not come. */
export interface OpenLink {
  readonly written: string;
  readonly hits: readonly Wanted[];
  readonly place: MarkPlace;
  /** Where its target goes: beside it. */
  readonly owner: Drawn[];
  shown: string;
}

/** An element that is open, drawn or not. */
export interface Frame {
  readonly name: string;
  /** Where what stands inside goes. */
  readonly children: Drawn[];
  readonly visibility: Visibility;
  readonly dress: Dress;
  readonly link: OpenLink | undefined;
  /** Nothing inside is drawn: script, style, head. */
  readonly mute: boolean;
  readonly depth: number;
  readonly tables: number;
  /** A form inside a form is none (HTML Standard §13.2.6.4.7). */
  readonly inForm: boolean;
  /** How many of each name are open inside the same cell. */
  readonly open: Map<string, number>;
  /** The children are cells, rows or their like: blanks between them are nothing. */
  readonly isGrid: boolean;
  columns: number;
}

/** What an element is pushed as, beside what its name says. */
export interface PushedAs {
  readonly tag?: DrawnTag;
  readonly kind?: DrawnKind | undefined;
  readonly numbers?: readonly number[];
  readonly link?: OpenLink | undefined;
  readonly mute?: boolean;
  readonly style?: Readonly<Record<string, string>>;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** The drawn tree while it is built: which elements are open, and where what comes next goes. */
export class HtmlTree {
  readonly root: Drawn[] = [];
  now: Frame;
  readonly #left: Left;
  readonly #stack: Frame[] = [];
  readonly #tableParts = new Map<string, number>();

  constructor(left: Left) {
    this.#left = left;
    this.now = {
      name: "",
      children: this.root,
      visibility: VISIBLE,
      dress: PAPER,
      link: undefined,
      mute: false,
      depth: 0,
      tables: 0,
      inForm: false,
      open: new Map(),
      isGrid: false,
      columns: 0,
    };
  }

  get isEmpty(): boolean {
    return this.#stack.length === 0;
  }

  /** Whether an end tag of that name would close something: those of other elements do not reach through a cell. */
  isOpen(name: string): boolean {
    const count = TABLE.has(name) ? this.#tableParts : this.now.open;
    return (count.get(name) ?? 0) > 0;
  }

  add(one: Drawn): void {
    const left = this.#left;
    if (left.elements <= 0) {
      left.cut = true;
      return;
    }
    left.elements--;
    this.now.children.push(one);
  }

  push(tag: ScannedTag, visibility: Visibility, as: PushedAs): Frame {
    const { name } = tag;
    const before = this.now;
    const becomes = BECOMES.get(name);
    const isTablePart = TABLE.has(name);
    const tables = before.tables + (name === "table" ? 1 : 0);
    const { dress: own, style } = dress(tag, becomes, before.dress);
    const drawn = this.#tagFor(as, becomes?.tag, { isTablePart, tables, visibility });
    const children = drawn === undefined ? before.children : [];
    const isCell = name === "td" || name === "th";
    if (drawn !== undefined) {
      const element: Mutable<DrawnElement> = { tag: drawn, children };
      const kind = as.kind ?? becomes?.kind;
      if (kind !== undefined) element.kind = kind;
      if (as.style !== undefined) Object.assign(style, as.style);
      if (Object.keys(style).length > 0) element.style = style;
      if (as.numbers !== undefined && as.numbers.length > 0) element.numbers = as.numbers;
      if (drawn === "td" && isCell) spans(tag, before, element);
      this.add(element);
    }
    this.now = {
      name,
      children,
      visibility,
      dress: own,
      link: as.link ?? before.link,
      mute: as.mute === true || before.mute,
      depth: before.depth + (drawn === undefined ? 0 : 1),
      tables,
      inForm: before.inForm || name === "form",
      open: isCell ? new Map() : before.open,
      isGrid: drawn === undefined ? before.isGrid : drawn === "table" || drawn === "tbody" || drawn === "tr",
      columns: 0,
    };
    this.#stack.push(before);
    this.#countOpen(name, before, 1);
    return this.now;
  }

  /** Undefined: the element is left out and what stands in it goes to its parent. */
  #tagFor(
    as: PushedAs,
    tag: DrawnTag | undefined,
    at: { readonly isTablePart: boolean; readonly tables: number; readonly visibility: Visibility },
  ): DrawnTag | undefined {
    const left = this.#left;
    const wanted = as.tag ?? (as.kind === "link" ? (tag ?? "span") : tag);
    if (wanted === undefined || this.now.mute || as.mute === true || at.visibility.gone) return undefined;
    if (left.elements <= 0) {
      left.cut = true;
      return undefined;
    }
    if (this.now.depth >= DEEPEST) {
      left.flattened = true;
      return undefined;
    }
    if (!at.isTablePart) return wanted;
    if (at.tables === 0) return undefined;
    if (at.tables <= DEEPEST_TABLE) return wanted;
    left.flattened = true;
    return "div";
  }

  #countOpen(name: string, outside: Frame, by: 1 | -1): void {
    const counts = TABLE.has(name) ? this.#tableParts : outside.open;
    counts.set(name, (counts.get(name) ?? 0) + by);
  }

  /** Closes the innermost element and gives it; undefined when none is open. */
  close(): Frame | undefined {
    const outside = this.#stack.pop();
    if (outside === undefined) return undefined;
    const closed = this.now;
    this.now = outside;
    this.#countOpen(closed.name, outside, -1);
    return closed;
  }
}

/** Cells may span as many columns and rows as a letter has, not a thousand million. */
function spans(tag: ScannedTag, row: Frame, element: Mutable<DrawnElement>): void {
  const count = (name: string, most: number): number => Math.min(most, Math.max(1, Number.parseInt(tag.attribute(name)?.slice(0, 12) ?? "1", 10) || 1));
  const columns = row.name === "tr" ? count("colspan", Math.max(1, MOST_COLUMNS - row.columns)) : 1;
  const rows = count("rowspan", MOST_ROWS);
  row.columns += columns;
  if (columns > 1) element.columns = columns;
  if (rows > 1) element.rows = rows;
}
