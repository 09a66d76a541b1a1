import { HOMOGLYPHS } from "../../terms/homoglyphs.ts";

/** How ordinary words were written so that a filter does not find them and a reader does. */
export type WordDisguise = "mixed-alphabets" | "unseen-inside" | "marks-on-letters" | "split-letters" | "zero-for-o" | "styled-letters";

export interface DisguisedWords {
  readonly disguise: WordDisguise;
  /** Places of the words in the text given, in reading order. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

type Place = DisguisedWords["places"][number];

/** Longest stretch looked at, in UTF-16 units. */
const READ = 20_000;
/** A text without any of these has no disguise but torn words and zeros. */
const WORTH_A_LOOK =
  /[\u0300-\u036f\u0370-\u058f\u13a0-\u16ff\u1d00-\u1d2b\u200b-\u200f\u2060-\u206f\u24b6-\u24e9\ua4d0-\ua4ff\ufeff\u0250-\u02af]|\ud835|\ud83c[\udd30-\udd89]/;

/**
 * Words of a title (display name, subject) that are written so as to be read by people only. Accents, full width, a Greek
 * letter of a formula and words of another language are ordinary writing.
 */
export function disguisedTitle(text: string): DisguisedWords | undefined {
  const title = text.slice(0, 400);
  if (WORTH_A_LOOK.test(title)) {
    const found =
      from("mixed-alphabets", mixedWords(title, true), 1) ??
      from("unseen-inside", unseenInside(title), 2) ??
      from("marks-on-letters", marked(title), 3) ??
      from("marks-on-letters", all(title, STRUCK), 1);
    if (found !== undefined) return found;
  }
  return (
    from("split-letters", splitWords(title), 1) ??
    from("zero-for-o", zeroWords(title), 1) ??
    from("styled-letters", STYLED.test(title) ? all(title, STYLED_WORD) : [], 1)
  );
}

/** The same of a running text, where one odd word may be a slip: only what a whole text shows. */
export function disguisedText(text: string): DisguisedWords | undefined {
  const body = text.slice(0, READ);
  if (!WORTH_A_LOOK.test(body)) return undefined;
  return from("mixed-alphabets", mixedWords(body, false), 3) ?? from("unseen-inside", strewn(body), 6) ?? from("marks-on-letters", marked(body), 10);
}

function from(disguise: WordDisguise, places: readonly Place[], atLeast: number): DisguisedWords | undefined {
  return places.length < atLeast ? undefined : { disguise, places };
}

function all(text: string, pattern: RegExp): readonly Place[] {
  const places: Place[] = [];
  for (const hit of text.matchAll(pattern)) {
    places.push({ start: hit.index, end: hit.index + hit[0].length });
    if (places.length >= MOST) break;
  }
  return places;
}

const MOST = 50;
const WORD = /[\p{L}\p{Mn}]{3,40}/gu;
const ASCII = /[a-z]/gi;
/** Cyrillic, Greek, Armenian, Cherokee, Canadian syllabics, Lisu. */
const OTHER = /[\u0370-\u058f\u13a0-\u16ff\ua4d0-\ua4ff]/g;
/** Letters of formulas, units and version names (μTorrent, λ-calculus, ΔE). */
const FORMULA = /[αβγδεθλμπσφψωΔΩΣΘΦΨΛΠΞ]/;

/**
 * Words in which Latin letters and their doubles from another alphabet stand together. In a text of that other alphabet
 * (a Russian mail with one Latin c) nothing is hidden from anybody.
 */
function mixedWords(text: string, strict: boolean): readonly Place[] {
  const mixed = new Map<string, Place>();
  let latin = 0;
  let other = 0;
  for (const hit of text.matchAll(WORD)) {
    const word = hit[0];
    const foreign = word.match(OTHER);
    if (foreign === null) latin++;
    else if (word.match(ASCII) === null) other++;
    else if (foreign.every(isDouble) && !(strict && foreign.length === 1 && FORMULA.test(foreign[0])))
      mixed.set(word.toLowerCase(), { start: hit.index, end: hit.index + word.length });
  }
  return other * 4 > latin + mixed.size ? [] : [...mixed.values()].slice(0, MOST);
}

function isDouble(char: string): boolean {
  return /^[a-z]$/.test(HOMOGLYPHS.get(char) ?? HOMOGLYPHS.get(char.toLowerCase()) ?? "");
}

/** A character that is not seen between two Latin letters. The soft hyphen is left out: it divides long words. */
const UNSEEN_INSIDE = /\p{Script=Latin}+(?:[\u034f\u200b-\u200f\u2060-\u206f\ufeff]+\p{Script=Latin}+)+/gu;

function unseenInside(text: string): readonly Place[] {
  const words = new Map<string, Place>();
  for (const place of all(text, UNSEEN_INSIDE)) words.set(text.slice(place.start, place.end), place);
  return [...words.values()];
}

/**
 * Words strewn with unseen characters. Genuine mail puts one into dates, places and its own name, so that a mail program
 * does not make a link of them: here a word has several of them, or every seventh word has one.
 */
function strewn(body: string): readonly Place[] {
  const words = unseenInside(body);
  if (words.length < 6 || words.length * 7 >= countOf(body)) return words;
  return words.filter(
    ({ start, end }) => [...body.slice(start, end).matchAll(LETTERS)].length >= 3 && body.slice(start, end).replace(/\P{L}/gu, "").length >= 4,
  );
}

const LETTERS = /\p{L}+/gu;

/** Words of a text; one that is torn counts for its pieces. */
function countOf(body: string): number {
  let count = 0;
  for (const _ of body.matchAll(LETTERS)) count++;
  return count;
}

/** A Latin letter with marks that make no letter of any language with it (S͎, a̷). */
const MARKED = /[a-z][\u0300-\u036f]+/gi;

function marked(text: string): readonly Place[] {
  return all(text, MARKED).filter(({ start, end }) => /[\u0300-\u036f]/.test(text.slice(start, end).normalize("NFC")));
}

/** A stroke laid over a letter (U+0334–0338): no language writes so, one is enough in a title. */
const STRUCK = /[a-z][\u0334-\u0338]/gi;

/** Mathematical, circled and squared letters, and the small capitals of phonetic script. */
const STYLED_WORD = /(?:\ud835[\udc00-\udfcb]|[\u24b6-\u24e9]|\ud83c[\udd30-\udd89]|[\u1d00-\u1d22ʙɢʜɪʟɴʀʏꜱ][.·]?[\u0300-\u036f]*){4,}/g;

const STYLED = /[\u1d00-\u1d22\u0250-\u02af\u24b6-\u24e9]|\ud835|\ud83c[\udd30-\udd89]/;

/** Written letter by letter: `C.a.l.l.e.d`, `P a y m e n t`. Abbreviations are short or in capitals (a.k.a., U.S.A.F.). */
const LETTERED = /(?<![\p{L}\d.])\p{L}(?:([ .·•*|])\p{Ll}){2}(?:\1\p{L}){2,20}(?![\p{L}\d])/gu;
/** The first letter torn off: `L etzte B enachrichtigung`. Letters that are words or grades of something by themselves do not count. */
const TORN = /(?<![\p{L}\d'’.])([B-HJ-NP-Z]) (\p{Ll} \p{Ll}{2,}|\p{Ll}{3,})/gu;
/** Words of one letter in Dutch, Slavic and Romance languages, and names of vitamins, plans and models. */
const OWN_LETTERS = /[BCDEKSUVWXYZ]/;

function splitWords(title: string): readonly Place[] {
  const lettered = all(title, LETTERED);
  if (lettered.length > 0) return lettered;
  const torn = [...title.matchAll(TORN)];
  if (torn.filter((hit) => !OWN_LETTERS.test(hit[1]!)).length < 2) return [];
  return torn.map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
}

/** `INF0RMATI0N`, `P0INTS`: a zero among letters of one case. */
const ZERO_WORD = /(?<![A-Za-z\d])(?:[A-Z0]{5,30}|[A-Z0]?[a-z0]{4,30})(?![A-Za-z\d])/g;

function zeroWords(title: string): readonly Place[] {
  const words = all(title, ZERO_WORD).filter(({ start, end }) => isZeroWord(title.slice(start, end)));
  const zeros = words.reduce((sum, { start, end }) => sum + title.slice(start, end).split("0").length - 1, 0);
  return zeros >= 2 ? words : [];
}

/** A zero beside letters on both sides or before them, where reading `o` makes a word that can be spoken; ids hold no vowels. */
function isZeroWord(word: string): boolean {
  if (!/0[a-z]/i.test(word) || /00/.test(word) || word.replaceAll("0", "").length < 3) return false;
  return /[g-z]/i.test(word) && !/[^aeiouy0]{4}/i.test(word);
}
