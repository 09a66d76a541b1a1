import { skeletonCodes } from "./skeleton.ts";

/** Length of the runs of skeleton characters that lead from a mail to cases. */
const GRAM = 6;
const SUBJECT_GRAMS = 40;
const BODY_GRAMS = 96;
/** A run that stands in more cases than this leads nowhere in particular: its other cases are reached by other runs. */
const MAX_CASES_A_GRAM = 48;

/** Finds which cases a text may come from, at a cost that depends on the text and not on the number of cases. */
export interface GramIndex {
  /** Case numbers with the most runs in common first, at most `limit`; the texts as they stand in a mail. */
  candidates(texts: readonly string[], limit: number): readonly number[];
}

/** The fixed texts of one case. */
export interface CaseTexts {
  readonly subject: readonly string[];
  readonly body: readonly string[];
}

/** Builds the index over the fixed texts of all cases. */
export function gramIndex(cases: readonly CaseTexts[]): GramIndex {
  const postings = new Map<number, number[]>();
  cases.forEach((texts, number) => {
    const grams = new Set([...sampled(texts.subject, SUBJECT_GRAMS), ...sampled(texts.body, BODY_GRAMS)]);
    for (const gram of grams) {
      const list = postings.get(gram);
      if (list === undefined) postings.set(gram, [number]);
      else if (list.length < MAX_CASES_A_GRAM) list.push(number);
    }
  });
  const filter = filterOf(postings);
  return { candidates: (texts, limit) => vote(texts, postings, filter, limit) };
}

function sampled(texts: readonly string[], most: number): number[] {
  const grams = texts.flatMap((text) => gramsOf(text));
  const step = Math.max(1, grams.length / most);
  const chosen: number[] = [];
  for (let i = 0; i < grams.length; i += step) chosen.push(grams[Math.floor(i)] as number);
  return chosen;
}

function gramsOf(text: string): number[] {
  const codes = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const grams: number[] = [];
  for (let i = 0, gram = 0; i < codes.length; i++) {
    gram = rolled(gram, codes, i);
    if (i >= GRAM - 1) grams.push(gram);
  }
  return grams;
}

const BASE = 0x01000193;
const BASE_TO_GRAM = Array.from({ length: GRAM }).reduce((power: number) => Math.imul(power, BASE), 1);

/** Rolling polynomial hash of the run that ends at `i` (collisions only cost a comparison). */
function rolled(gram: number, codes: Uint16Array, i: number): number {
  const leaving = i >= GRAM ? Math.imul(codes[i - GRAM] as number, BASE_TO_GRAM) : 0;
  return (Math.imul(gram, BASE) + (codes[i] as number) - leaving) | 0;
}

function slotOf(gram: number, mask: number): number {
  return (gram ^ (gram >>> 15)) & mask;
}

/** One byte a slot, about 16 slots a run: nearly every run of an unrelated mail ends here, before the map. */
function filterOf(postings: ReadonlyMap<number, readonly number[]>): Uint8Array {
  let slots = 1024;
  while (slots < postings.size * 16 && slots < 1 << 25) slots *= 2;
  const filter = new Uint8Array(slots);
  for (const gram of postings.keys()) filter[slotOf(gram, slots - 1)] = 1;
  return filter;
}

function vote(texts: readonly string[], postings: ReadonlyMap<number, readonly number[]>, filter: Uint8Array, limit: number): readonly number[] {
  const votes = new Map<number, number>();
  const mask = filter.length - 1;
  for (const text of texts) {
    const codes = skeletonCodes(text);
    for (let i = 0, gram = 0; i < codes.length; i++) {
      gram = rolled(gram, codes, i);
      if (i < GRAM - 1 || filter[slotOf(gram, mask)] === 0) continue;
      for (const number of postings.get(gram) ?? []) votes.set(number, (votes.get(number) ?? 0) + 1);
    }
  }
  if (votes.size === 0) return [];
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .map(([number]) => number);
}
