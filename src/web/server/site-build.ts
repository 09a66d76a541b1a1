import type { Archive } from "../../archive/archive.ts";
import type { Article } from "../../article/article.ts";
import type { Registry } from "../../brands/registry.ts";
import { loadPainter, publishFolder, siteFiles } from "../../publish/site/index.ts";
import type { Bilingual } from "../../terms/index.ts";

const TITLE: Bilingual = { ja: "怪しいメールの注意喚起", en: "Warnings about suspicious mail" };

export interface SiteWork {
  readonly folder: string;
  /** Where the site stands, for feeds. */
  readonly base: string | undefined;
  /** Asked before every file: a build that nobody waits for any more ends, and the folder stays as it was. */
  readonly stopped: () => boolean;
}

/** Writes the public site of what is published now into the folder, at once. Throws when it was stopped. */
export async function buildSite(archive: Archive, registry: Registry, { folder, base, stopped }: SiteWork): Promise<void> {
  const articles = inOrder([...(await archive.articles("published")), ...(await archive.articles("withdrawn"))]);
  // Pictures for social networks need an address to stand at.
  const painter = base === undefined ? undefined : await loadPainter();
  publishFolder(folder, unlessStopped(siteFiles({ articles, brands: registry.brands, base, title: TITLE, painter }), stopped));
}

function* unlessStopped<T>(files: Iterable<T>, stopped: () => boolean): Generator<T> {
  for (const file of files) {
    if (stopped()) throw new Error("stopped");
    yield file;
  }
}

/** The order the site wants: oldest publication first, then by name. */
function inOrder(articles: readonly Article[]): readonly Article[] {
  const key = ({ published, created, slug }: Article): string => `${published ?? created} ${slug}`;
  return articles.toSorted((left, right) => (key(left) < key(right) ? -1 : 1));
}
