import { stringify } from "yaml";
import type { Article } from "../../article/article.ts";
import type { Language } from "../../terms/index.ts";
import { plainLine } from "../plain-line.ts";
import { instantOf, LONG_AGO } from "../times.ts";

export type SiteBuilder = "hugo" | "astro";

/** What both builders are told, under the names each of them knows. */
export function frontMatter(builder: SiteBuilder, article: Article, lang: Language): string {
  const created = instantOf(article.created, LONG_AGO);
  const published = instantOf(article.published, created);
  const updated = article.updated === undefined ? undefined : instantOf(article.updated, published);
  const fields = {
    title: plainLine(article.title[lang], 500) || article.slug,
    description: plainLine(article.lead[lang], 500),
    ...(builder === "hugo" ? hugoFields(article, published, updated) : astroFields(article, lang, published, updated)),
    // Only what was published with us may appear elsewhere without a person's doing.
    draft: article.state !== "published",
    tags: [...new Set(article.tags.map((tag) => plainLine(tag, 100)).filter((tag) => tag !== ""))],
  };
  return `---\n${stringify(fields, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" })}---\n`;
}

/** https://gohugo.io/content-management/front-matter/; the language stands in the file's name. */
function hugoFields({ slug }: Article, date: string, lastmod: string | undefined): Readonly<Record<string, unknown>> {
  return { date, ...(lastmod === undefined ? {} : { lastmod }), slug };
}

/** Names of Astro's blog template (https://docs.astro.build/en/guides/content-collections/); the slug is the file's name. */
function astroFields(_: Article, lang: Language, pubDate: string, updatedDate: string | undefined): Readonly<Record<string, unknown>> {
  return { pubDate, ...(updatedDate === undefined ? {} : { updatedDate }), lang };
}
