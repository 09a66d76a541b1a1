import type { Bilingual, Language } from "../../terms/index.ts";
import { ASSETS } from "./assets.ts";
import { escapeText, jsonBlock, Markup, markup } from "./markup.ts";
import type { Piece } from "./markup.ts";
import { archivePath, atomPath, brandsPath, fileOf, homePath, jsonFeedPath, relativeTo, searchPath } from "./paths.ts";
import { otherLanguage } from "./site.ts";
import type { SiteFile } from "./site.ts";
import { SOCIAL_SIZE } from "./social-size.ts";
import { WORDS } from "./words.ts";

/** What all pages of one site share. */
export interface Frame {
  readonly base: string | undefined;
  readonly title: Bilingual;
}

export interface Page {
  readonly lang: Language;
  /** Path of the page in a language; the same page exists in both. */
  readonly pathIn: (lang: Language) => string;
  readonly title: string;
  readonly description: string;
  readonly content: Markup;
  readonly kind?: "article" | "website";
  /** Data for search engines (schema.org). */
  readonly jsonLd?: readonly unknown[];
  /** A file of the site that the page runs. */
  readonly script?: string;
  /** Picture that social networks show (Open Graph), a file of the site, and what it says. */
  readonly social?: { readonly path: string; readonly text: string };
  readonly times?: { readonly published: string; readonly updated: string };
  /** Search engines are asked to leave the page out. */
  readonly hidden?: boolean;
}

/** Only files of the site itself, and no inline script or style: whatever slips through the escaping stays dead. */
function contentPolicy(scripts: boolean): string {
  const script = scripts ? "script-src 'self'; connect-src 'self'; " : "";
  return `default-src 'none'; style-src 'self'; img-src 'self'; ${script}form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'`;
}

/** The page as a file. */
export function pageFile(frame: Frame, page: Page): SiteFile {
  const text = `<!DOCTYPE html>\n${
    markup`<html lang="${page.lang}">
${headOf(frame, page)}
<body>
<a class="skip" href="#content">${WORDS.skip[page.lang]}</a>
${headerOf(frame, page)}
<main id="content" tabindex="-1">
${page.content}
</main>
${footerOf(frame, page)}
</body>
</html>`.text
  }\n`;
  return { path: fileOf(page.pathIn(page.lang)), content: text };
}

function headOf(frame: Frame, page: Page): Markup {
  const own = page.pathIn(page.lang);
  const here = (to: string): string => relativeTo(own, to);
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(page.script !== undefined)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no, email=no, address=no">
<meta name="color-scheme" content="light dark">
<title>${windowTitle(page.title, own === homePath(page.lang) ? "" : frame.title[page.lang])}</title>
<meta name="description" content="${page.description}">
${page.hidden === true ? markup`<meta name="robots" content="noindex">\n` : undefined}<link rel="stylesheet" href="${here(ASSETS.style.path)}">
<link rel="icon" type="image/svg+xml" href="${here(ASSETS.icon.path)}">
${page.hidden === true ? undefined : addresses(frame, page)}${page.script === undefined ? undefined : markup`<script type="module" src="${here(page.script)}"></script>\n`}${(page.jsonLd ?? []).map(dataBlock)}</head>`;
}

/** Search engines and tabs show no more; the heading has the whole. The site's name is added where there is room. */
const TITLE_LENGTH = 70;

function windowTitle(title: string, site: string): string {
  // Validators count the text as it is written.
  const fits = (text: string): boolean => escapeText(text).length <= TITLE_LENGTH;
  const named = site === "" ? title : `${title} | ${site}`;
  if (fits(named)) return named;
  const letters = [...title].slice(0, TITLE_LENGTH);
  if (letters.join("") === title && fits(title)) return title;
  while (!fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("")}…`;
}

const dataBlock = (value: unknown): Markup => markup`<script type="application/ld+json">${new Markup(jsonBlock(value))}</script>\n`;

/** Canonical address, the other language, feeds and Open Graph; all of them need the address of the site. */
function addresses(frame: Frame, page: Page): Markup | undefined {
  if (frame.base === undefined) return undefined;
  const at = (path: string): string => frame.base + path;
  const { lang } = page;
  const own = at(page.pathIn(lang));
  return markup`<link rel="canonical" href="${own}">
<link rel="alternate" hreflang="ja" href="${at(page.pathIn("ja"))}">
<link rel="alternate" hreflang="en" href="${at(page.pathIn("en"))}">
<link rel="alternate" hreflang="x-default" href="${at(page.pathIn("ja"))}">
<link rel="alternate" type="application/atom+xml" title="${frame.title[lang]}" href="${at(atomPath(lang))}">
<link rel="alternate" type="application/feed+json" title="${frame.title[lang]}" href="${at(jsonFeedPath(lang))}">
<meta property="og:type" content="${page.kind ?? "website"}">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:url" content="${own}">
<meta property="og:site_name" content="${frame.title[lang]}">
<meta property="og:locale" content="${lang === "ja" ? "ja_JP" : "en_US"}">
<meta property="og:locale:alternate" content="${lang === "ja" ? "en_US" : "ja_JP"}">
${socialPicture(frame.base, page)}${page.times === undefined ? undefined : markup`<meta property="article:published_time" content="${page.times.published}">\n<meta property="article:modified_time" content="${page.times.updated}">\n`}`;
}

/** https://ogp.me/#structured */
function socialPicture(base: string, { social }: Page): Markup {
  if (social === undefined) return markup`<meta name="twitter:card" content="summary">\n`;
  return markup`<meta property="og:image" content="${base + social.path}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${String(SOCIAL_SIZE.width)}">
<meta property="og:image:height" content="${String(SOCIAL_SIZE.height)}">
<meta property="og:image:alt" content="${social.text}">
<meta name="twitter:card" content="summary_large_image">
`;
}

function headerOf(frame: Frame, page: Page): Markup {
  const { lang } = page;
  const own = page.pathIn(lang);
  const link = (path: string, text: string): Markup =>
    markup`<li><a href="${relativeTo(own, path)}"${path === own ? markup` aria-current="page"` : undefined}>${text}</a></li>`;
  const other = otherLanguage(lang);
  return markup`<header class="site">
<div class="bar">
<a class="name" href="${relativeTo(own, homePath(lang))}">${frame.title[lang]}</a>
<nav aria-label="${WORDS.navigation[lang]}"><ul>
${link(searchPath(lang), WORDS.search[lang])}
${link(brandsPath(lang), WORDS.brands[lang])}
${link(archivePath(lang), WORDS.inMenu[lang])}
<li><a href="${relativeTo(own, page.pathIn(other))}" lang="${other}" hreflang="${other}">${WORDS.otherLanguage[other]}</a></li>
</ul></nav>
</div>
</header>`;
}

function footerOf(frame: Frame, page: Page): Markup {
  const { lang } = page;
  const own = page.pathIn(lang);
  const feeds =
    frame.base === undefined
      ? undefined
      : markup`<p>${WORDS.feeds[lang]}: <a href="${relativeTo(own, atomPath(lang))}">Atom</a> · <a href="${relativeTo(own, jsonFeedPath(lang))}">JSON Feed</a></p>\n`;
  return markup`<footer class="site">
<p>${WORDS.footer[lang]}</p>
${feeds}</footer>`;
}

/** A part of a page with its heading, or nothing where there is nothing to show. */
export function section(id: string, title: string, ...content: readonly Piece[]): Markup | undefined {
  const body = markup`${content}`;
  return body.text.trim() === ""
    ? undefined
    : markup`<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${title}</h2>\n${body}\n</section>\n`;
}

export function bullets(items: readonly Piece[], className?: string): Markup | undefined {
  const name = className === undefined ? undefined : markup` class="${className}"`;
  return items.length === 0 ? undefined : markup`<ul${name}>\n${items.map((item) => markup`<li>${item}</li>\n`)}</ul>\n`;
}

/** A day as people of the language write it; the machine's form stays beside it. */
export function dayShown(day: string, lang: Language): Markup {
  const [year = "", month = "", date = ""] = day.split("-");
  const names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  const shown = lang === "ja" ? `${year}年${Number(month)}月${Number(date)}日` : `${Number(date)} ${names[Number(month) - 1] ?? month} ${year}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? markup`<time datetime="${day}">${shown}</time>` : markup`${day}`;
}

const JAPANESE = /[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]/;

/** Words of a mail stand in its own language, whatever the page's: fonts and screen readers must know. */
export function mailText(text: string, lang: Language): Markup {
  const own: Language = JAPANESE.test(text) ? "ja" : "en";
  return own === lang ? markup`<bdi>${text}</bdi>` : markup`<bdi lang="${own}">${text}</bdi>`;
}
