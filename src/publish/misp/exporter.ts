import type { Article } from "../../article/article.ts";
import { PLACEHOLDER } from "../../redact/placeholders.ts";
import { NOT_WITHDRAWN } from "../exporter.ts";
import type { ExportedFile, Exporter, Surroundings } from "../exporter.ts";
import { indicatorsOf } from "../indicators.ts";
import { OWN_NAMESPACE, uuid5 } from "../name-uuid.ts";
import { plainLine } from "../plain-line.ts";
import { isAddress } from "../refang.ts";
import { instantOf, isDay, LONG_AGO, secondsOf } from "../times.ts";

/** MISP core format (https://datatracker.ietf.org/doc/html/draft-dulaunoy-misp-core-format): one event an article. */
export const exporters: readonly Exporter[] = [
  {
    id: "misp",
    label: { ja: "MISP イベント JSON(MISP で共有する組織向け)", en: "MISP event JSON (communities that share through MISP)" },
    takes: NOT_WITHDRAWN,
    needsReporter: false,
    files: (articles, surroundings) => articles.map((article) => eventFile(article, surroundings)),
    problems: async ({ text }) => (await import("./schema.ts")).problemsOf(text),
  },
];

function eventFile(article: Article, surroundings: Surroundings): ExportedFile {
  const Event = eventOf(article, surroundings);
  return { name: `${article.slug}.misp.json`, mediaType: "application/json", text: `${JSON.stringify({ Event }, null, 2)}\n` };
}

/** §2.2.1.1. Identifiers of the receiving instance are "0": it gives its own. Whom to share it with is the receiver's choice. */
function eventOf(article: Article, surroundings: Surroundings): unknown {
  const created = instantOf(article.created, LONG_AGO);
  const timestamp = String(secondsOf(instantOf(article.updated ?? article.published, created)));
  const attributes = attributesOf(article, surroundings).map((one) => attributeOf(article.slug, timestamp, one));
  const org = orgOf(surroundings);
  return {
    id: "0",
    uuid: uuid5(OWN_NAMESPACE, `event ${article.slug}`),
    info: plainLine(article.title[surroundings.lang], 250) || article.slug,
    published: false,
    // §2.2.1.1.5: 3 low, what MISP uses for mass mailings.
    threat_level_id: "3",
    analysis: article.state === "published" ? "2" : "1",
    date: isDay(article.mail.day) ? article.mail.day : created.slice(0, 10),
    timestamp,
    publish_timestamp: "0",
    org_id: "0",
    orgc_id: "0",
    attribute_count: String(attributes.length),
    distribution: "0",
    sharing_group_id: "0",
    locked: false,
    Org: org,
    Orgc: org,
    Attribute: attributes,
    Tag: tagsOf(article).map((name) => ({ name })),
  };
}

function orgOf({ reporter }: Surroundings): unknown {
  const name = plainLine(reporter?.name ?? "Ayashii", 200) || "Ayashii";
  return { id: "0", name, uuid: uuid5(OWN_NAMESPACE, `org ${name}`) };
}

/** Taxonomies `rsit` and `tlp` (https://www.misp-project.org/taxonomies.html). What is not published yet has no TLP mark: that is its author's to set. */
function tagsOf(article: Article): readonly string[] {
  return ['rsit:fraud="phishing"', ...(article.state === "published" ? ["tlp:clear"] : [])];
}

interface Attribute {
  readonly category: "Network activity" | "Payload delivery" | "External analysis";
  readonly type: string;
  readonly value: string;
  /** Meant for detection: blamed hosts and pages alone. */
  readonly detects?: true;
  readonly comment?: string;
}

function attributesOf(article: Article, { addressOf, lang }: Surroundings): readonly Attribute[] {
  const { pages, hosts, sender } = indicatorsOf(article);
  const network = (type: string, value: string): Attribute => ({ category: "Network activity", type, value, detects: true });
  const delivery = (type: string, value: string, comment = ""): Attribute => ({ category: "Payload delivery", type, value, comment });
  const address = addressOf(article.slug);
  const links = [...(address === undefined ? [] : [address]), ...article.advisories.map(({ url }) => url)].filter((url) => /^https?:/.test(url));
  const all = [
    ...pages.filter(({ whole }) => whole).map(({ url }) => network("url", url)),
    ...hosts.map(({ host, below }) => (isAddress(host) ? network("ip-dst", host.replace(/^\[|\]$/g, "")) : network(below ? "domain" : "hostname", host))),
    ...(sender === undefined ? [] : [delivery("email-src", sender, SENDER[lang])]),
    ...[article.mail.subject].filter(isWhole).map((subject) => delivery("email-subject", plainLine(subject))),
    ...[article.mail.fromName].filter(isWhole).map((name) => delivery("email-src-display-name", plainLine(name))),
    ...article.mail.attachments.filter(isWhole).map((name) => delivery("email-attachment", plainLine(name))),
    ...links.map((value): Attribute => ({ category: "External analysis", type: "link", value })),
  ];
  return all.filter((one, at) => all.findIndex((other) => other.type === one.type && other.value === one.value) === at);
}

const SENDER = {
  ja: "差出人として書かれていたアドレス。乗っ取られた他人のものかもしれません",
  en: "The address the mail says it is from; it may be a hijacked account of somebody else",
};

/** With a placeholder in it, it is nothing any mail had. */
const isWhole = (text: string): boolean => plainLine(text) !== "" && text.search(PLACEHOLDER) < 0;

/** §2.3.2. Distribution 5: as the event. */
function attributeOf(slug: string, timestamp: string, { category, type, value, detects, comment }: Attribute): unknown {
  return {
    id: "0",
    event_id: "0",
    uuid: uuid5(OWN_NAMESPACE, `attribute ${slug} ${type} ${value}`),
    type,
    category,
    to_ids: detects === true,
    distribution: "5",
    sharing_group_id: "0",
    timestamp,
    comment: comment ?? "",
    deleted: false,
    disable_correlation: false,
    value,
  };
}
