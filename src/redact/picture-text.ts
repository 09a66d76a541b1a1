import { gunzipSync, unzlibSync } from "fflate";
import { latin1Of, utf8Text } from "./bytes-text.ts";

/** A readable piece of a binary output and the bytes it stands in. */
export interface BinaryText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How it was packed: `png-text`, `gzip`, `utf-16`, or empty. */
  readonly packing: string;
  /** Bytes a character stands for when it maps straight to the output; 0 when it does not. */
  readonly width: 0 | 1 | 2;
}

const MOST_INFLATED = 8_000_000;
const PNG = [0x89, 0x50, 0x4e, 0x47];

/**
 * Everything of a binary output that may be text: the bytes as they stand, as UTF-16, what is deflated in PNG text
 * chunks (PNG §11.3.3) and in a gzip wrapper. Pixels are not read.
 */
export function textsOfBytes(bytes: Uint8Array): readonly BinaryText[] {
  const found: BinaryText[] = [{ text: latin1Of(bytes), start: 0, end: bytes.length, packing: "", width: 1 }];
  // Text in the midst of pixels is UTF-8 all the same.
  if (bytes.some((byte) => byte > 0x7f)) found.push({ text: new TextDecoder().decode(bytes), start: 0, end: bytes.length, packing: "", width: 0 });
  for (const [offset, high] of [
    [0, 1],
    [1, 1],
    [0, 0],
    [1, 0],
  ] as const) {
    const text = utf16(bytes, offset, high);
    if (text !== undefined) found.push({ text, start: offset, end: bytes.length, packing: "utf-16", width: 2 });
  }
  if (PNG.every((byte, at) => bytes[at] === byte)) found.push(...pngTexts(bytes));
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) found.push(...packed(() => gunzipSync(bytes, bounded(bytes)), 0, bytes.length, "gzip"));
  return found;
}

/** The size of a gzip's content stands at its end; what says more than the bound is not opened. */
function bounded(bytes: Uint8Array): { readonly out?: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 18 && view.getUint32(bytes.length - 4, true) > MOST_INFLATED) throw new Error("too large");
  return {};
}

/** Text with a zero beside every letter, as cameras write titles (EXIF XPTitle); only where there is some. */
function utf16(bytes: Uint8Array, offset: number, high: 0 | 1): string | undefined {
  let zeros = 0;
  for (let at = offset + high; at < bytes.length && zeros < 4; at += 2) if (bytes[at] === 0) zeros++;
  if (zeros < 4) return undefined;
  const body = bytes.subarray(offset, offset + ((bytes.length - offset) & ~1));
  return new TextDecoder(high === 1 ? "utf-16le" : "utf-16be").decode(body);
}

function pngTexts(bytes: Uint8Array): readonly BinaryText[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: BinaryText[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const size = view.getUint32(at);
    const type = latin1Of(bytes.subarray(at + 4, at + 8));
    const end = Math.min(bytes.length, at + 8 + size);
    const data = bytes.subarray(at + 8, end);
    if (type === "zTXt" || type === "iTXt" || type === "iCCP")
      for (const start of zlibStarts(data)) found.push(...packed(() => unzlibSync(data.subarray(start)), at + 8, end, "png-text"));
    at += 12 + size;
  }
  return found;
}

/** Where a deflated stream may begin: behind the NULs of keyword, language and translation. */
function zlibStarts(data: Uint8Array): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < Math.min(data.length - 2, 1000) && starts.length < 6; at++)
    if (data[at] === 0x78 && ((0x78 << 8) | data[at + 1]!) % 31 === 0) starts.push(at);
  return data.length > 1_000_000 ? [] : starts;
}

function packed(open: () => Uint8Array, start: number, end: number, packing: string): readonly BinaryText[] {
  try {
    const bytes = open();
    const text = utf8Text(bytes) ?? latin1Of(bytes);
    return [{ text: text.slice(0, MOST_INFLATED), start, end, packing, width: 0 }];
  } catch {
    return [];
  }
}
