import { keyHash, codesOf, eachGram, slotOf } from "./grams.ts";
import { Pairs, postingsOf } from "./postings.ts";
import { skeletonCodes } from "./skeleton.ts";

/** Runs kept for a subject and for each sentence of a body: the rarest of so many equal stretches. */
const SUBJECT_RUNS = 8;
const SENTENCE_RUNS = 4;
const MOST_SENTENCES = 32;
/** Entries looked at for one mail, the rarest runs first: bounds the cost whatever the cases have in common. */
const BUDGET = 6000;

/** The fixed texts and keys of one case. */
export interface CaseTexts {
  /** One list of fixed texts a subject, and one a sentence of the body. */
  readonly subjects: readonly (readonly string[])[];
  readonly body: readonly (readonly string[])[];
  readonly keys: readonly string[];
}

/** Finds which cases a mail may come from, at a cost that depends on the mail and not on the number of cases. */
export interface CaseIndex {
  /** Case numbers with the most and rarest in common first, at most `limit`; `texts` as they stand in a mail. */
  candidates(texts: readonly string[], keys: () => readonly string[], limit: number): readonly number[];
  /** Memory of the table, in bytes. */
  readonly bytes: number;
}

/** Builds the index. The cases are walked once; only hashes are kept of them. */
export function caseIndex(cases: Iterable<CaseTexts>): CaseIndex {
  const runs = new Pairs();
  const pairs = new Pairs();
  const keyed: [number, number][] = [];
  let size = 0;
  for (const texts of cases) {
    addRuns(runs, texts, size);
    for (const key of texts.keys) keyed.push([keyHash(key), size]);
    size++;
  }
  const frequency = frequencyOf(runs);
  const keys = keyed.values();
  let key = keys.next();
  keepRarest(runs, frequency, (hash, number) => {
    for (; !key.done && key.value[1] < number; key = keys.next()) pairs.add(...key.value);
    pairs.add(hash, number);
  });
  for (; !key.done; key = keys.next()) pairs.add(...key.value);
  const postings = postingsOf(pairs);
  return { bytes: postings.bytes, candidates: (texts, keysOf, limit) => vote(postings, size, texts, keysOf, limit) };
}

/** A hash no run has in practice, set between stretches: entries between two of them compete for one place. */
const STRETCH_END = 0x7fffffff;

function addRuns(runs: Pairs, texts: CaseTexts, number: number): void {
  for (const subject of texts.subjects) addStretches(runs, subject, SUBJECT_RUNS, number);
  for (const sentence of texts.body.slice(0, MOST_SENTENCES)) addStretches(runs, sentence, SENTENCE_RUNS, number);
}

function addStretches(runs: Pairs, fixed: readonly string[], stretches: number, number: number): void {
  const total = fixed.reduce((sum, part) => sum + part.length, 0);
  const length = Math.max(1, total / stretches);
  let taken = 0;
  let end = length;
  for (const part of fixed) {
    eachGram(codesOf(part), (gram) => {
      runs.add(gram === STRETCH_END ? 0 : gram, number);
      if (++taken < end) return;
      runs.add(STRETCH_END, number);
      end += length;
    });
  }
  runs.add(STRETCH_END, number);
}

/** How many times a run stands in the library, by hash; two that share a place count together. */
function frequencyOf(runs: Pairs): { readonly counts: Uint16Array; readonly mask: number } {
  let slots = 1024;
  while (slots < runs.size * 2 && slots < 1 << 24) slots *= 2;
  const counts = new Uint16Array(slots);
  for (let i = 0; i < runs.size; i++) {
    const slot = slotOf(runs.hashes[i] as number, slots - 1);
    if ((counts[slot] as number) < 0xffff) counts[slot] = (counts[slot] as number) + 1;
  }
  return { counts, mask: slots - 1 };
}

function keepRarest(runs: Pairs, frequency: ReturnType<typeof frequencyOf>, keep: (hash: number, number: number) => void): void {
  let rarest = -1;
  let least = Infinity;
  for (let i = 0; i < runs.size; i++) {
    const hash = runs.hashes[i] as number;
    if (hash === STRETCH_END) {
      if (rarest >= 0) keep(runs.hashes[rarest] as number, runs.numbers[rarest] as number);
      [rarest, least] = [-1, Infinity];
      continue;
    }
    const count = frequency.counts[slotOf(hash, frequency.mask)] as number;
    if (count < least) [rarest, least] = [i, count];
  }
}

type Found = readonly [hash: number, count: number];

function vote(
  postings: ReturnType<typeof postingsOf>,
  size: number,
  texts: readonly string[],
  keys: () => readonly string[],
  limit: number,
): readonly number[] {
  const found = new Map<number, number>();
  for (const text of texts) {
    eachGram(skeletonCodes(text), (gram) => {
      const count = postings.count(gram);
      if (count > 0) found.set(gram, count);
    });
  }
  for (const key of keys()) {
    const hash = keyHash(key);
    const count = postings.count(hash);
    if (count > 0) found.set(hash, count);
  }
  // Nearly all mails end here.
  if (found.size === 0) return [];
  return best(postings, size, [...found], limit);
}

/** Each run speaks for its cases, the louder the fewer they are (inverse document frequency). */
function best(postings: ReturnType<typeof postingsOf>, size: number, found: Found[], limit: number): readonly number[] {
  found.sort((a, b) => a[1] - b[1]);
  const votes = new Map<number, number>();
  let left = BUDGET;
  for (const [hash, count] of found) {
    if (left <= 0) break;
    const weight = Math.log2(1 + size / count);
    postings.each(hash, left, (number) => votes.set(number, (votes.get(number) ?? 0) + weight));
    left -= count;
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .map(([number]) => number);
}
