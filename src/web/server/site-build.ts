import type { Archive } from "../../archive/archive.ts";
import type { Article } from "../../article/article.ts";
import type { Registry } from "../../brands/registry.ts";
import { publishFolder, siteFiles } from "../../publish/site/index.ts";
import type { Bilingual } from "../../terms/index.ts";

const TITLE: Bilingual = { ja: "怪しいメールの注意喚起", en: "Warnings about suspicious mail" };

/** Writes the public site of what is published now into `folder`, at once; `base` is where it stands, for feeds. */
export async function buildSite(archive: Archive, registry: Registry, folder: string, base: string | undefined): Promise<void> {
  const articles = inOrder([...(await archive.articles("published")), ...(await archive.articles("withdrawn"))]);
  publishFolder(folder, siteFiles({ articles, brands: registry.brands, base, title: TITLE }));
}

/** The order the site wants: oldest publication first, then by name. */
function inOrder(articles: readonly Article[]): readonly Article[] {
  const key = ({ published, created, slug }: Article): string => `${published ?? created} ${slug}`;
  return articles.toSorted((left, right) => (key(left) < key(right) ? -1 : 1));
}
