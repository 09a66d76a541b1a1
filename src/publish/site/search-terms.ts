/**
 * How a text becomes search terms: the same on the site's maker's side and in the browser, or nothing would be found. Two
 * neighbouring characters are one term, as Japanese has no blanks between words; a term never spans a blank or a mark.
 */
const LONGEST = 20_000;

/** Differences of writing that mean nothing: width, case, hiragana or katakana, the forms that make a link dead. */
export function folded(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\bhxxp/g, "http")
    .replace(/\[\.\]|\[dot\]/g, ".")
    .replace(/\{[^{}]{1,20}\}/g, " ");
}

/** The terms of a text in reading order, each once. */
export function termsOf(text: string): string[] {
  const terms = new Set<string>();
  for (const word of folded(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const letters = [...word];
    for (let at = 0; at + 1 < letters.length; at++) terms.add(`${letters[at]}${letters[at + 1]}`);
  }
  return [...terms];
}

/** Which of `shards` files (a power of two) holds a term: FNV-1a, 32 bit (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function shardOf(term: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) ^ hash) & (shards - 1);
}

/** `meta.json`: what the browser reads first. */
export interface IndexMeta {
  readonly documents: number;
  readonly shards: number;
  /** So many documents are described in one file. */
  readonly chunk: number;
}

/**
 * `t/<n>.json`: a term and the gaps between the numbers of the documents it stands in, the first counted from -1; 0 where it
 * stands in so many that it tells nothing.
 */
export type TermShard = Readonly<Record<string, readonly number[] | 0>>;

/** A line of `d/<n>.json`: slug, day, title and label in Japanese, then in English, subject. */
export type DocumentLine = readonly [slug: string, day: string, titleJa: string, labelJa: string, titleEn: string, labelEn: string, subject: string];
