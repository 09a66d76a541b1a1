import { inflate } from "../codes/inflate.ts";
import type { PdfDecryptor } from "./pdf-key.ts";
import { objectHead } from "./pdf-strings.ts";

/** A stream of a PDF: its dictionary as text and its bytes as they stand in the file (ISO 32000-1 §7.3.8). */
export interface PdfStream {
  readonly dictionary: string;
  readonly data: Uint8Array;
}

/** The objects of a PDF that lie open, and its streams. */
export interface PdfScan {
  /** Text between the streams, one character a byte. */
  readonly objects: string;
  /** Text of the object streams (§7.5.7). */
  readonly packed: string;
  readonly pictures: readonly PdfStream[];
  readonly pages: readonly PdfStream[];
  readonly encrypted: boolean;
  /** Something was passed over: the file is too long or holds too many streams. */
  readonly cut: boolean;
}

/** Bytes of a file that are looked at. */
const LONGEST = 10_000_000;
const MAX_STREAMS = 3000;
/** Bytes of object streams of one file, inflated. */
const MAX_INFLATED = 10_000_000;
const LONGEST_DICTIONARY = 4000;

/** Splits a PDF without its cross-reference table, which hostile and cut files get wrong. Linear. */
export function scanPdf(bytes: Uint8Array, decrypt?: PdfDecryptor): PdfScan {
  const file = latin1(bytes.subarray(0, LONGEST));
  const open: string[] = [];
  const packed: string[] = [];
  const [pictures, pages]: [PdfStream[], PdfStream[]] = [[], []];
  let left = MAX_INFLATED;
  let at = 0;
  let count = 0;
  for (; count < MAX_STREAMS; count++) {
    const mark = nextStream(file, at);
    if (mark < 0) break;
    const dictionary = file.slice(Math.max(at, mark - LONGEST_DICTIONARY, file.lastIndexOf("obj", mark)), mark);
    open.push(file.slice(at, mark));
    const start = mark + (file.charCodeAt(mark + 6) === 0x0d && file.charCodeAt(mark + 7) === 0x0a ? 8 : 7);
    const end = streamEnd(file, start, dictionary);
    const data = bytes.subarray(start, end);
    const head = decrypt === undefined ? undefined : objectHead(file.slice(Math.max(at, mark - LONGEST_DICTIONARY), mark));
    const stream = { dictionary, data: decrypt === undefined || head === undefined ? data : decrypt(data, head.object, head.generation) };
    at = end;
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) pictures.push(stream);
    else if (/\/Type\s*\/ObjStm\b/.test(dictionary) && left > 0) {
      const { bytes: inflated } = inflate(stream.data, left);
      left -= inflated.length;
      packed.push(latin1(inflated));
    } else if (!/\/(?:Type\s*\/(?:XRef|Metadata)|Length1|FontFile|Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType|XML))/.test(dictionary)) pages.push(stream);
    else open.push(dictionary);
  }
  open.push(file.slice(at));
  const objects = open.join("\n");
  return {
    objects,
    packed: packed.join("\n"),
    pictures,
    pages,
    encrypted: /\/Encrypt\s{0,5}(?:\d|<<)/.test(objects),
    cut: bytes.length > LONGEST || count >= MAX_STREAMS,
  };
}

/** The next word `stream` that is not the end of `endstream`. */
function nextStream(file: string, from: number): number {
  for (let at = file.indexOf("stream", from); at >= 0; at = file.indexOf("stream", at + 6)) {
    const next = file.charCodeAt(at + 6);
    if (file.slice(at - 3, at) !== "end" && (next === 0x0a || next === 0x0d)) return at;
  }
  return -1;
}

/** By /Length where that leads to `endstream`, else where the next `endstream` stands, else the end of the file. */
function streamEnd(file: string, start: number, dictionary: string): number {
  const length = Number(/\/Length\s{0,5}(\d{1,9})(?!\s{1,5}\d{1,5}\s{1,5}R)/.exec(dictionary)?.[1] ?? Number.NaN);
  if (start + length <= file.length && /^\s{0,4}endstream/.test(file.slice(start + length, start + length + 15))) return start + length;
  const mark = file.indexOf("endstream", start);
  return mark < 0 ? file.length : mark;
}

function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[]));
  return pieces.join("");
}
