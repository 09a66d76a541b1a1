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

// Folding of one UTF-16 unit, computed a page of 256 at a time when first needed.
// 0 = dropped, 0xffff = look into `wide` (folds to several units).
const folds = new Uint16Array(65536);
const known = new Uint8Array(256);
const wide = new Map<number, string>();
const SEVERAL = 0xffff;

function foldChar(char: string): string {
  if (DROPPED.test(char)) return "";
  if (BLANK.test(char)) return " ";
  const pre = HOMOGLYPHS.get(char);
  if (pre !== undefined) return pre;
  let folded = char.normalize("NFKC").toLowerCase();
  // Accents say nothing about which name is meant (Amàzon); kana keep their dakuten.
  if (folded < "\u3000") folded = folded.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  let out = "";
  for (const c of folded) out += BLANK.test(c) ? " " : (HOMOGLYPHS.get(c) ?? c);
  return out;
}

function fillPage(page: number): void {
  known[page] = 1;
  for (let code = page << 8; code < (page + 1) << 8; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const folded = foldChar(String.fromCharCode(code));
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

/**
 * Folds a text so that what looks the same compares the same: NFKC, case, accents, look-alike letters of other
 * alphabets, 力/カ, half-width kana; invisible characters dropped, runs of blanks made one and blanks inside Japanese
 * words dropped. One pass, linear.
 */
export function normalise(text: string): NormalisedText {
  let units = new Uint16Array(text.length + 16);
  let map = new Uint32Array(text.length + 16);
  let length = 0;
  let blankAt = -1;
  const push = (code: number, at: number): void => {
    if (length + 2 >= units.length) [units, map] = grow(units, map);
    units[length] = code;
    map[length++] = at;
  };
  const emit = (code: number, at: number): void => {
    const last = length === 0 ? 0 : units[length - 1]!;
    if (code === 0x3099 || code === 0x309a) {
      const one = voiced(last, code);
      if (one !== 0) units[length - 1] = one;
      return;
    }
    if (blankAt >= 0) {
      if (length > 0 && !(isJapanese(last) && isJapanese(code))) push(0x20, blankAt);
      blankAt = -1;
    }
    // A hyphen after a kana is a long vowel: エックスサ-バ-
    push(code === 0x2d && last >= 0x30a1 && last <= 0x30fa ? 0x30fc : code, at);
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdbff) {
      const pair = String.fromCodePoint(text.codePointAt(i)!);
      if (pair.length === 2) {
        const point = pair.codePointAt(0)!;
        if (!((point >= 0xe0000 && point <= 0xe0fff) || point === 0x1d159)) {
          const folded = foldChar(pair);
          for (let k = 0; k < folded.length; k++) emit(folded.charCodeAt(k), i);
        }
        i++;
        continue;
      }
    }
    if (known[code >> 8] === 0) fillPage(code >> 8);
    const folded = folds[code]!;
    if (folded === 0x20) {
      if (blankAt < 0) blankAt = i;
    } else if (folded === SEVERAL) {
      const several = wide.get(code) ?? "";
      for (let k = 0; k < several.length; k++) emit(several.charCodeAt(k), i);
    } else if (folded !== 0) emit(folded, i);
  }
  return { units, map, length };
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
  for (let at = 0; at < length; at += 8192) out += String.fromCharCode(...units.subarray(at, Math.min(length, at + 8192)));
  return out;
}
