import type { Language } from "../../terms/index.ts";
import { WORDS } from "./texts.ts";
import type { Drawn } from "./view.ts";

/** Characters of one hidden text that are shown. */
const MOST_SHOWN = 600;
/** Shorter pieces inside a word get no visible label. */
const SALT = 8;

/** Gathers hidden text that stands together into one labelled box. */
export class HiddenBox {
  readonly #lang: Language;
  #owner: Drawn[] | undefined;
  #element: Drawn | undefined;
  #children: Drawn[] = [];
  #shown = 0;
  #more = 0;

  constructor(lang: Language) {
    this.#lang = lang;
  }

  /** Whether text added now would go on in the box that stands last in `owner`. */
  continues(owner: readonly Drawn[]): boolean {
    return this.#owner === owner && owner.at(-1) === this.#element;
  }

  /** Adds text, and buttons of quotes that begin there, behind what stands in `owner`. */
  add(owner: Drawn[], text: string, buttons: readonly Drawn[], why: "hidden" | "sameColour", numbers: readonly number[]): void {
    if (!this.continues(owner)) this.#open(owner, text, why);
    this.#children.push(...buttons);
    const rest = MOST_SHOWN - this.#shown;
    const shown = text.slice(0, Math.max(0, rest)).replace(/\s+/g, " ");
    this.#shown += text.length;
    if (shown !== "") this.#children.push(numbers.length === 0 ? shown : { tag: "span", kind: "quoted", numbers, children: [shown] });
    if (text.length > Math.max(0, rest)) this.#count(text.length - Math.max(0, rest));
  }

  #open(owner: Drawn[], text: string, why: "hidden" | "sameColour"): void {
    const before = owner.at(-1);
    const isSalt = text.trim().length <= SALT && typeof before === "string" && !/\s$/.test(before);
    this.#children = [{ tag: "span", kind: "hidden-label", children: [WORDS[why][this.#lang]] }];
    this.#element = { tag: "span", kind: isSalt ? "salt" : "hidden", children: this.#children };
    [this.#owner, this.#shown, this.#more] = [owner, 0, 0];
    owner.push(this.#element);
  }

  #count(more: number): void {
    const first = this.#more === 0;
    this.#more += more;
    const text = WORDS.andMore[this.#lang].replace("%", String(this.#more));
    const note: Drawn = { tag: "span", kind: "dim", children: [text] };
    if (first) this.#children.push(note);
    else this.#children[this.#children.length - 1] = note;
  }
}
