import { lookOf } from "./confusables.ts";
import { decodePunycode, toUnicodeLabel } from "./punycode.ts";

/** Whether a host may be shown to people in Unicode, or its A-labels should be. */
export interface IdnDisplay {
  /** `plain`: may be shown; `deceptive`: can be taken for another; `invalid`: no IDN by UTS #46. */
  readonly verdict: "plain" | "deceptive" | "invalid";
  readonly unicode: string;
}

/**
 * Judges a host label by label as browsers do before they show Unicode in the address bar (the rules that Chromium publishes
 * as "Internationalized Domain Names in Chrome"; UTS #39 §5.2 highly restrictive): characters of identifiers only, no mixture
 * of scripts but those of Japanese, Chinese and Korean with Latin, no label that reads as another script's, none of the characters
 * that pass for a dot, slash or letter where they stand. It knows no list of popular sites: a label that merely adds accents to
 * somebody's name is left to the comparison with brands.
 */
export function idnDisplay(ascii: string): IdnDisplay {
  const labels = ascii.split(".");
  const unicode = labels.map(toUnicodeLabel).join(".");
  if (!labels.some((label) => label.startsWith("xn--"))) return { verdict: "plain", unicode };
  // A label in the top-level place that is no valid Punycode is shown as it is by everybody.
  const broken = labels.some((label) => label.startsWith("xn--") && decodePunycode(label.slice(4)) === undefined);
  // RFC 5893 §2 rule 1: no label of a right-to-left host begins with an Arabic digit.
  const numberFirst = unicode.split(".").some((label) => /^[\u0660-\u0669]/.test(label));
  if (broken || numberFirst || !URL.canParse(`http://${ascii}/`)) return { verdict: "invalid", unicode: broken ? "" : unicode };
  const shown = unicode.split(".");
  const tld = shown.at(-1) ?? "";
  const deceptive = shown.some((label) => /[^\0-\x7f]/.test(label) && (!isPlainLabel(label, tld) || reads(label, tld)));
  return { verdict: deceptive ? "deceptive" : "plain", unicode };
}

const script = (name: string): RegExp => new RegExp(`\\p{scx=${name}}`, "u");
const SCRIPTS = (
  "Latin Greek Cyrillic Armenian Hebrew Arabic Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar " +
  "Georgian Hangul Ethiopic Khmer Han Hiragana Katakana Bopomofo Thaana"
)
  .split(" ")
  .map((name) => [name, script(name)] as const);
const NEUTRAL = /^[\p{sc=Common}\p{sc=Inherited}]$/u;

/** Letters, marks and digits of scripts in wide modern use (UTS #31 table 5), without phonetic, archaic and technical ones. */
const IDENTIFIER = new RegExp(`^(?:[\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}\\u00b7\\u05f3\\u05f4\\u0f0b\\u30fb\\u30fb\\u02bb\\u02bc-])+$`, "u");
const NOT_IN_USE =
  /[\u0131\u0138\u0149\u018d\u019b\u01aa-\u01ab\u01ba-\u01bb\u01c0-\u01c3\u021c-\u0223\u0234-\u0252\u0255\u0258\u025a\u025c-\u025f\u0261-\u0262\u0264-\u0267\u026a-\u0271\u0273-\u0274\u0276-\u0279\u027b-\u027f\u0281-\u0282\u0284-\u0287\u028b-\u02ba\u02bd-\u02ff\u033a-\u034f\u0363-\u036f\u037f\u03d0-\u03ff\u0483-\u0489\u0d80\u1d00-\u1dff\u1e9a-\u1e9f\u2c60-\u2c7f\u2d2f\u2de0-\u2dff\ua640-\ua69f\ua720-\ua7ff\uab30-\uab6f\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\ud7b0-\ud7ff\u3165-\u3186\u05b0-\u05c7\ufb00-\uffff]/u;
/** Deviation characters of UTS #46 §7: other programs resolve them otherwise. */
const DEVIATION = /[\u00df\u03c2\u200c\u200d]/;

function isPlainLabel(label: string, tld: string): boolean {
  if (!IDENTIFIER.test(label) || NOT_IN_USE.test(label) || DEVIATION.test(label)) return false;
  if (/(\p{Mn})\1/u.test(label) || DANGEROUS.some((pattern) => pattern.test(label))) return false;
  if (!countryLetters(label, tld)) return false;
  const scripts = scriptsOf(label);
  if (scripts === undefined || mixesDigits(label)) return false;
  return !(scripts.has("Latin") && scripts.size > 1 && /[^\0-\x7f]/.test(label.replace(/[^\p{sc=Latin}]/gu, "")));
}

/** Letters that only one country's language has beside the alphabet: plain there, passing for others elsewhere. */
function countryLetters(label: string, tld: string): boolean {
  if (/[\u00fe\u00f0]/.test(label) && tld !== "is") return false;
  if (/\u0259/.test(label) && tld !== "az") return false;
  return !label.includes("\u00b7") || (tld === "cat" && !/(?:^|[^l])\u00b7|\u00b7(?:[^l]|$)/.test(label));
}

/** Kana or Han that pass for a slash, a hyphen, a letter or nothing beside other scripts; marks where they do not belong. */
const JAPANESE = "\\p{scx=Kana}\\p{scx=Hira}\\p{scx=Hani}";
const CJK = `${JAPANESE}\\p{scx=Bopo}`;
const STROKES =
  "\\u4e00\\u3127\\u4e28\\u4e5b\\u4e03\\u4e05\\u5341\\u3007\\u3112\\u311a\\u311f\\u3128\\u3129\\u3108\\u31ba\\u31b3\\u5de5\\u31b2\\u8ba0\\u4e01\\u4e5a\\u4e42";
const DANGEROUS = [
  `[^${JAPANESE}][\\u30ce\\u30f3\\u30bd\\u30be\\u4e36\\u4e40\\u4e41\\u4e3f]|[\\u30ce\\u30f3\\u30bd\\u30be\\u4e36\\u4e40\\u4e41\\u4e3f][^${JAPANESE}]`,
  "[^\\p{sc=Kana}\\u30fc][\\u30fd\\u30fe]|^[\\u30fd\\u30fe]",
  "^[\\p{sc=Kana}]+[\\u3078-\\u307a][\\p{sc=Kana}]+$|^[\\p{sc=Hira}]+[\\u30d8-\\u30da][\\p{sc=Hira}]+$",
  "[^\\p{sc=Kana}\\p{sc=Hira}]\\u30fc|^\\u30fc",
  "[a-z]\\u30fb|\\u30fb[a-z]",
  `[^${CJK}][${STROKES}]|[${STROKES}][^${CJK}]`,
  "[^\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{sc=Inherited}][\\u0300-\\u0339]",
  "[\\u0131\\u0237\\u00e0-\\u00ff][\\u0300-\\u0339]|[ijl]\\u0307|\\u0338",
  "\\u3099|\\u309a|\\u309b|\\u309c|\\u30a0",
  "[^\\p{sc=Hebrew}][\\u05f3\\u05f4]|^[\\u05f3\\u05f4]|[\\u05f3\\u05f4](?=[^\\p{sc=Hebrew}]|$)",
  "[^\\p{sc=Arabic}\\p{M}][\\u064b-\\u0655]",
].map((source) => new RegExp(source, "u"));

const EAST_ASIAN: readonly (readonly string[])[] = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
];

/** The scripts of a label; undefined when they do not go together (UTS #39 §5.2, highly restrictive). */
function scriptsOf(label: string): ReadonlySet<string> | undefined {
  const scripts = new Set<string>();
  for (const char of label) {
    if (NEUTRAL.test(char) && !/[\u30fc\u3007]/.test(char)) continue;
    const found = SCRIPTS.filter(([, pattern]) => pattern.test(char)).map(([name]) => name);
    if (found.length === 0) return undefined;
    // A character of several scripts counts as one the label has already, if it has.
    if (!found.some((name) => scripts.has(name))) scripts.add(found.length > 1 && found.includes("Han") ? "Han" : found[0]!);
  }
  const all = [...scripts];
  return all.length <= 1 || EAST_ASIAN.some((set) => all.every((name) => set.includes(name))) ? scripts : undefined;
}

/** Digits of two numbering systems in one label (UTS #39 §5.3). */
function mixesDigits(label: string): boolean {
  const zeros = new Set([...label.matchAll(/\p{Nd}/gu)].map(([digit]) => zeroOf(digit)));
  return zeros.size > 1;
}

/** Decimal digits stand in runs of ten from their zero on. */
function zeroOf(digit: string): number {
  let point = digit.codePointAt(0)!;
  for (let steps = 0; steps < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - 1)); steps++) point--;
  return point;
}

/** Where a script is at home: there its words are words, whatever they look like. */
const AT_HOME: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{sc=Cyrillic}/u, ["bg", "by", "kz", "ru", "su", "ua", "uz", "kg", "mk", "mn", "rs", "tj", "ba", "me"]],
  [/\p{sc=Greek}/u, ["gr", "cy"]],
  [/\p{sc=Armenian}/u, ["am"]],
  [/\p{sc=Georgian}/u, ["ge"]],
  [/\p{sc=Hebrew}/u, ["il"]],
  [/\p{sc=Thai}/u, ["th"]],
  [/\p{sc=Lao}/u, ["la"]],
  [/\p{sc=Myanmar}/u, ["mm"]],
  [/\p{sc=Ethiopic}/u, ["et", "er"]],
  [
    /[\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}]/u,
    ["in", "bd", "lk", "sg", "my"],
  ],
];

/** Letters of other scripts that pass for Latin ones at a glance beyond what UTS #39 lists: whole labels of them read as Latin words. */
const LATIN_LIKE: readonly (readonly [RegExp, RegExp])[] = [
  [/\p{sc=Cyrillic}/u, /^[агеԁеһіјӏорԛѕԝхуъьҽпгѵѡкмнтвшԧҏңԩқҟӄԟҭґҫұҳӿҿєԃԍзӊӎӽӷꚏбцчщ0-9-]+$/u],
  [/\p{sc=Greek}/u, /^[αικνρυωηοτχϼβγεκσ0-9-]+$/u],
  [/\p{sc=Armenian}/u, /^[ագզէլհյոսւօՙցքտ0-9-]+$/u],
  [/\p{sc=Georgian}/u, /^[იოყძხჽჿპ0-9-]+$/u],
  [/\p{sc=Hebrew}/u, /^[דוחיןסװײ׳ﬦ0-9-]+$/u],
  [/\p{sc=Thai}/u, /^[ทนบพรหเแ๐ดลปฟม0-9-]+$/u],
  [/\p{sc=Lao}/u, /^[ຍຟຣບພຮ໐0-9-]+$/u],
  [/\p{sc=Myanmar}/u, /^[ခဂငဌဎပဝ၀ၔၕ႐႑႕႖႗၂0-9-]+$/u],
  [/\p{sc=Ethiopic}/u, /^[ሀሁሆሠሰሡሱሦሰቀበተነከወዘደገጠፐ0-9-]+$/u],
  [/[\p{sc=Devanagari}\p{scx=Deva}]/u, /^[ऽ०१२।0-9-]+$/u],
  [/\p{sc=Bengali}/u, /^[০২৪৭ং0-9-]+$/u],
  [/\p{sc=Gurmukhi}/u, /^[੦੧੨੪ੜੵ0-9-]+$/u],
  [/\p{sc=Gujarati}/u, /^[૦૧૨૩૭0-9-]+$/u],
  [/\p{sc=Oriya}/u, /^[୦୨୫ଠ0-9-]+$/u],
  [/\p{sc=Tamil}/u, /^[டபஶ௦0-9-]+$/u],
  [/\p{sc=Telugu}/u, /^[౦౧ం0-9-]+$/u],
  [/\p{sc=Kannada}/u, /^[೦೧೭ಂ0-9-]+$/u],
  [/\p{sc=Malayalam}/u, /^[ടഠധനറ൦0-9-]+$/u],
];

/** Whether a label reads as Latin letters or digits although it is none, in a place where its own script is not at home. */
function reads(label: string, tld: string): boolean {
  if (/[^\0-\x7f]/.test(tld)) return false;
  const home = AT_HOME.some(([pattern, tlds]) => pattern.test(label) && tlds.includes(tld)) && !/[a-z]/.test(label);
  if (home) return false;
  if (LATIN_LIKE.some(([pattern, alike]) => pattern.test(label) && alike.test(label))) return true;
  const plain = withoutAccents(label);
  return /[^\0-\x7f]/.test(plain) && /^[\0-\x7f]+$/.test(withoutAccents(lookOf(plain)));
}

const withoutAccents = (text: string): string => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
