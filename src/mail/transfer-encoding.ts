import { fromLatin1 } from "./bytes.ts";

/** Decoded bytes and, if asked for, the range of source bytes each of them came from. */
export interface Decoded {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array | undefined;
  readonly ends: Uint32Array | undefined;
}

const BASE64 = base64Table();

function base64Table(): Int8Array {
  const table = new Int8Array(256).fill(-1);
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (let i = 0; i < 64; i++) table[alphabet.charCodeAt(i)] = i;
  table[0x2d] = 62; // base64url, seen in broken mails
  table[0x5f] = 63;
  return table;
}

function finish(out: Uint8Array, n: number, starts: Uint32Array | undefined, ends: Uint32Array | undefined): Decoded {
  return { bytes: out.subarray(0, n), starts: starts?.subarray(0, n), ends: ends?.subarray(0, n) };
}

/**
 * Base64 (RFC 2045 §6.8), tolerant: foreign bytes are skipped, `=` in the middle ends a quantum and
 * decoding goes on, as mail programs do (several base64 texts joined by a gateway).
 */
export function decodeBase64(raw: Uint8Array, start = 0, end = raw.length, mapped = false): Decoded {
  const room = Math.floor(((end - start) * 3) / 4) + 3;
  const out = new Uint8Array(room);
  const starts = mapped ? new Uint32Array(room) : undefined;
  const ends = mapped ? new Uint32Array(room) : undefined;
  let n = 0;
  let bits = 0;
  let held = 0;
  let previous = start;
  for (let i = start; i < end; i++) {
    if (!mapped && bits === 0) {
      // Whole quanta in a row, as nearly all of a body is.
      for (; i + 4 <= end; i += 4) {
        const four = (BASE64[raw[i]!]! << 18) | (BASE64[raw[i + 1]!]! << 12) | (BASE64[raw[i + 2]!]! << 6) | BASE64[raw[i + 3]!]!;
        // A foreign byte is -1, which leaves the sign.
        if (four < 0) break;
        out[n] = four >> 16;
        out[n + 1] = four >> 8;
        out[n + 2] = four;
        n += 3;
      }
      if (i >= end) break;
      held = 0;
    }
    const byte = raw[i]!;
    if (byte === 0x3d) {
      // Padding only where a quantum may end; a stray one inside a word is skipped like any foreign byte.
      if (bits === 4 || bits === 2) {
        bits = 0;
        held = 0;
      }
      continue;
    }
    const v = BASE64[byte]!;
    if (v < 0) continue;
    held = ((held << 6) | v) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      if (starts !== undefined && ends !== undefined) {
        starts[n] = previous;
        ends[n] = i + 1;
      }
      out[n++] = (held >> bits) & 0xff;
    }
    previous = bits === 0 ? i + 1 : i;
    // A byte after a whole quantum starts at the next base64 character, not at a line break.
    while (mapped && bits === 0 && previous < end && BASE64[raw[previous]!]! < 0 && raw[previous] !== 0x3d) previous++;
  }
  return finish(out, n, starts, ends);
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Where a soft line break (`=`, blanks, line end) that starts at `at` ends, or -1 if there is none. */
function softBreakEnd(raw: Uint8Array, at: number, end: number): number {
  let i = at + 1;
  while (i < end && (raw[i] === 0x20 || raw[i] === 0x09)) i++;
  if (i >= end) return end;
  if (raw[i] === 0x0d) return i + 1 < end && raw[i + 1] === 0x0a ? i + 2 : i + 1;
  return raw[i] === 0x0a ? i + 1 : -1;
}

/**
 * Quoted-printable (RFC 2045 §6.7), tolerant: a `=` that starts no escape stands for itself.
 * In a line of blanks before a line end the blanks are dropped (rule 3).
 */
export function decodeQuotedPrintable(raw: Uint8Array, start = 0, end = raw.length, mapped = false): Decoded {
  const out = new Uint8Array(end - start);
  const starts = mapped ? new Uint32Array(end - start) : undefined;
  const ends = mapped ? new Uint32Array(end - start) : undefined;
  let n = 0;
  let blanksFrom = -1; // index in `out` of the blanks read last, dropped at a line end
  let i = start;
  while (i < end) {
    const byte = raw[i]!;
    // What stands for itself and is no blank: nearly every byte.
    if (byte > 0x20 && byte !== 0x3d) {
      blanksFrom = -1;
      if (starts !== undefined && ends !== undefined) {
        starts[n] = i;
        ends[n] = i + 1;
      }
      out[n++] = byte;
      i++;
      continue;
    }
    let width = 1;
    let value = byte;
    if (byte === 0x3d) {
      const high = i + 2 < end ? hexDigit(raw[i + 1]) : -1;
      const low = high < 0 ? -1 : hexDigit(raw[i + 2]);
      if (low >= 0) {
        width = 3;
        value = (high << 4) | low;
      } else {
        const next = softBreakEnd(raw, i, end);
        if (next >= 0) {
          i = next;
          blanksFrom = -1;
          continue;
        }
      }
    }
    if (width === 1 && (byte === 0x20 || byte === 0x09)) {
      if (blanksFrom < 0) blanksFrom = n;
    } else {
      if (blanksFrom >= 0 && width === 1 && (byte === 0x0a || byte === 0x0d)) n = blanksFrom;
      blanksFrom = -1;
    }
    if (starts !== undefined && ends !== undefined) {
      starts[n] = i;
      ends[n] = i + width;
    }
    out[n++] = value;
    i += width;
  }
  return finish(out, n, starts, ends);
}

/** Uuencoded text: lines between `begin mode name` and `end`; a line's first byte is its length. */
export function decodeUuencode(raw: Uint8Array, start = 0, end = raw.length, mapped = false): Decoded {
  const out = new Uint8Array(end - start);
  const starts = mapped ? new Uint32Array(end - start) : undefined;
  const ends = mapped ? new Uint32Array(end - start) : undefined;
  let n = 0;
  let inside = false;
  let at = start;
  while (at < end) {
    let lineEnd = raw.indexOf(0x0a, at);
    if (lineEnd < 0 || lineEnd > end) lineEnd = end;
    let stop = lineEnd;
    if (stop > at && raw[stop - 1] === 0x0d) stop--;
    if (!inside) inside = startsWithWord(raw, at, stop, BEGIN);
    else if (startsWithWord(raw, at, stop, END)) break;
    else if (stop > at) {
      const count = (raw[at]! - 0x20) & 63;
      for (let k = 0; k < count && n < out.length; k++) {
        const group = at + 1 + Math.floor(k / 3) * 4;
        const first = group + (k % 3);
        if (first >= stop) break;
        const a = (raw[first]! - 0x20) & 63;
        const b = first + 1 < stop ? (raw[first + 1]! - 0x20) & 63 : 0;
        const shift = 2 * ((k % 3) + 1);
        if (starts !== undefined && ends !== undefined) {
          starts[n] = first;
          ends[n] = Math.min(stop, first + 2);
        }
        out[n++] = ((a << shift) | (b >> (6 - shift))) & 0xff;
      }
    }
    at = lineEnd + 1;
  }
  return finish(out, n, starts, ends);
}

const BEGIN = fromLatin1("begin ");
const END = fromLatin1("end");

function startsWithWord(raw: Uint8Array, at: number, end: number, word: Uint8Array): boolean {
  if (end - at < word.length) return false;
  for (let i = 0; i < word.length; i++) if (raw[at + i] !== word[i]) return false;
  return true;
}
