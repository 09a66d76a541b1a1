import type { Article } from "../../article/article.ts";
import type { Language } from "../../terms/index.ts";
import { bullets, dayShown, pageFile, section } from "./layout.ts";
import type { Frame, Page } from "./layout.ts";
import { escapeText, markup } from "./markup.ts";
import { articlePath, homePath } from "./paths.ts";
import { searchForm } from "./search-page.ts";
import { dayOf } from "./site.ts";
import type { SiteFile } from "./site.ts";
import { WORDS } from "./words.ts";

/** What stands at a withdrawn warning's address: that it was withdrawn and why, nothing of what it said. */
export function withdrawnPage(article: Article, lang: Language): Page {
  const corrections = article.corrections.map((correction) => markup`${dayShown(dayOf(correction.at), lang)}: ${correction.note[lang]}`);
  return {
    lang,
    pathIn: (of) => articlePath(article.slug, of),
    title: WORDS.withdrawn[lang],
    description: WORDS.withdrawnText[lang],
    hidden: true,
    content: markup`<h1>${WORDS.withdrawn[lang]}</h1>\n<p>${WORDS.withdrawnText[lang]}</p>\n${section("corrections", WORDS.corrections[lang], bullets(corrections))}`,
  };
}

/** `404.html`, which many hosts show for an address that does not exist: for both languages, as nobody knows whose it was. */
export function notFoundFile(frame: Frame): SiteFile {
  const own = "404/";
  const page: Page = {
    lang: "ja",
    pathIn: (of) => (of === "ja" ? own : homePath(of)),
    title: WORDS.notFound.ja,
    description: WORDS.notFoundText.ja,
    hidden: true,
    content: markup`<h1>${WORDS.notFound.ja}</h1>\n<p>${WORDS.notFoundText.ja}</p>\n<p lang="en">${WORDS.notFound.en}. ${WORDS.notFoundText.en}</p>\n${searchForm(own, "ja")}`,
  };
  // It is shown in place of pages of any depth, so that here, and only here, links start at the host's root.
  const root = escapeText(frame.base === undefined ? "/" : new URL(frame.base).pathname);
  return { path: "404.html", content: pageFile(frame, page).content.replace(/(href|action|src)="(?:\.\.\/)+/g, (_whole, name: string) => `${name}="${root}`) };
}
