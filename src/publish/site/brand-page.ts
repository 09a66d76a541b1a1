import type { Brand, FactSource } from "../../brands/brand.ts";
import type { Bilingual, Language } from "../../terms/index.ts";
import { contactOf } from "./contact.ts";
import { dayShown, section } from "./layout.ts";
import type { Page } from "./layout.ts";
import { warningList } from "./list.ts";
import { linkable, markup, outsideLink } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { brandPath, pathName } from "./paths.ts";
import type { Listed } from "./site.ts";
import { namedBrand, newestOf, STATUS, warningsCount, WORDS } from "./words.ts";

const SHOWN = 100;

/** A line of the table of facts: what is official, as what, says who. */
interface FactRow {
  readonly name: string;
  readonly roles: readonly Bilingual[];
  readonly fact: FactSource;
}

/** What is official about a company, how to reach it, and our warnings about mail in its name. */
export function brandPage(brand: Brand, warnings: readonly Listed[], lang: Language): Page {
  const label = brand.label[lang];
  const own = brandPath(pathName(brand.id), lang);
  const shown = warnings.slice(-SHOWN).reverse();
  const rest = warnings.length > shown.length ? markup`<p>${newestOf(shown.length, warnings.length)[lang]}</p>\n` : undefined;
  const list = shown.length === 0 ? markup`<p>${WORDS.noWarnings[lang]}</p>\n` : warningList(shown, own, lang);
  const owner = brand.owner?.[lang];
  return {
    lang,
    pathIn: (of) => brandPath(brand.id, of),
    title: lang === "ja" ? `${label}: 公式ドメインと注意喚起` : `${label}: official domains and warnings`,
    description: `${namedBrand(brand.label)[lang]}. ${warningsCount(warnings.length)[lang]}. ${WORDS.brandPage[lang]}`,
    content: markup`<h1>${label}</h1>
<p class="dim">${owner === undefined || owner === label ? undefined : markup`${owner} · `}${warningsCount(warnings.length)[lang]}</p>
${section("contact", WORDS.contact[lang], contactOf(brand, lang))}${section("domains", WORDS.domains[lang], factTable(officialFacts(brand), "domains", lang), ruleOf(brand, lang), markup`<p class="dim">${WORDS.domainsNote[lang]}</p>\n`)}${section("unofficial", WORDS.notOfficial[lang], unofficial(brand, lang))}${section("warnings", WORDS.warningsInName[lang], list, rest)}`,
  };
}

function officialFacts(brand: Brand): readonly FactRow[] {
  return joined([
    ...brand.siteDomains.map((fact) => ({ name: fact.domain, role: WORDS.site, fact })),
    ...brand.senderDomains.map((fact) => ({ name: fact.domain, role: WORDS.sender, fact })),
    ...brand.senderAddresses.map((fact) => ({ name: fact.address, role: WORDS.address, fact })),
    ...brand.machineHosts.map((fact) => ({ name: fact.pattern, role: WORDS.machine, fact })),
    ...brand.delegatedSenders.map((fact) => ({ name: fact.domain, role: WORDS.delegated, fact })),
    ...brand.linkTrackers.map((fact) => ({ name: fact.domain, role: WORDS.tracker, fact })),
  ]);
}

/** The same name by the same source is one row, whatever it is used for. */
function joined(facts: readonly { readonly name: string; readonly role: Bilingual; readonly fact: FactSource }[]): readonly FactRow[] {
  const rows = new Map<string, { name: string; roles: Bilingual[]; fact: FactSource }>();
  for (const { name, role, fact } of facts) {
    const key = [name, fact.status, fact.source, fact.checked, fact.validUntil].join(" ");
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { name, roles: [role], fact });
    else row.roles.push(role);
  }
  return [...rows.values()];
}

function unofficial(brand: Brand, lang: Language): Markup | undefined {
  const rows = brand.customerDomains.map((fact) => ({ name: fact.domain, roles: [WORDS.customer], fact }));
  return rows.length === 0 ? undefined : markup`<p>${WORDS.notOfficialNote[lang]}</p>\n${factTable(rows, "unofficial", lang)}`;
}

function factTable(rows: readonly FactRow[], id: string, lang: Language): Markup | undefined {
  if (rows.length === 0) return undefined;
  const heads = [WORDS.domain, WORDS.role, WORDS.status, WORDS.checked].map((head) => markup`<th scope="col">${head[lang]}</th>`);
  return markup`<table aria-labelledby="${id}-title">\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${rows.map((row) => factLine(row, lang))}</tbody>\n</table>\n`;
}

function factLine({ name, roles, fact }: FactRow, lang: Language): Markup {
  const status = linkable(fact.source) === undefined ? markup`${STATUS[fact.status][lang]}` : outsideLink(fact.source, STATUS[fact.status][lang]);
  const until = fact.validUntil === undefined ? undefined : markup` (–${fact.validUntil})`;
  return markup`<tr><td><bdi class="domain">${name}</bdi>${until}</td><td>${roles.map((role) => role[lang]).join(lang === "ja" ? "・" : ", ")}</td><td>${status}</td><td>${dayShown(fact.checked, lang)}</td></tr>\n`;
}

function ruleOf(brand: Brand, lang: Language): Markup | undefined {
  const rule = brand.urlRule;
  return rule === undefined ? undefined : markup`<p>${WORDS.urlRule[lang]}: <bdi class="domain">${rule.rule}</bdi></p>\n`;
}
