import type { TextPart } from "./mail.ts";

/** A line as a reader sees it, with its place in the text of its part. */
export interface VisibleLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A forward's header block stands near the top, so reading on is of no use. */
const mostLines = 400;
const mostCharacters = 200_000;

/** The first lines of a text part, without tags when it is HTML. For finding a quoted header block, not for display. */
export function visibleLines(part: TextPart): VisibleLine[] {
  return part.kind === "html" ? htmlLines(part.text.slice(0, mostCharacters)) : plainLines(part.text);
}

function plainLines(text: string): VisibleLine[] {
  const lines: VisibleLine[] = [];
  for (let start = 0; start < text.length && lines.length < mostLines;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const shown = end > start && text[end - 1] === "\r" ? end - 1 : end;
    lines.push({ text: text.slice(start, shown), start, end: shown });
    start = end + 1;
  }
  return lines;
}

const breaking = /^\/?(?:br|p|div|tr|table|tbody|li|ul|ol|h[1-6]|hr|blockquote|body|pre|dl|dt|dd|section|article|center)$/;
const unseen = /^(?:style|script|head|title|template)$/;

/** Blank lines are left out: between block tags they mean nothing. */
function htmlLines(html: string): VisibleLine[] {
  const lines: VisibleLine[] = [];
  const lower = html.toLowerCase();
  let text = "";
  let start = 0;
  let empty = true;
  const finish = (end: number): void => {
    if (!empty)
      lines.push({
        text: decodeEntities(text)
          .replace(/[\s\u00a0]+/g, " ")
          .trim(),
        start,
        end,
      });
    text = "";
    empty = true;
  };
  for (let at = 0; at < html.length && lines.length < mostLines;) {
    const tag = html.indexOf("<", at);
    const textEnd = tag < 0 ? html.length : tag;
    const run = html.slice(at, textEnd);
    if (empty && run.trim() !== "") {
      start = textEnd - run.trimStart().length;
      empty = false;
    }
    if (!empty) text += run;
    if (tag < 0) break;
    const name = /^\/?[a-z][a-z0-9]*/i.exec(html.slice(tag + 1, tag + 14))?.[0].toLowerCase() ?? "";
    at = tagEnd(lower, tag, name);
    if (breaking.test(name)) finish(tag);
    else if (name === "td" || name === "th") text += " ";
  }
  finish(html.length);
  return lines;
}

/** Index after the tag, or after the element when its content is not seen. A `<` that opens no tag is stepped over. */
function tagEnd(html: string, tag: number, name: string): number {
  if (name === "" && html[tag + 1] !== "!") return tag + 1;
  if (unseen.test(name)) {
    const close = html.indexOf("</" + name, tag);
    return close < 0 ? html.length : close;
  }
  if (html.startsWith("<!--", tag)) {
    const close = html.indexOf("-->", tag);
    return close < 0 ? html.length : close + 3;
  }
  const close = html.indexOf(">", tag);
  return close < 0 ? html.length : close + 1;
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " " };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));?/gi, (whole, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
