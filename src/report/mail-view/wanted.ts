import type { Evidence, Link } from "../../evidence/evidence.ts";
import type { Point } from "../../checks/check.ts";
import type { Part, TextPart } from "../../mail/mail.ts";
import type { Examination } from "../examination.ts";
import { quotePlaces } from "../quote-places.ts";
import type { NumberedPoint } from "./view.ts";

/** A quote of a numbered point that is to be marked where it stands: bytes [start, end) of the judged mail's raw. */
export interface Wanted {
  readonly number: number;
  /** Index into `Examination.points`. */
  readonly index: number;
  readonly point: Point;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Quotes of one point that are marked; the reports list as many. */
const MAX_QUOTES = 8;

/** Every quote that has a place in the bytes, by number. Those of the envelope and of lookups are nowhere in the mail. */
export function wantedQuotes(examination: Examination, numbered: readonly NumberedPoint[]): readonly Wanted[] {
  return numbered.flatMap(({ number, point: main, also }) =>
    [main, ...also].flatMap((index) => {
      const point = examination.points[index];
      return (point?.quotes ?? []).slice(0, MAX_QUOTES).flatMap((quote) => {
        const { where } = quote;
        return where.kind === "raw" && point !== undefined ? [{ number, index, point, text: quote.text, start: where.start, end: where.end }] : [];
      });
    }),
  );
}

/** A wanted quote as an index range of a text part. */
export interface WantedInText {
  readonly wanted: Wanted;
  readonly start: number;
  readonly end: number;
}

export const stands = (wanted: Wanted, start: number, end: number): boolean => wanted.start < end && wanted.end > start;

export function isInPart(wanted: Wanted, part: Part): boolean {
  return part.content === undefined && wanted.start >= part.bodyStart && wanted.start < Math.max(part.bodyEnd, part.bodyStart + 1);
}

/** Index ranges of the quotes that stand in a text part, in order. */
export function inText(wanted: readonly Wanted[], text: TextPart): readonly WantedInText[] {
  return wanted
    .filter((one) => isInPart(one, text.part))
    .map((one) => {
      const start = indexOfByte(text, one.start);
      return { wanted: one, start, end: Math.max(start + 1, indexOfByte(text, one.end)) };
    })
    .sort((left, right) => left.start - right.start || right.end - left.end);
}

/** The first index of the text that stands at or behind a byte: the way back of `toWhere`, which only ever grows. */
function indexOfByte(text: TextPart, byte: number): number {
  let low = 0;
  let high = text.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const where = text.toWhere(middle, middle);
    if (where.kind === "raw" && where.start < byte) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Links by their target, with the quotes that stand for them: a link is the same wherever it leads to the same address. */
export type WantedLinks = ReadonlyMap<string, readonly Wanted[]>;

/**
 * Quotes of links that stand in a part which is not drawn (the text-only alternative, another part), by the target.
 * The drawn part has the same link as a rule.
 */
export function byTarget(wanted: readonly Wanted[], links: readonly Link[]): WantedLinks {
  const found = new Map<string, Wanted[]>();
  if (wanted.length === 0) return found;
  for (const link of links) {
    const { where } = link;
    if (where.kind !== "raw" || link.url === undefined) continue;
    for (const one of wanted) {
      if (!stands(one, where.start, where.end) && one.start !== where.start) continue;
      const list = found.get(link.url);
      if (list === undefined) found.set(link.url, [one]);
      else list.push(one);
    }
  }
  return found;
}

/** Quotes of words that stand in a part which is not drawn, at the place where the drawn text says the same. */
export function sameWords(wanted: readonly Wanted[], evidence: Evidence): readonly Wanted[] {
  if (wanted.length === 0) return [];
  const places = quotePlaces(
    evidence.visibleText,
    wanted.map(({ text }) => [text.slice(0, 2000)]),
  );
  return places.flatMap(({ start, end, of }) => {
    const where = evidence.visibleWhere(start, end);
    return where.kind !== "raw" ? [] : of.flatMap((at) => (wanted[at] === undefined ? [] : [{ ...wanted[at], start: where.start, end: where.end }]));
  });
}
