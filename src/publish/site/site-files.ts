import type { Article } from "../../article/article.ts";
import { pictureOf } from "../../article/picture.ts";
import type { Brand } from "../../brands/brand.ts";
import type { Language } from "../../terms/index.ts";
import { atomFeed, FEED_LENGTH, jsonFeed } from "../feed/index.ts";
import type { Feed } from "../feed/index.ts";
import { articlePage } from "./article-page.ts";
import { ASSETS, shortHash } from "./assets.ts";
import { brandPage } from "./brand-page.ts";
import { pageFile } from "./layout.ts";
import type { Page } from "./layout.ts";
import { archiveIndex, archivePage, brandsPage, campaignPage, homePage, ON_ARCHIVE_PAGE } from "./list-pages.ts";
import { readable } from "./markup.ts";
import { archivePath, articlePath, atomPath, brandPath, brandsPath, campaignPath, homePath, jsonFeedPath, pathName, searchPath } from "./paths.ts";
import { SearchIndex } from "./search-index.ts";
import { searchPage } from "./search-page.ts";
import { LANGUAGES } from "./site.ts";
import { socialPicture } from "./social-picture.ts";
import type { Listed, SiteFile, SiteSource } from "./site.ts";
import { notFoundFile, withdrawnPage } from "./plain-pages.ts";
import { robotsFile, sitemapFiles } from "./sitemap.ts";

/**
 * Every file of the site: pictures before the page that shows them, pages before the lists, feeds and the index that lead to
 * them, the home page last.
 */
export function* siteFiles(source: SiteSource): Generator<SiteFile> {
  const frame = { base: checkedBase(source.base), title: source.title };
  const both = function* (make: (lang: Language) => Page): Generator<SiteFile> {
    // English first: the Japanese page is the one that lists and feeds lead to.
    for (const lang of ["en", "ja"] as const) yield pageFile(frame, make(lang));
  };
  const collected = new Collected(source.brands);
  yield* Object.values(ASSETS);
  for (const { state, slug } of source.articles) if (state === "published") collected.slugs.add(pathName(slug));
  for (const article of source.articles) {
    pathName(article.slug);
    if (article.state === "withdrawn") yield* both((lang) => withdrawnPage(article, lang));
    if (article.state !== "published") continue;
    yield* articleFiles(article, { ...source, base: frame.base }, collected);
    collected.add(article);
  }
  for (const [id, warnings] of collected.byCampaign) yield* both((lang) => campaignPage(id, warnings, lang));
  for (const brand of source.brands) yield* both((lang) => brandPage(brand, collected.byBrand.get(brand.id) ?? [], lang));
  yield* collected.index.files();
  yield* both(searchPage);
  yield* both((lang) => brandsPage(source.brands, collected.counts(), lang));
  const pages = Math.ceil(collected.listed.length / ON_ARCHIVE_PAGE);
  for (let page = 1; page <= pages; page++) yield* both((lang) => archivePage(collected.listed, page, lang));
  yield* both((lang) => archiveIndex(collected.listed, lang));
  yield notFoundFile(frame);
  yield robotsFile(frame.base);
  if (frame.base !== undefined) {
    for (const lang of LANGUAGES) yield* feedFiles(source, frame.base, collected.listed, lang);
    yield* sitemapFiles(frame.base, collected.listed, otherPages(source.brands, collected, pages));
  }
  yield* both((lang) => homePage({ ...source, base: frame.base }, collected.listed, lang));
}

/** What the articles leave behind for the pages that come after them. */
class Collected {
  readonly listed: Listed[] = [];
  readonly byBrand = new Map<string, Listed[]>();
  readonly byCampaign = new Map<string, Listed[]>();
  readonly index = new SearchIndex();
  readonly brands: ReadonlyMap<string, Brand>;
  /** Every published warning, also those still to come. */
  readonly slugs = new Set<string>();

  constructor(brands: readonly Brand[]) {
    this.brands = new Map(brands.map((brand) => [brand.id, brand]));
  }

  add(article: Article): void {
    const listed = listedOf(article);
    if (listed.published < (this.listed.at(-1)?.published ?? "")) throw new Error(`the articles are not in the order of publication: ${listed.slug}`);
    this.listed.push(listed);
    if (listed.brand !== undefined) append(this.byBrand, listed.brand, listed);
    if (listed.campaign !== undefined) append(this.byCampaign, listed.campaign.id, listed);
    this.index.add(article);
  }

  counts(): ReadonlyMap<string, number> {
    return new Map([...this.byBrand].map(([brand, warnings]) => [brand, warnings.length]));
  }
}

function append(map: Map<string, Listed[]>, key: string, listed: Listed): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [listed]);
  else list.push(listed);
}

function listedOf(article: Article): Listed {
  const published = article.published ?? article.created;
  const { slug, brand, brandLabel, title, lead, campaign } = article;
  return {
    slug,
    brand,
    brandLabel,
    title,
    lead,
    campaign,
    subject: readable(article.mail.subject),
    level: article.verdict.level,
    published,
    updated: article.updated ?? published,
  };
}

function* articleFiles(article: Article, source: SiteSource, collected: Collected): Generator<SiteFile> {
  const brand = article.brand === undefined ? undefined : collected.brands.get(article.brand);
  const frame = { base: source.base, title: source.title };
  const hasPage = (slug: string): boolean => collected.slugs.has(slug);
  for (const lang of ["en", "ja"] as const) {
    const svg = `${pictureOf(article.mail, lang)}\n`;
    // Named by its content: an old page never shows a new picture.
    const picture = { file: `mail-${shortHash(svg)}.svg`, ...sizeOf(svg) };
    yield { path: articlePath(article.slug, lang) + picture.file, content: svg };
    const social = socialFile(article, source, lang);
    if (social !== undefined) yield social;
    yield pageFile(frame, articlePage(article, { frame, brand, picture, hasPage, social: social?.path }, lang));
  }
}

/** Only addresses with a host in them are followed by those who show such pictures. */
function socialFile(article: Article, { base, title, painter }: SiteSource, lang: Language): SiteFile | undefined {
  if (base === undefined || painter === undefined) return undefined;
  const svg = socialPicture(article, title, lang);
  return { path: `${articlePath(article.slug, lang)}social-${shortHash(svg)}.png`, content: svg, drawn: () => painter(svg) };
}

/** Width and height of the drawing in CSS pixels, so that the page does not jump when it comes. */
function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /<svg\b[^>]*\bviewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

function feedFiles(source: SiteSource, base: string, listed: readonly Listed[], lang: Language): readonly SiteFile[] {
  const feed = (self: string): Feed => ({
    lang,
    title: source.title,
    home: base + homePath(lang),
    self: base + self,
    entries: listed
      .slice(-FEED_LENGTH)
      .reverse()
      .map((warning) => ({
        url: base + articlePath(warning.slug, lang),
        title: warning.title[lang],
        summary: warning.lead[lang],
        published: warning.published,
        updated: warning.updated,
        categories: [warning.brandLabel[lang]],
      })),
  });
  return [
    { path: atomPath(lang), content: atomFeed(feed(atomPath(lang))) },
    { path: jsonFeedPath(lang), content: jsonFeed(feed(jsonFeedPath(lang))) },
  ];
}

function otherPages(brands: readonly Brand[], collected: Collected, archivePages: number): readonly ((lang: Language) => string)[] {
  return [
    homePath,
    searchPath,
    brandsPath,
    (lang) => archivePath(lang),
    ...Array.from({ length: archivePages }, (_, index) => (lang: Language) => archivePath(lang, index + 1)),
    ...brands.map((brand) => (lang: Language) => brandPath(brand.id, lang)),
    ...[...collected.byCampaign.keys()].map((id) => (lang: Language) => campaignPath(id, lang)),
  ];
}

function checkedBase(base: string | undefined): string | undefined {
  if (base === undefined) return undefined;
  const parsed = URL.canParse(base) ? new URL(base) : undefined;
  if (parsed === undefined || !["http:", "https:"].includes(parsed.protocol) || parsed.search !== "" || parsed.hash !== "" || parsed.username !== "")
    throw new Error(`the site's address must be like https://example.org/warnings/, not ${JSON.stringify(base)}`);
  return parsed.href.endsWith("/") ? parsed.href : `${parsed.href}/`;
}
