import type { Language } from "../../terms/index.ts";
import { MARK_NAME } from "./texts.ts";
import type { DrawnElement, Mark, MarkPlace, NumberedPoint } from "./view.ts";
import type { Wanted } from "./wanted.ts";

/** A point is marked at most so often: a link repeated a hundred times is one finding. */
const MOST_OF_A_NUMBER = 10;
const MOST_MARKS = 200;

/** Gives out the marks of one view, each place of a number once. */
export class MarkBook {
  readonly marks: Mark[] = [];
  readonly #count = new Map<number, number>();
  readonly #titles: ReadonlyMap<number, NumberedPoint>;
  readonly #lang: Language;

  constructor(numbered: readonly NumberedPoint[], lang: Language) {
    this.#titles = new Map(numbered.map((one) => [one.number, one]));
    this.#lang = lang;
  }

  /** Buttons for the quotes that meet at one place: one a number, smallest first. */
  buttons(wanted: readonly Wanted[], place: MarkPlace): readonly DrawnElement[] {
    const ofNumber = new Map<number, Wanted>();
    for (const one of wanted) if (!ofNumber.has(one.number)) ofNumber.set(one.number, one);
    return [...ofNumber.values()].sort((left, right) => left.number - right.number).flatMap((one) => this.#button(one, place));
  }

  isMarked(number: number): boolean {
    return this.#count.has(number);
  }

  #button({ number, index, point }: Wanted, place: MarkPlace): readonly DrawnElement[] {
    const before = this.#count.get(number) ?? 0;
    if (before >= MOST_OF_A_NUMBER || this.marks.length >= MOST_MARKS) return [];
    this.#count.set(number, before + 1);
    const { leans } = point;
    const label = markName(leans, number, this.#titles.get(number)?.title ?? "", this.#lang);
    this.marks.push({ number, point: index, place, id: `mark-${this.marks.length + 1}`, label, leans });
    return [{ tag: "button", mark: this.marks.length - 1 }];
  }
}

/** What the mark of a number is called: `怪しい点 1: 題`, `Point 1: title`. */
export function markName(leans: NumberedPoint["leans"], number: number, title: string, lang: Language): string {
  return `${MARK_NAME[leans][lang].replace("%", String(number))}${lang === "ja" ? ":" : ": "}${title}`;
}

/** The numbers of quotes, ascending, each once. */
export function numbersOf(wanted: readonly Wanted[]): readonly number[] {
  return [...new Set(wanted.map(({ number }) => number))].sort((left, right) => left - right);
}
