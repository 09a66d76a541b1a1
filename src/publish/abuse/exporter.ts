import type { Article } from "../../article/article.ts";
import { channelsFor } from "../../article/index.ts";
import type { ReportingChannel } from "../../article/index.ts";
import { codeSpan, escapeHref, escapeMarkdown, fenced } from "../../article/markdown-escape.ts";
import type { Language } from "../../terms/index.ts";
import { NOT_WITHDRAWN } from "../exporter.ts";
import type { ExportedFile, Exporter, Surroundings } from "../exporter.ts";
import { indicatorsOf } from "../indicators.ts";
import { plainLine } from "../plain-line.ts";
import { hostReports, phishReport } from "./letters.ts";
import type { Letter } from "./letters.ts";
import { WORDS } from "./words.ts";

/** Whom to write to about a mail, what each wants, and letters to start from. A person reads, completes and sends them. */
export const exporters: readonly Exporter[] = [
  {
    id: "abuse",
    label: {
      ja: "届け出の下書きと届け出先(届け出る人向け。送るのは人)",
      en: "drafts of abuse reports and whom to send them to (whoever reports; a person sends them)",
    },
    takes: NOT_WITHDRAWN,
    needsReporter: false,
    files: (articles, surroundings) => articles.map((article) => sheetOf(article, surroundings)),
    problems: async ({ text }) => (await import("./rules.ts")).problemsOf(text),
  },
];

function sheetOf(article: Article, surroundings: Surroundings): ExportedFile {
  const { lang } = surroundings;
  const text = [
    `# ${escapeMarkdown(`${WORDS.title[lang]}: ${plainLine(article.title[lang], 300)}`)}`,
    WORDS.intro[lang],
    `## ${WORDS.channels[lang]}`,
    ...channelsFor(article.brand)
      .filter((channel) => channel.for === "report")
      .map((channel) => channelText(channel, lang)),
    `### ${WORDS.letter[lang]}`,
    letterText(phishReport(article, surroundings), lang),
    ...hostsPart(article, surroundings),
  ];
  return { name: `${article.slug}.abuse.${lang}.md`, mediaType: "text/markdown", text: `${text.join("\n\n")}\n` };
}

/** Who, where, what they want, who says so and when that was looked up. */
function channelText(channel: ReportingChannel, lang: Language): string {
  const region = channel.region === undefined ? "" : ` (${channel.region[lang]}${lang === "ja" ? "のみ" : " only"})`;
  return [
    `- **${escapeMarkdown(`${channel.name[lang]}${region}`)}**`,
    `  - ${WORDS.to[lang]}: ${channel.reach === undefined ? WORDS.form[lang] : codeSpan(channel.reach)}`,
    `  - ${WORDS.wants[lang]}: ${escapeMarkdown(channel.how[lang])}`,
    `  - ${WORDS.source[lang]}: [${escapeMarkdown(channel.source)}](<${escapeHref(channel.source)}>) (${channel.checked})`,
  ].join("\n");
}

/** One letter a host: each goes to another company. */
function hostsPart(article: Article, surroundings: Surroundings): readonly string[] {
  const { lang } = surroundings;
  const letters = hostReports(article, indicatorsOf(article), surroundings);
  if (letters.length === 0) return [`## ${WORDS.operators[lang]}`, WORDS.noPage[lang]];
  return [`## ${WORDS.operators[lang]}`, WORDS.operatorsHow[lang], ...letters.map((letter) => letterText(letter, lang))];
}

function letterText({ to, subject, body }: Letter, lang: Language): string {
  return [`${WORDS.to[lang]}: ${escapeMarkdown(to)}`, `${WORDS.subject[lang]}: ${codeSpan(plainLine(subject, 300))}`, fenced(body)].join("\n\n");
}
