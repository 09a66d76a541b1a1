import type { RedactedMail, RedactedPoint } from "../redact/redacted-mail.ts";

/** A point with its number in the article and in the picture, from 1. */
export interface NumberedPoint {
  readonly number: number;
  readonly point: RedactedPoint;
}

/** More than this nobody reads; the rest becomes a short list. */
const MOST = 5;
const WITHOUT_MARKS = 3;

/** The points that get a section each: those marked in the picture, or the first three where none is. */
export function mainPoints(mail: RedactedMail): readonly NumberedPoint[] {
  const marked = mail.points.flatMap((point) => (point.mark === undefined ? [] : [{ number: point.mark, point }]));
  if (marked.length > 0) return marked.sort((left, right) => left.number - right.number).slice(0, MOST);
  return mail.points.slice(0, WITHOUT_MARKS).map((point, index) => ({ number: index + 1, point }));
}

/** The points without a section of their own. */
export function furtherPoints(mail: RedactedMail): readonly RedactedPoint[] {
  const main = new Set(mainPoints(mail).map(({ point }) => point));
  return mail.points.filter((point) => !main.has(point));
}

/** ① to ⑳ as one character (Unicode U+2460 to U+2473), above that in brackets. */
export function numeral(number: number): string {
  return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : `(${number})`;
}
