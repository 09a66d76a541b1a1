import type { Point } from "../checks/check.ts";
import type { Language } from "../terms/index.ts";
import { defang, deadTarget } from "./defang.ts";
import type { Examination } from "./examination.ts";
import { escapeHtml, html } from "./html-escape.ts";
import { NUMERALS, TEXTS } from "./lang.ts";
import { mailboxText } from "./outline.ts";
import { oneLine, plainText } from "./plain-text.ts";

const BODY_LIMIT = 8000;
/** Shorter quotes would be found by chance. */
const SHORTEST_QUOTE = 2;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly numbers: readonly number[];
  /** Numbers of the points whose link stands here: the quote that is an address, else the first (words that are a link). */
  readonly links: readonly number[];
}

/** The mail as its reader saw it, with the numbers of the points inside, where their quotes stand. */
export function mailPicture(examination: Examination, points: readonly Point[], lang: Language): string {
  const { mail } = examination;
  const body = plainText(mail.visibleText.slice(0, BODY_LIMIT))
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const cut = mail.visibleText.length > BODY_LIMIT ? html`<p class="dim">${TEXTS.pictureCut[lang]}</p>` : "";
  const row = (label: string, text: string): string => html`<div class="head"><span class="dim">${label}</span> `.concat(marked(text, points), "</div>");
  return [
    `<div class="mail${points[0]?.leans === "genuine" ? " speaks-for-it" : ""}">`,
    row(TEXTS.from[lang], oneLine(mailboxText(mail, lang), 300)),
    row(TEXTS.subject[lang], oneLine(mail.subject, 400) || TEXTS.none[lang]),
    `<div class="body">${marked(body, points)}</div>`,
    cut,
    `</div>`,
    html`<p class="dim">${TEXTS.deadLinks[lang]}</p>`,
  ].join("\n");
}

function marked(text: string, points: readonly Point[]): string {
  let out = "";
  let at = 0;
  for (const mark of marksIn(text, points)) {
    out += escapeHtml(defang(text.slice(at, mark.start)));
    const numbers = mark.numbers.map((number) => NUMERALS[number] ?? "").join("");
    out += `<mark>${escapeHtml(defang(text.slice(mark.start, mark.end)))}<b class="n">${numbers}</b></mark>${targets(mark, points)}`;
    at = mark.end;
  }
  return out + escapeHtml(defang(text.slice(at)));
}

/** Behind a marked link, where it really leads. */
function targets(mark: Mark, points: readonly Point[]): string {
  return mark.links
    .map((number) => points[number]?.link)
    .filter((link, index, all) => all.findIndex((other) => other?.real === link?.real) === index)
    .map((link) => (link === undefined ? "" : html`<span class="to">→ <b>${deadTarget(link.real)}</b></span>`))
    .join("");
}

/** Where the quotes stand, whatever blanks and line breaks differ; overlapping marks become one with both numbers. */
function marksIn(text: string, points: readonly Point[]): readonly Mark[] {
  const dense = denseOf(text);
  const marks: Mark[] = [];
  points.forEach((point, number) => {
    const quotesUrl = point.quotes.some((quote) => quote.text.includes("://"));
    for (const [index, quote] of point.quotes.slice(0, 8).entries()) {
      const isLink = quotesUrl ? quote.text.includes("://") : index === 0;
      const needle = denseOf(plainText(quote.text.slice(0, 2000))).text;
      if (needle.length < SHORTEST_QUOTE) continue;
      const found = dense.text.indexOf(needle);
      const start = dense.places[found];
      const last = dense.places[found + needle.length - 1];
      if (found >= 0 && start !== undefined && last !== undefined) marks.push({ start, end: last + 1, numbers: [number], links: isLink ? [number] : [] });
    }
  });
  return merge(marks.sort((left, right) => left.start - right.start));
}

function merge(marks: readonly Mark[]): readonly Mark[] {
  const merged: Mark[] = [];
  for (const mark of marks) {
    const before = merged.at(-1);
    if (before === undefined || mark.start >= before.end) merged.push(mark);
    else
      merged[merged.length - 1] = {
        start: before.start,
        end: Math.max(before.end, mark.end),
        numbers: [...new Set([...before.numbers, ...mark.numbers])].sort(),
        links: [...new Set([...before.links, ...mark.links])],
      };
  }
  return merged;
}

/** The text without blanks, and where each remaining UTF-16 unit stood. */
function denseOf(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let dense = "";
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (character.trim() === "") continue;
    dense += character;
    places.push(index);
  }
  return { text: dense, places };
}
