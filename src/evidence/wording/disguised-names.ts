import type { Brand } from "../../brands/brand.ts";
import type { NameHit, Registry } from "../../brands/registry.ts";
import { HOMOGLYPHS } from "../../terms/homoglyphs.ts";

/** How a name was written so that a filter does not find it and a reader does. */
export type Disguise = "styled-letters" | "unseen-characters" | "look-alike-letters" | "blanks-inside";

export interface DisguisedName {
  readonly brand: string;
  readonly disguise: Disguise;
  readonly start: number;
  readonly end: number;
}

const UNSEEN = /[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]|\udb40[\udc00-\uddef]/;
const MARKS = /[\u0483-\u2fff]/;
const STYLED = /\ud835[\udc00-\udfff]|[\u24b6-\u24e9]|\ud83c[\udd30-\udd89]/;
const BLANKS_INSIDE = /[\u3041-\u30fe\u4e00-\u9fff][ \u3000\u00a0]+[\u3041-\u30fe\u4e00-\u9fff][ \u3000\u00a0]+[\u3041-\u30fe\u4e00-\u9fff]/;
/** Every disguise but those of `asciiDisguise` needs such a character. */
const BEYOND_ASCII = /[^\x00-\x7f]/;
/** A text without any of these holds no disguised name, and is not looked through. */
const WORTH_A_LOOK = new RegExp(
  [
    UNSEEN,
    STYLED,
    BLANKS_INSIDE,
    /[a-z][\u0250-\u04ff\u0591-\u1dff\ua4d0-\ua4ff\u0531-\u0587]|[\u0250-\u04ff\u13a0-\u16ff\ua4d0-\ua4ff\u0531-\u0587][a-z]/i,
    /[\u30a1-\u30fc][力口工二夕卜八一へべぺ]|[力口工二夕卜八一へべぺ][\u30a1-\u30fc]|[\u2e80-\u2fdf]/,
  ]
    .map((one) => one.source)
    .join("|"),
  "i",
);

/**
 * Names of brands that are found only after folding: written with mathematical or circled letters, letters of another
 * alphabet, kanji for katakana, unseen characters or blanks inside. Full width, case and accents are ordinary spelling.
 */
export function disguisedNames(text: string, registry: Registry): readonly DisguisedName[] {
  if (!BEYOND_ASCII.test(text) || !WORTH_A_LOOK.test(text)) return [];
  return registry.findNames(text).flatMap((hit) => {
    const brand = registry.get(hit.brand);
    const disguise = brand === undefined || hit.short ? undefined : disguiseOf(text.slice(hit.start, hit.end), brand);
    return disguise === undefined ? [] : [{ ...placeOf(hit), disguise }];
  });
}

const placeOf = ({ brand, start, end }: NameHit): Pick<DisguisedName, "brand" | "start" | "end"> => ({ brand, start, end });

function disguiseOf(written: string, brand: Brand): Disguise | undefined {
  if (STYLED.test(written)) return "styled-letters";
  if (UNSEEN.test(written.slice(1))) return "unseen-characters";
  const plain = plainForm(written);
  const known = [...brand.names.map((name) => name.name), ...brand.spellings].map(plainForm);
  if (BLANKS_INSIDE.test(written) && !known.some((name) => BLANKS_INSIDE.test(name))) return "blanks-inside";
  if (known.some((name) => withoutBlanks(name) === withoutBlanks(plain))) return undefined;
  const odd = [...plain].some((char) => isDeceptive(char) && !known.some((name) => name.includes(char)));
  if (odd) return "look-alike-letters";
  return MARKS.test(plain) && /\p{Mn}/u.test(plain) && /[a-z]/.test(plain) ? "unseen-characters" : undefined;
}

const plainForm = (text: string): string => text.normalize("NFKC").toLowerCase();
const withoutBlanks = (text: string): string => text.replace(/\s+/g, "");

/** A letter that stands for another one; marks of punctuation are written this way and that by everybody. */
function isDeceptive(char: string): boolean {
  const folded = HOMOGLYPHS.get(char);
  return folded !== undefined && /[\p{L}ー]/u.test(folded) && /\p{L}/u.test(char);
}

const MIXED_CASE_L = /(?<=[A-Z])l|l(?=[A-Z])/g;
/** A capital I that is read as l: PayPaI, waIIet, Iedger. */
const I_AMONG_SMALL = /(?<=[a-zI])I|I(?=[a-z])|(?<=[a-z])I/g;
const SUSPECT = /[A-Za-z][01]|[01][A-Za-z]|[A-Z]l|l[A-Z]|[a-z]I|I[a-z]/;

/**
 * A name in ASCII with look-alikes of ASCII: `lTAUCARD` for ITAUCARD, `PAYPA1`, `AMAZ0N`, `PayPaI`, `lRS`. For short texts
 * (display name, subject): gives the brand, or undefined when nothing is found or the text names the brand openly as well.
 */
export function asciiDisguise(text: string, registry: Registry): DisguisedName | undefined {
  const short = text.slice(0, 300);
  if (!SUSPECT.test(short)) return undefined;
  const open = new Set(registry.findNames(short).map((hit) => hit.brand));
  for (const variant of variantsOf(short)) {
    if (variant === short) continue;
    const hit = registry.findNames(variant).find((one) => (!one.short || isPosedShort(short, one)) && !one.spelling && !open.has(one.brand));
    if (hit !== undefined && isAnother(variant.slice(hit.start, hit.end), short.slice(hit.start, hit.end)))
      return { ...placeOf(hit), disguise: "look-alike-letters" };
  }
  return undefined;
}

/** What a reader takes the text for; of the same length as the text. */
function variantsOf(short: string): readonly string[] {
  const zeros = short.replace(/(?<=[A-Za-z])0|0(?=[A-Za-z])/g, "o");
  const undone = zeros.replace(MIXED_CASE_L, "I");
  const ones = /(?<=[A-Za-z])1|1(?=[A-Za-z])/g;
  // Names that are ordinary words are found with their capital only: Iedger is read Ledger.
  const read = (text: string): string => text.replace(/(?<![A-Za-z])I(?=[a-z])/g, "L").replace(I_AMONG_SMALL, "l");
  return [undone.replace(ones, "l"), undone.replace(ones, "i"), read(undone), read(zeros)];
}

/** Names are compared without case, so that a swap must change more than that: `It` for `lt` in both is the same word. */
function isAnother(read: string, written: string): boolean {
  return read.toLowerCase() !== written.toLowerCase();
}

/** A short name meets other words by chance, but not one that begins with a small l before capitals (lRS) or with I for l (Iedger). */
function isPosedShort(text: string, hit: NameHit): boolean {
  return /^(?:l[A-Z]{2,}|I[a-z]{4,})$/.test(text.slice(hit.start, hit.end));
}
