import { slotOf } from "./grams.ts";

/** Numbers (of cases) by hash, in flat arrays: 100,000 cases have some millions of entries. */
export interface Postings {
  /** False only for a hash without entries; one of many tells nothing. */
  mayHave(hash: number): boolean;
  /** Number of entries under the hash; 0 when there is none. */
  count(hash: number): number;
  /** Calls `take` with each number under the hash, in ascending order, at most `most`. */
  each(hash: number, most: number, take: (number: number) => void): void;
  /** Memory of the arrays, in bytes. */
  readonly bytes: number;
}

const BITS = 1 << 21;
const bitOf = (hash: number): number => Math.imul(hash, 0x85ebca6b) >>> 11;

/** Pairs of hash and number as they are collected: arrays that double. */
export class Pairs {
  hashes = new Int32Array(1024);
  numbers = new Uint32Array(1024);
  size = 0;

  add(hash: number, number: number): void {
    if (this.size === this.hashes.length) this.#grow();
    this.hashes[this.size] = hash;
    this.numbers[this.size++] = number;
  }

  #grow(): void {
    const [hashes, numbers] = [this.hashes, this.numbers];
    this.hashes = new Int32Array(this.size * 2);
    this.numbers = new Uint32Array(this.size * 2);
    this.hashes.set(hashes);
    this.numbers.set(numbers);
  }
}

/** Sorts the pairs into a table with open addressing. Pairs of one number must follow each other; a pair met twice counts once. */
export function postingsOf(pairs: Pairs): Postings {
  // At most a third full: an unrelated run of characters nearly always meets an empty place at once.
  let slots = 64;
  while (slots < pairs.size * 3) slots *= 2;
  slots = fitted(pairs, slots);
  const mask = slots - 1;
  const keys = new Int32Array(slots);
  const starts = new Uint32Array(slots + 1);
  for (let i = 0; i < pairs.size; i++) {
    const slot = place(keys, starts, mask, pairs.hashes[i] as number);
    keys[slot] = pairs.hashes[i] as number;
    starts[slot] = (starts[slot] as number) + 1;
  }
  const counts = starts.slice(0, slots);
  let total = 0;
  for (let slot = 0; slot < slots; slot++) {
    starts[slot] = total;
    total += counts[slot] as number;
  }
  starts[slots] = total;
  const numbers = new Uint32Array(total);
  const filled = new Uint32Array(slots);
  for (let i = 0; i < pairs.size; i++) fill(pairs, i);
  // Nearly every run of a mail is in no case: a few bits that stay in the processor's cache say so before the table is touched.
  const bits = new Uint32Array(BITS / 32);
  for (let i = 0; i < pairs.size; i++) {
    const bit = bitOf(pairs.hashes[i] as number);
    bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
  }
  const isMet = (hash: number): boolean => ((bits[bitOf(hash) >>> 5] as number) & (1 << (bitOf(hash) & 31))) !== 0;
  return {
    mayHave: isMet,
    count: (hash) => (isMet(hash) ? (filled[find(hash)] as number) : 0),
    each,
    bytes: keys.byteLength + starts.byteLength + numbers.byteLength + filled.byteLength,
  };

  function fill(from: Pairs, i: number): void {
    const slot = place(keys, counts, mask, from.hashes[i] as number);
    const at = (starts[slot] as number) + (filled[slot] as number);
    if (filled[slot] !== 0 && numbers[at - 1] === from.numbers[i]) return;
    numbers[at] = from.numbers[i] as number;
    filled[slot] = (filled[slot] as number) + 1;
  }

  function find(hash: number): number {
    return place(keys, filled, mask, hash);
  }

  function each(hash: number, most: number, take: (number: number) => void): void {
    const slot = find(hash);
    const start = starts[slot] as number;
    const end = start + Math.min(most, filled[slot] as number);
    for (let i = start; i < end; i++) take(numbers[i] as number);
  }
}

/** The place of the hash, or the empty one where it would go: an entry without a count is empty. */
function place(keys: Int32Array, counts: Uint32Array, mask: number, hash: number): number {
  let slot = slotOf(hash, mask);
  while (counts[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

/** Many pairs share a hash: the table is made for the distinct ones, counted first. */
function fitted(pairs: Pairs, slots: number): number {
  const seen = new Uint8Array(slots / 8);
  let distinct = 0;
  for (let i = 0; i < pairs.size; i++) {
    const slot = slotOf(pairs.hashes[i] as number, slots - 1);
    const bit = 1 << (slot & 7);
    if (((seen[slot >> 3] as number) & bit) === 0) distinct++;
    seen[slot >> 3] = (seen[slot >> 3] as number) | bit;
  }
  let wanted = 64;
  while (wanted < distinct * 3) wanted *= 2;
  return Math.min(slots, wanted);
}
