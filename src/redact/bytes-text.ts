/** One character a byte, the form in which bytes that are no UTF-8 are searched. */
export function latin1Of(bytes: Uint8Array): string {
  if (bytes.length < 8192) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[]));
  return pieces.join("");
}

export function bytesOfLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Length of the UTF-8 sequence at a byte (RFC 3629 §4); 1 for what begins none. */
export function sequenceAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  const size = byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 1;
  if (at + size > bytes.length) return 1;
  for (let next = 1; next < size; next++) if ((bytes[at + next]! & 0xc0) !== 0x80) return 1;
  // Over-long forms, surrogates, and what lies beyond Unicode.
  const second = bytes[at + 1] ?? 0;
  if ((byte === 0xe0 && second < 0xa0) || (byte === 0xed && second > 0x9f) || (byte === 0xf0 && second < 0x90) || (byte === 0xf4 && second > 0x8f)) return 1;
  return size;
}

/** Bytes as text: UTF-8 where they are, else one character a byte, so that a secret between others bytes can be read. */
export function mixedText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // Stretches by turns: valid (with ASCII), and bytes that begin nothing.
  let [done, valid, several] = [0, true, false];
  for (let at = 0; at < bytes.length;) {
    const ascii = bytes[at]! < 0x80;
    const size = ascii ? 1 : sequenceAt(bytes, at);
    if (!ascii && valid !== size > 1) {
      pieces.push(valid && several ? decoder.decode(bytes.subarray(done, at)) : latin1Of(bytes.subarray(done, at)));
      [done, valid, several] = [at, size > 1, false];
    }
    several ||= size > 1;
    at += size;
  }
  const rest = bytes.subarray(done);
  pieces.push(valid && several ? decoder.decode(rest) : latin1Of(rest));
  return pieces.join("");
}

/** The bytes as UTF-8, or undefined when they are none. A strict decoder throws, which costs more than looking first. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  for (let at = 0; at < bytes.length;) {
    const size = bytes[at]! < 0x80 ? 1 : sequenceAt(bytes, at);
    if (size === 1 && bytes[at]! >= 0x80) return undefined;
    at += size;
  }
  return mixedText(bytes);
}

type Encoder = ReadonlyMap<string, readonly [number, number]>;
const encoders = new Map<string, Encoder>();

/** Two-byte characters of a Japanese charset, found by decoding every pair once: no table to ship, and it agrees with the decoder. */
function encoderOf(charset: "shift_jis" | "euc-jp"): Encoder {
  const known = encoders.get(charset);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(charset);
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfc; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== "\ufffd" && !found.has(text)) found.set(text, [lead, trail]);
    }
  encoders.set(charset, found);
  return found;
}

/** A text in a Japanese charset, one character a byte; undefined when it has a character the charset lacks. */
export function japaneseBytes(text: string, charset: "shift_jis" | "euc-jp"): string | undefined {
  const encoder = encoderOf(charset);
  let out = "";
  for (const char of text) {
    const pair = encoder.get(char);
    if (pair !== undefined) out += String.fromCharCode(...pair);
    else if (char < "\u0080") out += char;
    else return undefined;
  }
  return out;
}

/** ISO-2022-JP without its escapes: EUC-JP less the high bits (RFC 1468). Only for text wholly of two-byte characters. */
export function jisBytes(text: string): string | undefined {
  const euc = japaneseBytes(text, "euc-jp");
  if (euc === undefined || /[\0-\x7f]/.test(euc)) return undefined;
  return [...euc].map((char) => String.fromCharCode(char.charCodeAt(0) & 0x7f)).join("");
}

/** UTF-16 without a mark, one character a byte. */
export function utf16Bytes(text: string, littleEndian: boolean): string {
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const [low, high] = [text.charCodeAt(at) & 255, text.charCodeAt(at) >> 8];
    out += littleEndian ? String.fromCharCode(low, high) : String.fromCharCode(high, low);
  }
  return out;
}

const shiftJis = new TextDecoder("shift_jis", { fatal: true });
const eucJp = new TextDecoder("euc-jp", { fatal: true });

/**
 * Bytes of one encoded value as EUC-JP or Shift_JIS, whichever they can be; undefined when hardly either: most bytes are to be
 * Japanese. Each character beyond ASCII stands for two bytes, half-width kana of Shift_JIS for one.
 */
export function legacyText(bytes: Uint8Array): string | undefined {
  let high = 0;
  let euc = true;
  for (const byte of bytes) {
    if (byte >= 0x80) high++;
    if (byte >= 0x80 && byte < 0xa1) euc = false;
  }
  if (bytes.length < 4 || bytes.length > 400 || high * 2 < bytes.length - 4) return undefined;
  return (euc ? strictly(eucJp, bytes) : undefined) ?? strictly(shiftJis, bytes);
}

function strictly(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    const text = decoder.decode(bytes);
    let size = 0;
    for (let at = 0; at < text.length; at++) size += legacySize(text.charCodeAt(at));
    // Three-byte characters of EUC-JP: places could not be told.
    return size === bytes.length ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes of a character in Shift_JIS or EUC-JP. */
export function legacySize(code: number): number {
  return code < 0x80 || (code >= 0xff61 && code <= 0xff9f) ? 1 : 2;
}

const utf16 = new TextDecoder("utf-16le", { fatal: true });
const ONLY_JAPANESE = /^[ -~\u3000-\u30ff\u3400-\u9fff\uff01-\uff9f]*$/;

/** Bytes of one encoded value as UTF-16; undefined when that makes anything but Japanese and ASCII. Two bytes a character. */
export function utf16Text(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length > 400) return undefined;
  try {
    const text = utf16.decode(bytes.subarray(0, bytes.length & ~1));
    return ONLY_JAPANESE.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
