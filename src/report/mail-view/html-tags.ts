import type { DrawnKind, DrawnTag } from "./view.ts";

/** What an element of a mail becomes. Elements that are not named here are left out; what stands inside them stays. */
export interface Becomes {
  readonly tag: DrawnTag;
  readonly kind?: DrawnKind;
  readonly style?: Readonly<Record<string, string>>;
  /** Font size in px, for what surrounds it. */
  readonly size?: (around: number) => number;
}

const words = (text: string): readonly string[] => text.split(" ");
const all = (names: string, becomes: Becomes): readonly (readonly [string, Becomes])[] => words(names).map((name) => [name, becomes]);
const heading = (px: number): Becomes => ({ tag: "div", kind: "heading", style: { "font-weight": "bold" }, size: () => px });

export const BECOMES: ReadonlyMap<string, Becomes> = new Map<string, Becomes>([
  ...all("div section article header footer main nav aside address figure figcaption fieldset legend details summary hgroup body caption dl dt", {
    tag: "div",
  }),
  ...all("span font ins code tt kbd samp cite label abbr dfn mark q var bdi bdo a", { tag: "span" }),
  ...all("b strong", { tag: "b" }),
  ...all("i em", { tag: "i" }),
  ...all("u", { tag: "u" }),
  ...all("s strike del", { tag: "s" }),
  ...all("sub", { tag: "sub" }),
  ...all("sup", { tag: "sup" }),
  ...all("small", { tag: "span", size: (around) => Math.max(10, Math.round(around * 0.85)) }),
  ...all("big", { tag: "span", size: (around) => Math.min(36, Math.round(around * 1.2)) }),
  ...all("p", { tag: "div", kind: "paragraph" }),
  ...all("center", { tag: "div", style: { "text-align": "center" } }),
  ...all("ul menu dir dd", { tag: "div", kind: "list" }),
  ...all("ol", { tag: "div", kind: "ordered" }),
  ...all("li", { tag: "div", kind: "item" }),
  ...all("blockquote", { tag: "blockquote" }),
  ...all("pre xmp listing plaintext", { tag: "pre" }),
  ...all("table", { tag: "table" }),
  ...all("thead tbody tfoot", { tag: "tbody" }),
  ...all("tr", { tag: "tr" }),
  ...all("td", { tag: "td" }),
  ...all("th", { tag: "td", style: { "font-weight": "bold", "text-align": "center" } }),
  ["h1", heading(26)],
  ["h2", heading(22)],
  ["h3", heading(19)],
  ["h4", heading(16)],
  ["h5", heading(14)],
  ["h6", heading(13)],
]);

export const VOID: ReadonlySet<string> = new Set(words("area base br col embed hr img input link meta param source track wbr frame keygen basefont bgsound"));
/** A start tag of these ends a paragraph that is open (HTML Standard §13.2.6.4.7). */
export const BLOCK: ReadonlySet<string> = new Set(
  words(
    "address article aside blockquote center details dir div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul",
  ),
);
/** What may stand in a head; anything else ends it. */
export const HEAD: ReadonlySet<string> = new Set(words("base basefont bgsound head html link meta noscript script style template title"));
/** Elements that belong to the frame of a table: their end tags reach through a cell, others' do not. */
export const TABLE: ReadonlySet<string> = new Set(words("table thead tbody tfoot tr td th"));

/** Which elements on top a start tag closes by itself. */
export const CLOSES: Readonly<Record<string, ReadonlySet<string>>> = {
  li: new Set(["li", "p"]),
  dt: new Set(["dt", "dd", "p"]),
  dd: new Set(["dt", "dd", "p"]),
  option: new Set(["option"]),
  td: new Set(["td", "th", "p"]),
  th: new Set(["td", "th", "p"]),
  tr: new Set(["td", "th", "tr", "p"]),
  tbody: new Set(["td", "th", "tr", "tbody", "thead", "tfoot", "p"]),
  tfoot: new Set(["td", "th", "tr", "tbody", "thead", "tfoot", "p"]),
  thead: new Set(["td", "th", "tr", "tbody", "thead", "tfoot", "p"]),
};
