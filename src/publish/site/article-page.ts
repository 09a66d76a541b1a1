import type { Article } from "../../article/article.ts";
import type { Brand } from "../../brands/brand.ts";
import type { RedactedPoint } from "../../redact/redacted-mail.ts";
import type { Bilingual, Language } from "../../terms/index.ts";
import { ASSETS } from "./assets.ts";
import { authorWords } from "./author-words.ts";
import { contactOf } from "./contact.ts";
import { articleData } from "./json-ld.ts";
import { bullets, dayShown, mailText, section } from "./layout.ts";
import type { Frame, Page } from "./layout.ts";
import { linkable, markup, Markup, outsideLink } from "./markup.ts";
import { articlePath, brandPath, campaignPath, pathName, relativeTo } from "./paths.ts";
import { dayOf } from "./site.ts";
import type { Advice } from "./site.ts";
import { campaignText, WORDS } from "./words.ts";

/** A picture beside the page: its file name and, if known, its size in CSS pixels. */
export interface ShownPicture {
  readonly file: string;
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

export interface ArticleSurroundings {
  readonly frame: Frame;
  readonly brand: Brand | undefined;
  readonly advice: Advice;
  readonly picture: ShownPicture | undefined;
  /** Slugs that have a page of their own; others are not linked. */
  readonly hasPage: (slug: string) => boolean;
}

/** Sections in which the author may say something of their own, by the id under which `Article.words` keeps it. */
const PLACES = ["lead", "picture", "transcript", "points", "advisories", "summary"] as const;

/** The page of one warning in one language. */
export function articlePage(article: Article, around: ArticleSurroundings, lang: Language): Page {
  const pathIn = (of: Language): string => articlePath(pathName(article.slug), of);
  const published = article.published ?? article.created;
  return {
    lang,
    pathIn,
    title: article.title[lang],
    description: article.lead[lang],
    kind: "article",
    times: { published, updated: article.updated ?? published },
    jsonLd: articleData(article, around, lang),
    ...(around.frame.base === undefined ? {} : { script: ASSETS.copy.path }),
    content: markup`<article>
${opening(article, around, lang)}
${section("facts", WORDS.facts[lang], factsOf(article, lang))}${pictureOf(article, around.picture, lang)}${section("points", WORDS.points[lang], wordsIn(article, "points", lang), article.mail.points.map((point) => pointOf(point, lang)))}${transcriptOf(article, lang)}${section("advisories", WORDS.advisories[lang], advisoriesOf(article, lang), wordsIn(article, "advisories", lang))}${section("notes", WORDS.notes[lang], notesOf(article, lang))}${section("summary", WORDS.summary[lang], markup`<p>${article.summary[lang]}</p>\n`, wordsIn(article, "summary", lang))}${afterwards(article, around, lang)}</article>`,
  };
}

function opening(article: Article, around: ArticleSurroundings, lang: Language): Markup {
  const own = articlePath(article.slug, lang);
  const published = article.published ?? article.created;
  const times = [
    markup`${WORDS.published[lang]} ${dayShown(dayOf(published), lang)}`,
    article.updated === undefined || dayOf(article.updated) === dayOf(published) ? undefined : markup` · ${WORDS.updated[lang]} ${dayShown(dayOf(article.updated), lang)}`,
  ];
  const brand =
    around.brand === undefined
      ? undefined
      : markup`<p class="crumb"><a href="${relativeTo(own, brandPath(pathName(around.brand.id), lang))}">${article.brandLabel[lang]}</a></p>\n`;
  return markup`${brand}<h1>${article.title[lang]}</h1>
<p class="dim">${times}</p>
<div class="verdict ${article.verdict.level}">
<p class="headline"><span aria-hidden="true">${article.verdict.level === "impersonation" ? "×" : "!"}</span> ${article.verdict.headline[lang]}</p>
<p>${article.lead[lang]}</p>
</div>
${wordsIn(article, "lead", lang)}${bullets(
    article.tags.map((tag) => markup`${mailText(tag, lang)}`),
    "tags",
  )}`;
}

function factsOf({ mail }: Article, lang: Language): Markup {
  const hosts = [...new Set(mail.links.map((link) => link.host))].slice(0, 10);
  const sender = markup`${mailText(mail.fromName, lang)} <bdi class="domain">${mail.fromAddress}</bdi>`;
  const rows: readonly (readonly [Bilingual, Markup] | undefined)[] = [
    [WORDS.subject, mailText(mail.subject, lang)],
    [mail.forgedSender ? WORDS.fromForged : WORDS.from, sender],
    mail.replyTo === undefined ? undefined : [WORDS.replyTo, markup`<bdi class="domain">${mail.replyTo}</bdi>`],
    hosts.length === 0 ? undefined : [WORDS.linkHosts, markup`${hosts.map((host) => markup`<bdi class="domain">${host}</bdi> `)}`],
    mail.attachments.length === 0 ? undefined : [WORDS.attachments, markup`${bullets(mail.attachments.slice(0, 20).map((name) => mailText(name, lang)))}`],
    mail.day === undefined ? undefined : [WORDS.received, dayShown(mail.day, lang)],
  ];
  return markup`<dl class="facts">\n${rows.map((row) => (row === undefined ? undefined : markup`<div><dt>${row[0][lang]}</dt><dd>${row[1]}</dd></div>\n`))}</dl>\n`;
}

function pictureOf(article: Article, picture: ShownPicture | undefined, lang: Language): Markup | undefined {
  if (picture === undefined) return undefined;
  const size = picture.size === undefined ? undefined : markup` width="${picture.size.width}" height="${picture.size.height}"`;
  const titles = article.mail.points.map((point) => `${numeral(point.mark)}${point.title[lang]}`).join(lang === "ja" ? "、" : "; ");
  return section(
    "picture",
    WORDS.picture[lang],
    markup`<figure>\n<img src="${picture.file}"${size} alt="${`${WORDS.picture[lang]}: ${titles}`}">\n</figure>\n`,
    wordsIn(article, "picture", lang),
  );
}

const numeral = (mark: number | undefined): string => (mark === undefined || mark < 1 || mark > 20 ? "" : String.fromCodePoint(0x2460 + mark - 1));

function pointOf(point: RedactedPoint, lang: Language): Markup {
  const source = linkable(point.source);
  const row = (name: Bilingual, text: Markup): Markup => markup`<div><dt>${name[lang]}</dt><dd>${text}</dd></div>\n`;
  const from = source === undefined ? undefined : markup` <span class="dim">(${WORDS.source[lang]}: ${outsideLink(source, new URL(source).host)})</span>`;
  const quotes = point.quotes.slice(0, 5).map((quote) => markup`<q>${mailText(quote, lang)}</q>`);
  return markup`<div class="point">
<h3>${point.mark === undefined ? undefined : markup`<span class="mark">${numeral(point.mark)}</span> `}${point.title[lang]}</h3>
<dl>
${row(WORDS.seen, markup`${point.seen[lang]}`)}${row(WORDS.official, markup`${point.official[lang]}${from}`)}${row(WORDS.why, markup`${point.why[lang]}`)}${quotes.length === 0 ? undefined : row(WORDS.quotes, markup`${bullets(quotes)}`)}</dl>
</div>
`;
}

function transcriptOf(article: Article, lang: Language): Markup | undefined {
  const { mail } = article;
  const own = /[\u3041-\u30ff\u3400-\u9fff]/.test(mail.text) ? "ja" : "en";
  return section(
    "transcript",
    WORDS.transcript[lang],
    markup`<p class="dim">${WORDS.transcriptNote[lang]}</p>
<p class="edge">${WORDS.transcriptStart[lang]}</p>
<div class="mail">
<p class="head">${WORDS.subject[lang]}: ${mailText(mail.subject, lang)}</p>
<p class="head">${WORDS.from[lang]}: ${mailText(mail.fromName, lang)} &lt;<bdi>${mail.fromAddress}</bdi>&gt;</p>
<div class="body" lang="${own}" dir="auto">${mail.text.trim()}</div>
</div>
<p class="edge">${WORDS.transcriptEnd[lang]}</p>
`,
    wordsIn(article, "transcript", lang),
  );
}

function advisoriesOf(article: Article, lang: Language): Markup | undefined {
  return bullets(
    article.advisories.map(
      (advisory) =>
        markup`${advisory.issuer}: ${outsideLink(advisory.url, advisory.title)}${advisory.published === undefined ? undefined : markup` <span class="dim">(${dayShown(advisory.published, lang)})</span>`}`,
    ),
  );
}

function wordsIn(article: Article, id: string, lang: Language): Markup | undefined {
  const text = article.words[id]?.[lang] ?? "";
  return text.trim() === "" ? undefined : markup`<div class="words">${authorWords(text)}</div>\n`;
}

/** The author's words that belong to no section of the machine's. */
function notesOf(article: Article, lang: Language): Markup[] {
  const placed: readonly string[] = PLACES;
  return Object.keys(article.words)
    .filter((id) => !placed.includes(id))
    .flatMap((id) => wordsIn(article, id, lang) ?? []);
}

function afterwards(article: Article, around: ArticleSurroundings, lang: Language): Markup {
  const { advice, frame } = around;
  const own = articlePath(article.slug, lang);
  const related = (why: "brand" | "campaign"): Markup | undefined =>
    bullets(
      article.related
        .filter((other) => other.why === why && around.hasPage(other.slug))
        .slice(0, 20)
        .map((other) => markup`<a href="${relativeTo(own, articlePath(pathName(other.slug), lang))}">${other.title[lang]}</a>`),
    );
  const { campaign } = article;
  const gathered =
    campaign === undefined
      ? undefined
      : markup`<p>${campaignText(campaign.size, campaign.firstDay, campaign.lastDay)[lang]} <a href="${relativeTo(own, campaignPath(pathName(campaign.id), lang))}">${WORDS.relatedCampaign[lang]}</a></p>\n`;
  return markup`${section("do", WORDS.whatToDo[lang], bullets(advice.whatToDo.map((step) => step[lang])))}${section("contact", WORDS.contact[lang], contactOf(around.brand, lang))}${section("typed-in", WORDS.typedIn[lang], bullets(advice.typedIn.map((step) => step[lang])))}${section(
    "channels",
    WORDS.channels[lang],
    bullets(advice.channels.map((channel) => outsideLink(channel.url, channel.label[lang]))),
  )}${section("campaign", WORDS.campaign[lang], gathered, related("campaign"))}${section("related", WORDS.relatedBrand[lang], related("brand"))}${section(
    "corrections",
    WORDS.corrections[lang],
    bullets(article.corrections.map((correction) => markup`${dayShown(dayOf(correction.at), lang)}: ${correction.note[lang]}`)),
  )}${frame.base === undefined ? undefined : section("tell", WORDS.copy[lang], tell(article, frame.base + own, lang))}`;
}

/** Title and address in one box; the button appears where the script runs. */
function tell(article: Article, url: string, lang: Language): Markup {
  return markup`<label for="tell-text">${WORDS.copyLabel[lang]}</label>
<textarea id="tell-text" class="tell" rows="3" readonly>${article.title[lang]}
${url}</textarea>
<p><button id="tell-copy" type="button" hidden data-done="${WORDS.copied[lang]}">${WORDS.copyButton[lang]}</button> <span id="tell-done" role="status"></span></p>
`;
}
