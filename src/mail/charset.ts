import { hasHighByte, latin1 } from "./bytes.ts";
import { decodeUtf7 } from "./utf7.ts";

/** Names seen in mails that the Encoding Standard does not know, lower case without blanks. */
const ALIASES: Readonly<Record<string, string>> = {
  cp932: "shift_jis",
  ms932: "shift_jis",
  "shift-jis2004": "shift_jis",
  "shift_jis-2004": "shift_jis",
  shiftjis: "shift_jis",
  "s-jis": "shift_jis",
  cswindows31j: "shift_jis",
  "windows-932": "shift_jis",
  windows932: "shift_jis",
  "x-ms-cp932": "shift_jis",
  "iso-2022-jp-1": "iso-2022-jp",
  "iso-2022-jp-2": "iso-2022-jp",
  "iso-2022-jp-3": "iso-2022-jp",
  "iso-2022-jp-ms": "iso-2022-jp",
  "iso-2022-jp-2004": "iso-2022-jp",
  iso2022jp: "iso-2022-jp",
  "iso2022-jp": "iso-2022-jp",
  "iso-2022jp": "iso-2022-jp",
  jis: "iso-2022-jp",
  cp50220: "iso-2022-jp",
  cp50221: "iso-2022-jp",
  cp50222: "iso-2022-jp",
  jis7: "iso-2022-jp",
  eucjp: "euc-jp",
  euc_jp: "euc-jp",
  "eucjp-ms": "euc-jp",
  cp51932: "euc-jp",
  ujis: "euc-jp",
  "euc-jp-ms": "euc-jp",
  cp949: "euc-kr",
  uhc: "euc-kr",
  ms949: "euc-kr",
  ksc5601: "euc-kr",
  ks_c_5601: "euc-kr",
  euckr: "euc-kr",
  cp936: "gbk",
  ms936: "gbk",
  "windows-936": "gbk",
  "euc-cn": "gbk",
  euccn: "gbk",
  "gb-2312": "gbk",
  "hz-gb-2312": "gbk",
  cp950: "big5",
  ms950: "big5",
  "windows-950": "big5",
  "euc-tw": "big5",
  utf8mb4: "utf-8",
  "utf-8-sig": "utf-8",
  utf_8: "utf-8",
  "x-utf-8": "utf-8",
  utf: "utf-8",
  cp65001: "utf-8",
  "utf-8mb4": "utf-8",
  "unicode-1-1-utf-7": "utf-7",
  utf7: "utf-7",
  "x-unicode-2-0-utf-7": "utf-7",
  cp65000: "utf-7",
  "utf-7": "utf-7",
  "iso8859-8-i": "iso-8859-8-i",
  "iso-8859-8-e": "iso-8859-8",
  ansi: "windows-1252",
  "cp-1252": "windows-1252",
  "win-1252": "windows-1252",
  "8859-1": "iso-8859-1",
  iso_8859_1: "iso-8859-1",
  "iso-latin-1": "iso-8859-1",
  "646": "us-ascii",
  "ascii-us": "us-ascii",
  "ansi-x3.4-1968": "us-ascii",
  cp1250: "windows-1250",
  cp1251: "windows-1251",
  "win-1251": "windows-1251",
  cp866: "ibm866",
  koi8r: "koi8-r",
  koi8u: "koi8-u",
};

const decoders = new Map<string, TextDecoder | undefined>();
const strictDecoders = new Map<string, TextDecoder | undefined>();

function decoderOf(label: string, fatal: boolean): TextDecoder | undefined {
  const cache = fatal ? strictDecoders : decoders;
  if (cache.has(label)) return cache.get(label);
  let decoder: TextDecoder | undefined;
  try {
    decoder = new TextDecoder(label, { fatal, ignoreBOM: true });
    if (decoder.encoding === "replacement") decoder = undefined;
  } catch {
    decoder = undefined;
  }
  // A used ISO-2022-JP decoder keeps state in Chromium, which puts U+FFFD at the start of the next text.
  if (cache.size < 500 && decoder?.encoding !== "iso-2022-jp") cache.set(label, decoder);
  return decoder;
}

/** The name of the charset as the Encoding Standard has it (or `utf-7`), undefined when unknown. */
export function charsetLabel(declared: string): string | undefined {
  const cleaned = declared
    .trim()
    .toLowerCase()
    .replace(/^["']+|["';]+$/g, "")
    .slice(0, 60);
  const name = ALIASES[cleaned] ?? cleaned;
  if (name === "utf-7") return name;
  return decoderOf(name, false)?.encoding;
}

/** Decodes with the charset named; one not known is read as UTF-8, or windows-1252 if that fails. */
export function charsetDecode(charset: string, bytes: Uint8Array): string {
  const label = charsetLabel(charset);
  if (label === undefined) return decodeStrict("utf-8", bytes) ?? charsetDecode("windows-1252", bytes);
  if (label === "utf-7") return decodeUtf7(latin1(bytes));
  const text = decoderOf(label, false)!.decode(withoutBom(bytes, label));
  return label === "windows-1252" ? withWindowsQuotes(text) : text;
}

const C1 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

// Some Node versions read windows-1252 as ISO-8859-1, which leaves control characters for quotes and the euro.
function withWindowsQuotes(text: string): string {
  return /[\x80-\x9f]/.test(text) ? text.replace(/[\x80-\x9f]/g, (c) => C1[c.charCodeAt(0) - 0x80] ?? c) : text;
}

/** The text, or undefined when the bytes are not valid in that charset. */
export function decodeStrict(label: string, bytes: Uint8Array): string | undefined {
  try {
    const text = decoderOf(label, true)?.decode(withoutBom(bytes, label));
    return label === "windows-1252" && text !== undefined ? withWindowsQuotes(text) : text;
  } catch {
    return undefined;
  }
}

/** Number of bytes of the byte order mark that the charset's decoder takes off. */
export function bomLength(bytes: Uint8Array, label: string): number {
  if (label === "utf-8") return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (label === "utf-16le") return bytes[0] === 0xff && bytes[1] === 0xfe ? 2 : 0;
  if (label === "utf-16be") return bytes[0] === 0xfe && bytes[1] === 0xff ? 2 : 0;
  return 0;
}

function withoutBom(bytes: Uint8Array, label: string): Uint8Array {
  const length = bomLength(bytes, label);
  return length === 0 ? bytes : bytes.subarray(length);
}

/** Text and the charset it was really read with. */
export interface DecodedText {
  readonly text: string;
  readonly charset: string;
}

/** True if the bytes hold an escape sequence of ISO-2022-JP (RFC 1468): ESC $ or ESC ( . */
export function hasJisEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    const a = bytes[at + 1];
    const b = bytes[at + 2];
    if (a === 0x24 && (b === 0x42 || b === 0x40 || b === 0x28)) return true;
    if (a === 0x28 && (b === 0x49 || b === 0x4a)) return true;
  }
  return false;
}

function bomCharset(bytes: Uint8Array): string | undefined {
  if (bomLength(bytes, "utf-8") > 0) return "utf-8";
  if (bomLength(bytes, "utf-16le") > 0) return "utf-16le";
  return bomLength(bytes, "utf-16be") > 0 ? "utf-16be" : undefined;
}

const META = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})/i;

/** Charset an HTML document names in its first 2,048 bytes. */
function metaCharset(bytes: Uint8Array): string | undefined {
  const match = META.exec(latin1(bytes, 0, Math.min(bytes.length, 2048)));
  const label = match === null ? undefined : charsetLabel(match[1] ?? match[2] ?? "");
  return label === undefined || label.startsWith("utf-16") ? undefined : label;
}

/**
 * Decodes text of a mail, whose charset is missing or wrong more often than not: a byte order mark, escape
 * sequences of ISO-2022-JP, strict validity as UTF-8, the declared charset, then the other Japanese ones.
 */
export function decodeText(bytes: Uint8Array, declaredCharset?: string, isHtml = false): DecodedText {
  const marked = bomCharset(bytes);
  if (marked !== undefined) return { text: charsetDecode(marked, bytes), charset: marked };
  const label = declaredCharset === undefined ? undefined : charsetLabel(declaredCharset);
  // Text in UTF-16 without a single zero byte (no blank, no line end) is a wrong label.
  const declared = label?.startsWith("utf-16") === true && bytes.indexOf(0) < 0 ? undefined : label;
  if (declared === "utf-7" || declared?.startsWith("utf-16")) return { text: charsetDecode(declared, bytes), charset: declared };
  if (!hasHighByte(bytes)) {
    const charset = hasJisEscape(bytes) ? "iso-2022-jp" : sevenBitCharset(declared);
    // All other charsets are ASCII in their lower half, and UTF-8 is decoded fastest.
    return { text: charsetDecode(charset === "iso-2022-jp" ? charset : "utf-8", bytes), charset };
  }
  const saysNothing = declared === undefined || /^\s*us-ascii\s*$/i.test(declaredCharset ?? "");
  const named = saysNothing && isHtml ? (metaCharset(bytes) ?? declared) : declared;
  return decodeHighBytes(bytes, saysNothing && named === declared ? undefined : named);
}

// Of these charsets plain ASCII bytes do not mean ASCII text.
function sevenBitCharset(declared: string | undefined): string {
  return declared === "iso-2022-jp" ? declared : (declared ?? "utf-8");
}

function decodeHighBytes(bytes: Uint8Array, named: string | undefined): DecodedText {
  const utf8 = decodeStrict("utf-8", bytes);
  // Text of another charset is valid UTF-8 by chance only when very short: believe the label then.
  const believable = named === undefined || named === "utf-8" || isSingleByte(named) || bytes.length > 40;
  if (utf8 !== undefined && believable) return { text: utf8, charset: "utf-8" };
  if (named !== undefined && named !== "utf-8" && named !== "iso-2022-jp") {
    if (isSingleByte(named) && !/-125[12]$|8859-1$/.test(named)) return { text: charsetDecode(named, bytes), charset: named };
    const strict = isSingleByte(named) ? undefined : decodeStrict(named, bytes);
    if (strict !== undefined) return { text: strict, charset: named };
  }
  const japanese = guessJapanese(bytes, named);
  if (japanese !== undefined) return japanese;
  const fallback = named ?? (hasJisEscape(bytes) ? "iso-2022-jp" : mostlyUtf8(bytes) ? "utf-8" : "windows-1252");
  return { text: charsetDecode(fallback, bytes), charset: fallback };
}

function isSingleByte(label: string): boolean {
  return /^(windows-|iso-8859|koi8|macintosh|ibm866|x-mac|x-user)/.test(label);
}

/** Share of multi-byte sequences that are whole: truncated or slightly damaged UTF-8 stays UTF-8. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = charsetDecode("utf-8", bytes);
  let bad = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0xfffd) bad++;
    else if (c >= 0x80) good++;
  }
  return good > 0 && bad * 10 <= good;
}

/** Shift_JIS or EUC-JP, if strictly valid and what comes out is mostly Japanese. */
function guessJapanese(bytes: Uint8Array, named: string | undefined): DecodedText | undefined {
  if (named !== undefined && (named === "utf-8" || named === "iso-2022-jp") && mostlyUtf8(bytes)) return undefined;
  let best: (DecodedText & { share: number }) | undefined;
  for (const charset of ["shift_jis", "euc-jp"]) {
    const text = decodeStrict(charset, bytes);
    if (text === undefined) continue;
    const share = japaneseShare(text);
    if (share > (best?.share ?? 0.6)) best = { text, charset, share };
  }
  return best;
}

/** Share of kana and common punctuation (full) and kanji (less) among the characters that are not ASCII. */
function japaneseShare(text: string): number {
  let all = 0;
  let kana = 0;
  let kanji = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) continue;
    all++;
    if ((c >= 0x3000 && c <= 0x30ff) || (c >= 0xff01 && c <= 0xff5e)) kana++;
    else if (c >= 0x4e00 && c <= 0x9fff) kanji++;
  }
  // One accented Latin letter and the letter after it look like one kanji: a text needs kana or a run of kanji.
  if (all === 0 || (kana === 0 && kanji < 2)) return 0;
  return (kana + 0.8 * kanji) / all;
}
