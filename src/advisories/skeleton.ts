import { HOMOGLYPHS } from "../terms/homoglyphs.ts";

/**
 * A text reduced to what a reader reads: letters and digits after NFKC, lower case, look-alike characters folded,
 * blanks, line breaks, punctuation and invisible characters dropped. `at[i]` is the index in the text given of the
 * i-th character, so a match can be shown as it stands in the mail.
 */
export interface Skeleton {
  readonly text: string;
  readonly at: Int32Array;
}

/** Characters that pass for another in Japanese phishing: both sides of a comparison are folded, so a loss is harmless. */
const LOOK_ALIKES = new Map<string, string>([
  ...HOMOGLYPHS,
  ...pairs("аеорсухіјѕԁһӏкмтвнгԛԝ", "aeopcyxijsdhlkmtbhrqw"),
  ...pairs("αβεικνορτυχγηωμ", "abeiknoptuxynwu"),
  ...pairs("力口二工卜夕八へ", "カロニエトタハヘ"),
  ...pairs("ᎪᏴᏟᎠᎬᎻᎢᎫᏦᏞᎷᏢᏒᏚᎳᏃ", "abcdehijklmprswz"),
  ...pairs("ꓐꓑꓓꓖꓔꓙꓗꓚꓛꓜꓝꓟꓠꓡꓢꓣꓤꓥꓦꓧꓨꓩꓪꓫꓬꓮꓯꓰꓲꓳꓴ", "bpdgtjkcczfmnlsrravhgjwxyaaeiou"),
  ["〇", "0"],
  ["ı", "i"],
  ["ɡ", "g"],
]);

const PENDING = 0;
const DROPPED = 1;
const LONGER = 2;
const PAIR = 3;
const VOICED_MARK = 0x3099;
const UTF16 = new TextDecoder("utf-16le");
const table = new Uint16Array(65_536);
const longer = new Map<number, string>();

function pairs(from: string, to: string): [string, string][] {
  const targets = [...to];
  return [...from].map((char, i) => [char, targets[i] ?? char]);
}

/** Folds one character; may give several ("㌘" → "グラム") or none. */
function fold(char: string): string {
  let folded = "";
  const plain = char.normalize("NFKC").toLowerCase();
  // Accents say nothing about which letter is read (Amàzon); kana keep their voice marks.
  for (const part of plain < "\u3000" ? plain.normalize("NFKD") : plain) {
    const read = LOOK_ALIKES.get(part) ?? part;
    if (read === "\u3099" || read === "\u309a" || /^[\p{L}\p{N}]$/u.test(read)) folded += read;
  }
  return folded;
}

/** Fills the table for a code unit met for the first time. */
function learn(code: number): number {
  if (code >= 0xd800 && code < 0xdc00) return (table[code] = PAIR);
  const folded = fold(String.fromCharCode(code));
  const entry = folded === "" ? DROPPED : folded.length === 1 ? folded.charCodeAt(0) : LONGER;
  if (entry === LONGER) longer.set(code, folded);
  return (table[code] = entry);
}

const LONGEST = 20_000;

/** The skeleton of a text, at most `limit` characters of it. One table look-up a character. */
export function skeletonOf(text: string, limit = LONGEST): Skeleton {
  const size = write(text, limit);
  return { text: UTF16.decode(codes.subarray(0, size)), at: at.slice(0, size) };
}

/** The characters of the skeleton alone, as codes: enough to see that a mail is like no case. They hold until the next call. */
export function skeletonCodes(text: string): Uint16Array {
  const size = write(text, LONGEST);
  return codes.subarray(0, size);
}

// The skeleton as it grows: two flat arrays, since strings built a character at a time cost ten times as much, and
// shared by all texts, since new ones for each cost more than a short text.
let codes = new Uint16Array(LONGEST + 64);
let at = new Int32Array(LONGEST + 64);

function write(text: string, limit: number): number {
  const end = Math.min(text.length, limit);
  let size = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const entry = table[code] === PENDING ? learn(code) : (table[code] as number);
    if (entry === DROPPED) continue;
    if (entry > PAIR && entry < VOICED_MARK) {
      if (size === codes.length) grow();
      codes[size] = entry;
      at[size++] = i;
    } else if (entry === PAIR) size = putAll(fold(String.fromCodePoint(text.codePointAt(i) as number)), i++, size);
    else if (entry === LONGER) size = putAll(longer.get(code) as string, i, size);
    else size = putMarked(entry, i, size);
  }
  return size;
}

function putAll(folded: string, from: number, size: number): number {
  while (size + folded.length > codes.length) grow();
  for (let i = 0; i < folded.length; i++) {
    codes[size + i] = folded.charCodeAt(i);
    at[size + i] = from;
  }
  return size + folded.length;
}

/** Half-width kana carry the voice mark as a character of its own ("ｶﾞ"): joined to the kana before it, or dropped. */
function putMarked(code: number, from: number, size: number): number {
  if (code !== VOICED_MARK && code !== VOICED_MARK + 1) return putAll(String.fromCharCode(code), from, size);
  if (size === 0) return size;
  const joined = String.fromCharCode(codes[size - 1] as number, code).normalize("NFC");
  if (joined.length === 1) codes[size - 1] = joined.charCodeAt(0);
  return size;
}

function grow(): void {
  const [fewer, older] = [codes, at];
  codes = new Uint16Array(fewer.length * 2);
  at = new Int32Array(older.length * 2);
  codes.set(fewer);
  at.set(older);
}

/** How much a run of skeleton characters tells: an ASCII character half of a Japanese one. */
export function weightOf(skeleton: string): number {
  let weight = 0;
  for (let i = 0; i < skeleton.length; i++) weight += skeleton.charCodeAt(i) < 0x250 ? 0.5 : 1;
  return weight;
}
