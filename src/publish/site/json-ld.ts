import type { Article } from "../../article/article.ts";
import type { Language } from "../../terms/index.ts";
import type { ArticleSurroundings } from "./article-page.ts";
import { linkable, readable } from "./markup.ts";
import { articlePath, brandPath, homePath } from "./paths.ts";

/**
 * What search engines are told (https://schema.org/Article): that this is an article, about whom, resting on which pages.
 * Not `ClaimReview`: it states a rating by an editorial desk under rules that a machine's warning does not follow.
 */
export function articleData(article: Article, around: ArticleSurroundings, lang: Language): readonly unknown[] {
  const { base, title } = around.frame;
  if (base === undefined) return [];
  const url = base + articlePath(article.slug, lang);
  const published = article.published ?? article.created;
  const official = around.brand?.siteDomains.find((fact) => fact.status === "confirmed")?.domain;
  const restsOn = article.advisories.flatMap((advisory) => linkable(advisory.url) ?? []);
  const about = { "@type": "Organization", name: readable(article.brandLabel[lang]), ...(official === undefined ? {} : { url: `https://${official}/` }) };
  const corrections = article.corrections.map((correction) => ({
    "@type": "CorrectionComment",
    text: readable(correction.note[lang]),
    datePublished: correction.at,
  }));
  const main = {
    "@context": "https://schema.org",
    "@type": "Article",
    "@id": url,
    url,
    mainEntityOfPage: url,
    headline: readable(article.title[lang]),
    description: readable(article.lead[lang]),
    inLanguage: lang,
    datePublished: published,
    dateModified: article.updated ?? published,
    keywords: article.tags.map(readable),
    about,
    ...(restsOn.length === 0 ? {} : { isBasedOn: restsOn }),
    ...(corrections.length === 0 ? {} : { correction: corrections }),
    isPartOf: { "@type": "WebSite", name: title[lang], url: base + homePath(lang) },
  };
  return [main, breadcrumbs(article, base, around, lang)];
}

function breadcrumbs(article: Article, base: string, around: ArticleSurroundings, lang: Language): unknown {
  const steps = [
    { name: around.frame.title[lang], item: base + homePath(lang) },
    ...(around.brand === undefined ? [] : [{ name: readable(article.brandLabel[lang]), item: base + brandPath(around.brand.id, lang) }]),
    { name: readable(article.title[lang]), item: base + articlePath(article.slug, lang) },
  ];
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map((step, index) => ({ "@type": "ListItem", position: index + 1, ...step })),
  };
}
