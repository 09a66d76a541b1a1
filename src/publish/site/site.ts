import type { Article } from "../../article/article.ts";
import type { Brand } from "../../brands/brand.ts";
import type { Bilingual, Language } from "../../terms/index.ts";

/** Everything a site is made of. The same source gives the same files, byte for byte: no clock, no random. */
export interface SiteSource {
  /** Oldest publication first. Only `published` and `withdrawn` ones are shown. Walked twice, one by one. */
  readonly articles: Iterable<Article>;
  readonly brands: readonly Brand[];
  /** Where the site will stand, ending in `/`; without it canonical addresses, feeds and the sitemap are left out. */
  readonly base: string | undefined;
  readonly title: Bilingual;
  /** Draws the picture that social networks show; without it there is none. */
  readonly painter?: ((svg: string) => Uint8Array) | undefined;
}

/** One file of the site; `path` is relative to its root, with `/`. */
export interface SiteFile {
  readonly path: string;
  readonly content: string;
  /**
   * Of a picture drawn from `content`: its bytes, made when somebody wants them. Its name holds a hash of what it is drawn
   * from, so that a file of that name need not be drawn again.
   */
  readonly drawn?: () => Uint8Array;
}

/** What lists, feeds and the sitemap remember of a warning after its page is made. */
export interface Listed {
  readonly slug: string;
  readonly brand: string | undefined;
  readonly brandLabel: Bilingual;
  readonly title: Bilingual;
  readonly lead: Bilingual;
  readonly subject: string;
  readonly level: Article["verdict"]["level"];
  readonly campaign: Article["campaign"];
  /** ISO instants. */
  readonly published: string;
  readonly updated: string;
}

export const LANGUAGES: readonly Language[] = ["ja", "en"];

export const otherLanguage = (lang: Language): Language => (lang === "ja" ? "en" : "ja");

/** The ISO day of an ISO instant. */
export const dayOf = (instant: string): string => instant.slice(0, 10);
