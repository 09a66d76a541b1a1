import { foldText, normalise } from "../../terms/normalise.ts";

/** A phrase found in a text; indices in the text as given. */
export interface PhraseHit<Topic extends string> {
  readonly topic: Topic;
  readonly start: number;
  readonly end: number;
}

interface Pattern<Topic extends string> {
  readonly topic: Topic;
  readonly units: Uint16Array;
}

const SLOTS = 1 << 12;
const isLatin = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
const slotOf = (first: number, second: number, third: number): number =>
  (Math.imul(first, 0x9e35) ^ Math.imul(second, 0x1f1) ^ Math.imul(third, 0x2b)) & (SLOTS - 1);

/**
 * Compiles the phrases of all topics to one pass over a text: the first three folded characters look up the few
 * phrases that begin so. Both sides are folded (case, accents, look-alike letters, full width, blanks inside Japanese),
 * and a Latin phrase stands at word boundaries. Every topic is found at each place, one phrase each.
 */
export function compilePhrases<Topic extends string>(phrases: Readonly<Record<Topic, readonly string[]>>): (text: string) => readonly PhraseHit<Topic>[] {
  const slots: (Pattern<Topic>[] | undefined)[] = new Array<Pattern<Topic>[] | undefined>(SLOTS).fill(undefined);
  for (const topic of Object.keys(phrases) as Topic[]) {
    for (const phrase of phrases[topic]) {
      const units = Uint16Array.from(foldText(phrase), (c) => c.charCodeAt(0));
      if (units.length < 3) throw new Error(`phrase too short: ${phrase}`);
      (slots[slotOf(units[0]!, units[1]!, units[2]!)] ??= []).push({ topic, units });
    }
  }
  const starts = new Uint8Array(0x10000);
  for (const list of slots) for (const { units } of list ?? []) starts[units[0]!] = 1;
  return (text) => find(text, slots, starts);
}

function find<Topic extends string>(text: string, slots: readonly (Pattern<Topic>[] | undefined)[], starts: Uint8Array): PhraseHit<Topic>[] {
  const { units, map, length } = normalise(text);
  const hits: PhraseHit<Topic>[] = [];
  let before = 0;
  for (let at = 0; at + 2 < length; at++) {
    const code = units[at]!;
    const inWord = isLatin(before) && isLatin(code);
    before = code;
    if (inWord || starts[code] === 0) continue;
    const patterns = slots[slotOf(code, units[at + 1]!, units[at + 2]!)];
    if (patterns === undefined) continue;
    for (const pattern of patterns) {
      const end = endOf(units, length, at, pattern.units);
      if (end > 0) hits.push({ topic: pattern.topic, start: map[at]!, end: map[end - 1]! + 1 });
    }
  }
  return hits;
}

/** Where the phrase ends, or -1. A blank of the phrase is any run of blanks and line breaks, as in a wrapped text. */
function endOf(units: Uint16Array, length: number, from: number, wanted: Uint16Array): number {
  let at = from;
  for (let k = 0; k < wanted.length; k++) {
    if (wanted[k] === 0x20) {
      const start = at;
      while (at < length && at - start < 8 && isBreak(units[at]!)) at++;
      if (at === start) return -1;
    } else if (at >= length || units[at++] !== wanted[k]) return -1;
  }
  return isLatin(wanted[wanted.length - 1]!) && at < length && isLatin(units[at]!) ? -1 : at;
}

const isBreak = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d;
