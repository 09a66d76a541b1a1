import { latin1Of, legacySize, legacyText, mixedText, sequenceAt, utf8Text } from "./bytes-text.ts";
import { LayerBuilder } from "./layer.ts";
import type { Layer } from "./layer.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  commat: "@",
  period: ".",
  hyphen: "-",
  lowbar: "_",
  plus: "+",
  equals: "=",
  shy: "\u00ad",
  zwnj: "\u200c",
  zwj: "\u200d",
  num: "#",
  sol: "/",
  colon: ":",
  percnt: "%",
};

/**
 * Everything that stands for one character and cannot be anything else: percent escapes (RFC 3986 §2.1), character
 * references (HTML §13.2.5.72), JSON and JavaScript and CSS escapes, and the marks of defanged addresses.
 */
const ESCAPE =
  /(?:%[0-9a-f]{2})+|&#x[0-9a-f]{1,6};?|&#[0-9]{1,7};?|&[a-z]{2,6};|\\u\{[0-9a-f]{1,6}\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\00[0-9a-f]{2} ?|\\[nrt/\\]|[[({]\s?(?:\.|dot|at|@)\s?[\])}]|<wbr\s?\/?>|%u[0-9a-f]{4}/gi;

function codePoint(value: number): string {
  return value > 0 && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff) ? String.fromCodePoint(value) : "";
}

function meaningOf(escape: string): string {
  const lower = escape.toLowerCase();
  if (lower.startsWith("&#x")) return codePoint(Number.parseInt(lower.slice(3), 16));
  if (lower.startsWith("&#")) return codePoint(Number.parseInt(lower.slice(2), 10));
  if (lower.startsWith("&")) return ENTITIES[lower.slice(1, -1)] ?? escape;
  if (lower.length === 2 && lower.startsWith("\\")) return lower[1] === "/" || lower[1] === "\\" ? lower[1] : "\n";
  if (lower.startsWith("<wbr")) return "";
  if (/^[[({]/.test(lower)) return /\.|dot/.test(lower) ? "." : "@";
  // Surrogates come one by one here and pair up by themselves.
  return String.fromCharCode(Math.min(0xffff, Number.parseInt(lower.replace(/^(?:\\u\{?|\\x|\\00|%u)/, ""), 16)));
}

/** One pass over all escapes; undefined when there are none. */
export function decodeEscapes(base: Layer): Layer | undefined {
  if (base.text.search(ESCAPE) < 0) return undefined;
  const out = new LayerBuilder(base);
  let done = 0;
  for (const match of base.text.matchAll(ESCAPE)) {
    out.copy(done, match.index);
    done = match.index + match[0].length;
    if (/^%[^u]/i.test(match[0])) putBytes(out, bytesOfHex(match[0].replaceAll("%", "")), (at) => match.index + at * 3);
    else out.put(meaningOf(match[0]), match.index, done);
  }
  out.copy(done, base.text.length);
  return out.done("escape");
}

const SOFT_BREAK_OR_BYTE = /(?:=[0-9a-f]{2})+|=[ \t]*\r?\n/gi;

/** Quoted-printable (RFC 2045 §6.7), and what is left of it when somebody pasted it; undefined when there is none. */
export function decodeQuotedPrintable(base: Layer): Layer | undefined {
  if (base.text.search(SOFT_BREAK_OR_BYTE) < 0) return undefined;
  const out = new LayerBuilder(base);
  let done = 0;
  for (const match of base.text.matchAll(SOFT_BREAK_OR_BYTE)) {
    out.copy(done, match.index);
    done = match.index + match[0].length;
    if (/^=[0-9a-f]/i.test(match[0])) putBytes(out, bytesOfHex(match[0].replaceAll("=", "")), (at) => match.index + at * 3);
  }
  out.copy(done, base.text.length);
  return out.done("quoted-printable");
}

const LINE_BREAK = /\r?\n[ \t]*(?=[A-Za-z0-9+/_-])/g;
const UNBROKEN = /^[A-Za-z0-9+/=_-]{40}$/;

/** Long lines without blanks put together again: base64 is wrapped at 76 characters (RFC 2045 §6.8); undefined when there are none. */
export function joinWrapped(base: Layer): Layer | undefined {
  let out: LayerBuilder | undefined;
  let done = 0;
  for (const match of base.text.matchAll(LINE_BREAK)) {
    if (match.index < 40 || !UNBROKEN.test(base.text.slice(match.index - 40, match.index))) continue;
    out ??= new LayerBuilder(base);
    out.copy(done, match.index);
    done = match.index + match[0].length;
  }
  out?.copy(done, base.text.length);
  return out?.done("wrapped");
}

export function bytesOfHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/** Puts bytes as UTF-8 characters where they are some, else one character a byte. `place` gives a byte's index in the base. */
function putBytes(out: LayerBuilder, bytes: Uint8Array, place: (at: number) => number): void {
  const text = mixedText(bytes);
  // Shift_JIS and EUC-JP happen to be UTF-8 here and there; Japanese in UTF-8 has three bytes a character.
  const narrow = 2 * 3 * (text.match(/[\u0800-\uffff]/g)?.length ?? 0) < bytes.filter((byte) => byte >= 0x80).length && utf8Text(bytes) === undefined;
  const legacy = narrow ? legacyText(bytes) : undefined;
  let at = 0;
  for (const char of legacy ?? (narrow ? latin1Of(bytes) : text)) {
    const size = legacy !== undefined ? legacySize(char.charCodeAt(0)) : narrow ? 1 : sequenceAt(bytes, at);
    out.put(char, place(at), place(at + size));
    at += size;
  }
}
