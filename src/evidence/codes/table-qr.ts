import { scanHtml } from "../html-scanner.ts";
import type { ScannedTag } from "../html-scanner.ts";
import { drawModules } from "./pixels.ts";
import { readQrCodes } from "./read-qr.ts";
import type { DrawnCode } from "./character-qr.ts";

/** A drawn code has at least as many rows as QR version 1 has modules. */
const FEWEST_ROWS = 21;
/** Cells of the smallest code when neighbours of one colour are joined; fewer draw none. */
const FEWEST_CELLS = 200;
/** Version 40 with a border is 185 modules; wider tables are none. */
const WIDEST = 400;
/** Cells looked at in one mail. */
const MAX_CELLS = 200_000;
const MAX_TABLES = 4;

/** Whether the HTML has enough cells for a drawn code, most of them empty: a search stopped early. */
function mayHoldTableCode(html: string): boolean {
  if (html.length < FEWEST_CELLS * 20) return false;
  // End tags may be left out; then starts are counted.
  const mark = html.includes("</td>") ? "></td>" : html.includes("</TD>") ? "></TD>" : "<td";
  let at = -1;
  for (let cells = 0; cells < FEWEST_CELLS; cells++) {
    at = html.indexOf(mark, at + 1);
    if (at < 0) return false;
  }
  return /bgcolor|background/i.test(html);
}

/** QR codes drawn with the cells of a table, coloured by `bgcolor` or a style; offsets are in the HTML text. */
export function readTableCodes(html: string): readonly DrawnCode[] {
  if (!mayHoldTableCode(html)) return [];
  const reader = new TableReader();
  scanHtml(html, reader);
  return reader.tables.slice(0, MAX_TABLES).flatMap(({ rows, start, end }) => {
    const [text] = readQrCodes(drawModules(rows));
    return text === undefined ? [] : [{ text, start, end }];
  });
}

interface Table {
  readonly rows: boolean[][];
  readonly start: number;
  end: number;
}

/** Collects tables whose rows are all empty coloured cells; text in a cell makes it an ordinary table. */
class TableReader {
  readonly tables: Table[] = [];
  private readonly open: Table[] = [];
  private cells = 0;

  startTag(tag: ScannedTag): void {
    if (tag.name === "table") this.open.push({ rows: [], start: tag.start, end: tag.end });
    const table = this.open.at(-1);
    if (table === undefined) return;
    if (tag.name === "tr") table.rows.push([]);
    else if (tag.name === "td" || tag.name === "th") this.cell(tag, table.rows.at(-1));
  }

  private cell(tag: ScannedTag, row: boolean[] | undefined): void {
    if (row === undefined || ++this.cells > MAX_CELLS) return;
    const dark = isDark(tag);
    const span = Math.min(WIDEST, Math.max(1, Number.parseInt(tag.attribute("colspan") ?? "1", 10) || 1));
    for (let i = 0; i < span && row.length < WIDEST; i++) row.push(dark);
  }

  endTag(name: string, start: number): void {
    if (name !== "table") return;
    const table = this.open.pop();
    if (table === undefined) return;
    table.end = start;
    if (isSquare(table.rows)) this.tables.push(table);
  }

  characters(): void {
    // Blanks and letters between cells do not matter: what decides is whether the cells make a square.
  }
}

/** As many columns as rows, give or take a border, and at least a code's size. */
function isSquare(rows: readonly (readonly boolean[])[]): boolean {
  const width = Math.max(0, ...rows.slice(0, WIDEST).map((row) => row.length));
  return rows.length >= FEWEST_ROWS && width >= FEWEST_ROWS && rows.length <= WIDEST && Math.abs(width - rows.length) <= 8;
}

/** A cell is dark when its ground is a colour of less than half the brightness. */
function isDark(tag: ScannedTag): boolean {
  const style = tag.attribute("style")?.slice(0, 500) ?? "";
  const colour = /background(?:-color)?\s*:\s*([^;]+)/i.exec(style)?.[1] ?? tag.attribute("bgcolor") ?? "";
  return brightness(colour.trim().toLowerCase()) < 128;
}

function brightness(colour: string): number {
  if (colour.startsWith("black")) return 0;
  const hex = /#([0-9a-f]{6}|[0-9a-f]{3})\b/.exec(colour)?.[1] ?? /^[0-9a-f]{6}$/.exec(colour)?.[0];
  if (hex !== undefined) {
    const step = hex.length === 3 ? 1 : 2;
    const channel = (index: number): number => Number.parseInt(hex.slice(index * step, (index + 1) * step).padEnd(2, hex[index * step] ?? "0"), 16);
    return (channel(0) * 299 + channel(1) * 587 + channel(2) * 114) / 1000;
  }
  const rgb = /rgba?\(\s*(\d{1,3})[,\s]+(\d{1,3})[,\s]+(\d{1,3})/.exec(colour);
  return rgb === null ? 255 : (Number(rgb[1]) * 299 + Number(rgb[2]) * 587 + Number(rgb[3]) * 114) / 1000;
}
