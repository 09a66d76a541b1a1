import { latin1 } from "./bytes.ts";

/** A uuencoded file in a text: byte range of `begin` to the end of the line `end`. */
export interface UuencodedFile {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const MAX_FILES = 50;
/** `begin`, the permissions, the name (POSIX uuencode). */
const BEGIN = /^begin [0-7]{3,4} ([^\r\n]{1,255}?)[ \t]*\r?$/;

/**
 * Uuencoded files in the bytes of a text, as mail programs cut them out of it. A line `begin 644 name` counts only when the
 * line below could be uuencoded; a file without its `end` goes as far as lines could. One pass.
 */
export function uuencodedFiles(bytes: Uint8Array): readonly UuencodedFile[] {
  const found: UuencodedFile[] = [];
  for (let at = 0; at < bytes.length && found.length < MAX_FILES;) {
    const next = lineAfter(bytes, at);
    // `be` first: nearly every line is done with here.
    const name = bytes[at] === 0x62 && bytes[at + 1] === 0x65 ? BEGIN.exec(latin1(bytes, at, Math.min(next, at + 300)).trimEnd())?.[1] : undefined;
    const end = name === undefined ? next : dataEnd(bytes, next);
    if (name !== undefined && end > next) found.push({ name, start: at, end });
    at = end;
  }
  return found;
}

function lineAfter(bytes: Uint8Array, at: number): number {
  const lineEnd = bytes.indexOf(0x0a, at);
  return lineEnd < 0 ? bytes.length : lineEnd + 1;
}

/** Where the data that begins at `at` ends, its `end` included; `at` itself when there is none. */
function dataEnd(bytes: Uint8Array, at: number): number {
  for (;;) {
    const next = lineAfter(bytes, at);
    const stop = contentEnd(bytes, at, next);
    if (latin1(bytes, at, Math.min(stop, at + 4)) === "end" && stop === at + 3) return next;
    if (next === at || !isData(bytes, at, stop)) return at;
    at = next;
  }
}

function contentEnd(bytes: Uint8Array, at: number, next: number): number {
  let stop = next;
  while (stop > at && (bytes[stop - 1] === 0x0a || bytes[stop - 1] === 0x0d)) stop--;
  return stop;
}

/** A line of data states its length in its first character; blanks at its end may have been lost, a check character added. */
function isData(bytes: Uint8Array, at: number, stop: number): boolean {
  if (stop === at) return false;
  const count = (bytes[at]! - 0x20) & 63;
  if (bytes[at]! < 0x20 || bytes[at]! > 0x60) return false;
  const wanted = Math.ceil(count / 3) * 4;
  const given = stop - at - 1;
  if (count === 0) return given <= 1;
  if (given > wanted + 2 || given < wanted / 4) return false;
  for (let i = at + 1; i < stop; i++) if (bytes[i]! < 0x20 || bytes[i]! > 0x60) return false;
  return true;
}
