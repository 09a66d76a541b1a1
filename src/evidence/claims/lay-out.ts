import type { NameHit } from "../../brands/registry.ts";
import { later } from "../../terms/index.ts";
import type { Quote, Where } from "../../terms/index.ts";
import type { ClaimPlace, Gathered, Sender, Trace } from "../evidence.ts";
import type { HtmlLink, HtmlText } from "../html.ts";
import { whereOf } from "../reading.ts";
import type { ReadText } from "../reading.ts";
import type { ClaimsInput, ClaimsPart } from "./input.ts";

const FOOTER_LINES = 10;
const MAX_PIECES = 60;

export interface ClaimSources {
  readonly subject: Quote | undefined;
  readonly sender: Gathered<Sender>;
  readonly trace: Gathered<Trace>;
  readonly date: string | undefined;
  readonly main: ReadText | undefined;
}

/** Lays out what of the mail tells who speaks: headings, logos, link texts, body and the lines at its foot. */
export function claimsInput(sources: ClaimSources): ClaimsInput {
  const { main } = sources;
  return {
    subject: sources.subject,
    sender: sources.sender.kind === "found" ? sources.sender.value : undefined,
    parts: main === undefined ? [] : [...htmlPieces(main), ...bodyAndFooter(main)],
    list: sources.trace.kind === "found" && sources.trace.value.list !== undefined,
    day: sources.date?.slice(0, 10),
  };
}

function bodyAndFooter(main: ReadText): readonly ClaimsPart[] {
  const text = main.visibleText;
  const footer = footerStart(text, main.visibleFrom);
  // One text, as others read it too: it is folded once for all.
  const shown = text.slice(main.visibleFrom);
  let hits: readonly NameHit[] | undefined;
  const withNames = (part: ClaimsPart, from: number): ClaimsPart => ({
    ...part,
    names: (registry) => within((hits ??= registry.findNames(shown)), from - main.visibleFrom, part.text.length),
  });
  return [withNames(slice(main, "body", main.visibleFrom, footer), main.visibleFrom), withNames(slice(main, "footer", footer, text.length), footer)];
}

/** The hits inside a stretch, by places in that stretch. No name goes over the end of a line. */
function within(hits: readonly NameHit[], from: number, length: number): readonly NameHit[] {
  if (hits.length === 0) return hits;
  const inside = hits.filter((hit) => hit.start >= from && hit.end <= from + length);
  return from === 0 ? inside : inside.map((hit) => ({ ...hit, start: hit.start - from, end: hit.end - from }));
}

function slice(main: ReadText, place: ClaimPlace, from: number, to: number): ClaimsPart {
  const text = main.visibleText.slice(from, to);
  return { text, place, quoteAt: (start, end) => lazyQuote(text.slice(start, end), () => whereOf(main, from + start, from + end)) };
}

/** The last lines with something on them; a short mail is all body. */
function footerStart(text: string, from: number): number {
  let at = text.length;
  for (let lines = 0; lines < FOOTER_LINES;) {
    const previous = text.lastIndexOf("\n", at - 1);
    if (previous <= from) return text.length;
    if (text.slice(previous + 1, at).trim() !== "") lines++;
    at = previous;
  }
  return at - from < text.length - at ? text.length : at + 1;
}

function htmlPieces(main: ReadText): readonly ClaimsPart[] {
  const { html } = main;
  if (html === undefined) return [];
  const judged = <T extends { readonly start: number }>(pieces: readonly T[]): readonly T[] =>
    pieces.filter((piece) => piece.start >= main.from).slice(0, MAX_PIECES);
  return [
    ...judged(html.headings).map((piece) => whole(main, "heading", piece)),
    ...judged(html.imageAlts).map((piece) => whole(main, "logoAlt", piece)),
    ...judged(html.links)
      .filter((link) => link.visible && link.source !== "form" && link.textEnd > link.textStart)
      .map((link) => linkText(main, link)),
  ];
}

function whole(main: ReadText, place: ClaimPlace, piece: HtmlText): ClaimsPart {
  return { text: piece.text, place, quoteAt: (start, end) => lazyQuote(piece.text.slice(start, end), () => main.part.toWhere(piece.start, piece.end)) };
}

/** Looking the bytes up takes the encoding of the part apart once more, and most claims are never quoted. */
function lazyQuote(text: string, lookUp: () => Where): Quote {
  return later({ text }, { where: lookUp });
}

function linkText(main: ReadText, link: HtmlLink): ClaimsPart {
  return slice(main, "linkText", link.textStart, Math.min(link.textEnd, link.textStart + 500));
}
