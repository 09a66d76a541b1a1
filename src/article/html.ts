import { escapeHtml, html } from "../report/html-escape.ts";
import type { Language } from "../terms/index.ts";
import type { Article } from "./article.ts";
import { authorHtml } from "./author-markdown.ts";
import { STYLE } from "./html-style.ts";
import { pictureOf } from "./picture.ts";
import { START } from "./regions.ts";
import { NOWHERE, sectionsOf } from "./sections.ts";
import type { Place } from "./sections.ts";
import type { Block, Inline, Section } from "./section.ts";

/** No script, no frame, no form, nothing from elsewhere: whatever slips through the escaping stays dead. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The article as one self-contained page. */
export function articlePage(article: Article, lang: Language, place: Place = NOWHERE): string {
  return [
    `<!doctype html>`,
    `<html lang="${lang}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">`,
    `<meta name="format-detection" content="telephone=no,email=no,address=no">`,
    article.state === "published" ? "" : `<meta name="robots" content="noindex">`,
    html`<title>${article.title[lang]}</title>`,
    html`<meta name="description" content="${article.lead[lang]}" />`,
    `<style>${STYLE}</style></head><body><main>`,
    articleHtml(article, lang, place),
    `</main></body></html>`,
    "",
  ].join("\n");
}

/** The article alone, for a page around it: an `<article>` whose classes begin with `ay-`. */
export function articleHtml(article: Article, lang: Language, place: Place = NOWHERE): string {
  const picture = pictureOf(article.mail, lang);
  const parts = sectionsOf(article, lang, place).flatMap((section) => [sectionHtml(section, article, lang, picture), wordsHtml(article, section.id, lang)]);
  return [html`<article class="ay-article" lang="${lang}">`, wordsHtml(article, START, lang), ...parts, `</article>`].filter((part) => part !== "").join("\n");
}

function wordsHtml(article: Article, id: string, lang: Language): string {
  const own = Object.hasOwn(article.words, id) ? (article.words[id]?.[lang] ?? "") : "";
  return own.trim() === "" ? "" : `<div class="ay-words">${authorHtml(own, article.mail)}</div>`;
}

function sectionHtml(section: Section, article: Article, lang: Language, picture: string): string {
  const title = section.id === "head" ? html`<h1>${article.title[lang]}</h1>` : "";
  const heading = section.heading === undefined ? "" : html`<h2>${section.heading}</h2>`;
  return `<section class="ay-${section.id.replace(/-\d+$/, "")}" id="${section.id}">${title}${heading}${section.blocks.map((block) => blockHtml(block, picture)).join("\n")}</section>`;
}

function blockHtml(block: Block, picture: string): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${inlineHtml(block.content)}</p>`;
    case "list":
      return `<${block.ordered ? "ol" : "ul"}>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join("")}</${block.ordered ? "ol" : "ul"}>`;
    case "facts":
      return `<dl>${block.rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${inlineHtml(value)}</dd>`).join("")}</dl>`;
    case "transcript":
      return `${html`<p class="ay-edge">${block.begin}</p>`}<div class="ay-mail"><dl>${block.head
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )
        .join("")}</dl>${html`<div class="ay-body">${block.text}</div>`}</div>${html`<p class="ay-edge">${block.end}</p>`}`;
    case "picture":
      return `<figure>${picture}${html`<figcaption>${block.caption}</figcaption>`}</figure>`;
    case "quotation":
      return `<blockquote>${block.lines.map((line) => html`<p>${line}</p>`).join("")}<footer>— ${inlineHtml(block.from)}</footer></blockquote>`;
    case "copy":
      // Selected as a whole by one click; a site with a script of its own may add a button beside it.
      return html`<pre class="ay-copytext" tabindex="0">${block.text}</pre>`;
  }
}

function inlineHtml(content: readonly Inline[]): string {
  return content.map(oneInline).join("");
}

function oneInline(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return escapeHtml(inline.text);
    case "strong":
      return html`<strong>${inline.text}</strong>`;
    case "code":
      return html`<code>${inline.text}</code>`;
    case "link":
      return html`<a href="${inline.href}" rel="noopener noreferrer">${inline.text}</a>`;
  }
}
