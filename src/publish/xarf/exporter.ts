import { sha256 } from "@noble/hashes/sha2.js";
import type { Article } from "../../article/article.ts";
import { NOT_WITHDRAWN } from "../exporter.ts";
import type { ExportedFile, Exporter, Reporter, Surroundings } from "../exporter.ts";
import { indicatorsOf } from "../indicators.ts";
import type { BadPage } from "../indicators.ts";
import { mailText } from "../mail-text.ts";
import { uuid4Like } from "../name-uuid.ts";
import { plainLine } from "../plain-line.ts";
import { isAddress } from "../refang.ts";
import { dayStart, instantOf, LONG_AGO } from "../times.ts";

const VERSION = "4.2.0";

/** XARF v4 (https://xarf.org/docs/specification/), category content, type phishing: one report a host, as one report is one incident. */
export const exporters: readonly Exporter[] = [
  {
    id: "xarf",
    label: { ja: "XARF v4 フィッシング報告(ホスティング会社の abuse 窓口向け)", en: "XARF v4 phishing reports (abuse desks of hosting companies)" },
    takes: NOT_WITHDRAWN,
    needsReporter: true,
    files: (articles, surroundings) => articles.flatMap((article) => reportsOf(article, surroundings)),
    problems: async ({ text }) => (await import("./schema.ts")).problemsOf(text),
  },
];

function reportsOf(article: Article, surroundings: Surroundings): readonly ExportedFile[] {
  const { reporter } = surroundings;
  if (reporter === undefined) return [];
  const pages = indicatorsOf(article).pages;
  // The first page of each host, one whose path is known before one whose path was redacted.
  const first = [...new Set(pages.map(({ host }) => host))].map((host) => {
    const all = pages.filter((page) => page.host === host);
    return all.find((page) => page.whole) ?? all[0]!;
  });
  return first.map((page, at) => ({
    name: `${article.slug}-${at + 1}.xarf.json`,
    mediaType: "application/json",
    text: `${JSON.stringify(reportOf(article, page, reporter, surroundings), null, 2)}\n`,
  }));
}

function reportOf(article: Article, page: BadPage, reporter: Reporter, { lang }: Surroundings): unknown {
  const party = { org: plainLine(reporter.name, 200), contact: reporter.address, domain: reporter.address.slice(reporter.address.lastIndexOf("@") + 1) };
  const host = page.host.replace(/^\[|\]$/g, "");
  return {
    xarf_version: VERSION,
    report_id: uuid4Like(`${article.slug} ${page.url}`),
    timestamp: dayStart(article.mail.day, instantOf(article.created, LONG_AGO)),
    reporter: party,
    sender: party,
    source_identifier: host,
    category: "content",
    type: "phishing",
    url: page.url,
    ...(isAddress(page.host) ? {} : { domain: host }),
    evidence_source: "user_report",
    verification_method: "user_report",
    attack_vector: "phishing",
    ...(article.brand === undefined ? {} : { target_brand: plainLine(article.brandLabel.en, 200) || article.brand }),
    description: plainLine(descriptionOf(article, page), 1000),
    evidence: [evidenceOf(mailText(article, lang))],
    tags: ["channel:email"],
  };
}

/** Abuse desks read English. */
function descriptionOf(article: Article, page: BadPage): string {
  const brand = article.brand === undefined ? "A phishing mail" : `A mail posing as ${article.brandLabel.en}`;
  const path = page.whole ? "" : " The rest of the address named the recipient and is left out.";
  return `${brand} asks its reader to open this page.${path} The mail is attached with everything about its recipient replaced by placeholders in { }.`;
}

/** §evidence: at most 5 MB; the text is far below. */
function evidenceOf(text: string): unknown {
  const bytes = new TextEncoder().encode(text);
  const hash = [...sha256(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return {
    content_type: "text/plain",
    description: "The mail as its reader saw it, redacted; links are made dead",
    payload: Buffer.from(bytes).toString("base64"),
    hash: `sha256:${hash}`,
    size: bytes.length,
  };
}
