import type { Evidence } from "../../evidence/evidence.ts";
import type { Language } from "../../terms/index.ts";
import type { Examination } from "../examination.ts";
import { markName, numbersOf } from "./mark-book.ts";
import { numberedPoints } from "./numbering.ts";
import { SourceText } from "./source-text.ts";
import { WORDS } from "./texts.ts";
import type { SourceLine, SourcePiece, SourceView } from "./view.ts";
import { wantedQuotes } from "./wanted.ts";
import type { Wanted } from "./wanted.ts";

/** Lines that are shown; beyond them only lines that a point quotes. */
const MOST_LINES = 2500;
/** Bytes that are shown in all, and of one stretch of a line. */
const MOST_BYTES = 300_000;
const LONGEST_STRETCH = 1500;
/** Fewer lines of encoded content are left as they are. */
const FEWEST_FOLDED = 4;
const SHORTEST_ENCODED = 40;

/**
 * The source of the judged mail, line by line, with the bytes of every quote under the numbers of the mail view. Long
 * encoded content is folded except for the lines that are quoted. Of a forward it is the source that holds the judged mail.
 */
export function sourceView(evidence: Evidence, examination: Examination, lang: Language): SourceView {
  const numbered = numberedPoints(examination, lang);
  const wanted = [...wantedQuotes(examination, numbered)].sort((left, right) => left.start - right.start);
  const { raw } = evidence.mail;
  const texts = evidence.texts
    .filter(({ part }) => part.content === undefined && /^(?:7bit|8bit|binary)$/.test(part.encoding))
    .map(({ part, charset }) => ({ start: part.bodyStart, end: part.bodyEnd, charset }));
  const reader = new SourceReader(raw, wanted, new SourceText(raw, texts));
  const lines = reader.lines();
  return {
    lang,
    lines,
    numbered,
    labels: Object.fromEntries(numbered.map(({ number, leans, title }) => [number, markName(leans, number, title, lang)])),
    cut: reader.folds ? WORDS.sourceCut[lang].replace("%", String(raw.length)) : undefined,
  };
}

class SourceReader {
  folds = false;
  readonly #raw: Uint8Array;
  readonly #wanted: readonly Wanted[];
  readonly #text: SourceText;
  readonly #lines: SourceLine[] = [];
  /** Lines of the fold that is open, and the first of them. */
  #waiting: { readonly line: number; readonly start: number; readonly end: number }[] = [];
  #left = MOST_BYTES;
  #first = 0;

  constructor(raw: Uint8Array, wanted: readonly Wanted[], text: SourceText) {
    this.#raw = raw;
    this.#text = text;
    this.#wanted = wanted;
  }

  lines(): readonly SourceLine[] {
    let line = 1;
    for (let start = 0; start < this.#raw.length; line++) {
      const found = this.#raw.indexOf(0x0a, start);
      const next = found < 0 ? this.#raw.length : found + 1;
      this.#line(line, start, found > start && this.#raw[found - 1] === 0x0d ? found - 1 : found < 0 ? next : found);
      start = next;
    }
    this.#closeFold();
    return this.#lines;
  }

  #line(line: number, start: number, end: number): void {
    const quoted = this.#quotesIn(start, Math.max(end, start + 1));
    const isBeyond = this.#lines.length >= MOST_LINES || this.#left <= 0;
    if (quoted.length === 0 && (isBeyond || isEncoded(this.#raw, start, end))) {
      this.#waiting.push({ line, start, end });
      return;
    }
    this.#closeFold();
    this.#show(line, start, end, quoted);
  }

  #quotesIn(start: number, end: number): readonly Wanted[] {
    while (this.#first < this.#wanted.length && (this.#wanted[this.#first] as Wanted).end <= start && this.#isOver(this.#first, start)) this.#first++;
    const found: Wanted[] = [];
    for (let at = this.#first; at < this.#wanted.length; at++) {
      const one = this.#wanted[at] as Wanted;
      if (one.start >= end) break;
      if (one.end > start || one.start === start) found.push(one);
    }
    return found;
  }

  #isOver(at: number, start: number): boolean {
    return (this.#wanted[at] as Wanted).start < start;
  }

  #closeFold(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    const [first] = waiting;
    if (first === undefined) return;
    const isBeyond = this.#lines.length >= MOST_LINES || this.#left <= 0;
    if (waiting.length < FEWEST_FOLDED && !isBeyond) {
      for (const { line, start, end } of waiting) this.#show(line, start, end, []);
      return;
    }
    this.folds = true;
    const text = isBeyond ? "" : `${this.#text.of(first.start, Math.min(first.end, first.start + 48), first.start)}…`;
    this.#lines.push({ line: first.line, folded: waiting.length, pieces: text === "" ? [] : [{ text, numbers: [], begins: [] }] });
  }

  #show(line: number, start: number, end: number, quoted: readonly Wanted[]): void {
    const edges = [...new Set([start, end, ...quoted.flatMap((one) => [Math.max(start, one.start), Math.min(end, one.end)])])].sort(
      (left, right) => left - right,
    );
    const pieces: SourcePiece[] = [];
    for (let at = 0; at + 1 < edges.length; at++) {
      const [from, to] = [edges[at] as number, edges[at + 1] as number];
      const here = quoted.filter((one) => one.start <= from && one.end >= to);
      const begins = numbersOf(here.filter((one) => one.start === from || (from === start && one.start < start && line === 1)));
      pieces.push({ text: this.#stretch(from, to, start), numbers: numbersOf(here), begins });
    }
    this.#left -= Math.min(end - start, LONGEST_STRETCH * 2);
    this.#lines.push({ line, folded: 0, pieces });
  }

  #stretch(from: number, to: number, lineStart: number): string {
    if (to - from <= LONGEST_STRETCH) return this.#text.of(from, to, lineStart);
    this.folds = true;
    return `${this.#text.of(from, from + LONGEST_STRETCH, lineStart)}…`;
  }
}

/** A whole line of base64 (RFC 2045 §6.8) or uuencoded text: nobody reads it. */
function isEncoded(raw: Uint8Array, start: number, end: number): boolean {
  if (end - start < SHORTEST_ENCODED) return false;
  const to = Math.min(end, start + 200);
  for (let at = start; at < to; at++) {
    const code = raw[at] as number;
    const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    if (!isLetter && code !== 0x2b && code !== 0x2f && code !== 0x3d) return false;
  }
  return true;
}
