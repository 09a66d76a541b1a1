import type { Article } from "../../article/article.ts";
import { PLACEHOLDER } from "../../redact/placeholders.ts";
import { ANY_STATE } from "../exporter.ts";
import type { ExportedFile, Exporter, Surroundings } from "../exporter.ts";
import { indicatorsOf } from "../indicators.ts";
import type { Indicators } from "../indicators.ts";
import { OWN_NAMESPACE, uuid5 } from "../name-uuid.ts";
import { plainLine, plainText } from "../plain-line.ts";
import { dayStart, instantOf, LONG_AGO } from "../times.ts";
import { addressObject, hostObject, mailObject, urlObject } from "./observables.ts";
import type { StixObject } from "./observables.ts";
import { hostPattern, urlPattern } from "./pattern.ts";

const LONGEST_LINE = 500;
/** Identities have no history of ours: another name makes another identity. */
const IDENTITIES_SINCE = LONG_AGO;

/** STIX 2.1 (https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html): one bundle for all articles. */
export const exporters: readonly Exporter[] = [
  {
    id: "stix",
    label: { ja: "STIX 2.1 バンドル(脅威情報を扱う CSIRT・SOC 向け)", en: "STIX 2.1 bundle (threat intelligence platforms of CSIRTs and SOCs)" },
    takes: ANY_STATE,
    needsReporter: false,
    files: (articles, surroundings) => (articles.length === 0 ? [] : [bundle(articles, surroundings)]),
    problems: async ({ text }) => (await import("./schema.ts")).problemsOf(text),
  },
];

function bundle(articles: readonly Article[], surroundings: Surroundings): ExportedFile {
  const objects = new Map<string, StixObject>();
  for (const object of articles.flatMap((article) => objectsOf(article, surroundings))) objects.set(object.id, object);
  const all = [...objects.values()];
  const id = `bundle--${uuid5(OWN_NAMESPACE, `bundle ${JSON.stringify(all)}`)}`;
  const name = articles.length === 1 ? `${articles[0]!.slug}.stix.json` : "ayashii.stix.json";
  return { name, mediaType: "application/stix+json;version=2.1", text: `${JSON.stringify({ type: "bundle", id, objects: all }, null, 2)}\n` };
}

/** Everything one article says, the report last. */
function objectsOf(article: Article, surroundings: Surroundings): readonly StixObject[] {
  const author = authorOf(surroundings);
  const common = commonOf(article, author.id);
  const found = indicatorsOf(article);
  const brand = brandOf(article);
  const campaign = campaignOf(article, common);
  const indicators = indicatorObjects(article, found, common);
  const relations = relationsOf(article.slug, campaign, brand, indicators, common);
  const content = [brand, campaign, ...observed(article, found), ...indicators, ...relations].filter((one) => one !== undefined);
  const refs = content.length === 0 ? [author.id] : content.map(({ id }) => id);
  return [author, ...content, reportOf(article, common, [...new Set(refs)], surroundings)];
}

type Common = Readonly<Record<"spec_version" | "created_by_ref" | "created" | "modified", string>> & { readonly revoked?: true };

/** §3.2. A withdrawn warning is revoked: whoever took it over shall let go of it. */
function commonOf(article: Article, author: string): Common {
  const created = instantOf(article.created, LONG_AGO);
  const last = [article.published, article.updated].map((at) => instantOf(at, created)).reduce((left, right) => (left > right ? left : right), created);
  return { spec_version: "2.1", created_by_ref: author, created, modified: last, ...(article.state === "withdrawn" ? { revoked: true as const } : {}) };
}

function own(type: string, name: string): { readonly type: string; readonly id: string } {
  return { type, id: `${type}--${uuid5(OWN_NAMESPACE, `${type} ${name}`)}` };
}

function identity(name: string, identityClass: string): StixObject {
  const line = plainLine(name, LONGEST_LINE) || "?";
  const times = { spec_version: "2.1", created: IDENTITIES_SINCE, modified: IDENTITIES_SINCE };
  return { ...own("identity", `${identityClass} ${line}`), ...times, name: line, identity_class: identityClass };
}

function authorOf({ reporter }: Surroundings): StixObject {
  return reporter === undefined ? identity("Ayashii", "system") : identity(reporter.name, "organization");
}

function brandOf(article: Article): StixObject | undefined {
  return article.brand === undefined ? undefined : identity(article.brandLabel.en, "organization");
}

/** Shared by all warnings of the campaign: it lasts from its first day to its last, and one of them taken back does not end it. */
function campaignOf({ campaign }: Article, { created_by_ref, created }: Common): StixObject | undefined {
  if (campaign === undefined) return undefined;
  const first = dayStart(campaign.firstDay, created);
  const last = [first, dayStart(campaign.lastDay, first)].reduce((left, right) => (left > right ? left : right));
  const times = { created: first, modified: last, first_seen: first, last_seen: last };
  return { ...own("campaign", campaign.id), spec_version: "2.1", created_by_ref, ...times, name: `Mail campaign ${plainLine(campaign.id, LONGEST_LINE)}` };
}

/** What the mail carried: blamed pages and hosts, and the mail itself by subject and sender. */
function observed(article: Article, { pages, hosts, sender }: Indicators): readonly StixObject[] {
  const from = sender === undefined ? undefined : addressObject(sender);
  const subject = plainLine(article.mail.subject);
  // With a placeholder in it, it is no subject that any mail had.
  const whole = subject === "" || subject !== article.mail.subject || subject.search(PLACEHOLDER) >= 0 ? undefined : subject;
  const mail = mailObject(from?.id, whole);
  return [
    ...pages.filter((page) => page.whole).map(({ url }) => urlObject(url)),
    ...hosts.map(({ host }) => hostObject(host)),
    ...(from === undefined ? [] : [from]),
    ...(mail === undefined ? [] : [mail]),
  ];
}

/** §4.7. The sender's address gets none: it may be an account that was broken into. */
function indicatorObjects(article: Article, { pages, hosts }: Indicators, common: Common): readonly StixObject[] {
  const patterns = [
    ...pages.filter((page) => page.whole).map(({ url }) => ({ name: url, pattern: urlPattern(url) })),
    ...hosts.map((host) => ({ name: host.host, pattern: hostPattern(host) })),
  ];
  const since = dayStart(article.mail.day, common.created);
  return patterns.map(({ name, pattern }) => ({
    ...own("indicator", `${article.slug} ${pattern}`),
    ...common,
    name: plainLine(name, LONGEST_LINE),
    indicator_types: ["malicious-activity"],
    pattern,
    pattern_type: "stix",
    valid_from: since,
  }));
}

/** §4.7.2 (indicates) and §5.1 (related-to): the brand is not a target, its name is taken. */
function relationsOf(
  slug: string,
  campaign: StixObject | undefined,
  brand: StixObject | undefined,
  indicators: readonly StixObject[],
  common: Common,
): readonly StixObject[] {
  if (campaign === undefined) return [];
  const relation = (type: string, from: string, to: string, description?: string): StixObject => ({
    ...own("relationship", `${slug} ${from} ${type} ${to}`),
    ...common,
    relationship_type: type,
    source_ref: from,
    target_ref: to,
    ...(description === undefined ? {} : { description }),
  });
  const posed = brand === undefined ? [] : [relation("related-to", campaign.id, brand.id, "The mails pose as this organisation.")];
  return [...indicators.map(({ id }) => relation("indicates", id, campaign.id)), ...posed];
}

/** §4.15. A draft has no day of publication yet; the format asks for one, and it is when the draft was made. */
function reportOf(article: Article, common: Common, refs: readonly string[], { lang, addressOf }: Surroundings): StixObject {
  const address = addressOf(article.slug);
  const references = [
    ...(address === undefined ? [] : [{ source_name: "Ayashii", url: address }]),
    ...article.advisories.map(({ issuer, title, url }) => ({
      source_name: plainLine(issuer, LONGEST_LINE) || "?",
      description: plainLine(title, LONGEST_LINE),
      url,
    })),
  ].filter(({ url }) => URL.canParse(url) && /^https?:/.test(url));
  return {
    ...own("report", article.slug),
    ...common,
    name: plainLine(article.title[lang], LONGEST_LINE) || article.slug,
    description: plainText([article.lead[lang], article.verdict.headline[lang], article.summary[lang]].join("\n")),
    report_types: indicatorTypes(refs),
    lang,
    published: instantOf(article.published, common.created),
    object_refs: refs,
    ...(references.length === 0 ? {} : { external_references: references }),
  };
}

function indicatorTypes(refs: readonly string[]): readonly string[] {
  const has = (type: string): readonly string[] => (refs.some((ref) => ref.startsWith(`${type}--`)) ? [type] : []);
  return ["threat-report", ...has("campaign"), ...has("indicator")];
}
