/** One character a byte, the form in which bytes that are no UTF-8 are searched. */
export function latin1Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[]));
  return pieces.join("");
}

export function bytesOfLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

const strict = new TextDecoder("utf-8", { fatal: true });

/** The bytes as UTF-8, or undefined when they are none. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
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
