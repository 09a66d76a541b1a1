import type { Point } from "../checks/check.ts";
import type { Bilingual, Language, Where } from "../terms/index.ts";
import { defang, defangTarget } from "./defang.ts";
import type { Examination } from "./examination.ts";
import { columns, fold, padTo } from "./fold.ts";
import { CONFIDENCE, CONFIDENCE_GENUINE, EVIDENCE_LEVEL, NUMERALS, SEVERITY, SYMBOL, TEXTS, TYPED_IN_STEPS } from "./lang.ts";
import { contactedText, dateText, mailboxText, outlineOf } from "./outline.ts";
import type { Outline } from "./outline.ts";
import { oneLine, plainText } from "./plain-text.ts";
import { comparisonLines } from "./terminal-comparison.ts";
import { paintFor } from "./paint.ts";
import type { Paint, Style } from "./paint.ts";

export interface TerminalOptions {
  readonly lang: Language;
  /** Columns of the terminal; lines fold to it. */
  readonly width: number;
  readonly colour: boolean;
}

const QUOTE_LIMIT = 200;
const TEXT_LIMIT = 600;
const NARROW = 56;

/** One examination as text for a terminal. Nothing of the mail reaches the terminal as a command or a live link. */
export function renderTerminal(examination: Examination, options: TerminalOptions): string {
  const page = new Page({ ...options, width: Math.max(20, Math.min(options.width, 110)) });
  const outline = outlineOf(examination);
  head(page, examination, outline);
  strongest(page, outline);
  reasons(page, examination, outline);
  shortList(page, TEXTS.morePoints, outline.further);
  if (outline.genuine.length > 0) {
    shortList(page, TEXTS.forGenuine, outline.genuine);
    if (outline.strongestLean === "phishing") page.text(page.say(TEXTS.forGenuineNote), 2, "dim");
  }
  notChecked(page, examination);
  contact(page, examination);
  if (outline.showTypedIn) typedIn(page);
  page.gap();
  page.text(
    `${examination.tool.name} ${examination.tool.version} · ${page.say(TEXTS.registry)} ${oneLine(examination.tool.registry, 24)} · ${oneLine(contactedText(examination, page.lang), 80)}`,
    0,
    "dim",
  );
  return page.toString();
}

function head(page: Page, examination: Examination, outline: Outline): void {
  const { verdict, mail } = examination;
  const brand =
    outline.brandLabel === undefined
      ? ""
      : page.lang === "ja"
        ? `(${outline.brandLabel.ja} を名乗るメール)`
        : ` (a mail that says it is ${outline.brandLabel.en})`;
  page.text(`[${SYMBOL[verdict.level]}] ${page.say(verdict.headline)}${verdict.level === "no-sign" ? "" : brand}`, 0, verdict.level);
  page.text(`→ ${page.say(verdict.action)}`, 0, "bold");
  page.gap();
  const labels = [TEXTS.from, TEXTS.realSender, TEXTS.subject, TEXTS.date, TEXTS.handedIn];
  const row = page.rows(labels, 0);
  row(TEXTS.from, defang(oneLine(mailboxText(mail, page.lang), QUOTE_LIMIT)));
  if (outline.senderDomain !== "") row(TEXTS.realSender, oneLine(outline.senderDomain, QUOTE_LIMIT), "bold");
  row(TEXTS.subject, defang(oneLine(mail.subject, QUOTE_LIMIT)) || page.say(TEXTS.none));
  if (mail.date !== undefined) row(TEXTS.date, oneLine(dateText(mail.date, page.lang), 40));
  row(TEXTS.handedIn, page.say(EVIDENCE_LEVEL[examination.evidenceLevel]));
}

function strongest(page: Page, outline: Outline): void {
  if (outline.strongest.length === 0) return;
  page.heading(outline.strongestLean === "genuine" ? TEXTS.strongestGenuine : TEXTS.strongest);
  outline.strongest.forEach((point, index) => {
    if (index > 0) page.gap();
    pointInFull(page, point, NUMERALS[index] ?? "");
  });
}

function pointInFull(page: Page, point: Point, numeral: string): void {
  const mark = point.leans === "phishing" ? ` [${page.say(SEVERITY[point.severity])}]` : "";
  page.text(`${numeral} ${page.mailText(point.title)}${mark}`, 0, point.leans === "phishing" ? "bad" : "good");
  const row = page.rows([TEXTS.seen, TEXTS.official, TEXTS.why, TEXTS.howSure, TEXTS.quote, ...(point.link === undefined ? [] : [TEXTS.realDomain])], 3);
  row(TEXTS.seen, page.mailText(point.seen));
  if (point.link !== undefined) {
    if (point.link.displayed !== undefined) row(TEXTS.displayed, defang(oneLine(point.link.displayed, QUOTE_LIMIT)));
    row(TEXTS.realDomain, defangTarget(oneLine(point.link.real, QUOTE_LIMIT)), "bold");
  }
  row(TEXTS.official, `${oneLine(point.official[page.lang], TEXT_LIMIT)} ${sourceText(point, page.lang)}`.trim());
  row(TEXTS.why, page.mailText(point.why));
  row(TEXTS.howSure, page.say((point.leans === "phishing" ? CONFIDENCE : CONFIDENCE_GENUINE)[point.confidence]));
  for (const quote of point.quotes.slice(0, 3)) row(TEXTS.quote, `${defang(oneLine(quote.text, 80))} (${whereText(quote.where, page.lang)})`, "dim");
  if (point.advisory !== undefined) comparisonLines(point.advisory, page.lang, page.width - 3).forEach((line) => page.text(line.text, 3, line.style));
}

/** Where a fact comes from and when somebody looked. */
export function sourceText(point: Point, lang: Language): string {
  const { fact } = point;
  if (fact === undefined) return "";
  const from = fact.source ?? TEXTS.noSource[lang];
  const words = `${TEXTS.source[lang]}: ${oneLine(from, QUOTE_LIMIT)}, ${TEXTS.checkedOn[lang]} ${fact.checked}`;
  return lang === "ja" ? `(${words})` : `(${words})`;
}

/** The place of a quotation, short. */
export function whereText(where: Where, lang: Language): string {
  if (where.kind === "raw") return `${TEXTS.bytes[lang]} ${where.start}–${where.end}`;
  return where.kind === "envelope" ? `envelope ${where.field}` : oneLine(where.key, 60);
}

function reasons(page: Page, examination: Examination, outline: Outline): void {
  if (outline.reasons.length === 0) return;
  page.heading(TEXTS.reasons);
  for (const reason of outline.reasons) page.item(page.mailText(reason));
  if (examination.verdict.level === "undecided" && outline.brandLabel !== undefined) page.item(page.say(TEXTS.counterfactual));
}

function shortList(page: Page, title: Bilingual, points: readonly Point[]): void {
  if (points.length === 0) return;
  page.heading(title);
  for (const point of points) page.item(`${page.mailText(point.title)}: ${page.mailText(point.seen)}`);
}

function notChecked(page: Page, examination: Examination): void {
  if (examination.notChecked.length > 0) {
    page.heading(TEXTS.notChecked);
    for (const missing of examination.notChecked) page.item(page.mailText(missing.why));
  }
  if (examination.raiseLevel !== undefined) {
    page.heading(TEXTS.raise);
    page.item(page.say(examination.raiseLevel));
  }
}

function contact(page: Page, examination: Examination): void {
  const { contact: found, verdict } = examination;
  if (verdict.level === "no-sign" && found === undefined) return;
  page.heading(TEXTS.contact);
  if (found === undefined) page.item(page.say(TEXTS.contactUnknown));
  else
    page.item(
      `${page.say(found.label)}: ${found.page}${page.lang === "ja" ? "(公式情報の登録簿より)" : " (from the registry, not from the mail)"} ${page.say(TEXTS.contactNote)}`,
    );
}

function typedIn(page: Page): void {
  page.heading(TEXTS.typedIn);
  for (const step of TYPED_IN_STEPS) page.item(page.say(step));
}

/** Lines being collected, folded and painted. */
class Page {
  readonly lang: Language;
  readonly width: number;
  private readonly paint: Paint;
  private readonly lines: string[] = [];

  constructor(options: TerminalOptions) {
    this.lang = options.lang;
    this.width = options.width;
    this.paint = paintFor(options.colour);
  }

  say(text: Bilingual): string {
    return text[this.lang];
  }

  /** A text that may quote the mail: cleaned, links dead. */
  mailText(text: Bilingual): string {
    return defang(oneLine(plainText(text[this.lang].slice(0, TEXT_LIMIT * 8)), TEXT_LIMIT));
  }

  text(text: string, indent: number, style?: Style): void {
    for (const line of fold(text, this.width - indent)) this.push(" ".repeat(indent) + this.paint(line, style));
  }

  heading(title: Bilingual): void {
    this.gap();
    this.text(`■ ${this.say(title)}`, 0, "bold");
  }

  item(text: string): void {
    fold(text, this.width - 4).forEach((line, index) => this.push(`${index === 0 ? "  ・" : "    "}`.replace("・", this.lang === "ja" ? "・" : "- ") + line));
  }

  /** A printer of label/value rows with one column for the labels; on a narrow terminal the label has its own line. */
  rows(labels: readonly Bilingual[], indent: number): (label: Bilingual, value: string, style?: Style) => void {
    const column = Math.max(...labels.map((label) => columns(this.say(label)))) + 2;
    const narrow = this.width < NARROW;
    return (label, value, style) => {
      const left = " ".repeat(indent);
      if (narrow) {
        this.push(left + this.paint(this.say(label), "dim"));
        return this.text(value, indent + 2, style);
      }
      fold(value, this.width - indent - column).forEach((line, index) => {
        const name = index === 0 ? this.paint(padTo(this.say(label), column), "dim") : " ".repeat(column);
        this.push(left + name + this.paint(line, style));
      });
    };
  }

  gap(): void {
    this.push("");
  }

  private push(line: string): void {
    this.lines.push(line.trimEnd());
  }

  toString(): string {
    return `${this.lines.join("\n")}\n`;
  }
}
