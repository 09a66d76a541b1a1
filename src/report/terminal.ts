import type { Point } from "../checks/check.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { defang, deadTarget } from "./defang.ts";
import type { Examination } from "./examination.ts";
import { columns, fold, padTo } from "./fold.ts";
import { confidenceText, EVIDENCE_LEVEL, NUMERALS, SEVERITY, SYMBOL, TEXTS, TYPED_IN_STEPS } from "./lang.ts";
import { contactedText, dateText, mailboxText, outlineOf } from "./outline.ts";
import type { Outline } from "./outline.ts";
import { hostLine, oneLine, plainText } from "./plain-text.ts";
import { sourceText, standingText, whereText } from "./source-text.ts";
import { comparisonLines } from "./terminal-comparison.ts";
import { paintFor } from "./paint.ts";
import type { Paint, Style } from "./paint.ts";
import type { Told } from "./told.ts";

export interface TerminalOptions {
  readonly lang: Language;
  /** Columns of the terminal; lines fold to it. */
  readonly width: number;
  readonly colour: boolean;
}

const QUOTE_LIMIT = 200;
const TEXT_LIMIT = 600;
const NARROW = 56;
const QUOTES = 2;
const HOST_LIMIT = 120;
const SMALL = 6;

/** One examination as text for a terminal. Nothing of the mail reaches the terminal as a command or a live link. */
export function renderTerminal(examination: Examination, options: TerminalOptions): string {
  const page = new Page({ ...options, width: Math.max(20, Math.min(options.width, 100)) });
  const outline = outlineOf(examination);
  head(page, examination, outline);
  strongest(page, outline);
  reasons(page, examination, outline);
  shortList(page, TEXTS.morePoints, outline.further);
  small(page, outline);
  shortList(page, TEXTS.forGenuine, outline.genuine);
  if (outline.genuineNote !== undefined) page.text(page.say(outline.genuineNote), 4, "dim");
  notChecked(page, examination, outline);
  contact(page, examination);
  if (outline.showTypedIn) typedIn(page);
  foot(page, examination);
  return page.toString();
}

function head(page: Page, examination: Examination, outline: Outline): void {
  const { verdict, mail } = examination;
  page.hang(`[${SYMBOL[verdict.level]}] `, page.say(verdict.headline), verdict.level);
  page.hang("→ ", page.say(verdict.action), "bold");
  if (outline.speaksAs !== undefined) page.text(`  ${page.say(outline.speaksAs)}${page.lang === "ja" ? "。" : "."}`, 0);
  for (const note of outline.notes) page.text(page.say(note), 2, "dim");
  page.gap();
  const row = page.rows([TEXTS.from, TEXTS.realSender, TEXTS.subject, TEXTS.date, TEXTS.handedIn], 0);
  row(TEXTS.from, defang(mailboxText(mail, page.lang)));
  if (outline.senderDomain !== "") row(TEXTS.realSender, hostLine(outline.senderDomain, HOST_LIMIT), "bold");
  row(TEXTS.subject, defang(oneLine(mail.subject, QUOTE_LIMIT)) || page.say(TEXTS.none));
  if (mail.date !== undefined) row(TEXTS.date, oneLine(dateText(mail.date, page.lang), 40));
  row(TEXTS.handedIn, page.say(EVIDENCE_LEVEL[examination.evidenceLevel]));
}

function strongest(page: Page, outline: Outline): void {
  if (outline.strongest.length === 0) return;
  page.heading(outline.strongestTitle);
  outline.strongest.forEach((told, index) => {
    if (index > 0) page.gap();
    pointInFull(page, told, NUMERALS[index] ?? "");
  });
}

const STYLE = { phishing: "bad", genuine: "good", simulation: "bold" } as const satisfies Record<Point["leans"], string>;

function pointInFull(page: Page, { point, also }: Told, numeral: string): void {
  const phishing = point.leans === "phishing";
  page.hang(`${numeral} `, `${phishing ? `[${page.say(SEVERITY[point.severity])}] ` : ""}${page.mailText(point.title)}`, STYLE[point.leans]);
  const labels = [TEXTS.seen, TEXTS.official, TEXTS.why, TEXTS.howSure, TEXTS.quote, TEXTS.also];
  const row = page.rows(point.link === undefined ? labels : [...labels, TEXTS.realDomain], 3);
  row(TEXTS.seen, page.mailText(point.seen));
  if (point.link !== undefined) row(TEXTS.realDomain, deadTarget(point.link.real), "bold");
  row(TEXTS.official, `${oneLine(point.official[page.lang], TEXT_LIMIT)} ${sourceText(point, page.lang)}`.trim());
  const standing = standingText(point, page.lang);
  if (standing !== "") row(TEXTS.standing, standing);
  row(TEXTS.why, page.mailText(point.why));
  row(TEXTS.howSure, page.say(confidenceText(point)));
  point.quotes.slice(0, QUOTES).forEach((quote, index) => row(index === 0 ? TEXTS.quote : undefined, quoted(quote, page.lang), "dim"));
  also.forEach((other, index) => row(index === 0 ? TEXTS.also : undefined, page.mailText(other.seen), undefined, page.bullet));
  if (point.advisory !== undefined) comparisonLines(point.advisory, page.lang, page.width - 3).forEach((line) => page.text(line.text, 3, line.style));
}

function quoted(quote: Point["quotes"][number], lang: Language): string {
  const text = defang(oneLine(quote.text, 80));
  return `${lang === "ja" ? `「${text}」` : `"${text}"`} (${whereText(quote.where, lang)})`;
}

function reasons(page: Page, examination: Examination, outline: Outline): void {
  if (outline.reasons.length === 0) return;
  page.heading(TEXTS.reasons);
  for (const reason of outline.reasons) page.item(page.mailText(reason));
  if (examination.verdict.level === "undecided" && outline.speaksAs !== undefined) page.item(page.say(TEXTS.counterfactual));
}

function shortList(page: Page, title: Bilingual, points: readonly Point[]): void {
  if (points.length === 0) return;
  page.heading(title);
  for (const point of points) page.item(shortText(page, point));
}

function shortText(page: Page, point: Point): string {
  const unconfirmed = point.fact?.status === "assumed" ? ` (${page.say(TEXTS.assumedShort)})` : "";
  return `${page.mailText(point.title)}: ${page.mailText(point.seen)}${unconfirmed}`;
}

function small(page: Page, outline: Outline): void {
  if (outline.small.length === 0) return;
  page.heading(TEXTS.smallPoints);
  for (const point of outline.small.slice(0, SMALL)) page.item(shortText(page, point));
  const rest = outline.small.length - SMALL;
  if (rest > 0) page.item(page.say(TEXTS.moreSmall).replace("%", String(rest)));
}

function notChecked(page: Page, examination: Examination, outline: Outline): void {
  // What could not be checked is often the very reason why nothing was decided, and stands above then.
  const open = examination.notChecked.filter((missing) => !outline.reasons.some((reason) => reason.ja === missing.why.ja));
  if (open.length > 0) page.heading(TEXTS.notChecked);
  for (const missing of open) page.item(page.mailText(missing.why));
  if (outline.raise === undefined) return;
  page.heading(TEXTS.raise);
  page.item(page.say(outline.raise));
}

function contact(page: Page, examination: Examination): void {
  const { contact: found, verdict } = examination;
  if (verdict.level === "no-sign" && found === undefined) return;
  page.heading(TEXTS.contact);
  if (found === undefined) return page.item(page.say(TEXTS.contactUnknown));
  page.item(`${page.say(found.label)}: ${oneLine(found.page, QUOTE_LIMIT)} (${page.say(TEXTS.contactSource)})`);
  page.item(page.say(TEXTS.contactNote));
  if (found.status === "assumed") page.item(page.say(TEXTS.contactAssumed));
}

function typedIn(page: Page): void {
  page.heading(TEXTS.typedIn);
  for (const step of TYPED_IN_STEPS) page.item(page.say(step));
}

function foot(page: Page, examination: Examination): void {
  const { tool } = examination;
  const registry = `${page.say(TEXTS.registry)} ${oneLine(tool.registry, 24)}`;
  page.gap();
  page.text(`${tool.name} ${tool.version} · ${registry} · ${oneLine(contactedText(examination, page.lang), 80)}`, 0, "dim");
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

  get bullet(): string {
    return this.lang === "ja" ? "・" : "- ";
  }

  item(text: string): void {
    this.hang(`  ${this.bullet}`, text);
  }

  /** A first line with something before it; the lines after it start below the text. */
  hang(before: string, text: string, style?: Style): void {
    const indent = columns(before);
    fold(text, this.width - indent).forEach((line, index) => this.push(this.paint((index === 0 ? before : " ".repeat(indent)) + line, style)));
  }

  /** A printer of label/value rows with one column for the labels (a row without one belongs to the row before); on a narrow terminal the label has its own line. */
  rows(labels: readonly Bilingual[], indent: number): (label: Bilingual | undefined, value: string, style?: Style, bullet?: string) => void {
    const column = Math.max(...labels.map((label) => columns(this.say(label)))) + 2;
    const narrow = this.width < NARROW;
    return (label, value, style, bullet = "") => {
      const left = " ".repeat(indent);
      const hanging = columns(bullet);
      const before = (index: number): string => (index === 0 ? bullet : " ".repeat(hanging));
      if (narrow) {
        if (label !== undefined) this.push(left + this.paint(this.say(label), "dim"));
        return this.hang(" ".repeat(indent + 2) + bullet, value, style);
      }
      fold(value, this.width - indent - column - hanging).forEach((line, index) => {
        const name = index === 0 && label !== undefined ? this.paint(padTo(this.say(label), column), "dim") : " ".repeat(column);
        this.push(left + name + before(index) + this.paint(line, style));
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
