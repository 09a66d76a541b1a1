import { HOMOGLYPHS } from "./homoglyphs.ts";

/** A text folded for comparing, with the way back: `units[i]` came from index `map[i]` of the text given. */
export interface NormalisedText {
  /** UTF-16 code units; only the first `length` count. */
  readonly units: Uint16Array;
  readonly map: Uint32Array;
  readonly length: number;
}

const DROPPED =
  /^[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u0300-\u036f]$/;
const BLANK = /^[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/;

const MARK = /^\p{Mn}$/u;

// Folding of one UTF-16 unit, computed a page of 256 at a time when first needed.
// 0 = dropped, 0xffff = look into `wide` (folds to several units).
const folds = new Uint16Array(65536);
const known = new Uint8Array(256);
const wide = new Map<number, string>();
const SEVERAL = 0xffff;

function foldChar(char: string): string {
  if (DROPPED.test(char)) return "";
  if (BLANK.test(char)) return " ";
  // Marks of other scripts set on Latin letters to break a name up (Aܿmܿazon); no name here is written in those scripts.
  if (char > "\u0482" && char < "\u3000" && MARK.test(char)) return "";
  const pre = HOMOGLYPHS.get(char);
  if (pre !== undefined) return pre;
  let folded = char.normalize("NFKC").toLowerCase();
  // Accents say nothing about which name is meant (Amàzon); kana keep their dakuten.
  if (folded < "\u3000") folded = folded.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  let out = "";
  for (const c of folded) out += BLANK.test(c) ? " " : (HOMOGLYPHS.get(c) ?? c);
  return out;
}

/** Unified ideographs have no other form (Unicode, block U+4E00): only look-alikes are folded, and a page of them is filled at once. */
const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

function fillPage(page: number): void {
  known[page] = 1;
  for (let code = page << 8; code < (page + 1) << 8; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const char = String.fromCharCode(code);
    const folded = isIdeograph(code) ? (HOMOGLYPHS.get(char) ?? char) : foldChar(char);
    if (folded.length === 0) folds[code] = 0;
    else if (folded.length === 1) folds[code] = folded.charCodeAt(0);
    else {
      folds[code] = SEVERAL;
      wide.set(code, folded);
    }
  }
}

/** Hiragana, katakana, kanji, long vowel mark and the iteration mark. */
export function isJapanese(code: number): boolean {
  return (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) || (code >= 0x3400 && code <= 0x9fff) || code === 0x3005;
}

/** Voiced form of a katakana for the half-width marks that follow it as a character of their own. */
function voiced(code: number, mark: number): number {
  const composed = String.fromCharCode(code, mark).normalize("NFC");
  return composed.length === 1 ? composed.charCodeAt(0) : 0;
}

/** Texts up to this length share one pair of arrays; allocating them costs more than folding a name. */
const LONGEST_SHARED = 1 << 16;
const sharedUnits = new Uint16Array(LONGEST_SHARED);
const sharedMap = new Uint32Array(LONGEST_SHARED);
/** From this length on the text folded last is remembered: several readers go over the body of one mail. */
const SHORTEST_REMEMBERED = 400;
const rememberedUnits = new Uint16Array(LONGEST_SHARED);
const rememberedMap = new Uint32Array(LONGEST_SHARED);
let remembered: { readonly text: string; readonly folded: NormalisedText } | undefined;

/**
 * Folds a text so that what looks the same compares the same: NFKC, case, accents, look-alike letters of other
 * alphabets, 力/カ, half-width kana; invisible characters dropped, runs of blanks made one and blanks inside Japanese
 * words dropped. One pass, linear. What is given back holds until the next call.
 */
export function normalise(text: string): NormalisedText {
  const end = text.length;
  if (end + 16 > LONGEST_SHARED) return fold(text, new Uint16Array(end + 16), new Uint32Array(end + 16));
  if (end < SHORTEST_REMEMBERED) return fold(text, sharedUnits, sharedMap);
  if (remembered?.text !== text) remembered = { text, folded: fold(text, rememberedUnits, rememberedMap) };
  return remembered.folded;
}

/** Room for every character left, and for a blank before each: only characters that fold to several need more. */
function fold(text: string, units: Uint16Array<ArrayBuffer>, map: Uint32Array<ArrayBuffer>): NormalisedText {
  const end = text.length;
  let length = 0;
  let last = 0;
  let blankAt = -1;
  let several = "";
  let taken = 0;
  let at = 0;
  for (let next = 0; ;) {
    let unit: number;
    if (taken < several.length) unit = several.charCodeAt(taken++);
    else {
      if (next >= end) break;
      at = next++;
      const code = text.charCodeAt(at);
      if (known[code >> 8] === 0) fillPage(code >> 8);
      unit = folds[code]!;
      if (unit === 0x20) {
        if (blankAt < 0) blankAt = at;
        continue;
      }
      if (unit === 0 || unit === SEVERAL) {
        several = unit === SEVERAL ? (wide.get(code) ?? "") : "";
        taken = 0;
        if (unit === 0 && (code & 0xfc00) === 0xd800 && next < end && (text.charCodeAt(next) & 0xfc00) === 0xdc00)
          several = foldPair(text.codePointAt(next++ - 1)!);
        while (length + several.length + (end - next) + 8 > units.length) [units, map] = grow(units, map);
        continue;
      }
    }
    if (unit === 0x3099 || unit === 0x309a) {
      const one = voiced(last, unit);
      if (one !== 0 && length > 0) units[length - 1] = last = one;
      continue;
    }
    if (blankAt >= 0) {
      if (length > 0 && !(isJapanese(last) && isJapanese(unit))) {
        units[length] = last = 0x20;
        map[length++] = blankAt;
      }
      blankAt = -1;
    }
    // A hyphen after a kana is a long vowel: エックスサ-バ-
    if (unit === 0x2d && last >= 0x30a1 && last <= 0x30fa) unit = 0x30fc;
    units[length] = last = unit;
    map[length++] = at;
  }
  return { units, map, length };
}

/** A character beyond U+FFFF; variation selectors and tags are dropped. */
function foldPair(point: number): string {
  return (point >= 0xe0000 && point <= 0xe0fff) || point === 0x1d159 ? "" : foldChar(String.fromCodePoint(point));
}

function grow(units: Uint16Array<ArrayBuffer>, map: Uint32Array<ArrayBuffer>): [Uint16Array<ArrayBuffer>, Uint32Array<ArrayBuffer>] {
  const wider = new Uint16Array(units.length * 2);
  wider.set(units);
  const longer = new Uint32Array(map.length * 2);
  longer.set(map);
  return [wider, longer];
}

/** The folded text as a string, for texts that are short (names, subjects). */
export function foldText(text: string): string {
  const { units, length } = normalise(text);
  let out = "";
  for (let at = 0; at < length; at += 8192) out += String.fromCharCode.apply(null, units.subarray(at, Math.min(length, at + 8192)) as unknown as number[]);
  return out;
}
