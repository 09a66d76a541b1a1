import type { Wanted, WantedInText } from "./wanted.ts";

/**
 * Follows the quotes of one text while it is read from front to back. A quote that begins inside a start tag is about
 * that element; any other is about the words it reaches over.
 */
export class QuoteCursor {
  readonly #wanted: readonly WantedInText[];
  #next = 0;
  #active: WantedInText[] = [];
  #begun: Wanted[] = [];

  /** Given in order of their start. */
  constructor(wanted: readonly WantedInText[]) {
    this.#wanted = wanted;
  }

  /** Quotes that begin inside [start, end): they are taken out and are about the element there. */
  startingIn(start: number, end: number): readonly Wanted[] {
    if (this.#next >= this.#wanted.length) return [];
    this.#advance(start - 1);
    const found: Wanted[] = [];
    for (let one = this.#wanted[this.#next]; one !== undefined && one.start < end; one = this.#wanted[++this.#next]) found.push(one.wanted);
    return found;
  }

  /** Quotes that reach over the character at a place. */
  at(place: number): readonly Wanted[] {
    if (this.#next >= this.#wanted.length && this.#active.length === 0) return [];
    this.#advance(place);
    this.#active = this.#active.filter(({ end }) => end > place);
    return this.#active.map(({ wanted }) => wanted);
  }

  /** The next place where a quote begins or ends. */
  nextChange(place: number): number {
    const next = this.#wanted[this.#next]?.start ?? Number.POSITIVE_INFINITY;
    return this.#active.reduce((least, { end }) => Math.min(least, end), Math.max(next, place + 1));
  }

  /** Quotes that have begun since the last call, have no mark yet and still reach over the place asked for last. */
  begun(): readonly Wanted[] {
    const begun = this.#begun.filter((one) => this.#active.some(({ wanted }) => wanted === one));
    this.#begun = [];
    return begun;
  }

  /** A number that is active already needs no second mark inside its own quote. */
  #advance(place: number): void {
    for (let one = this.#wanted[this.#next]; one !== undefined && one.start <= place; one = this.#wanted[++this.#next]) {
      const inside = this.#active.some(({ wanted, end }) => wanted.number === one?.wanted.number && end > place);
      this.#active.push(one);
      if (!inside) this.#begun.push(one.wanted);
    }
  }
}
