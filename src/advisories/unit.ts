import type { ComparedLine } from "./advisory.ts";
import type { Skeleton } from "./skeleton.ts";
import type { Unit, Variable } from "./template.ts";

/** A text of the mail to look in, with its skeleton. */
export interface Haystack {
  readonly source: string;
  readonly skeleton: Skeleton;
}

/** How often the longest fixed text is tried: bounds the cost on mails that repeat it. */
const MAX_TRIES = 12;

/** Where the fixed texts of a unit stand in the mail, as skeleton indices; undefined when the unit is not there. */
export function locate(unit: Unit, mail: Haystack): readonly number[] | undefined {
  const text = mail.skeleton.text;
  const anchor = longest(unit.fixed);
  const wanted = unit.fixed[anchor] as string;
  if (wanted === "") return undefined;
  for (let tries = 0, at = text.indexOf(wanted); at >= 0 && tries < MAX_TRIES; tries++, at = text.indexOf(wanted, at + 1)) {
    const places = placesAround(unit, text, anchor, at);
    if (places !== undefined) return places;
  }
  return undefined;
}

function longest(fixed: readonly string[]): number {
  return fixed.reduce((best, part, i) => (part.length > (fixed[best] as string).length ? i : best), 0);
}

function placesAround(unit: Unit, text: string, anchor: number, at: number): number[] | undefined {
  const places: number[] = [];
  places[anchor] = at;
  for (let i = anchor + 1; i < unit.fixed.length; i++) {
    const from = (places[i - 1] as number) + (unit.fixed[i - 1] as string).length;
    const part = unit.fixed[i] as string;
    const found = part === "" ? from : text.slice(from, from + roomOf(unit.gaps[i - 1]) + part.length).indexOf(part);
    if (found < 0) return undefined;
    places[i] = part === "" ? from : from + found;
  }
  for (let i = anchor - 1; i >= 0; i--) {
    const part = unit.fixed[i] as string;
    const until = places[i + 1] as number;
    const start = Math.max(0, until - roomOf(unit.gaps[i]) - part.length);
    const found = part === "" ? until - start : text.slice(start, until).lastIndexOf(part);
    if (found < 0) return undefined;
    places[i] = start + found;
  }
  return places;
}

function roomOf(gap: readonly Variable[] | undefined): number {
  return gap === undefined ? 0 : gap.reduce((sum, variable) => sum + variable.room, 0);
}

/** The side-by-side line of a unit found at `places`, with what the mail has where the template has a variable. */
export function comparedAt(unit: Unit, mail: Haystack, places: readonly number[]): ComparedLine {
  const { source, skeleton } = mail;
  const first = unit.fixed.findIndex((part) => part !== "");
  const last = unit.fixed.findLastIndex((part) => part !== "");
  const firstAt = skeleton.at[places[first] as number] as number;
  const lastAt = skeleton.at[(places[last] as number) + (unit.fixed[last] as string).length - 1] as number;
  const start = first === 0 ? withMarks(source, firstAt) : lineStart(source, firstAt, 160);
  const end = last === unit.fixed.length - 1 ? withEndMarks(source, lastAt + 1) : lineEnd(source, lastAt + 1, 160);
  const variables = unit.gaps.flatMap((gap, i) => {
    const left = unit.fixed[i] === "" ? start : (skeleton.at[(places[i] as number) + (unit.fixed[i] as string).length - 1] as number) + 1;
    const right = unit.fixed[i + 1] === "" ? end : (skeleton.at[places[i + 1] as number] as number);
    return pairOf(gap, trimMarks(source.slice(left, right)));
  });
  const text = oneLine(source.slice(start, end));
  return { field: unit.field, template: unit.text, mail: text, kind: variables.length === 0 ? "equal" : "variable", variables };
}

/** Template and mail text of a gap, if they differ. */
function pairOf(gap: readonly Variable[], found: string): [string, string][] {
  const template = trimMarks(gap.map((variable) => variable.text).join(" "));
  return template.replace(/\s/g, "") === found.replace(/\s/g, "") ? [] : [[template, found]];
}

const EDGE = /^[\s、。,:：;()（）【】「」『』]+|[\s、。,:：;()（）【】「」『』]+$/gu;

function trimMarks(text: string): string {
  return oneLine(text.slice(0, 400)).replace(EDGE, "");
}

function oneLine(text: string): string {
  // A line break inside Japanese text is no blank.
  return text
    .trim()
    .replace(/(?<=[^\x00-\x7f])[ \t]*\r?\n[ \t]*(?=[^\x00-\x7f])/gu, "")
    .replace(/\s+/gu, " ");
}

function lineStart(source: string, at: number, room: number): number {
  return Math.max(source.lastIndexOf("\n", at - 1) + 1, at - room, 0);
}

function lineEnd(source: string, at: number, room: number): number {
  const found = source.indexOf("\n", at);
  return Math.min(found < 0 ? source.length : found, at + room);
}

/** Opening brackets before and closing marks behind belong to the line as the reader sees it. */
function withMarks(source: string, at: number): number {
  let start = at;
  while (start > 0 && "【「『（(〔▼▽※■●・".includes(source[start - 1] as string)) start--;
  return start;
}

function withEndMarks(source: string, at: number): number {
  let end = at;
  while (end < source.length && "】」』）)〕。！？!?".includes(source[end] as string)) end++;
  return end;
}
