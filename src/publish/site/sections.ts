import type { Block, Inline, Section } from "../../article/section.ts";
import type { Language } from "../../terms/index.ts";
import { bullets, mailText, section } from "./layout.ts";
import { markup, outsideLink } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { relativeTo } from "./paths.ts";

/** A picture beside the page: its file name and its size in CSS pixels. */
export interface ShownPicture {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** What the blocks of one page need to know of it. */
export interface SectionPlace {
  readonly lang: Language;
  readonly path: string;
  readonly picture: ShownPicture;
}

/** Stands for the site's own address in links to its pages until they are written relative to the page. `.invalid`: RFC 2606. */
export const INSIDE = "https://site.invalid/";

/** One part of an article as the site shows it. */
export function sectionMarkup({ id, heading, blocks }: Section, place: SectionPlace): Markup | undefined {
  const content = blocks.map((block) => blockMarkup(block, place));
  return heading === undefined ? markup`<div id="${id}">\n${content}</div>\n` : section(id, heading, content);
}

function blockMarkup(block: Block, place: SectionPlace): Markup | undefined {
  switch (block.kind) {
    case "paragraph":
      return markup`<p>${inlines(block.content, place)}</p>\n`;
    case "list":
      return block.ordered
        ? markup`<ol>\n${block.items.map((item) => markup`<li>${inlines(item, place)}</li>\n`)}</ol>\n`
        : bullets(block.items.map((item) => markup`${inlines(item, place)}`));
    case "facts":
      return markup`<dl>\n${block.rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${inlines(value, place)}</dd></div>\n`)}</dl>\n`;
    case "transcript":
      return transcript(block, place.lang);
    case "picture":
      return figure(block, place.picture);
    case "quotation":
      return markup`<figure class="quotation">\n<blockquote>\n${block.lines.map((line) => markup`<p>${mailText(line, place.lang)}</p>\n`)}</blockquote>\n<figcaption>${inlines(block.from, place)}</figcaption>\n</figure>\n`;
    case "copy":
      return undefined; // The page has a box of its own for it, which knows the address.
  }
}

function transcript(block: Extract<Block, { kind: "transcript" }>, lang: Language): Markup {
  const rows = block.head.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${mailText(value, lang)}</dd></div>\n`);
  return markup`<p class="edge">${block.begin}</p>
<div class="mail">
<dl>
${rows}</dl>
<div class="body" dir="auto">${mailText(block.text, lang)}</div>
</div>
<p class="edge">${block.end}</p>
`;
}

function figure(block: Extract<Block, { kind: "picture" }>, { file, width, height }: ShownPicture): Markup {
  return markup`<figure>\n<img src="${file}" width="${width}" height="${height}" alt="${block.alt}">\n<figcaption>${block.caption}</figcaption>\n</figure>\n`;
}

const inlines = (content: readonly Inline[], place: SectionPlace): Markup => markup`${content.map((inline) => oneInline(inline, place))}`;

function oneInline(inline: Inline, place: SectionPlace): Markup {
  switch (inline.kind) {
    case "text":
      return markup`${inline.text}`;
    case "strong":
      return markup`<strong>${inline.text}</strong>`;
    case "code":
      return markup`<bdi class="domain">${inline.text}</bdi>`;
    case "link":
      return inline.href.startsWith(INSIDE)
        ? markup`<a href="${relativeTo(place.path, inline.href.slice(INSIDE.length))}">${inline.text}</a>`
        : outsideLink(inline.href, inline.text);
  }
}
