import { foldLayer, sourceRange } from "./layer.ts";
import type { FoldedLayer, Layer } from "./layer.ts";
import { layersOf } from "./layers.ts";
import { indexNeedles } from "./needle-index.ts";
import type { NeedleIndex } from "./needle-index.ts";
import { isKept, needlesOf, squeeze } from "./needles.ts";
import type { Needle } from "./needles.ts";
import { PLACEHOLDER } from "./placeholders.ts";
import type { Secret } from "./redacted-mail.ts";
import { isNamePlace, JAPANESE } from "./stand-alone.ts";

/** A secret seen in a text, in whatever spelling. The range is of the text as given. */
export interface Sighting {
  readonly secret: Secret;
  readonly encoding: string;
  readonly start: number;
  readonly end: number;
}

/** Secrets made ready for searching many texts. */
export interface Finder {
  find(text: string): readonly Sighting[];
}

/** Finds against a text made of nothing but them. */
const MOST_FOUND = 20_000;
const WORD = /[a-z0-9]/;
const KANJI = /[\u3400-\u9fff\u3005]/;

const remembered = new WeakMap<readonly Secret[], Finder>();

/** A finder for the secrets; the same list gives the same finder, as building one hashes every secret in many ways. */
export function finderOf(secrets: readonly Secret[]): Finder {
  const known = remembered.get(secrets);
  if (known !== undefined) return known;
  const needles = secrets.flatMap(needlesOf);
  const plain = indexNeedles(needles.filter((needle) => !needle.squeezed));
  const squeezed = indexNeedles(needles.filter((needle) => needle.squeezed));
  const finder: Finder = { find: (text) => (needles.length === 0 ? [] : find(text, plain, squeezed)) };
  remembered.set(secrets, finder);
  return finder;
}

function find(text: string, plain: NeedleIndex, squeezed: NeedleIndex): readonly Sighting[] {
  const found = new Map<string, Sighting>();
  const placeholders = [...text.matchAll(PLACEHOLDER)].map((match) => [match.index, match.index + match[0].length] as const);
  for (const layer of layersOf(text)) {
    const folded = foldLayer(layer);
    const see = (needle: Needle, start: number, end: number): void => {
      if (found.size >= MOST_FOUND) return;
      const range = sourceRange(layer, folded.map[start] ?? 0, (folded.map[end - 1] ?? 0) + 1);
      if (placeholders.some(([from, to]) => range.start >= from && range.end <= to)) return;
      const key = `${range.start}:${range.end}:${needle.secret.kind}`;
      if (!found.has(key)) found.set(key, { secret: needle.secret, encoding: encodingOf(folded, needle, text.slice(range.start, range.end)), ...range });
    };
    scanPlain(folded, plain, see);
    scanSqueezed(folded.text, squeezed, see);
  }
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

type See = (needle: Needle, start: number, end: number) => void;

function scanPlain(folded: FoldedLayer, index: NeedleIndex, see: See): void {
  index.scan(folded.text, (needle, start) => {
    const end = start + needle.text.length;
    if (fits(folded, needle, start, end)) see(needle, start, start + needle.shown);
  });
}

function fits(folded: FoldedLayer, needle: Needle, start: number, end: number): boolean {
  const { text } = folded;
  if (needle.edge === "free") return true;
  // 小林様 is no 林様.
  if (needle.shown === 1 && KANJI.test(text[start - 1] ?? "")) return false;
  if (WORD.test(text[start]!) && WORD.test(text[start - 1] ?? "")) return false;
  if (WORD.test(text[end - 1]!) && WORD.test(text[end] ?? "")) return false;
  if (needle.edge === "word" || isNamePlace(text, start, end)) return true;
  // A whole name of two characters (森 光) is told from a word by having no other beside it.
  return needle.how !== "charset" && isWholeName(needle.secret.value) && standsApart(folded, start, end);
}

/** Whether no Japanese letter touches what stands at [start, end), as written: folding took blanks away, and what is encoded stands by itself. */
function standsApart({ text, map, layer }: FoldedLayer, start: number, end: number): boolean {
  const [first, last] = [map[start]!, map[end - 1]!];
  if (/[ \t\u3000]/.test(layer.text.slice(first, last))) return true;
  const touches = (at: number, beside: number): boolean =>
    JAPANESE.test(text[at] ?? "") && map[at] === beside && !(widthOf(layer, beside) === 1 && widthOf(layer, first) > 1);
  return !touches(start - 1, first - 1) && !touches(end, last + 1);
}

/** Characters of the source that one of the layer was read from. */
function widthOf({ from, to }: Layer, at: number): number {
  return from === undefined || to === undefined ? 1 : to[at]! - from[at]!;
}

/** A family name of one character or a name in kana is a word like any other; two characters of kanji by themselves are not. */
function isWholeName(value: string): boolean {
  return /\S\s+\S/.test(value) || /^[\u3400-\u9fff\u3005]{2,}$/.test(value);
}

/** Letters and digits alone, so that `t a r o @…`, `03(1234)5678` and `yamada_taro` are found. */
function scanSqueezed(text: string, index: NeedleIndex, see: See): void {
  if (index.isEmpty) return;
  const places = new Int32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) if (isKept(text.charCodeAt(at))) places[length++] = at;
  if (length === text.length) return;
  index.scan(squeeze(text), (needle, at) => {
    const [start, end] = [places[at]!, places[at + needle.text.length - 1]! + 1];
    if (end - start > needle.text.length * 2 + 12) return;
    // Words of two sentences are no name.
    if (needle.secret.kind === "name" && /[.。!?]\s/.test(text.slice(start, end))) return;
    if (!WORD.test(text[start - 1] ?? "") && !WORD.test(text[end] ?? "")) see(needle, start, end);
  });
}

/** The encodings in the order they were taken off, named as people know them. */
function encodingOf(folded: FoldedLayer, needle: Needle, source: string): string {
  const steps = folded.layer.path.map((step) => (step === "escape" ? escapeName(source) : step));
  if (needle.how !== "plain" && needle.how !== "charset") steps.push(needle.how);
  return steps.length === 0 ? "plain" : steps.join("+");
}

function escapeName(source: string): string {
  if (/%u?[0-9a-f]{2}/i.test(source)) return "percent";
  if (/&[#a-z]/i.test(source)) return "entity";
  if (/\\/.test(source)) return "json-escape";
  return "defanged";
}
