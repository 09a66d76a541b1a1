/**
 * Text of a mail inside Markdown must stay text in every dialect an author may use: CommonMark, GFM with its bare links,
 * and the site builders that read `{{` and `{%` before Markdown does.
 */

/** ASCII punctuation that starts a construct somewhere (CommonMark 0.31 §2.4 lets all of it be escaped). */
const SPECIAL = /[\\`*_[\]~|#!$]/g;
/** What GFM (§6.9, extended autolinks) would make a mail link of; letters, digits and brackets of a dead address. */
const ADDRESS = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.[\]-]{1,255}/g;
/** The starts of bare links: `www.` and `://` (GFM §6.9). */
const BARE_LINK = /www\.|:\/\//gi;
/** At the start of a line: lists, rules and headings (`1.`, `-`, `+`). */
const LINE_START = /^(\s*)([-+]|\d{1,9}[.)])/;

/** Text in the flow of a paragraph, on one line. */
export function escapeMarkdown(value: string): string {
  const line = value.replace(/[\s\u3000]*\n[\s\u3000]*/g, " ");
  let out = "";
  let at = 0;
  for (const found of line.matchAll(ADDRESS)) {
    out += escapeText(line.slice(at, found.index)) + codeSpan(found[0]);
    at = found.index + found[0].length;
  }
  return (out + escapeText(line.slice(at))).replace(LINE_START, (_whole, blank: string, mark: string) => `${blank}${escapeMark(mark)}`);
}

function escapeText(value: string): string {
  return templateFree(
    value
      .replace(SPECIAL, (mark) => `\\${mark}`)
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replace(BARE_LINK, (start) => (start === "://" ? ":\\/\\/" : `${start.slice(0, -1)}\\.`)),
  );
}

const escapeMark = (mark: string): string => `${mark.slice(0, -1)}\\${mark.slice(-1)}`;

/** `{{` and `{%` start a template in Hugo, Jekyll, Eleventy and others, even inside code. */
function templateFree(value: string): string {
  return value.replace(/\{(?=[{%#])/g, "{ ").replace(/([}%#])(?=\})/g, "$1 ");
}

/** A code span that holds any text on one line (CommonMark §6.1). */
export function codeSpan(value: string): string {
  const line = templateFree(value.replace(/\s+/g, " ").trim());
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return line === "" ? "" : `${fence}${pad}${line}${pad}${fence}`;
}

/** A fenced code block that no line of the text can end (CommonMark §4.5). */
export function fenced(value: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(value) + 1));
  return `${fence}text\n${templateFree(value)}\n${fence}`;
}

function longestRun(value: string): number {
  return [...value.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}

/** An address inside `[...](<...>)`; `>` and blanks would end it, and the URL parser has encoded the rest. */
export function escapeHref(href: string): string {
  return href.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
}
