import type { Article } from "../../article/article.ts";
import { authorHtml } from "../../article/author-markdown.ts";
import { START } from "../../article/regions.ts";
import { sectionsOf } from "../../article/sections.ts";
import type { Brand } from "../../brands/brand.ts";
import type { Bilingual, Language } from "../../terms/index.ts";
import { ASSETS } from "./assets.ts";
import { articleData } from "./json-ld.ts";
import { bullets, dayShown, mailText, section } from "./layout.ts";
import type { Frame, Page } from "./layout.ts";
import { Markup, markup, readable } from "./markup.ts";
import { articlePath, brandPath, campaignPath, pathName, relativeTo } from "./paths.ts";
import { INSIDE, sectionMarkup } from "./sections.ts";
import type { ShownPicture } from "./sections.ts";
import { dayOf } from "./site.ts";
import { campaignText, WORDS } from "./words.ts";

export interface ArticleSurroundings {
  readonly frame: Frame;
  /** The registry's entry of the brand, if it has one and so a page of its own. */
  readonly brand: Brand | undefined;
  readonly picture: ShownPicture;
  /** Path of the picture that social networks show. */
  readonly social?: string | undefined;
  /** Slugs that have a page of their own; others are not linked. */
  readonly hasPage: (slug: string) => boolean;
}

/** Parts that this page shows in its own way: title and verdict on top, the box to copy from at the end. */
const OWN_WAY = new Set(["head", "lead", "copy"]);

/** The page of one warning in one language. */
export function articlePage(article: Article, around: ArticleSurroundings, lang: Language): Page {
  const path = articlePath(article.slug, lang);
  const published = article.published ?? article.created;
  const inside = { addressOf: (slug: string) => (around.hasPage(slug) ? INSIDE + articlePath(pathName(slug), lang) : undefined) };
  const parts = sectionsOf(article, lang, inside).map((part) => {
    const shown = OWN_WAY.has(part.id) ? undefined : sectionMarkup(part, { lang, path, picture: around.picture });
    const added = part.id === "advice" ? brandLink(around, path, lang) : part.id === "related" ? campaignLink(article, path, lang) : undefined;
    return markup`${part.id === "lead" ? opening(article, around, path, lang) : undefined}${shown}${added}${words(article, part.id, lang)}`;
  });
  return {
    lang,
    pathIn: (of) => articlePath(article.slug, of),
    title: article.title[lang],
    description: article.lead[lang],
    kind: "article",
    ...(around.social === undefined ? {} : { social: { path: around.social, text: article.title[lang] } }),
    times: { published, updated: article.updated ?? published },
    jsonLd: articleData(article, around, lang),
    ...(around.frame.base === undefined ? {} : { script: ASSETS.copy.path }),
    content: markup`<article>\n${words(article, START, lang)}${parts}${around.frame.base === undefined ? undefined : tell(article, around.frame.base + path, lang)}</article>`,
  };
}

function opening(article: Article, around: ArticleSurroundings, path: string, lang: Language): Markup {
  const published = article.published ?? article.created;
  const changed =
    article.updated === undefined || dayOf(article.updated) === dayOf(published)
      ? undefined
      : markup` · ${WORDS.updated[lang]} ${dayShown(dayOf(article.updated), lang)}`;
  const { brand } = around;
  const crumb =
    brand === undefined
      ? undefined
      : markup`<p class="crumb"><a href="${relativeTo(path, brandPath(pathName(brand.id), lang))}">${article.brandLabel[lang]}</a></p>\n`;
  const tags = article.tags.map((tag) => mailText(tag, lang));
  return markup`${crumb}<h1>${article.title[lang]}</h1>
<p class="dim">${WORDS.published[lang]} ${dayShown(dayOf(published), lang)}${changed}</p>
<div class="verdict ${article.verdict.level}">
<p class="headline"><span aria-hidden="true">${article.verdict.level === "impersonation" ? "×" : "!"}</span> ${article.verdict.headline[lang]}</p>
<p>${article.lead[lang]}</p>
</div>
${glance(article, lang)}${bullets(tags, "tags")}`;
}

/** The two things that tell most, apart from all others: who really sent it and where its links really lead. */
function glance({ mail }: Article, lang: Language): Markup {
  // A mail also links to real companies' pages; only what is blamed stands here.
  const blamed = mail.links.filter((link) => link.blame !== undefined && link.blame !== "none");
  const hosts = [...new Set(blamed.map((link) => link.host))].filter((host) => host.trim() !== "").slice(0, 5);
  const sender = mail.fromAddress.trim() === "" ? mailText(mail.fromName, lang) : markup`<bdi class="domain">${mail.fromAddress}</bdi>`;
  const rows: readonly (readonly [Bilingual, Markup] | undefined)[] = [
    [WORDS.from, mail.forgedSender ? markup`${sender} <span class="dim">${WORDS.fromForged[lang]}</span>` : sender],
    hosts.length === 0 ? undefined : [WORDS.linkHosts, markup`${hosts.map((host) => markup`<bdi class="domain host">${host}</bdi> `)}`],
    mail.day === undefined ? undefined : [WORDS.received, dayShown(mail.day, lang)],
  ];
  return markup`<dl class="facts">\n${rows.map((row) => (row === undefined ? undefined : markup`<div><dt>${row[0][lang]}</dt><dd>${row[1]}</dd></div>\n`))}</dl>\n`;
}

/** What the author wrote after a part of the machine's. Their headings stand below those of the page. */
function words(article: Article, id: string, lang: Language): Markup | undefined {
  const own = Object.hasOwn(article.words, id) ? (article.words[id]?.[lang] ?? "") : "";
  if (own.trim() === "") return undefined;
  const html = authorHtml(readable(own), article.mail).replace(/<(\/?)h[1-6]>/g, "<$1h3>");
  return markup`<div class="words">\n${new Markup(html)}\n</div>\n`;
}

function brandLink({ brand }: ArticleSurroundings, path: string, lang: Language): Markup | undefined {
  if (brand === undefined) return undefined;
  return markup`<p><a href="${relativeTo(path, brandPath(pathName(brand.id), lang))}">${WORDS.brandPage[lang]}</a></p>\n`;
}

function campaignLink({ campaign }: Article, path: string, lang: Language): Markup | undefined {
  if (campaign === undefined) return undefined;
  const text = campaignText(campaign.size, campaign.firstDay, campaign.lastDay)[lang];
  return markup`<p>${text} <a href="${relativeTo(path, campaignPath(pathName(campaign.id), lang))}">${WORDS.relatedCampaign[lang]}</a></p>\n`;
}

/** Title and address in one box; the button appears where the script runs. */
function tell(article: Article, url: string, lang: Language): Markup | undefined {
  return section(
    "tell",
    WORDS.copy[lang],
    markup`<label for="tell-text">${WORDS.copyLabel[lang]}</label>
<textarea id="tell-text" class="tell" rows="3" readonly>${article.title[lang]}
${url}</textarea>
<p><button id="tell-copy" type="button" hidden data-done="${WORDS.copied[lang]}">${WORDS.copyButton[lang]}</button> <span id="tell-done" role="status"></span></p>
`,
  );
}
