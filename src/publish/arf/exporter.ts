import type { Article } from "../../article/article.ts";
import { NOT_WITHDRAWN } from "../exporter.ts";
import type { ExportedFile, Exporter, Reporter, Surroundings } from "../exporter.ts";
import { indicatorsOf } from "../indicators.ts";
import type { BadPage, Indicators } from "../indicators.ts";
import { field, mailbox, mailDate, multipart, partText } from "../mail-writer.ts";
import { plainText } from "../plain-line.ts";
import { instantOf, isDay, LONG_AGO } from "../times.ts";

const LONGEST_BODY = 100_000;
const MOST_PAGES = 50;

/**
 * Feedback report (ARF, RFC 5965) as a mail that nobody has sent: no recipient, and `X-Unsent: 1`, so that mail programs open
 * it for a person to look at. What named the recipient is replaced consistently, as RFC 6590 has it.
 */
export const exporters: readonly Exporter[] = [
  {
    id: "arf",
    label: { ja: "ARF(RFC 5965)の報告メールの下書き(プロバイダーの abuse 窓口向け)", en: "ARF (RFC 5965) report mail, a draft (abuse desks of providers)" },
    takes: NOT_WITHDRAWN,
    needsReporter: true,
    files: (articles, surroundings) => articles.flatMap((article) => reportOf(article, surroundings)),
    problems: async ({ text }) => (await import("./rules.ts")).problemsOf(text),
  },
];

function reportOf(article: Article, { reporter, at }: Surroundings): readonly ExportedFile[] {
  const found = indicatorsOf(article);
  if (reporter === undefined || found.pages.length === 0) return [];
  const { boundary, body } = multipart([
    { type: "text/plain; charset=utf-8", text: explanation(article, found.pages) },
    { type: "message/feedback-report", text: `${feedback(article, found).join("\r\n")}\r\n`, bare: true },
    { type: "message/rfc822", text: redactedMail(article, found.sender), bare: true },
  ]);
  const head = [...headOf(article, reporter, at), `Content-Type: multipart/report; report-type=feedback-report;\r\n boundary="${boundary}"`];
  return [{ name: `${article.slug}.arf.eml`, mediaType: "message/rfc822", text: `${head.join("\r\n")}\r\n\r\n${body}` }];
}

function headOf(article: Article, reporter: Reporter, at: string): readonly string[] {
  const brand = article.brand === undefined ? "Phishing" : `Phishing posing as ${article.brandLabel.en}`;
  return [
    `From: ${mailbox(reporter.name, reporter.address)}`,
    `Date: ${mailDate(instantOf(at, LONG_AGO))}`,
    field("Subject", `${brand}: ${article.mail.subject.slice(0, 200)}`),
    "X-Unsent: 1",
    "MIME-Version: 1.0",
  ];
}

/** §2 (e): the part for people, in English, as the desk may be anywhere. */
function explanation(article: Article, pages: readonly BadPage[]): string {
  const path = pages.some((page) => !page.whole) ? ["Where only a host is given, the rest of the address named the recipient and is left out."] : [];
  return [
    "This is a report of a phishing mail. Please take down the pages it leads to:",
    "",
    ...pages.slice(0, MOST_PAGES).map(({ url }) => url.replace(/^http/, "hxxp").replace("://", "[:]//")),
    "",
    ...path,
    "The mail below is redacted: placeholders in { } stand for what told who received it.",
    plainText(article.verdict.headline.en),
    "",
  ].join("\n");
}

/** §3: required fields first, then those that may stand once, then the reported pages. What the servers wrote is not in an article. */
function feedback({ mail }: Article, { pages, hosts }: Indicators): readonly string[] {
  const named = hosts.map(({ host }) => host).filter((host) => !host.startsWith("["));
  return [
    "Feedback-Type: fraud",
    "User-Agent: Ayashii/1",
    "Version: 1",
    ...(isDay(mail.day) ? [`Arrival-Date: ${mailDate(`${mail.day}T00:00:00Z`)}`] : []),
    ...named.slice(0, MOST_PAGES).map((host) => `Reported-Domain: ${host}`),
    ...pages.slice(0, MOST_PAGES).map(({ url }) => `Reported-URI: ${url}`),
  ];
}

/** The redacted mail itself (§2 (f)): only what anybody may see of it. */
function redactedMail({ mail }: Article, sender: string | undefined): string {
  // A forged sender is a victim, and one that lost a part is no address.
  const from = sender ?? "redacted@redacted.invalid";
  const head = [
    `From: ${mailbox(mail.fromName, from)}`,
    ...(isDay(mail.day) ? [`Date: ${mailDate(`${mail.day}T00:00:00Z`)}`] : []),
    field("Subject", mail.subject),
    "MIME-Version: 1.0",
  ];
  return `${head.join("\r\n")}\r\n${partText({ type: "text/plain; charset=utf-8", text: plainText(mail.text, LONGEST_BODY) })}`;
}
