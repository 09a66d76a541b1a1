import type { Point } from "../../../checks/check.ts";
import type { Examination } from "../../../report/examination.ts";
import { html } from "../../../report/html-escape.ts";
import type { MailView } from "../../../report/mail-view/index.ts";
import type { Language } from "../../../terms/index.ts";
import { TEXTS } from "../texts.ts";
import type { Markup } from "./pieces.ts";

/** Which number a point has in the drawn mail, and whether it is marked there. */
export class Marks {
  readonly #numbers = new Map<Point, number>();
  readonly #placed: ReadonlySet<number>;
  readonly #lang: Language;

  constructor({ points }: Examination, { numbered, marks }: MailView, lang: Language) {
    this.#lang = lang;
    this.#placed = new Set(marks.map(({ number }) => number));
    for (const { number, point, also } of numbered)
      for (const at of [point, ...also]) {
        const one = points[at];
        if (one !== undefined) this.#numbers.set(one, number);
      }
  }

  numberOf(point: Point): number | undefined {
    return this.#numbers.get(point);
  }

  /** The button that leads from a card to its place in the mail; a sentence where the place could not be drawn. */
  showing(number: number): Markup {
    if (!this.#placed.has(number)) return "";
    return html`<p class="showing">
      <button type="button" class="small" data-mark-show aria-label="${TEXTS.showMark[this.#lang]} (${number})">${TEXTS.showMark[this.#lang]}</button>
    </p>`;
  }
}
