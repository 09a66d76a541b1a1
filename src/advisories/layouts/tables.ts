import { NUMBER_ALONE } from "./example-words.ts";
import { labelIn } from "./labels.ts";
import type { RawLine } from "./layout.ts";
import { pairMarkOf, stanceOf } from "./stance.ts";

/** A cell's lines; `head`: marked up as a heading (th). */
export interface Cell {
  readonly lines: readonly RawLine[];
  readonly head: boolean;
  /** How many rows it stands in (rowspan); 1 when not given. */
  readonly rows?: number | undefined;
}

export type Row = readonly Cell[];

/** What a column said is said no more. */
const COLUMN_END: RawLine = { text: "", role: "break", level: 6 };
const BREAK: RawLine = { text: "", role: "break" };
const textOf = (cell: Cell | undefined): string =>
  (cell?.lines ?? [])
    .map((line) => line.text)
    .join(" ")
    .trim();

/**
 * A table as lines. Three kinds have labels: a head row of labels with an example a row; rows of label and value; and a
 * comparison of a fake with the genuine mail, a column each. Of any other the cells follow one another.
 */
export function tableLines(rows: readonly Row[]): readonly RawLine[] {
  const filled = withoutSpans(rows).filter((row) => row.some((cell) => textOf(cell) !== ""));
  return (
    oneColumn(filled) ??
    comparison(filled) ??
    sideways(filled) ??
    headed(spread(rows)) ??
    keyed(filled) ??
    filled.flatMap((row) => [...row.flatMap((cell) => cell.lines), BREAK])
  );
}

/**
 * Cells that stand in several rows: one in front of rows of label and value becomes a row of its own (it numbers them); a
 * label in front of several values takes them all.
 */
function withoutSpans(rows: readonly Row[]): readonly Row[] {
  const result: Row[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [first, ...rest] = rows[i] as Row;
    const span = Math.min(first?.rows ?? 1, rows.length - i);
    if (first !== undefined && rest.length === 2 && isNumber(first) && labelIn(textOf(rest[0])) !== undefined && span < 2) {
      result.push([{ ...first, head: true }], rest);
      continue;
    }
    if (first === undefined || span < 2) {
      result.push(rows[i] as Row);
      continue;
    }
    const under = [rest, ...rows.slice(i + 1, i + span)];
    if (labelIn(textOf(first)) !== undefined && under.every((row) => row.length === 1))
      result.push([first, { lines: under.flatMap((row) => row[0]?.lines ?? []), head: false }]);
    else if (under.some((row) => labelIn(textOf(row[0])) !== undefined))
      // 送信元 in front of 表示名 and アドレス says no more than they do.
      result.push(...(labelIn(textOf(first)) === undefined ? [[{ ...first, head: true }]] : []), ...under);
    else result.push(...rows.slice(i, i + span));
    i += span - 1;
  }
  return result;
}

/** Columns of a table of examples; what is further right is of another sort of table. */
const MAX_COLUMNS = 40;

/** Cells that stand in several rows are put into each of them, so that columns are in line. */
function spread(rows: readonly Row[]): readonly Row[] {
  if (rows.every((row) => row.every((cell) => (cell.rows ?? 1) < 2))) return rows;
  const down: { cell: Cell; left: number }[] = [];
  return rows.map((row) => {
    const cells = [...row];
    const whole: Cell[] = [];
    for (let column = 0; column < MAX_COLUMNS && (cells.length > 0 || (down[column]?.left ?? 0) > 0); column++) {
      const above = down[column];
      if (above !== undefined && above.left > 0) {
        above.left--;
        whole.push(above.cell);
        continue;
      }
      const cell = cells.shift() as Cell;
      down[column] = { cell, left: (cell.rows ?? 1) - 1 };
      whole.push(cell);
    }
    return whole;
  });
}

function isNumber(cell: Cell): boolean {
  return NUMBER_ALONE.test(textOf(cell)) || /^(?:[0-9０-９]{1,2}|[①-⑳])$/u.test(textOf(cell));
}

/** A column with the label above. */
function oneColumn(rows: readonly Row[]): readonly RawLine[] | undefined {
  const [head, ...others] = rows;
  if (others.length === 0 || head?.[0] === undefined || rows.some((row) => row.length !== 1) || labelIn(textOf(head[0])) === undefined) return undefined;
  return others.some((row) => labelIn(textOf(row[0])) !== undefined) ? undefined : [...pair(head[0], ...others.map((row) => row[0])), BREAK];
}

/** The table is of rows of label and value. */
export function isKeyed(rows: readonly Row[]): boolean {
  return (comparison(rows) ?? sideways(rows) ?? headed(rows)) === undefined && keyed(rows) !== undefined;
}

/** The table has labels of one of the three kinds. */
export function hasLabels(rows: readonly Row[]): boolean {
  return (comparison(rows) ?? sideways(rows) ?? headed(rows) ?? keyed(rows)) !== undefined;
}

/** First row: what each column is about (fake, genuine); first column: labels. Each column becomes a block of its own. */
function comparison(rows: readonly Row[]): readonly RawLine[] | undefined {
  const [head, ...body] = rows;
  if (head === undefined || body.length === 0) return undefined;
  const said = new Set(head.map((cell) => stanceOf(textOf(cell))));
  if (!said.has("fake") || !said.has("genuine") || !body.some((row) => labelIn(textOf(row[0])) !== undefined)) return undefined;
  return head
    .flatMap((cell, column) => {
      if (column === 0 || textOf(cell) === "") return [];
      const block = body.flatMap((row) => pair(row[0], row[column]));
      return [{ text: textOf(cell), role: "heading", level: 6 } as const, ...block, BREAK];
    })
    .concat([COLUMN_END]);
}

/** First column: labels; every other column an example, numbered in the first row or each with a subject of its own. */
function sideways(rows: readonly Row[]): readonly RawLine[] | undefined {
  const [head, ...others] = rows;
  if (head === undefined || head.length < 2) return undefined;
  const numbered = head.slice(1).every(isNumber);
  if (!numbered || labelIn(textOf(head[0])) !== undefined) return undefined;
  const labelled = others.filter((row) => labelIn(textOf(row[0])) !== undefined);
  if (labelled.length === 0 || labelled.length * 2 < others.length) return undefined;
  return head
    .slice(1)
    .flatMap((cell, i): readonly RawLine[] => [
      { text: textOf(cell), role: "heading", level: 6, at: cell.lines[0]?.at },
      ...labelled.flatMap((row) => pair(row[0], row[i + 1])),
      ROW_END,
    ])
    .concat([COLUMN_END]);
}

/** First row: labels; every other row an example. */
function headed(given: readonly Row[]): readonly RawLine[] | undefined {
  const [head, ...body] = given.filter((row) => row.some((cell) => textOf(cell) !== ""));
  if ((head?.[0]?.rows ?? 1) > 1 && labelIn(textOf(head?.[0])) !== undefined) return undefined;
  if (head === undefined || body.length === 0 || head.length < 2) return undefined;
  const labels = head.map((cell) => labelIn(textOf(cell)));
  const known = new Set(labels.map((label) => label?.field).filter((field) => field !== undefined && field !== "other" && field !== "date"));
  const rowIsKeyed = labels[0] !== undefined && head.slice(1).every((cell) => labelIn(textOf(cell)) === undefined);
  if (rowIsKeyed || known.size === 0 || labels.filter((label) => label !== undefined).length * 2 < head.length) return undefined;
  if (known.size < 2 && labels.every((label) => label?.field !== "subject")) return undefined;
  return body
    .flatMap((row) => [...aboutRow(row, labels), ...head.flatMap((cell, column) => (labels[column] === undefined ? [] : pair(cell, row[column]))), ROW_END])
    .concat([COLUMN_END]);
}

/** A cell that says what its row is of: 偽物, 正規. It governs the row alone. */
function aboutRow(row: Row, labels: readonly unknown[]): readonly RawLine[] {
  const says = row.find(
    (cell, column) =>
      labels[column] === undefined && textOf(cell).length <= 20 && (stanceOf(textOf(cell)) ?? pairMarkOf(`${textOf(cell)}:`)?.stance) !== undefined,
  );
  return [COLUMN_END, ...(says === undefined ? [] : [{ text: textOf(says), role: "heading", level: 6 } as const])];
}

/** Ends an example: two rows may each have but one field. */
const ROW_END: RawLine = { text: "", role: "break", level: 0 };

/** Rows of a label and its value; rows of one cell are headings between them. */
function keyed(rows: readonly Row[]): readonly RawLine[] | undefined {
  const labelled = rows.filter((row) => row.length >= 2 && labelIn(textOf(row[0])) !== undefined);
  if (labelled.length === 0 || labelled.length * 2 < rows.filter((row) => row.length >= 2).length) return undefined;
  return [
    ...rows.slice(isColumnHead(rows[0]) ? 1 : 0).flatMap((row) => {
      if (row.length === 1 && row[0]?.head === true) return [{ text: textOf(row[0]), role: "heading" as const, level: 6 }];
      if (row.length === 1) return row[0]?.lines ?? [];
      return labelIn(textOf(row[0])) === undefined ? row.flatMap((cell) => cell.lines) : pair(row[0], ...row.slice(1));
    }),
    BREAK,
  ];
}

/** 項目 | 内容 above labels and values. */
function isColumnHead(row: Row | undefined): boolean {
  return row?.length === 2 && /^(?:項目名?|区分|種別|分類|フィールド|Item|Field)$/iu.test(textOf(row[0])) && textOf(row[1]).length <= 10;
}

function pair(label: Cell | undefined, ...values: readonly (Cell | undefined)[]): readonly RawLine[] {
  const lines = values.flatMap((cell) => cell?.lines ?? []).filter((line) => line.role !== "break");
  if (lines.every((line) => line.text === "")) return [];
  return [
    { text: textOf(label), role: "term", at: label?.lines[0]?.at },
    ...lines.map((line): RawLine => (line.role === "image" ? line : { ...line, role: "value" })),
  ];
}
