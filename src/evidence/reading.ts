import type { TextPart } from "../mail/mail.ts";
import type { Where } from "../terms/index.ts";
import { readHtml } from "./html.ts";
import type { HtmlReading } from "./html.ts";

/** A text part with its HTML read once, for every topic to share. */
export interface ReadText {
  readonly part: TextPart;
  readonly html: HtmlReading | undefined;
  /** The text a reader sees of this part. */
  readonly visibleText: string;
  /** Index in the part's text where what is judged begins: behind the header block of an inline forward. */
  readonly from: number;
  /** The same place in `visibleText`. */
  readonly visibleFrom: number;
}

/** HTML longer than this is read up to here (a mail program cuts earlier: Gmail at 102 KB). */
const LONGEST_HTML = 5_000_000;

/** Reads each text part once. `judged` names the part of which only the text behind `bodyStart` is judged. */
export function readTexts(parts: readonly TextPart[], judged?: { readonly textPart: TextPart; readonly bodyStart: number }): readonly ReadText[] {
  return parts.map((part) => {
    const from = judged !== undefined && judged.textPart.part === part.part ? judged.bodyStart : 0;
    if (part.kind === "plain") return { part, html: undefined, visibleText: part.text, from, visibleFrom: from };
    const html = readHtml(part.text.length > LONGEST_HTML ? part.text.slice(0, LONGEST_HTML) : part.text);
    return { part, html, visibleText: html.text, from, visibleFrom: from === 0 ? 0 : indexAt(html, from) };
  });
}

/** The first visible index that stands at or behind a place in the HTML text; the mapping only ever grows. */
function indexAt(html: HtmlReading, source: number): number {
  let low = 0;
  let high = html.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (html.toSource(middle) < source) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Bytes of a range of the visible text. */
export function whereOf(read: ReadText, start: number, end: number): Where {
  if (read.html === undefined) return read.part.toWhere(start, end);
  const from = read.html.toSource(start);
  return read.part.toWhere(from, Math.max(from, end > start ? read.html.toSource(end - 1) + 1 : from));
}
