import { articleOf } from "../../../app/article-of.ts";
import type { ArticleResult } from "../../../app/article-of.ts";
import type { Examined } from "../../../app/examine.ts";
import type { Article } from "../../../article/article.ts";
import { channelsFor } from "../../../article/channel.ts";
import type { ReportingChannel } from "../../../article/channel.ts";
import { PICTURE_STYLE, pictureOf } from "../../../article/picture.ts";
import { phishReport } from "../../../publish/abuse/letters.ts";
import { scanForLeaks } from "../../../redact/index.ts";
import { renderHtml } from "../../../report/html.ts";
import type { Bilingual, Language } from "../../../terms/index.ts";
import { PROBLEMS } from "../problem-texts.ts";
import type { Answer, Draft, Making } from "../protocol.ts";
import { warningText } from "./family-warning.ts";
import type { HandedIn } from "./handed-in.ts";

/** What a reader takes away. Everything that is meant for others is made of the redacted mail, and scanned for what must not leave. */
export function make(what: Making, given: HandedIn, { examination }: Examined, lang: Language): Answer {
  if (what === "html") return { kind: "made", text: renderHtml(examination, lang), name: "ayashii-report.html" };
  const brand = "impersonates" in examination.verdict ? examination.verdict.impersonates : undefined;
  const made = articleOf(given.raw, { pasted: given.pasted, created: new Date().toISOString() });
  if (what === "drafts") return { kind: "drafts", drafts: draftsFor(brand, made, lang) };
  if (made.kind === "refused") return { kind: "problem", message: PROBLEMS.notSuspicious };
  if (what === "warning") return withoutLeaks(warningText(made.article, lang), made, "ayashii-warning.txt");
  return withoutLeaks(pictureOf(made.article.mail, lang), made, "ayashii-mail.png");
}

type Made = Extract<ArticleResult, { readonly kind: "article" }>;

function withoutLeaks(text: string, { secrets }: Made, name: string): Answer {
  return scanForLeaks(text.replaceAll(PICTURE_STYLE, ""), secrets).length > 0 ? { kind: "problem", message: PROBLEMS.mayLeak } : { kind: "made", text, name };
}

/** Whom to tell. A letter only where the mail is worth reporting, and where letters are taken. */
function draftsFor(brand: string | undefined, made: ArticleResult, lang: Language): readonly Draft[] {
  const letter = made.kind === "article" ? letterOf(made.article, lang) : undefined;
  return channelsFor(brand).map((channel) => draftFor(channel, letter, lang));
}

function draftFor(channel: ReportingChannel, letter: Draft["mail"], lang: Language): Draft {
  const { name, how, source, reach, region } = channel;
  const only: Bilingual = { ja: "のみ", en: " only" };
  return {
    name: region === undefined ? name[lang] : `${name[lang]} (${region[lang]}${only[lang]})`,
    how: how[lang],
    source,
    reach,
    purpose: channel.for,
    mail: channel.for === "report" && reach?.includes("@") === true ? letter : undefined,
  };
}

function letterOf(article: Article, lang: Language): Draft["mail"] {
  const { subject, body } = phishReport(article, { lang, at: article.created, reporter: undefined, addressOf: () => undefined });
  return { subject, text: body };
}
