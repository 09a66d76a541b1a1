import { foldText, normalise } from "../../terms/normalise.ts";
import { Openings } from "../../terms/openings.ts";

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

/** Phrases by how they begin. */
interface Slots<Topic extends string> {
  readonly lists: (readonly Pattern<Topic>[] | undefined)[];
  /** Characters of the beginning that are looked up by. */
  readonly length: number;
}

const SLOTS = 1 << 12;
/** Hundreds of Latin phrases begin with "your"; eight characters tell them apart, three do for the rest. */
const LONG = 8;
const SHORT = 3;
const isLatin = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
const isBreak = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d;

/**
 * Compiles the phrases of all topics to one pass over a text: the first folded characters look up the few phrases that
 * begin so. Both sides are folded (case, accents, look-alike letters, full width, blanks inside Japanese), and a Latin
 * phrase stands at word boundaries. Every topic is found at each place.
 */
export function compilePhrases<Topic extends string>(phrases: Readonly<Record<Topic, readonly string[]>>): (text: string) => readonly PhraseHit<Topic>[] {
  const all: Pattern<Topic>[] = (Object.keys(phrases) as Topic[]).flatMap((topic) =>
    phrases[topic].map((phrase) => ({ topic, units: Uint16Array.from(foldText(phrase), (c) => c.charCodeAt(0)) })),
  );
  const short = all.find(({ units }) => units.length < SHORT);
  if (short !== undefined) throw new Error(`a phrase of ${short.topic} has fewer than ${SHORT} characters`);
  const isLong = ({ units }: Pattern<Topic>): boolean => units.length >= LONG && isLatin(units[0]!);
  const long = slotsOf(all.filter(isLong), LONG);
  const others = slotsOf(
    all.filter((pattern) => !isLong(pattern)),
    SHORT,
  );
  const openings = new Openings();
  for (const { units } of all) openings.add(units);
  return (text) => find(text, long, others, openings);
}

function slotsOf<Topic extends string>(patterns: readonly Pattern<Topic>[], length: number): Slots<Topic> {
  const lists: Pattern<Topic>[][] = Array.from({ length: SLOTS }, () => []);
  for (const pattern of patterns) lists[slotAt(pattern.units, pattern.units.length, 0, length)]!.push(pattern);
  return { lists: lists.map((list) => (list.length === 0 ? undefined : list)), length };
}

/** The slot of the characters that begin at `at`; a run of blanks and line breaks counts as one blank. */
function slotAt(units: Uint16Array, end: number, at: number, length: number): number {
  let hash = 0;
  let wasBreak = false;
  for (let taken = 0; taken < length && at < end; at++) {
    const code = units[at]!;
    const blank = isBreak(code);
    if (!(blank && wasBreak)) {
      hash = Math.imul(hash, 31) + (blank ? 0x20 : code);
      taken++;
    }
    wasBreak = blank;
  }
  return (hash ^ (hash >>> 12)) & (SLOTS - 1);
}

function find<Topic extends string>(text: string, long: Slots<Topic>, others: Slots<Topic>, openings: Openings): PhraseHit<Topic>[] {
  const { units, map, length } = normalise(text);
  const hits: PhraseHit<Topic>[] = [];
  let wasLatin = false;
  for (let at = 0; at + SHORT <= length; at++) {
    const code = units[at]!;
    const latin = isLatin(code);
    const inWord = wasLatin && latin;
    wasLatin = latin;
    if (inWord || !mayBegin(openings, units, length, at)) continue;
    collect(others, units, length, at, map, hits);
    if (latin) collect(long, units, length, at, map, hits);
  }
  return hits;
}

/** Behind a blank or a line break, of which there may be a run, no further character is asked for. */
function mayBegin(openings: Openings, units: Uint16Array, length: number, at: number): boolean {
  const second = units[at + 1]!;
  if (isBreak(second)) return openings.mayBeginTwo(units[at]!, 0x20);
  const third = units[at + 2]!;
  if (isBreak(third)) return openings.mayBeginThree(units[at]!, second, 0x20);
  const fourth = at + 3 < length ? units[at + 3]! : 0;
  return openings.mayBegin(units[at]!, second, third, isBreak(fourth) ? 0x20 : fourth);
}

function collect<Topic extends string>(slots: Slots<Topic>, units: Uint16Array, length: number, at: number, map: Uint32Array, hits: PhraseHit<Topic>[]): void {
  const patterns = slots.lists[slotAt(units, length, at, slots.length)];
  if (patterns === undefined) return;
  for (const pattern of patterns) {
    const end = endOf(units, length, at, pattern.units);
    if (end > 0) hits.push({ topic: pattern.topic, start: map[at]!, end: map[end - 1]! + 1 });
  }
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
