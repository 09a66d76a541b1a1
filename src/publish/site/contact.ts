import type { Brand } from "../../brands/brand.ts";
import type { Language } from "../../terms/index.ts";
import { bullets } from "./layout.ts";
import { linkable, markup, outsideLink } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { WORDS } from "./words.ts";

/** How to reach the real company: only what the registry knows, never what a mail says. */
export function contactOf(brand: Brand | undefined, lang: Language): Markup {
  const pages = (brand?.advisoryPages ?? []).filter((page) => linkable(page) !== undefined).slice(0, 5);
  const rows = [
    linkable(brand?.contactPage) === undefined ? [] : [markup`${WORDS.contactPage[lang]}: ${outsideLink(brand?.contactPage, brand?.contactPage ?? "")}`],
    brand?.reportAddress === undefined ? [] : [markup`${WORDS.reportAddress[lang]}: <bdi class="domain">${brand.reportAddress}</bdi>`],
    pages.length === 0 ? [] : [markup`${WORDS.officialNotices[lang]}:${bullets(pages.map((page) => outsideLink(page, page)))}`],
  ].flat();
  return rows.length === 0 ? markup`<p>${WORDS.contactUnknown[lang]}</p>\n` : markup`<p>${WORDS.contactNote[lang]}</p>\n${bullets(rows)}`;
}
