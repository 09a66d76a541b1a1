import type { Language } from "../../terms/index.ts";
import { dayShown } from "./layout.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { articlePath, relativeTo } from "./paths.ts";
import { dayOf } from "./site.ts";
import type { Listed } from "./site.ts";
import { WORDS } from "./words.ts";

/** Warnings as a list of links; `from` is the path of the page that shows it. */
export function warningList(warnings: readonly Listed[], from: string, lang: Language): Markup {
  if (warnings.length === 0) return markup`<p>${WORDS.empty[lang]}</p>\n`;
  return markup`<ul class="warnings">\n${warnings.map((warning) => entry(warning, from, lang))}</ul>\n`;
}

function entry(warning: Listed, from: string, lang: Language): Markup {
  return markup`<li>
<p class="about"><span class="tag ${warning.level}">${WORDS[warning.level][lang]}</span> <span>${warning.brandLabel[lang]}</span> ${dayShown(dayOf(warning.published), lang)}</p>
<p><a href="${relativeTo(from, articlePath(warning.slug, lang))}">${warning.title[lang]}</a></p>
</li>
`;
}
