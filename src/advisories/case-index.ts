import { codesOf, eachLikelyRun, eachRun, keyHash, LONG_RUN, SHORT_RUN, slotOf } from "./grams.ts";
import type { RunLength } from "./grams.ts";
import { Pairs, postingsOf } from "./postings.ts";
import type { Postings } from "./postings.ts";
import { skeletonCodes } from "./skeleton.ts";

/** Runs kept for a subject and for each sentence of a body: the rarest of so many equal stretches. */
const SUBJECT_RUNS = 6;
const SENTENCE_RUNS = 4;
const LONG_RUNS = 3;
const MOST_SENTENCES = 32;
/** Entries looked at for one mail, the rarest runs first: bounds the cost whatever the cases have in common. */
const BUDGET = 4000;
/** A case with less than this share of the best one's votes has a greeting in common with the mail, not more. */
const LEAST_SHARE = 0.25;
/** Share of its own runs a case must have in the mail: a subject beside a long body is more, a stray sentence less. */
const LEAST_HITS = 0.08;
/** So many are enough whatever the case has: one of twenty subjects a page lists. */
const ENOUGH_HITS = 4;

/** The fixed texts and keys of one case. */
export interface CaseTexts {
  /** One list of fixed texts a subject, and one a sentence of the body. */
  readonly subjects: readonly (readonly string[])[];
  readonly body: readonly (readonly string[])[];
  readonly keys: readonly string[];
}

/** A case a mail may come from. */
export interface Candidate {
  readonly number: number;
  /** Its votes by those of the first candidate, 0..1. */
  readonly share: number;
}

/** Finds which cases a mail may come from, at a cost that depends on the mail and not on the number of cases. */
export interface CaseIndex {
  /** Cases with the most and rarest in common first, at most `limit`; `texts` as they stand in a mail. */
  candidates(texts: readonly string[], keys: () => readonly string[], limit: number): readonly Candidate[];
  /** Memory of the table, in bytes. */
  readonly bytes: number;
}

/** Which case has which runs and keys: all that is kept of the cases. Can be made beforehand and stored (`pairs-text.ts`). */
export interface CaseRuns {
  readonly pairs: Pairs;
  readonly cases: number;
}

/** Walks the cases once and keeps the rarest runs and the keys of each. */
export function runsOf(cases: Iterable<CaseTexts>): CaseRuns {
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
  return { pairs, cases: size };
}

/** Builds the index. */
export function caseIndex(runs: CaseRuns): CaseIndex {
  const postings = postingsOf(runs.pairs);
  const count = ballot(runs);
  return {
    bytes: postings.bytes,
    candidates(texts, keys, limit) {
      const size = findIn(postings, texts, keys);
      // Nearly all mails end here.
      return size === 0 ? [] : count(postings, size, limit);
    },
  };
}

/** A hash no run has in practice, set between stretches: entries between two of them compete for one place. */
const STRETCH_END = 0x7fffffff;

function addRuns(runs: Pairs, texts: CaseTexts, number: number): void {
  for (const subject of texts.subjects) {
    addStretches(runs, subject, SHORT_RUN, SUBJECT_RUNS, number);
    addStretches(runs, subject, LONG_RUN, LONG_RUNS, number);
  }
  for (const sentence of texts.body.slice(0, MOST_SENTENCES)) {
    addStretches(runs, sentence, SHORT_RUN, SENTENCE_RUNS, number);
    addStretches(runs, sentence, LONG_RUN, LONG_RUNS, number);
  }
}

function addStretches(runs: Pairs, fixed: readonly string[], run: RunLength, stretches: number, number: number): void {
  const total = fixed.reduce((sum, part) => sum + Math.max(0, part.length - run.length + 1), 0);
  if (total === 0) return;
  const length = Math.max(1, total / stretches);
  let taken = 0;
  let end = length;
  for (const part of fixed) {
    eachRun(codesOf(part), run, (hash) => {
      runs.add(hash === STRETCH_END ? 0 : hash, number);
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

/** Runs of a mail that stand in the index, rarest first: count in the upper, hash in the lower 32 bits of an exact number. */
let found = new Float64Array(4096);
const HASHES = 2 ** 32;

/** Fills `found` and says how many there are. One array for all mails: new ones for each would have to be collected again. */
function findIn(postings: Postings, texts: readonly string[], keys: () => readonly string[]): number {
  let size = 0;
  const look = (hash: number): void => {
    const count = postings.count(hash);
    if (count === 0) return;
    if (size === found.length) grow();
    found[size++] = count * HASHES + (hash >>> 0);
  };
  for (const text of texts) eachLikelyRun(skeletonCodes(text), postings.mayHave, look);
  for (const key of keys()) look(keyHash(key));
  found.subarray(0, size).sort();
  return size;
}

function grow(): void {
  const fewer = found;
  found = new Float64Array(fewer.length * 2);
  found.set(fewer);
}

/** Counts votes in arrays made once; only the places touched are cleared again. */
function ballot(runs: CaseRuns): (postings: Postings, size: number, limit: number) => readonly Candidate[] {
  const { cases } = runs;
  const votes = new Float64Array(cases);
  const hits = new Uint16Array(cases);
  const totals = new Uint16Array(cases);
  for (let i = 0; i < runs.pairs.size; i++) totals[runs.pairs.numbers[i] as number] = (totals[runs.pairs.numbers[i] as number] as number) + 1;
  return (postings, size, limit) => {
    const touched: number[] = [];
    let left = BUDGET;
    for (let i = 0; i < size && left > 0; i++) {
      if (i > 0 && found[i] === found[i - 1]) continue;
      const count = Math.floor((found[i] as number) / HASHES);
      // The fewer cases have a run, the louder it speaks for them (inverse document frequency).
      const weight = Math.log2(1 + cases / count);
      postings.each(((found[i] as number) % HASHES) | 0, left, (number) => {
        if (votes[number] === 0) touched.push(number);
        votes[number] = (votes[number] as number) + weight;
        hits[number] = (hits[number] as number) + 1;
      });
      left -= count;
    }
    const enough = touched.filter((number) => (hits[number] as number) >= Math.min(ENOUGH_HITS, (totals[number] as number) * LEAST_HITS));
    const first = most(enough, votes, limit);
    for (const number of touched) votes[number] = hits[number] = 0;
    return first;
  };
}

/** The numbers with the most votes, most first; ties by number, so that the order never changes. */
function most(numbers: readonly number[], votes: Float64Array, limit: number): readonly Candidate[] {
  const top: { readonly number: number; readonly votes: number }[] = [];
  for (const number of numbers) {
    const mine = votes[number] as number;
    let at = top.length;
    while (at > 0 && isBefore(number, mine, top[at - 1] as { number: number; votes: number })) at--;
    if (at === limit) continue;
    top.splice(at, 0, { number, votes: mine });
    if (top.length > limit) top.pop();
  }
  const best = top[0]?.votes ?? 0;
  return top.map((entry) => ({ number: entry.number, share: entry.votes / best })).filter((entry) => entry.share >= LEAST_SHARE);
}

function isBefore(number: number, votes: number, other: { readonly number: number; readonly votes: number }): boolean {
  return votes > other.votes || (votes === other.votes && number < other.number);
}
