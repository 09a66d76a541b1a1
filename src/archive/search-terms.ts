/**
 * Text cut into terms for a full-text index: Japanese (and Chinese, Korean) as overlapping pairs of characters, since
 * words are not separated; everything else as words. A pair finds every substring from two characters on, which an
 * index over three cannot.
 */

/** Longest text indexed, in UTF-16 units. */
const LONGEST = 6000;
const RUN = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆]+)|([\p{L}\p{N}]+)/gu;
const MASKS = /\{[^{}\n]{1,20}\}/gu;
const UNSEEN = /[\p{Cf}\p{M}]+/gu;
const LONGEST_WORD = 64;

/** One run of characters without a break: its terms in order. */
export interface Run {
  readonly terms: readonly string[];
  readonly japanese: boolean;
}

/** Defanged links (`hxxps://a[.]example`) read like live ones; placeholders of redacted text are no words. */
function folded(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize("NFKC")
    .replace(UNSEEN, "")
    .toLowerCase()
    .replace(MASKS, " ")
    .replace(/\bhxxp/g, "http")
    .replace(/\bhttps?:\/\//g, " ")
    .replace(/[[(]\s?(?:\.|dot)\s?[\])]/g, ".")
    .replace(/[[(]\s?(?:@|at)\s?[\])]/g, "@");
}

export function runsOf(text: string): Run[] {
  return Array.from(folded(text).matchAll(RUN), ([, japanese, word]) =>
    japanese === undefined ? { terms: [(word ?? "").slice(0, LONGEST_WORD)], japanese: false } : { terms: pairs(japanese), japanese: true },
  );
}

function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(0, -1).map((character, i) => character + (characters[i + 1] as string));
}

/** The text as the index keeps it: terms separated by blanks, and each run's last character so that it is found alone. */
export function indexedText(text: string): string {
  return runsOf(text)
    .map(({ terms, japanese }) => (japanese && [...(terms[0] ?? "")].length === 2 ? [...terms, [...(terms.at(-1) ?? "")][1] ?? ""] : terms).join(" "))
    .join(" ");
}
