import { later } from "../../terms/index.ts";
import type { Quote, Where } from "../../terms/index.ts";
import type { Gathered, Wording } from "../evidence.ts";
import { whereOf } from "../reading.ts";
import type { ReadText } from "../reading.ts";
import { compilePhrases } from "../wording/phrase-matcher.ts";
import type { PhraseHit } from "../wording/phrase-matcher.ts";
import { PHRASES } from "../wording/phrases.ts";
import type { PhraseTopic } from "../wording/phrases.ts";

/** Lures speak early; what follows is footers, salting and quoted mail. Characters of visible text that are read. */
const READ = 12_000;

let find: ((text: string) => readonly PhraseHit<PhraseTopic>[]) | undefined;

/** Which topics subject and text speak of, with the distinct phrases that say so. One pass over each. */
export function gatherWording(subject: Quote | undefined, main: ReadText | undefined): Gathered<Wording> {
  find ??= compilePhrases(PHRASES);
  const topics = new Map<PhraseTopic, Quote[]>();
  const seen = new Set<string>();
  if (subject !== undefined) for (const hit of apart(find(subject.text))) add(topics, seen, hit, subject.text, () => subject.where);
  if (main !== undefined) {
    const text = main.visibleText.slice(main.visibleFrom, main.visibleFrom + READ);
    for (const hit of apart(find(text))) add(topics, seen, hit, text, () => whereOf(main, main.visibleFrom + hit.start, main.visibleFrom + hit.end));
  }
  return topics.size === 0 ? { kind: "absent" } : { kind: "found", value: { topics } };
}

/** Of phrases of one topic that overlap the first counts: "you have been selected to" is said once. */
function apart(hits: readonly PhraseHit<PhraseTopic>[]): readonly PhraseHit<PhraseTopic>[] {
  const ends = new Map<PhraseTopic, number>();
  return hits.filter(({ topic, start, end }) => {
    if (start < (ends.get(topic) ?? 0)) return false;
    ends.set(topic, end);
    return true;
  });
}

function add(topics: Map<PhraseTopic, Quote[]>, seen: Set<string>, hit: PhraseHit<PhraseTopic>, text: string, lookUp: () => Where): void {
  const phrase = text.slice(hit.start, hit.end).replace(/\s+/g, " ");
  const key = `${hit.topic} ${phrase.toLowerCase()}`;
  if (seen.has(key)) return;
  seen.add(key);
  // Bytes are looked up only for phrases that are quoted.
  const quote: Quote = later({ text: phrase }, { where: lookUp });
  const quotes = topics.get(hit.topic);
  if (quotes === undefined) topics.set(hit.topic, [quote]);
  else quotes.push(quote);
}
