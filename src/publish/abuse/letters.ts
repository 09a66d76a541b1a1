import type { Article } from "../../article/article.ts";
import type { Surroundings } from "../exporter.ts";
import type { BadPage, Indicators } from "../indicators.ts";
import { mailText } from "../mail-text.ts";
import { plainLine, plainText } from "../plain-line.ts";
import { isAddress } from "../refang.ts";
import { WORDS } from "./words.ts";

/** A letter to start from. */
export interface Letter {
  /** Whom it goes to, in words: an address is looked up by whoever sends it. */
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

const MOST_HOSTS = 20;

/** To those who collect such mails: what it is, and the mail without its recipient. */
export function phishReport(article: Article, { lang, reporter, addressOf }: Surroundings): Letter {
  const { mail, verdict } = article;
  const address = addressOf(article.slug);
  const body = [
    lang === "ja" ? "次のメールを届け出ます。" : "I report the following mail.",
    "",
    `${WORDS.subject[lang]}: ${plainLine(mail.subject)}`,
    `${WORDS.from[lang]}: ${plainLine(mail.fromName)} <${plainLine(mail.fromAddress)}>${mail.forgedSender ? WORDS.forged[lang] : ""}`,
    `${WORDS.day[lang]}: ${mail.day ?? "-"}`,
    `${WORDS.gist[lang]}: ${plainLine(verdict.headline[lang])}`,
    ...mail.points.slice(0, 10).map((point) => `- ${plainLine(point.title[lang], 300)}: ${plainLine(point.seen[lang], 500)}`),
    ...(address === undefined ? [] : ["", `${WORDS.article[lang]}: ${address}`]),
    "",
    WORDS.attach[lang],
    ...signed(reporter?.name),
  ];
  return { to: WORDS.above[lang], subject: `${WORDS.report[lang]}: ${plainLine(mail.subject, 150)}`, body: plainText(body.join("\n")) };
}

/** To whoever runs each host, in English: such desks are anywhere. */
export function hostReports(article: Article, { pages }: Indicators, surroundings: Surroundings): readonly Letter[] {
  const hosts = [...new Set(pages.map(({ host }) => host))].slice(0, MOST_HOSTS);
  return hosts.map((host) =>
    hostReport(
      article,
      host,
      pages.filter((page) => page.host === host),
      surroundings,
    ),
  );
}

function hostReport(article: Article, host: string, pages: readonly BadPage[], { reporter, lang }: Surroundings): Letter {
  const brand = article.brand === undefined ? "a phishing mail" : `a mail that poses as ${article.brandLabel.en}`;
  const redacted = pages.some(({ whole }) => !whole) ? ["Where the address ends after the host, the rest named the recipient and is left out."] : [];
  const body = [
    "Hello,",
    "",
    `the following ${pages.length === 1 ? "page" : "pages"} on your network, linked from ${brand}, ask readers for what is not to be given away.`,
    "Please look at them and take them down.",
    "",
    ...pages.slice(0, 50).map(({ url }) => dead(url)),
    "",
    ...redacted,
    "The mail, with everything about its recipient replaced by placeholders in { }:",
    "",
    mailText(article, "en"),
    ...signed(reporter?.name),
  ];
  return { to: `${WORDS.operatorOf[lang]} ${dead(host)} (${lookUp(host)})`, subject: `Phishing page on ${dead(host)}`, body: plainText(body.join("\n")) };
}

/** Where the abuse contact of a host stands (RDAP, RFC 9082 §3.1): looked up by a person, as no export opens a connection. */
function lookUp(host: string): string {
  return isAddress(host) ? `RDAP: ip/${host.replace(/^\[|\]$/g, "")}` : `RDAP: domain/${host}`;
}

/** A letter passes through filters, and is opened by people: its addresses are dead. */
const dead = (address: string): string =>
  address
    .replace(/^http/, "hxxp")
    .replace(/^(hxxps?:\/\/)?([^/]+)/, (_, scheme: string | undefined, host: string) => `${scheme ?? ""}${host.replaceAll(".", "[.]")}`);

const signed = (name: string | undefined): readonly string[] => (name === undefined ? [] : ["", plainLine(name, 200)]);
