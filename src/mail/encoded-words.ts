import { charsetDecode, charsetLabel, decodeText } from "./charset.ts";
import { fromLatin1, latin1 } from "./bytes.ts";
import { decodeBase64, decodeQuotedPrintable } from "./transfer-encoding.ts";

// RFC 2047 §2; blanks inside Q text are against the rules but common; the charset may carry a language (RFC 2231 §5).
const WORD = /=\?([^?\s*]{1,60})(?:\*[^?]{0,40})?\?([bq])\?([^?]*(?:\?(?!=)[^?]*)*)\?=/gi;

interface Piece {
  readonly charset: string | undefined;
  readonly bytes: Uint8Array;
}

/**
 * Decodes an unfolded header value (RFC 2047). `raw` has one character per byte, or is Unicode already.
 * Bytes of neighbouring words of one charset are joined before decoding, since senders split characters
 * across words. Raw 8-bit text between the words is read with the rules of `decodeText`.
 */
export function decodeWords(raw: string): string {
  if (!raw.includes("=?")) return decodeRaw(raw);
  let out = "";
  let pending: { charset: string; chunks: Uint8Array[] } | undefined;
  let at = 0;
  const flush = (): void => {
    if (pending !== undefined) out += decodeChunks(pending.charset, pending.chunks);
    pending = undefined;
  };
  for (const match of raw.matchAll(WORD)) {
    const piece = wordBytes(match);
    if (piece.charset === undefined) continue;
    const between = raw.slice(at, match.index);
    at = match.index + match[0].length;
    if (pending === undefined || between.trim() !== "") {
      flush();
      out += decodeRaw(between);
    }
    if (pending !== undefined && pending.charset !== piece.charset) flush();
    pending ??= { charset: piece.charset, chunks: [] };
    pending.chunks.push(piece.bytes);
  }
  flush();
  return out + decodeRaw(raw.slice(at));
}

function wordBytes(match: RegExpMatchArray): Piece {
  const text = match[3] ?? "";
  const isQ = (match[2] ?? "").toLowerCase() === "q";
  const bytes = isQ ? decodeQuotedPrintable(fromLatin1(text.replace(/_/g, "=20"))).bytes : decodeBase64(fromLatin1(text)).bytes;
  return { charset: charsetLabel(match[1] ?? "") ?? (/^(x-)?unknown/i.test(match[1] ?? "") ? "utf-8" : undefined), bytes };
}

function decodeChunks(charset: string, chunks: readonly Uint8Array[]): string {
  const joined = chunks.length === 1 ? chunks[0]! : concat(chunks);
  // Where two words meet, the return to ASCII is followed by the next escape; decoders take an empty run for an error.
  const bytes = charset === "iso-2022-jp" ? fromLatin1(latin1(joined).replace(/\x1b\([BJ](?=\x1b)/g, "")) : joined;
  if (charset !== "utf-8") return charsetDecode(charset, bytes);
  return decodeText(bytes, "utf-8").text;
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const chunk of chunks) length += chunk.length;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

// eslint-disable-next-line no-control-regex
const NOT_ASCII = /[\x1b\x80-\uffff]/;

/** Raw text of a header: 8-bit bytes or ISO-2022-JP escapes; text that is Unicode already stays. */
function decodeRaw(text: string): string {
  // Nearly all fields are ASCII.
  if (!NOT_ASCII.test(text)) return withLostEscapes(text);
  let high = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 0xff) return text;
    if (c >= 0x80 || c === 0x1b) high = true;
  }
  if (high) return decodeText(fromLatin1(text)).text;
  return withLostEscapes(text);
}

/** ISO-2022-JP (RFC 1468) of which a gateway dropped the escape characters: `$B%a!<%k(B`. */
const LOST_JIS = /\x1b?\$[B@]((?:[!-~]{2})+?)\x1b?\([BJ]/g;
/** From here on the search for the end of each piece would cost too much. */
const LONGEST_LOST_JIS = 2000;

/** Raw header text with such pieces decoded; all other text stays. */
export function withLostEscapes(text: string): string {
  return text.includes("$") && text.length <= LONGEST_LOST_JIS ? text.replace(LOST_JIS, withoutEscapes) : text;
}

/** The text if it can be nothing but Japanese: every pair a character, kana among them or two kanji and more. */
function withoutEscapes(written: string, pairs: string): string {
  const text = charsetDecode("iso-2022-jp", fromLatin1(`\x1b$B${pairs}\x1b(B`));
  if (text.length !== pairs.length / 2 || text.includes("\ufffd")) return written;
  return /^[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]{2,}$/.test(text) ? text : written;
}
