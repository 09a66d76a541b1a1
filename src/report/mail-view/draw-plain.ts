import { findTextLinks } from "../../evidence/text-links.ts";
import type { TextLink } from "../../evidence/text-links.ts";
import { visibly } from "./characters.ts";
import { buttonsFor } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";
import { targetBeside } from "./link-target.ts";
import { numbersOf } from "./mark-book.ts";
import { QuoteCursor } from "./quote-cursor.ts";
import type { Drawn } from "./view.ts";
import type { Wanted, WantedInText } from "./wanted.ts";

/** Plain text longer than this is drawn up to here. */
const LONGEST_TEXT = 60_000;
const MAX_LINKS = 500;

/** A plain text as it is written, its addresses as dead links. */
export function drawPlain(written: string, wanted: readonly WantedInText[], drawing: Drawing): readonly Drawn[] {
  const limit = Math.min(LONGEST_TEXT, drawing.left.characters);
  const text = written.length > limit ? written.slice(0, limit) : written;
  if (text.length < written.length) drawing.left.cut = true;
  drawing.left.characters -= text.length;
  const drawer = new PlainDrawer(text, new QuoteCursor(wanted), drawing);
  let at = 0;
  for (const link of findTextLinks(text).slice(0, MAX_LINKS)) {
    drawer.words(at, link.start, drawer.out);
    drawer.link(link);
    at = link.end;
  }
  drawer.words(at, text.length, drawer.out);
  return drawer.out;
}

class PlainDrawer {
  readonly out: Drawn[] = [];
  readonly #text: string;
  readonly #quotes: QuoteCursor;
  readonly #drawing: Drawing;
  readonly #repeated = new Map<string, readonly Wanted[]>();

  constructor(text: string, quotes: QuoteCursor, drawing: Drawing) {
    this.#text = text;
    this.#quotes = quotes;
    this.#drawing = drawing;
  }

  /** The stretch [from, to) with its quotes; gives the quotes met. Buttons go before the stretch where they begin. */
  words(from: number, to: number, owner: Drawn[], buttons: Drawn[] = owner): readonly Wanted[] {
    const met = new Set<Wanted>();
    for (let at = from; at < to;) {
      const active = this.#quotes.at(at);
      const end = Math.min(to, this.#quotes.nextChange(at));
      const stretch = this.#text.slice(at, end).replace(/\r\n?/g, "\n");
      const pieces = visibly(stretch, this.#drawing.lang, this.#drawing.left);
      if (active.length === 0) owner.push(...pieces);
      else {
        if (stretch.trim() !== "") buttons.push(...buttonsFor(this.#drawing, this.#quotes.begun(), buttons === owner ? "text" : "link"));
        owner.push({ tag: "span", kind: "quoted", numbers: numbersOf(active), children: pieces });
      }
      for (const one of active) met.add(one);
      at = end;
    }
    return [...met];
  }

  link({ kind, raw, start, end }: TextLink): void {
    const { targets, lang, elsewhere, book } = this.#drawing;
    const written = kind === "mail" && !/^mailto:/i.test(raw) ? `mailto:${raw}` : raw;
    const target = targets.of(written);
    const children: Drawn[] = [];
    const met = this.words(start, end, children, this.out);
    const again = target.url === undefined ? [] : [...(this.#repeated.get(target.url) ?? []), ...(elsewhere.get(target.url) ?? [])];
    const more = again.filter((one) => met.every(({ number }) => number !== one.number));
    if (target.url !== undefined && met.length > 0) this.#repeated.set(target.url, met);
    this.out.push(...book.buttons(more, "link"));
    this.out.push({ tag: "span", kind: "link", numbers: numbersOf([...met, ...more]), children });
    // The words are the address; only where they hide whose it is (`https://official@other/`) it is said again.
    const hides = target.targetHost !== "" && !new RegExp(`^(?:[a-z]+://)?${escapeRegExp(target.targetHost)}(?![\\w.@-])`, "i").test(raw);
    const beside = hides ? targetBeside(written, target, "", numbersOf([...met, ...more]), lang) : undefined;
    if (beside !== undefined) this.out.push(beside);
  }
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
