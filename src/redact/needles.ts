import { foldText } from "../terms/index.ts";
import { toUnicodeHost } from "../brands/punycode.ts";
import { toAsciiHost } from "../evidence/domains.ts";
import { bytesOfLatin1, japaneseBytes, jisBytes, utf16Bytes } from "./bytes-text.ts";
import type { Secret } from "./redacted-mail.ts";
import { isStandAlone } from "./stand-alone.ts";
import { base64Inside, base64Of, hashSpellings, hexOf, reversed, rot13 } from "./spellings.ts";

/**
 * What must stand around a find. `free`: nothing; `word`: no letter or digit at either side; `alone`: a name's or an
 * identifier's own place (before 様, after "Dear", as a whole part of a URL), for what is also an ordinary word.
 */
export type Edge = "free" | "word" | "alone";

/** One spelling of a secret, folded as layers are. */
export interface Needle {
  readonly text: string;
  readonly secret: Secret;
  /** `plain`, `reversed`, `rot13`, `base64`, `md5`, ... */
  readonly how: string;
  readonly edge: Edge;
  /** Searched with everything but letters and digits taken out. */
  readonly squeezed: boolean;
  /** How many characters of `text` are the secret; the rest is what it was known by. */
  readonly shown: number;
}

const utf8 = new TextEncoder();
/** Shorter encoded spellings are left to the decoders, which see what stands around. */
const SHORTEST_ENCODED = 8;
const SHORTEST_SQUEEZED = 9;

/** All spellings of a secret that decoding alone does not lead back to its plain form, and the plain form. */
export function needlesOf(secret: Secret): readonly Needle[] {
  if (secret.kind === "name" && /^[\u3041-\u9fff]$/.test(secret.value)) return oneLetterName(secret);
  const found = new Map<string, Needle>();
  const add = (spelling: string, how: string, edge: Edge, squeezed = false): void => {
    const text = squeezed ? squeeze(foldText(spelling)) : foldText(spelling).trim();
    if (text.length >= 2 && !found.has(`${squeezed}${text}`)) found.set(`${squeezed}${text}`, { text, secret, how, edge, squeezed, shown: text.length });
  };
  const edge = edgeOf(secret);
  for (const form of [...formsOf(secret), ...joinedName(secret)]) add(form, "plain", edge);
  if (secret.kind === "token" || secret.kind === "postal") return [...found.values()];
  for (const form of squeezedFormsOf(secret)) if (squeeze(foldText(form)).length >= SHORTEST_SQUEEZED) add(form, "plain", "word", true);
  for (const form of formsOf(secret)) {
    for (const { text, how } of turned(form)) add(text, how, edge);
    if (isTelling(form, edge)) for (const { text, how } of encoded(form)) if (text.length >= SHORTEST_ENCODED) add(text, how, "free");
    for (const charset of charsetForms(form)) add(charset, "charset", edge === "alone" ? "alone" : "free");
    for (const { text, how } of hashSpellings(form)) add(text, how, "free");
  }
  return [...found.values()];
}

/** 林 is a wood everywhere but before 様. */
function oneLetterName(secret: Secret): readonly Needle[] {
  return ["様", "さま", "さん", "殿", "氏", "くん", "君", "先生"].map((honorific) => ({
    text: foldText(secret.value + honorific),
    secret,
    how: "plain",
    edge: "word",
    squeezed: false,
    shown: 1,
  }));
}

/**
 * Whether the encoded form is told from other text without its letter case: UTF-8 of kana differs in few bits, and what is
 * also an ordinary word needs its surroundings, which only the decoders see.
 */
function isTelling(form: string, edge: Edge): boolean {
  if (edge === "alone") return false;
  const kana = form.match(/[\u3041-\u30ff]/g)?.length ?? 0;
  return isAscii(form) ? form.length >= 4 : (form.length - kana) * 2 + kana >= 6;
}

/** Letters, digits and Japanese only. */
export function squeeze(folded: string): string {
  let out = "";
  for (let at = 0; at < folded.length; at++) if (isKept(folded.charCodeAt(at))) out += folded[at];
  return out;
}

/** Of a folded text: a-z, 0-9, and beyond ASCII all but punctuation. */
export function isKept(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f && code !== 0x3005) && code !== 0x30fb;
}

function edgeOf(secret: Secret): Edge {
  if (secret.kind === "address") return "free";
  if (secret.kind === "token") return "free";
  if ((secret.kind === "name" || secret.kind === "localPart") && isStandAlone(secret)) return "alone";
  return "word";
}

/** A secret as it is written in plain text. */
function formsOf({ kind, value }: Secret): readonly string[] {
  if (kind === "domain") return unique([value, toUnicodeHost(value), toAsciiHost(value)]);
  if (kind === "name") return unique([value, ...swappedName(value)]);
  if (kind === "phone") return unique([value, ...phoneForms(value)]);
  if (kind === "address") return unique(addressForms(value));
  return [value];
}

function addressForms(value: string): readonly string[] {
  const at = value.lastIndexOf("@");
  const [local, domain] = [value.slice(0, at), value.slice(at + 1)];
  // VERP (bounce-taro=example.com@sender), log files and click trackers.
  return [value, `${local}=${domain}`, ...[toUnicodeHost(domain), toAsciiHost(domain)].filter((host) => host !== "").map((host) => `${local}@${host}`)];
}

/** Taro Yamada, Yamada Taro; 山田 太郎 with the blanks that databases and people put, which hashes tell apart. */
function swappedName(value: string): readonly string[] {
  const words = value.trim().split(/[\s,・]+/);
  if (words.length !== 2) return [];
  if (isAscii(value)) return [`${words[0]} ${words[1]}`, `${words[1]} ${words[0]}`];
  return ["", " ", "\u3000"].map((blank) => words.join(blank));
}

/** The same in user names and files; hashes are made of what a person typed, not of these. */
function joinedName({ kind, value }: Secret): readonly string[] {
  const words = value.trim().split(/[\s,]+/);
  if (kind !== "name" || words.length !== 2 || !isAscii(value)) return [];
  return ["", ".", "_", "-", "+", ", "].flatMap((between) => [`${words[0]}${between}${words[1]}`, `${words[1]}${between}${words[0]}`]);
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** National and international form; the separators are the squeezed search's business. */
function phoneForms(value: string): readonly string[] {
  const digits = value.normalize("NFKC").replace(/\D/g, "");
  if (value.trim().startsWith("+81") || digits.startsWith("81")) return [digits, `0${digits.slice(2)}`];
  return digits.startsWith("0") ? [digits, `81${digits.slice(1)}`] : [digits];
}

function squeezedFormsOf(secret: Secret): readonly string[] {
  if (secret.kind === "domain") return [];
  if (secret.kind === "localPart" && !/[\d._-]/.test(secret.value)) return [];
  return formsOf(secret);
}

function turned(form: string): readonly { readonly text: string; readonly how: string }[] {
  const percent = encodeURIComponent(form.toWellFormed?.() ?? form);
  return [
    { text: reversed(form), how: "reversed" },
    { text: reversed(percent), how: "reversed" },
    ...(/[a-z]/i.test(form)
      ? [
          { text: rot13(form), how: "rot13" },
          { text: reversed(rot13(form)), how: "rot13" },
        ]
      : []),
  ];
}

/** Base64 and hex as they are found even when letter case was lost or the text runs backwards. */
function encoded(form: string): readonly { readonly text: string; readonly how: string }[] {
  return unique([form, form.toLowerCase(), form.toUpperCase(), reversed(form)]).flatMap((written) => {
    const bytes = utf8.encode(written);
    const base64 = base64Inside(bytes);
    const url = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
    const spellings = unique([...base64, ...url]).flatMap((text) => [text, reversed(text)]);
    // Twice in base64, with and without the padding of the first time; percent escapes and UTF-16 in base64.
    const inner = [
      base64Of(bytes),
      base64Of(bytes).padEnd(Math.ceil(bytes.length / 3) * 4, "="),
      encodeURIComponent(written.toWellFormed?.() ?? written),
      utf16Bytes(written, true),
    ];
    const twice = inner.flatMap((once) => base64Inside(bytesOfLatin1(once)));
    return [...[...spellings, ...unique(twice)].map((text) => ({ text, how: "base64" })), { text: reversed(hexOf(bytes)), how: "hex" }];
  });
}

/** Bytes of the Japanese charsets and of UTF-16, one character a byte. */
function charsetForms(form: string): readonly string[] {
  if (isAscii(form)) return [];
  return [
    utf16Bytes(form, true),
    utf16Bytes(form, false),
    japaneseBytes(form, "shift_jis"),
    japaneseBytes(form, "euc-jp"),
    form.length < 4 ? undefined : jisBytes(form),
  ].filter((text) => text !== undefined);
}

function unique<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list)].filter((one) => (one as unknown) !== "");
}
