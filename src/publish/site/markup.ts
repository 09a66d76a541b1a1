/**
 * HTML that is known to be well made. Text becomes part of it only escaped; what is already `Markup` is taken as it is.
 * An article's text went through `redact/`, yet a mail's author chose its letters, so nothing is trusted here.
 */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Piece = Markup | string | number | undefined | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
// Characters neither HTML (https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream) nor XML 1.0 (section 2.2) takes.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{10fffe}\u{10ffff}]/gu;
/** Marks that turn the reading order round (UAX #9), or take no room, and tag characters: they hide what stands there. */
const HIDING = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** The text without what no page may hold; line breaks become `\n`. */
export function readable(text: string): string {
  return text.replace(/\r\n?/g, "\n").toWellFormed().replace(FORBIDDEN, "").replace(HIDING, "");
}

/** Text for element content and quoted attributes, of HTML and of XML. */
export function escapeText(text: string): string {
  return readable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** A template whose values are escaped, but for `Markup`; lists are joined, `undefined` is nothing. */
export function markup(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return new Markup(strings.reduce((out, piece, index) => out + written(values[index - 1]) + piece));
}

function written(piece: Piece): string {
  if (piece === undefined) return "";
  if (piece instanceof Markup) return piece.text;
  return typeof piece === "object" ? piece.map(written).join("") : escapeText(String(piece));
}

/** JSON for a data block: no `<` can end it, and the line separators of old scripts are written as escapes. */
export function jsonBlock(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The address of a web page that may be linked, or undefined. Anything else is shown as text. */
export function linkable(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return (parsed.protocol === "https:" || parsed.protocol === "http:") && parsed.username === "" && parsed.password === "" ? parsed.href : undefined;
}

/** A link to somebody else's page: says where it goes, and tells that page nothing of the reader. */
export function outsideLink(url: string | undefined, text: string): Markup {
  const href = linkable(url);
  return href === undefined ? markup`${text}` : markup`<a href="${href}" rel="noopener noreferrer external">${text}</a>`;
}
