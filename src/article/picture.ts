import { escapeHtml } from "../report/html-escape.ts";
import { plainText } from "../report/plain-text.ts";
import type { RedactedMail } from "../redact/redacted-mail.ts";
import type { Language } from "../terms/index.ts";
import { TEXTS } from "./fixed-texts.ts";
import { markedLines } from "./picture-lines.ts";
import type { Run } from "./picture-lines.ts";
import { mainPoints } from "./points.ts";
import type { NumberedPoint } from "./points.ts";

/** Pixels of one column; a wide character is as wide as the letters are high. */
const COLUMN = 8;
const FONT = 16;
const LINE = 26;
const PADDING = 18;
/** Columns of text: a phone's width, so that the picture is read there without turning it. */
const WIDTH = 50;
const LABEL_WIDTH = 9;
const BODY_LINES = 60;
/** UTF-16 units of the body that are looked at. */
const BODY_LIMIT = 4000;
const FIELD_LIMIT = 400;

/** Our own and the same in every picture. */
export const PICTURE_STYLE =
  ".p{fill:#fff;stroke:#9aa0aa}.t{fill:#1b1b1f}.d{fill:#5b5f66}.m{fill:#ffe680}.u{stroke:#b3151f;stroke-width:2}.b{fill:#b3151f}.n{fill:#fff;font-size:12px;font-weight:700;text-anchor:middle}.r{stroke:#d5d8de;fill:none}";
const WHOLE_WIDTH = WIDTH * COLUMN + 2 * PADDING;
const FAMILY = `"Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","Yu Gothic UI",Meiryo,system-ui,sans-serif`;

/**
 * The mail as one SVG picture: header, body with the suspicious places marked and numbered, legend. Drawn from the
 * redacted text alone; it names no other file, runs nothing and links nowhere. White in dark surroundings too, as mail is.
 */
export function pictureOf(mail: RedactedMail, lang: Language): string {
  const known = DRAWN[lang].get(mail);
  if (known !== undefined) return known;
  const picture = draw(mail, lang);
  DRAWN[lang].set(mail, picture);
  return picture;
}

/** Folding lines takes most of an article's time, and its page and its file show the same picture. */
const DRAWN = { ja: new WeakMap<RedactedMail, string>(), en: new WeakMap<RedactedMail, string>() };

function draw(mail: RedactedMail, lang: Language): string {
  const points = mainPoints(mail);
  const sheet = new Sheet();
  for (const [label, value] of fieldsOf(mail, lang)) sheet.field(label, value, points);
  sheet.rule();
  sheet.body(mail.text, points, lang);
  sheet.rule();
  for (const { number, point } of points) sheet.legend(number, point.title[lang]);
  return sheet.svg(TEXTS.pictureAlt[lang], lang);
}

function fieldsOf(mail: RedactedMail, lang: Language): readonly (readonly [string, string])[] {
  const address = mail.fromAddress === "" ? "" : ` <${mail.fromAddress}>`;
  const rows: (readonly [string, string])[] = [
    [TEXTS.from[lang], `${mail.fromName}${address}`.trim() || TEXTS.none[lang]],
    [TEXTS.subject[lang], mail.subject || TEXTS.none[lang]],
  ];
  if (mail.day !== undefined) rows.push([TEXTS.day[lang], mail.day]);
  if (mail.attachments.length > 0) rows.push([TEXTS.attachments[lang], mail.attachments.join(", ")]);
  return rows;
}

/** Grows downwards as lines are added. */
class Sheet {
  #y = PADDING;
  readonly #shapes: string[] = [];

  field(label: string, value: string, points: readonly NumberedPoint[]): void {
    const line = plainText(value.slice(0, FIELD_LIMIT)).replace(/\s+/g, " ");
    this.#text({ column: 0, columns: 0, text: label, marked: false, badge: undefined }, 0, "d");
    this.#lines(markedLines(line, points, WIDTH - LABEL_WIDTH), LABEL_WIDTH);
  }

  body(value: string, points: readonly NumberedPoint[], lang: Language): void {
    const text = plainText(value.slice(0, BODY_LIMIT))
      .replace(/\n{3,}/g, "\n\n")
      .trim();
    const lines = markedLines(text, points, WIDTH);
    this.#lines(lines.slice(0, BODY_LINES), 0);
    if (lines.length > BODY_LINES || value.length > BODY_LIMIT) this.#lines(markedLines(TEXTS.pictureCut[lang], [], WIDTH), 0);
  }

  legend(number: number, title: string): void {
    this.#badge(number, 0);
    this.#lines(markedLines(plainText(title.slice(0, FIELD_LIMIT)), [], WIDTH - 3), 3);
  }

  rule(): void {
    const y = this.#y + 6;
    this.#shapes.push(`<path d="M${PADDING} ${y}H${WHOLE_WIDTH - PADDING}" class="r"/>`);
    this.#y += 18;
  }

  svg(title: string, lang: Language): string {
    const height = this.#y + PADDING - 6;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WHOLE_WIDTH} ${height}" width="${WHOLE_WIDTH}" height="${height}" role="img" xml:lang="${lang}" font-family='${FAMILY}' font-size="${FONT}">`,
      `<title>${escapeHtml(title)}</title>`,
      `<style>${PICTURE_STYLE}</style>`,
      `<rect x="1" y="1" width="${WHOLE_WIDTH - 2}" height="${height - 2}" rx="8" class="p"/>`,
      ...this.#shapes,
      `</svg>`,
    ].join("\n");
  }

  #lines(lines: readonly (readonly Run[])[], indent: number): void {
    for (const line of lines) {
      for (const run of line) this.#run(run, indent);
      this.#y += LINE;
    }
  }

  #run(run: Run, indent: number): void {
    const x = PADDING + (indent + run.column) * COLUMN;
    const width = run.columns * COLUMN;
    if (run.marked)
      this.#shapes.push(
        `<rect x="${x}" y="${this.#y}" width="${width}" height="${LINE - 4}" class="m"/><path d="M${x} ${this.#y + LINE - 4}h${width}" class="u"/>`,
      );
    if (run.badge !== undefined) this.#badge(run.badge, indent + run.column);
    else this.#text(run, indent, "t");
  }

  /** Held to its columns, so that marks fit whatever font the reader has. */
  #text(run: Run, indent: number, look: "t" | "d"): void {
    if (run.text.trim() === "") return;
    const held = run.columns === 0 ? "" : ` textLength="${run.columns * COLUMN}" lengthAdjust="spacingAndGlyphs"`;
    const x = PADDING + (indent + run.column) * COLUMN;
    this.#shapes.push(`<text x="${x}" y="${this.#y + FONT + 1}" class="${look}"${held} xml:space="preserve">${escapeHtml(run.text)}</text>`);
  }

  #badge(number: number, column: number): void {
    const x = PADDING + column * COLUMN + COLUMN;
    const y = this.#y + 11;
    this.#shapes.push(`<circle cx="${x}" cy="${y}" r="8" class="b"/><text x="${x}" y="${y + 4.5}" class="n">${number}</text>`);
  }
}
