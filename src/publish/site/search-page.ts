import type { Language } from "../../terms/index.ts";
import { ASSETS } from "./assets.ts";
import type { Page } from "./layout.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { archivePath, relativeTo, searchPath } from "./paths.ts";
import { SEARCH_WORDS, WORDS } from "./words.ts";

/** Where the search script finds the index, relative to the site's root. */
export const INDEX_FOLDER = "search/index/";

/** The box on any page; it leads to the search page. */
export function searchForm(from: string, lang: Language): Markup {
  return markup`<form class="search" role="search" action="${relativeTo(from, searchPath(lang))}" method="get">
<label for="q">${WORDS.searchLabel[lang]}</label>
<div class="row"><input id="q" name="q" type="search" maxlength="2000" autocomplete="off" spellcheck="false" aria-describedby="q-hint"><button type="submit">${WORDS.searchButton[lang]}</button></div>
<p class="dim" id="q-hint">${WORDS.searchHint[lang]}</p>
</form>
`;
}

export function searchPage(lang: Language): Page {
  const own = searchPath(lang);
  const words = Object.entries(SEARCH_WORDS).map(([name, text]) => markup` data-${name}="${text[lang]}"`);
  return {
    lang,
    pathIn: searchPath,
    title: WORDS.searchTitle[lang],
    description: WORDS.searchHint[lang],
    script: ASSETS.search.path,
    content: markup`<h1>${WORDS.searchTitle[lang]}</h1>
${searchForm(own, lang)}<noscript><p>${WORDS.searchNoScript[lang]} <a href="${relativeTo(own, archivePath(lang))}">${WORDS.archive[lang]}</a></p></noscript>
<p id="said" role="status"${words}></p>
<ol id="results" class="warnings" data-index="${relativeTo(own, INDEX_FOLDER)}" data-root="${relativeTo(own, lang === "ja" ? "" : "en/")}"></ol>
`,
  };
}
