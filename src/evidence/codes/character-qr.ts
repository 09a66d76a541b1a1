import { drawModules } from "./pixels.ts";
import { readQrCodes } from "./read-qr.ts";

/** QR version 1 is 21 modules wide; with half blocks two rows share a line. */
const NARROWEST = 21;
const SHORTEST = 11;
/** Version 40 and a wide border. */
const WIDEST = 400;
/** Lines of one drawing. */
const LONGEST = 400;
/** Drawings tried in one text. */
const MAX_DRAWINGS = 4;

/** Characters that draw two modules above each other, as [upper, lower] dark. */
const HALVES: ReadonlyMap<string, readonly [boolean, boolean]> = new Map([
  ["█", [true, true]],
  ["▀", [true, false]],
  ["▄", [false, true]],
  ["■", [true, true]],
  ["⬛", [true, true]],
  [" ", [false, false]],
  ["\u00a0", [false, false]],
  ["\u3000", [false, false]],
  ["□", [false, false]],
  ["⬜", [false, false]],
  ["░", [false, false]],
  ["▓", [true, true]],
]);

/** A QR code drawn with characters, and where in the text it stands. */
export interface DrawnCode {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a text may hold a drawing at all; nearly every text ends here. */
function mayHoldDrawing(text: string): boolean {
  return /[█▀▄■⬛▓]/.test(text);
}

/** QR codes drawn with block characters (`█▀▄`, `■□`, `⬛⬜`), dark on light or light on dark. */
export function readCharacterCodes(text: string): readonly DrawnCode[] {
  if (!mayHoldDrawing(text)) return [];
  return drawings(text).slice(0, MAX_DRAWINGS).flatMap(readDrawing);
}

interface Line {
  readonly chars: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Runs of lines that are made of nothing but drawing characters. */
function drawings(text: string): readonly (readonly Line[])[] {
  const found: Line[][] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.length >= SHORTEST && open.length <= LONGEST) found.push(open);
    open = [];
  };
  for (let start = 0; start <= text.length;) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    const line = end - start > WIDEST * 2 ? undefined : drawnLine(text.slice(start, end), start);
    if (line === undefined) close();
    else if (line.chars.length > 0) open.push(line);
    start = end + 1;
  }
  close();
  return found;
}

function drawnLine(text: string, start: number): Line | undefined {
  const chars = [...text.replace(/[\r\u200b\ufe0e\ufe0f]/g, "")];
  const isDrawn = chars.every((char) => HALVES.has(char)) && (chars.length === 0 || chars.length >= NARROWEST || chars.every((char) => char.trim() === ""));
  return isDrawn ? { chars, start, end: start + text.length } : undefined;
}

function readDrawing(lines: readonly Line[]): readonly DrawnCode[] {
  const place = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  for (const rows of [halfRows(lines), squareRows(lines, 1), squareRows(lines, 2)]) {
    const [text] = readQrCodes(drawModules(rows));
    if (text !== undefined) return [{ text, ...place }];
  }
  return [];
}

/** Each line is two rows of modules. */
function halfRows(lines: readonly Line[]): readonly (readonly boolean[])[] {
  return lines.flatMap(({ chars }) => [chars.map((char) => HALVES.get(char)?.[0] ?? false), chars.map((char) => HALVES.get(char)?.[1] ?? false)]);
}

/** Each line is one row, each module one character or two (`██`). */
function squareRows(lines: readonly Line[], width: number): readonly (readonly boolean[])[] {
  return lines.map(({ chars }) => chars.filter((_, index) => index % width === 0).map((char) => HALVES.get(char)?.[0] ?? false));
}
