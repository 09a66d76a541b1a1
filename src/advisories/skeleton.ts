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
  ...pairs("аеорсухіјѕԁһӏкмтвнгԛԝ", "aeopcyxijsdhlkmtbhrqw"),
  ...pairs("αβεικνορτυχγηωμ", "abeiknoptuxynwu"),
  ...pairs("力口二工卜夕八へ", "カロニエトタハヘ"),
  ...pairs("ᎪᏴᏟᎠᎬᎻᎢᎫᏦᏞᎷᏢᏒᏚᎳᏃ", "abcdehijklmprswz"),
  ...pairs("ꓐꓑꓓꓖꓔꓙꓗꓚꓛꓜꓝꓟꓠꓡꓢꓣꓤꓥꓦꓧꓨꓩꓪꓫꓬꓮꓯꓰꓲꓳꓴ", "bpdgtjkcczfmnlsrravhgjwxyaaeiou"),
  ["〇", "0"], ["ı", "i"], ["ɡ", "g"],
]);

const PENDING = 0;
const DROPPED = 1;
const LONGER = 2;
const table = new Uint16Array(65_536);
const longer = new Map<number, string>();

function pairs(from: string, to: string): [string, string][] {
  const targets = [...to];
  return [...from].map((char, i) => [char, targets[i] ?? char]);
}

/** Folds one character; may give several ("㌘" → "グラム") or none. */
function fold(char: string): string {
  let folded = "";
  for (const part of char.normalize("NFKC").toLowerCase()) {
    if (part === "\u3099" || part === "\u309a" || /^[\p{L}\p{N}]$/u.test(part)) folded += LOOK_ALIKES.get(part) ?? part;
  }
  return folded;
}

/** Fills the table for a code unit met for the first time. */
function learn(code: number): number {
  const folded = fold(String.fromCharCode(code));
  const entry = folded === "" ? DROPPED : folded.length === 1 ? folded.charCodeAt(0) : LONGER;
  if (entry === LONGER) longer.set(code, folded);
  return (table[code] = entry);
}

/** The skeleton of a text, at most `limit` characters of it. One table look-up a character. */
export function skeletonOf(text: string, limit = 40_000): Skeleton {
  const end = Math.min(text.length, limit);
  let codes = new Uint16Array(end + 64);
  let at = new Int32Array(end + 64);
  let size = 0;
  const put = (code: number, from: number): void => {
    if (size === codes.length) {
      codes = grown(codes, new Uint16Array(size * 2));
      at = grown(at, new Int32Array(size * 2));
    }
    const mark = code === 0x3099 || code === 0x309a;
    // Half-width kana carry the voice mark as a character of its own: "ｶﾞ".
    const voiced = mark && size > 0 ? (String.fromCharCode(codes[size - 1] as number, code)).normalize("NFC") : "";
    if (voiced.length === 1) codes[size - 1] = voiced.charCodeAt(0);
    else if (!mark) [codes[size], at[size++]] = [code, from];
  };
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00) {
      for (const char of fold(String.fromCodePoint(text.codePointAt(i) as number))) put(char.charCodeAt(0), i);
      i++;
      continue;
    }
    const entry = table[code] === PENDING ? learn(code) : (table[code] as number);
    if (entry === DROPPED) continue;
    if (entry !== LONGER) put(entry, i);
    else for (const char of longer.get(code) as string) put(char.charCodeAt(0), i);
  }
  return { text: decode(codes, size), at: at.subarray(0, size) };
}

function grown<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** In pieces: `String.fromCharCode` takes its characters as arguments, of which there may not be too many. */
function decode(codes: Uint16Array, size: number): string {
  let text = "";
  for (let i = 0; i < size; i += 8192) text += String.fromCharCode(...codes.subarray(i, Math.min(size, i + 8192)));
  return text;
}

/** How much a run of skeleton characters tells: an ASCII character half of a Japanese one. */
export function weightOf(skeleton: string): number {
  let weight = 0;
  for (let i = 0; i < skeleton.length; i++) weight += skeleton.charCodeAt(i) < 0x250 ? 0.5 : 1;
  return weight;
}
