import stringWidth from "string-width";
import type { Article } from "../../article/article.ts";
import type { Bilingual, Language } from "../../terms/index.ts";
import { escapeText, readable } from "./markup.ts";
import { dayOf } from "./site.ts";
import { SOCIAL_SIZE } from "./social-size.ts";

const MARGIN = 72;
const FONT = 54;
/** Pixels of one column of text: half a full-width letter, and wide enough for bold Latin ones. */
const COLUMN = 30;
const COLUMNS = Math.floor((SOCIAL_SIZE.width - 2 * MARGIN) / COLUMN);
const LINE = 76;
const LINES = 4;

const LOOKS: Readonly<Record<Article["verdict"]["level"], string>> = { impersonation: "#b3151f", suspicious: "#9a5b00" };

/**
 * What a chat or a social network shows of a warning: verdict, title, day and the site's name, as SVG. Made of public text
 * alone; colours and shape are our own, so that it is not taken for the mail.
 */
export function socialPicture(article: Article, site: Bilingual, lang: Language): string {
  const lines = folded(readable(article.title[lang]), COLUMNS, LINES);
  const text = (x: number, y: number, size: number, fill: string, value: string, rest = ""): string =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${rest}>${escapeText(value)}</text>`;
  const colour = LOOKS[article.verdict.level];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SOCIAL_SIZE.width} ${SOCIAL_SIZE.height}" font-family="Noto Sans JP">`,
    `<rect width="${SOCIAL_SIZE.width}" height="${SOCIAL_SIZE.height}" fill="#fff"/>`,
    `<rect width="${SOCIAL_SIZE.width}" height="132" fill="${colour}"/>`,
    text(MARGIN, 86, 48, "#fff", `${article.verdict.level === "impersonation" ? "×" : "!"}  ${cut(readable(article.verdict.headline[lang]), 40)}`),
    ...lines.map((line, at) => text(MARGIN, 228 + at * LINE, FONT, "#1b1b1f", line)),
    `<rect x="${MARGIN}" y="540" width="${SOCIAL_SIZE.width - 2 * MARGIN}" height="2" fill="#d5d8de"/>`,
    text(MARGIN, 590, 30, "#5b5f66", cut(site[lang], 48)),
    text(SOCIAL_SIZE.width - MARGIN, 590, 30, "#5b5f66", longDay(dayOf(article.published ?? article.created), lang), ` text-anchor="end"`),
    "</svg>",
  ].join("\n");
}

function longDay(day: string, lang: Language): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** Lines of so many columns; broken at blanks where the text has them near the end of a line, anywhere in Japanese. */
export function folded(text: string, columns: number, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = text.replace(/\s+/g, " ").trim();
  while (rest !== "" && lines.length < most) {
    const line = lines.length === most - 1 ? cut(rest, columns) : head(rest, columns);
    lines.push(line.trim());
    rest = lines.length === most ? "" : rest.slice(line.length).trimStart();
  }
  return lines;
}

function head(text: string, columns: number): string {
  const fitting = prefix(text, columns);
  if (fitting.length === text.length) return text;
  const blank = fitting.lastIndexOf(" ");
  return /[\w,.]$/.test(fitting) && /^\w/.test(text.slice(fitting.length)) && blank > fitting.length / 2 ? fitting.slice(0, blank + 1) : fitting;
}

/** The longest beginning that fits; at least one letter, so that folding comes to an end. */
function prefix(text: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const { segment } of GRAPHEMES.segment(text.slice(0, 4 * columns))) {
    width += stringWidth(segment);
    if (width > columns && end > 0) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

const GRAPHEMES = new Intl.Segmenter("ja", { granularity: "grapheme" });

function cut(text: string, columns: number): string {
  return stringWidth(text) <= columns ? text : `${prefix(text, columns - 1)}…`;
}
