import { glance } from "./glance.ts";
import type { Registry, TargetFound } from "./registry.ts";

/** What hosts are looked up in: the words of all brands. */
export interface TargetIndex {
  readonly byText: ReadonlyMap<string, readonly TargetFound[]>;
  readonly byGlance: ReadonlyMap<string, readonly TargetFound[]>;
  /** Official labels with one letter left out, for slips. */
  readonly byGap: ReadonlyMap<string, readonly TargetFound[]>;
  /** First four letters of the words, and the last labels of the official domains. */
  readonly heads: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  readonly longest: number;
  readonly common: ReadonlySet<string>;
}

/** Below this a word is too near to others for a slip to mean it. */
export const SHORTEST_FOR_SLIPS = 6;

/** Prepares the words of a registry for looking hosts up. */
export function indexTargets(registry: Registry): TargetIndex {
  const index = {
    byText: new Map<string, TargetFound[]>(),
    byGlance: new Map<string, TargetFound[]>(),
    byGap: new Map<string, TargetFound[]>(),
    heads: new Set<string>(),
    endings: new Set(["jp", "com"]),
    longest: 0,
    common: registry.commonWords ?? new Set<string>(),
  };
  for (const entry of registry.targets ?? []) {
    push(index.byText, entry.text, entry);
    index.heads.add(entry.text.slice(0, 4));
    index.endings.add(entry.domain.slice(entry.domain.lastIndexOf(".") + 1));
    push(index.byGlance, glance(entry.text), entry);
    if (entry.label !== "" && entry.text.length >= SHORTEST_FOR_SLIPS) for (const gap of gapsOf(entry.text)) push(index.byGap, gap, entry);
    index.longest = Math.max(index.longest, entry.text.length);
  }
  return index;
}

/** Not an ordinary word, and long enough that nobody else bears it by chance. */
export const isDistinct = (text: string, index: TargetIndex, length = SHORTEST_FOR_SLIPS): boolean => text.length >= length && !index.common.has(text);

/** The word is the label of an official domain, not a name. */
export const isLabel = (entry: TargetFound): boolean => entry.label !== "";

/** The word with each of its letters left out. */
export function gapsOf(word: string): readonly string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
