import type { Language } from "../../terms/index.ts";

/**
 * The addresses of the site, which stay: others link to them. A page's path ends in `/` and is relative to the site's root;
 * Japanese pages stand at the root, English ones under `en/`.
 */
const inLanguage = (lang: Language, path: string): string => (lang === "ja" ? path : `en/${path}`);

export const homePath = (lang: Language): string => inLanguage(lang, "");
export const articlePath = (slug: string, lang: Language): string => inLanguage(lang, `w/${slug}/`);
export const brandPath = (id: string, lang: Language): string => inLanguage(lang, `brand/${id}/`);
export const brandsPath = (lang: Language): string => inLanguage(lang, "brand/");
export const campaignPath = (id: string, lang: Language): string => inLanguage(lang, `campaign/${id}/`);
export const searchPath = (lang: Language): string => inLanguage(lang, "search/");
export const archivePath = (lang: Language, page?: number): string => inLanguage(lang, page === undefined ? "archive/" : `archive/${page}/`);
export const atomPath = (lang: Language): string => inLanguage(lang, "feed.xml");
export const jsonFeedPath = (lang: Language): string => inLanguage(lang, "feed.json");

/** The file in which a page stands. */
export const fileOf = (path: string): string => `${path}index.html`;

/** How a page names another one, so that the site works in any folder of any host. */
export function relativeTo(from: string, to: string): string {
  const up = "../".repeat(from.split("/").length - 1);
  return up + to === "" ? "./" : up + to;
}

/** Names become parts of paths: lower-case letters, digits and hyphens, as the registry and the articles promise. */
export function pathName(name: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,199}$/.test(name)) throw new Error(`no name for a page: ${JSON.stringify(name.slice(0, 80))}`);
  return name;
}
