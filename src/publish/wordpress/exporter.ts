import type { Article } from "../../article/article.ts";
import { articleHtml } from "../../article/index.ts";
import { NOT_WITHDRAWN } from "../exporter.ts";
import type { Exporter, Surroundings } from "../exporter.ts";
import { plainLine, wellFormed } from "../plain-line.ts";

/** What is handed to WordPress: a post that nobody but its authors can see. */
export interface DraftPost {
  readonly title: string;
  readonly slug: string;
  readonly excerpt: string;
  readonly content: string;
  /** Never another: publishing is a person's doing, in WordPress. */
  readonly status: "draft";
}

/** Body of a request that creates a draft (https://developer.wordpress.org/rest-api/reference/posts/#create-a-post). */
export const exporters: readonly Exporter[] = [
  {
    id: "wordpress",
    label: { ja: "WordPress の下書き(ブログに載せる人向け。--to で送る)", en: "WordPress draft (bloggers; --to sends it)" },
    takes: NOT_WITHDRAWN,
    needsReporter: false,
    files: (articles, surroundings) =>
      articles.map((article) => ({
        name: `${article.slug}.wordpress.json`,
        mediaType: "application/json",
        text: `${JSON.stringify(draftOf(article, surroundings), null, 2)}\n`,
      })),
    problems: async ({ text }) => (await import("./schema.ts")).problemsOf(text),
  },
];

export function draftOf(article: Article, { lang, addressOf }: Surroundings): DraftPost {
  return {
    title: plainLine(article.title[lang], 500) || article.slug,
    slug: article.slug,
    excerpt: plainLine(article.lead[lang], 1000),
    content: wellFormed(withoutPicture(articleHtml(article, lang, { addressOf }))),
    status: "draft",
  };
}

/** WordPress takes SVG out of most authors' posts and leaves its letters behind; and the post's title is the theme's to set. */
function withoutPicture(page: string): string {
  return page.replace(/<figure>[^]*?<\/figure>/g, "").replace(/<h1>[^]*?<\/h1>/, "");
}
