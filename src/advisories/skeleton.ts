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
  for (const part of char.normalize("NFKC").toLowerCase()) {
    if (part === "\u3099" || part === "\u309a" || /^[\p{L}\p{N}]$/u.test(part)) folded += LOOK_ALIKES.get(part) ?? part;
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

/** The skeleton of a text, at most `limit` characters of it. One table look-up a character. */
export function skeletonOf(text: string, limit = 20_000): Skeleton {
  const end = Math.min(text.length, limit);
  const out = new Output(end + 64);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const entry = table[code] === PENDING ? learn(code) : (table[code] as number);
    if (entry === DROPPED) continue;
    if (entry > PAIR && entry < VOICED_MARK) out.put(entry, i);
    else if (entry === PAIR) out.putAll(fold(String.fromCodePoint(text.codePointAt(i) as number)), i++);
    else if (entry === LONGER) out.putAll(longer.get(code) as string, i);
    else out.putMarked(entry, i);
  }
  return out.skeleton();
}

/** The skeleton as it grows: two flat arrays, since strings built a character at a time cost ten times as much. */
class Output {
  #codes: Uint16Array<ArrayBuffer>;
  #at: Int32Array<ArrayBuffer>;
  #size = 0;

  constructor(room: number) {
    this.#codes = new Uint16Array(room);
    this.#at = new Int32Array(room);
  }

  put(code: number, from: number): void {
    if (this.#size === this.#codes.length) this.#grow();
    this.#codes[this.#size] = code;
    this.#at[this.#size++] = from;
  }

  putAll(folded: string, from: number): void {
    for (let i = 0; i < folded.length; i++) this.put(folded.charCodeAt(i), from);
  }

  /** Half-width kana carry the voice mark as a character of its own ("ｶﾞ"): joined to the kana before it, or dropped. */
  putMarked(code: number, from: number): void {
    if (code !== VOICED_MARK && code !== VOICED_MARK + 1) return this.put(code, from);
    if (this.#size === 0) return;
    const joined = String.fromCharCode(this.#codes[this.#size - 1] as number, code).normalize("NFC");
    if (joined.length === 1) this.#codes[this.#size - 1] = joined.charCodeAt(0);
  }

  skeleton(): Skeleton {
    return { text: UTF16.decode(this.#codes.subarray(0, this.#size)), at: this.#at.subarray(0, this.#size) };
  }

  #grow(): void {
    const [codes, at] = [this.#codes, this.#at];
    this.#codes = new Uint16Array(codes.length * 2);
    this.#at = new Int32Array(at.length * 2);
    this.#codes.set(codes);
    this.#at.set(at);
  }
}

/** How much a run of skeleton characters tells: an ASCII character half of a Japanese one. */
export function weightOf(skeleton: string): number {
  let weight = 0;
  for (let i = 0; i < skeleton.length; i++) weight += skeleton.charCodeAt(i) < 0x250 ? 0.5 : 1;
  return weight;
}
