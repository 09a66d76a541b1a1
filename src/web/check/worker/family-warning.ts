import type { Article } from "../../../article/article.ts";
import { oneLine } from "../../../report/plain-text.ts";
import type { Language } from "../../../terms/index.ts";

const POINTS = 3;

/** A few lines for a family chat: what came, why it is bad, what to do. Of the redacted mail only; links stay dead. */
export function warningText(article: Article, lang: Language): string {
  const { mail, verdict, contact } = article;
  const points = mail.points.slice(0, POINTS).map((point) => `・${oneLine(point.title[lang], 120)}`);
  const subject = oneLine(mail.subject, 120);
  const lines = lang === "ja" ? japanese(article, subject, points) : english(article, subject, points);
  const page = contact === undefined ? [] : [lang === "ja" ? `本物に確かめるなら: ${contact.page}` : `To ask the real company: ${contact.page}`];
  return [...lines(verdict.level), ...page].join("\n");
}

type Lines = (level: Article["verdict"]["level"]) => readonly string[];

const japanese =
  ({ brand, brandLabel }: Article, subject: string, points: readonly string[]): Lines =>
  (level) => [
    level === "impersonation" ? "【注意】偽物のメールが届いています。" : "【注意】怪しいメールが届いています。",
    `${brand === undefined ? "" : `${brandLabel.ja}を名乗る`}件名「${subject}」のメールです。`,
    ...points,
    "リンクは押さず、添付も開かず、返信もしないでください。",
  ];

const english =
  ({ brand, brandLabel }: Article, subject: string, points: readonly string[]): Lines =>
  (level) => [
    level === "impersonation" ? "Watch out: a fake mail is going round." : "Watch out: a suspicious mail is going round.",
    `It has the subject "${subject}"${brand === undefined ? "" : ` and says it is from ${brandLabel.en}`}.`,
    ...points.map((point) => point.replace(/^・/, "- ")),
    "Do not follow its links, open its attachments or reply.",
  ];
