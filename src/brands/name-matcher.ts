import { foldText, normalise } from "../terms/normalise.ts";
import { Openings } from "../terms/openings.ts";
import { SHORT, SPELLING } from "./registry-index.ts";
import type { RegistryIndex } from "./registry-index.ts";
import type { NameHit } from "./registry.ts";
import { UnitTrie } from "./unit-trie.ts";

interface Pattern {
  readonly brand: string;
  readonly length: number;
  readonly short: boolean;
  readonly spelling: boolean;
  readonly first: number;
  readonly last: number;
  /** As written: short Latin names must stand in this very case (French "au" is not the company's problem, "AU" neither). */
  readonly written: string;
}

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

/** UTF-16 units of a text that are folded together; `normalise` has arrays ready for so many. */
const LONGEST_AT_ONCE = 60_000;

const isLatin = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
const isKatakana = (code: number): boolean => (code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc;

/**
 * Compiles all names of all brands to one pass over a text: at each place a name may begin, the tree of names is walked
 * as far as the text goes along with it. What that costs depends on the text, not on the number of names. The names that
 * begin with the same two units have a tree of their own, made when a text first has those two.
 */
export function compileNames(index: RegistryIndex): (text: string) => readonly NameHit[] {
  const { folded } = index.names;
  const firstRow = new Map<number, number>();
  const openings = new Openings();
  let before = -1;
  for (let row = 0; row < folded.length; row++) {
    const name = folded[row]!;
    const first = name.charCodeAt(0);
    const second = name.charCodeAt(1);
    openings.addUnits(name.length, first, second, name.charCodeAt(2), name.charCodeAt(3));
    // Sorted: rows that begin alike stand together.
    if (((first << 16) | second) === before) continue;
    before = (first << 16) | second;
    firstRow.set(before, row);
  }
  const trees = new Map<number, UnitTrie<Pattern>>();
  const treeAt: TreeOf = (first, second) => {
    const key = (first << 16) | second;
    const known = trees.get(key);
    const row = known === undefined ? firstRow.get(key) : undefined;
    if (row === undefined) return known;
    const made = treeFrom(row, index);
    trees.set(key, made);
    return made;
  };
  return (text) => (text.length <= LONGEST_AT_ONCE ? find(text, treeAt, openings) : findByLines(text, (piece) => find(piece, treeAt, openings)));
}

/** A long text is gone through in pieces of whole lines, over which no name goes: folding all of it takes six bytes a character. */
function findByLines(text: string, look: (piece: string) => readonly NameHit[]): NameHit[] {
  const hits: NameHit[] = [];
  for (let from = 0; from < text.length;) {
    const lines = text.slice(from, from + LONGEST_AT_ONCE).lastIndexOf("\n") + 1;
    const next = lines > 0 ? from + lines : text.indexOf("\n", from + LONGEST_AT_ONCE) + 1;
    const to = next > 0 ? next : text.length;
    for (const hit of look(text.slice(from, to))) hits.push({ ...hit, start: hit.start + from, end: hit.end + from });
    from = to;
  }
  return hits;
}

/** The tree of the rows that begin as this one does. */
function treeFrom(start: number, index: RegistryIndex): UnitTrie<Pattern> {
  const { folded, brand, marks, written } = index.names;
  const opening = folded[start]!.slice(0, 2);
  let end = start;
  let units = 0;
  while (folded[end]?.startsWith(opening) === true) units += folded[end++]!.length;
  const tree = new UnitTrie<Pattern>(units);
  for (let row = start; row < end; row++) {
    const name = folded[row]!;
    tree.add(name, {
      brand: index.ids[brand[row]!]!,
      length: name.length,
      short: (marks[row]! & SHORT) !== 0,
      spelling: (marks[row]! & SPELLING) !== 0,
      first: name.charCodeAt(0),
      last: name.charCodeAt(name.length - 1),
      written: written[row]!,
    });
  }
  return tree;
}

type TreeOf = (first: number, second: number) => UnitTrie<Pattern> | undefined;

function find(text: string, treeAt: TreeOf, openings: Openings): NameHit[] {
  const { units, map, length } = normalise(text);
  const hits: NameHit[] = [];
  let wasLatin = false;
  for (let i = 0; i + 1 < length; i++) {
    const code = units[i]!;
    const latin = isLatin(code);
    const inWord = wasLatin && latin;
    wasLatin = latin;
    if (inWord || !openings.mayBegin(code, units[i + 1]!, i + 2 < length ? units[i + 2]! : 0, i + 3 < length ? units[i + 3]! : 0)) continue;
    const tree = treeAt(code, units[i + 1]!);
    if (tree === undefined) continue;
    const found = longestAt(tree, text, units, map, length, i);
    if (found === undefined) continue;
    const end = i + found.length;
    hits.push({ brand: found.brand, start: map[i]!, end: map[end - 1]! + unitWidth(text, map[end - 1]!), short: found.short, spelling: found.spelling });
    wasLatin = isLatin(units[end - 1]!);
    i = end - 1;
  }
  return hits;
}

/** The longest name that begins here and stands as a word of its own. */
function longestAt(tree: UnitTrie<Pattern>, text: string, units: Uint16Array, map: Uint32Array, length: number, at: number): Pattern | undefined {
  let node = 0;
  let candidates: Pattern[] | undefined;
  for (let k = at; k < length; k++) {
    node = tree.next(node, units[k]!);
    if (node === 0) break;
    const here = tree.at(node);
    if (here !== undefined) candidates = candidates === undefined ? [...here] : [...here, ...candidates];
  }
  return candidates?.find((pattern) => standsAlone(units, length, at, pattern) && sameCase(text, map, at, pattern));
}

function sameCase(text: string, map: Uint32Array, at: number, pattern: Pattern): boolean {
  if (!pattern.short) return true;
  const start = map[at]!;
  const last = map[at + pattern.length - 1]!;
  return text.slice(start, last + unitWidth(text, last)).normalize("NFKC") === pattern.written;
}

/** Word boundaries: no letter of the same script goes on, and the name is no label of a host or an address. */
function standsAlone(units: Uint16Array, length: number, at: number, pattern: Pattern): boolean {
  const { first, last } = pattern;
  const end = at + pattern.length;
  const before = at > 0 ? units[at - 1]! : 0;
  const after = end < length ? units[end]! : 0;
  if (isKatakana(first) && isKatakana(before)) return false;
  if (isKatakana(last) && isKatakana(after) && pattern.length <= 5 && !followed(units, length, end)) return false;
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
