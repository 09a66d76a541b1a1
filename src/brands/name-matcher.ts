import { foldText, normalise } from "../terms/normalise.ts";
import type { Brand } from "./brand.ts";
import type { NameHit } from "./registry.ts";

interface Pattern {
  readonly brand: string;
  readonly units: Uint16Array;
  readonly short: boolean;
  readonly spelling: boolean;
  /** As written: short Latin names must stand in this very case (French "au" is not the company's problem, "AU" neither). */
  readonly written: string;
}

const SLOTS = 1 << 14;

/** Words that may follow a short katakana name without a break: オリコカード, but not オリコン. */
const FOLLOWERS = [
  "カード",
  "サポート",
  "アカウント",
  "カスタマー",
  "センター",
  "セキュリティ",
  "サービス",
  "メンバー",
  "プライム",
  "ストア",
  "オンライン",
  "ポイント",
  "ショッピング",
  "グループ",
  "ネット",
  "ウェブ",
  "メール",
  "ジャパン",
  "ダイレクト",
  "ペイ",
  "ドメイン",
  "マイページ",
].map(foldText);

const isLatin = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
const isKatakana = (code: number): boolean => (code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc;
const slotOf = (first: number, second: number): number => (Math.imul(first, 0x9e35) ^ Math.imul(second, 0x1f1)) & (SLOTS - 1);

/** Compiles all names of all brands to one pass over a text: two characters look up the few names that begin so. */
export function compileNames(brands: readonly Brand[]): (text: string) => readonly NameHit[] {
  const slots: (Pattern[] | undefined)[] = new Array<Pattern[] | undefined>(SLOTS).fill(undefined);
  for (const pattern of patternsOf(brands)) {
    const slot = slotOf(pattern.units[0]!, pattern.units[1]!);
    (slots[slot] ??= []).push(pattern);
  }
  for (const list of slots) list?.sort((a, b) => b.units.length - a.units.length);
  const used = Uint8Array.from(slots, (list) => (list === undefined ? 0 : 1));
  return (text) => find(text, slots, used);
}

function patternsOf(brands: readonly Brand[]): Pattern[] {
  const patterns: Pattern[] = [];
  const seen = new Set<string>();
  const add = (brand: string, written: string, short: boolean, spelling: boolean): void => {
    const folded = foldText(written).trim();
    const key = short ? `${folded} ${written}` : folded;
    if (folded.length < 2 || seen.has(key)) return;
    seen.add(key);
    const units = Uint16Array.from(folded, (c) => c.charCodeAt(0));
    patterns.push({ brand, units, short, spelling, written: written.normalize("NFKC") });
  };
  // Names of all brands before spellings of any: a name never loses to another brand's misspelling.
  for (const brand of brands) for (const name of brand.names) add(brand.id, name.name, name.short === true, false);
  for (const brand of brands) for (const spelling of brand.spellings) add(brand.id, spelling, false, true);
  return patterns;
}

function find(text: string, slots: readonly (Pattern[] | undefined)[], used: Uint8Array): NameHit[] {
  const { units, map, length } = normalise(text);
  const hits: NameHit[] = [];
  let before = 0;
  for (let i = 0; i + 1 < length; i++) {
    const code = units[i]!;
    const inWord = isLatin(before) && isLatin(code);
    before = code;
    if (inWord) continue;
    const slot = slotOf(code, units[i + 1]!);
    if (used[slot] === 0) continue;
    const found = firstAt(slots[slot] ?? [], text, units, map, length, i);
    if (found === undefined) continue;
    const end = i + found.units.length;
    hits.push({ brand: found.brand, start: map[i]!, end: map[end - 1]! + unitWidth(text, map[end - 1]!), short: found.short, spelling: found.spelling });
    before = units[end - 1]!;
    i = end - 1;
  }
  return hits;
}

function firstAt(patterns: readonly Pattern[], text: string, units: Uint16Array, map: Uint32Array, length: number, at: number): Pattern | undefined {
  for (const pattern of patterns) {
    if (matchesAt(units, length, at, pattern) && standsAlone(units, length, at, pattern) && sameCase(text, map, at, pattern)) return pattern;
  }
  return undefined;
}

function matchesAt(units: Uint16Array, length: number, at: number, pattern: Pattern): boolean {
  const wanted = pattern.units;
  if (at + wanted.length > length) return false;
  for (let k = 0; k < wanted.length; k++) if (units[at + k] !== wanted[k]) return false;
  return true;
}

function sameCase(text: string, map: Uint32Array, at: number, pattern: Pattern): boolean {
  if (!pattern.short) return true;
  const start = map[at]!;
  const last = map[at + pattern.units.length - 1]!;
  return text.slice(start, last + unitWidth(text, last)).normalize("NFKC") === pattern.written;
}

/** Word boundaries: no letter of the same script goes on, and the name is no label of a host or an address. */
function standsAlone(units: Uint16Array, length: number, at: number, pattern: Pattern): boolean {
  const first = pattern.units[0]!;
  const end = at + pattern.units.length;
  const last = units[end - 1]!;
  const before = at > 0 ? units[at - 1]! : 0;
  const after = end < length ? units[end]! : 0;
  if (isKatakana(first) && isKatakana(before)) return false;
  if (isKatakana(last) && isKatakana(after) && pattern.units.length <= 5 && !followed(units, length, end)) return false;
  if (isLatin(last) && isLatin(after)) return false;
  if (!isLatin(first) || !isLatin(last)) return true;
  return !partOfHost(units, length, at, end, before);
}

function followed(units: Uint16Array, length: number, at: number): boolean {
  return FOLLOWERS.some((word) => at + word.length <= length && [...word].every((c, k) => units[at + k] === c.charCodeAt(0)));
}

/** `@`, `/`, `.`, `-`, `_`, `=` before, or a host or address going on after (`amazon.example`, `paypal@…`). */
function partOfHost(units: Uint16Array, length: number, at: number, end: number, before: number): boolean {
  if (before === 0x2f || before === 0x5f || before === 0x3d || before === 0x25) return true;
  if ((before === 0x40 || before === 0x2e || before === 0x2d) && at > 1 && isLatin(units[at - 2]!)) return true;
  for (let i = end; i < length && i < end + 64; i++) {
    const code = units[i]!;
    if (code === 0x40 || code === 0x5f) return true;
    if (code === 0x2e) return i + 1 < length && isLatin(units[i + 1]!);
    if (!isLatin(code) && code !== 0x2d) return false;
  }
  return false;
}

const unitWidth = (text: string, at: number): number => ((text.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1);
