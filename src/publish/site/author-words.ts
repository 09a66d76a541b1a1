import { micromark } from "micromark";
import { Markup, readable } from "./markup.ts";

/**
 * No HTML, no pictures (they would be fetched from elsewhere), no headings (they would break the page's outline), no code by
 * indentation (Japanese paragraphs start with blanks). Without `allowDangerousProtocol` micromark drops `javascript:` and the like.
 */
const LEFT_OUT = { disable: { null: ["htmlFlow", "htmlText", "labelStartImage", "headingAtx", "setextUnderline", "codeIndented", "definition"] } };
/** CommonMark nests by quotes and lists; deeper than any author writes, only an attack does. */
const DEEPEST = 40;

/** What the author wrote in Markdown, as HTML without anything live but links. */
export function authorWords(markdown: string): Markup {
  return new Markup(micromark(shallow(readable(markdown)), { extensions: [LEFT_OUT] }));
}

/** A line's leading marks of quotes and lists beyond `DEEPEST` are taken as text. */
function shallow(markdown: string): string {
  return markdown.replace(/^[\s>*+-]{40,}/gm, (marks) => `${marks.slice(0, DEEPEST).trimEnd()} \\${marks.slice(DEEPEST).trim()}`);
}
