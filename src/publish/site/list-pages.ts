import type { Brand } from "../../brands/brand.ts";
import type { Language } from "../../terms/index.ts";
import { bullets, dayShown, section } from "./layout.ts";
import type { Page } from "./layout.ts";
import { warningList } from "./list.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { archivePath, brandPath, brandsPath, campaignPath, homePath, pathName, relativeTo } from "./paths.ts";
import { searchForm } from "./search-page.ts";
import { dayOf } from "./site.ts";
import type { Listed, SiteSource } from "./site.ts";
import { campaignText, newestOf, warningsCount, WORDS } from "./words.ts";

const ON_HOME = 50;
/** A page of the archive is full with so many and then never changes but for a withdrawal. */
export const ON_ARCHIVE_PAGE = 100;
const ON_CAMPAIGN = 200;

export function homePage(source: SiteSource, listed: readonly Listed[], lang: Language): Page {
  const own = homePath(lang);
  const newest = listed.slice(-ON_HOME).reverse();
  const more =
    listed.length > ON_HOME
      ? markup`<p><a href="${relativeTo(own, archivePath(lang))}">${WORDS.archive[lang]} (${warningsCount(listed.length)[lang]})</a></p>\n`
      : undefined;
  const title = source.title[lang];
  return {
    lang,
    pathIn: homePath,
    title,
    description: WORDS.intro[lang],
    content: markup`<h1>${title}</h1>
<p>${WORDS.intro[lang]}</p>
${searchForm(own, lang)}${section("latest", WORDS.home[lang], warningList(newest, own, lang), more)}`,
    ...(source.base === undefined
      ? {}
      : {
          jsonLd: [
            { "@context": "https://schema.org", "@type": "WebSite", name: title, url: source.base + own, inLanguage: lang, description: WORDS.intro[lang] },
          ],
        }),
  };
}

/** The list of archive pages: each says the days it covers. */
export function archiveIndex(listed: readonly Listed[], lang: Language): Page {
  const own = archivePath(lang);
  const pages = Array.from({ length: Math.ceil(listed.length / ON_ARCHIVE_PAGE) }, (_, index) => index).reverse();
  const line = (index: number): Markup => {
    const part = archivePart(listed, index + 1);
    const days = [part[0], part.at(-1)].map((warning) => dayOf(warning?.published ?? ""));
    const range = days[0] === days[1] ? dayShown(days[0] ?? "", lang) : markup`${dayShown(days[0] ?? "", lang)} – ${dayShown(days[1] ?? "", lang)}`;
    return markup`<a href="${relativeTo(own, archivePath(lang, index + 1))}">${range}</a> (${warningsCount(part.length)[lang]})`;
  };
  return {
    lang,
    pathIn: archivePath,
    title: WORDS.archive[lang],
    description: `${WORDS.archive[lang]}: ${warningsCount(listed.length)[lang]}`,
    content: markup`<h1>${WORDS.archive[lang]}</h1>\n${pages.length === 0 ? markup`<p>${WORDS.empty[lang]}</p>\n` : bullets(pages.map(line))}`,
  };
}

const archivePart = (listed: readonly Listed[], page: number): readonly Listed[] => listed.slice((page - 1) * ON_ARCHIVE_PAGE, page * ON_ARCHIVE_PAGE);

/** Page 1 holds the oldest warnings, so that a new one changes only the last page. */
export function archivePage(listed: readonly Listed[], page: number, lang: Language): Page {
  const own = archivePath(lang, page);
  const last = Math.ceil(listed.length / ON_ARCHIVE_PAGE);
  const title = `${WORDS.archive[lang]} (${page} / ${last})`;
  const link = (to: number, text: string, rel: string): Markup | undefined =>
    to < 1 || to > last ? undefined : markup`<li><a rel="${rel}" href="${relativeTo(own, archivePath(lang, to))}">${text}</a></li>\n`;
  const steps =
    last < 2
      ? undefined
      : markup`<nav aria-label="${WORDS.archive[lang]}"><ul class="steps">\n${link(page + 1, WORDS.next[lang], "next")}${link(page - 1, WORDS.previous[lang], "prev")}</ul></nav>\n`;
  return {
    lang,
    pathIn: (of) => archivePath(of, page),
    title,
    description: title,
    content: markup`<h1>${title}</h1>\n${warningList([...archivePart(listed, page)].reverse(), own, lang)}${steps}`,
  };
}

/** All registered companies; those with warnings first, the most warned about on top. */
export function brandsPage(brands: readonly Brand[], counts: ReadonlyMap<string, number>, lang: Language): Page {
  const own = brandsPath(lang);
  const link = (brand: Brand): Markup => markup`<a href="${relativeTo(own, brandPath(pathName(brand.id), lang))}">${brand.label[lang]}</a>`;
  const order = new Intl.Collator(lang);
  const byName = [...brands].sort((left, right) => order.compare(left.label[lang], right.label[lang]) || (left.id < right.id ? -1 : 1));
  const warned = byName.filter((brand) => counts.has(brand.id)).sort((left, right) => (counts.get(right.id) ?? 0) - (counts.get(left.id) ?? 0));
  const others = byName.filter((brand) => !counts.has(brand.id));
  const named = bullets(warned.map((brand) => markup`${link(brand)} <span class="dim">${warningsCount(counts.get(brand.id) ?? 0)[lang]}</span>`));
  return {
    lang,
    pathIn: brandsPath,
    title: WORDS.brands[lang],
    description: `${WORDS.brands[lang]}: ${warned.length}`,
    content: markup`<h1>${WORDS.brands[lang]}</h1>\n${named ?? markup`<p>${WORDS.empty[lang]}</p>\n`}${section("others", WORDS.otherBrands[lang], bullets(others.map(link), "columns"))}`,
  };
}

export function campaignPage(id: string, warnings: readonly Listed[], lang: Language): Page {
  const newest = warnings.at(-1);
  const own = campaignPath(pathName(id), lang);
  const campaign = newest?.campaign;
  const text = campaign === undefined ? "" : campaignText(campaign.size, campaign.firstDay, campaign.lastDay)[lang];
  const shown = warnings.slice(-ON_CAMPAIGN).reverse();
  const rest = warnings.length > shown.length ? markup`<p>${newestOf(shown.length, warnings.length)[lang]}</p>\n` : undefined;
  return {
    lang,
    pathIn: (of) => campaignPath(id, of),
    title: `${WORDS.campaign[lang]}: ${newest?.subject ?? id}`,
    description: text,
    content: markup`<h1>${WORDS.campaign[lang]}</h1>\n<p>${text}</p>\n${section("warnings", WORDS.relatedCampaign[lang], warningList(shown, own, lang), rest)}`,
  };
}
