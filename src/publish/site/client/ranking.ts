import { folded } from "../search-terms.ts";
import type { DocumentLine, TermShard } from "../search-terms.ts";

/** A document and the share of the query, weighed by how rare its terms are, that stands in it: 0 to 1. */
export interface Hit {
  readonly document: number;
  readonly share: number;
}

/** Below this share of the query a document is no relative of what was pasted. */
const LEAST = 0.5;
/** Against the best answer. */
const CLOSE = 0.7;
/** A short query means every letter of it. */
const SHORT_QUERY = 3;

/** Documents closest to the query first, the newest of equals before the older ones. */
export function ranked(terms: readonly string[], shards: readonly TermShard[], documents: number, limit: number): Hit[] {
  const weights = new Float32Array(documents);
  let whole = 0;
  for (const term of terms) {
    const gaps = shards.map((shard) => (Object.hasOwn(shard, term) ? shard[term] : undefined)).find((found) => found !== undefined) ?? [];
    if (gaps === 0) continue;
    const weight = Math.log(1 + documents / (gaps.length + 0.5));
    whole += weight;
    addWeight(weights, gaps, weight);
  }
  // Only words that stand in most warnings: the newest are as good as any.
  if (whole === 0 && terms.length > 0) return Array.from({ length: Math.min(limit, documents) }, (_, index) => ({ document: documents - 1 - index, share: 1 }));
  const least = whole * (terms.length <= SHORT_QUERY ? 0.999 : LEAST);
  const hits: Hit[] = [];
  for (let document = documents - 1; document >= 0; document--) {
    const weight = weights[document] ?? 0;
    if (weight > 0 && weight >= least) hits.push({ document, share: weight / whole });
  }
  hits.sort((left, right) => right.share - left.share || right.document - left.document);
  // Beside a close relative a distant one is no help.
  const close = (hits[0]?.share ?? 0) * CLOSE;
  return hits.filter(({ share }) => share >= close).slice(0, limit);
}

function addWeight(weights: Float32Array, gaps: readonly number[], weight: number): void {
  let document = -1;
  for (const gap of gaps) {
    document += gap;
    weights[document] = (weights[document] ?? 0) + weight;
  }
}

const RARE_LETTERS = /[\p{Script=Han}\p{N}]/u;

/** At most `most` terms of a long query: those with kanji or digits tell more, the rest come evenly from the whole. */
export function telling(terms: readonly string[], most: number): string[] {
  const rare = evenly(
    terms.filter((term) => RARE_LETTERS.test(term)),
    most,
  );
  const others = terms.filter((term) => !RARE_LETTERS.test(term));
  return [...rare, ...evenly(others, most - rare.length)];
}

function evenly(terms: readonly string[], most: number): readonly string[] {
  if (terms.length <= most) return terms;
  return Array.from({ length: most }, (_, index) => terms[Math.floor((index * terms.length) / most)] ?? "");
}

/** Pairs of characters know no order, so that numbers may be mixed up: whose subject is, or holds, the very query goes first. */
export function closestFirst(lines: readonly DocumentLine[], query: string): DocumentLine[] {
  const wanted = dense(query);
  const distance = (line: DocumentLine): number => {
    const subject = dense(line[6]);
    return subject === wanted ? 0 : subject.includes(wanted) || wanted.includes(subject) ? 1 : 2;
  };
  return lines
    .map((line) => ({ line, distance: distance(line) }))
    .sort((left, right) => left.distance - right.distance)
    .map(({ line }) => line);
}

const dense = (text: string): string => folded(text).replace(/\s+/g, "");
