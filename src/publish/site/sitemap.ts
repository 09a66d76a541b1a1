import { escapeText } from "./markup.ts";
import { articlePath } from "./paths.ts";
import { LANGUAGES } from "./site.ts";
import type { Listed, SiteFile } from "./site.ts";

/** https://www.sitemaps.org/protocol.html: at most 50,000 addresses a file; half of it keeps each file below 50 MB. */
const PER_FILE = 25_000;
const NAMESPACES = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"`;

/** The sitemap, in several files with an index over them where one would be too long. */
export function sitemapFiles(base: string, listed: readonly Listed[], otherPages: readonly ((lang: "ja" | "en") => string)[]): readonly SiteFile[] {
  const entries = [
    ...otherPages.flatMap((pathIn) => entry(base, pathIn, undefined)),
    ...listed.flatMap((warning) => entry(base, (lang) => articlePath(warning.slug, lang), warning.updated)),
  ];
  const parts = Array.from({ length: Math.max(1, Math.ceil(entries.length / PER_FILE)) }, (_, index) =>
    entries.slice(index * PER_FILE, (index + 1) * PER_FILE),
  );
  if (parts.length === 1) return [{ path: "sitemap.xml", content: urlSet(parts[0] ?? []) }];
  const files = parts.map((part, index) => ({ path: `sitemap-${index + 1}.xml`, content: urlSet(part) }));
  const index = files.map(({ path }) => `<sitemap><loc>${escapeText(base + path)}</loc></sitemap>`);
  return [
    ...files,
    {
      path: "sitemap.xml",
      content: `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex ${NAMESPACES.split(" ")[0]}>\n${index.join("\n")}\n</sitemapindex>\n`,
    },
  ];
}

const urlSet = (entries: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${NAMESPACES}>\n${entries.join("\n")}\n</urlset>\n`;

/** A page in each language, which name each other (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap). */
function entry(base: string, pathIn: (lang: "ja" | "en") => string, updated: string | undefined): string[] {
  const at = (lang: "ja" | "en"): string => escapeText(base + pathIn(lang));
  const links = LANGUAGES.map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${at(lang)}"/>`).join("");
  const changed = updated === undefined ? "" : `<lastmod>${escapeText(updated)}</lastmod>`;
  return LANGUAGES.map((lang) => `<url><loc>${at(lang)}</loc>${changed}${links}</url>`);
}

/** What a crawler may read: all but the parts of the search index. */
export function robotsFile(base: string | undefined): SiteFile {
  const folder = base === undefined ? "/" : new URL(base).pathname;
  const map = base === undefined ? "" : `\nSitemap: ${base}sitemap.xml\n`;
  return { path: "robots.txt", content: `User-agent: *\nDisallow: ${folder}search/index/\n${map}` };
}
