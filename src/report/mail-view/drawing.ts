import type { Evidence } from "../../evidence/evidence.ts";
import type { Language } from "../../terms/index.ts";
import type { Targets } from "./link-target.ts";
import type { MarkBook } from "./mark-book.ts";
import type { Pictures } from "./pictures.ts";
import type { DrawnElement, MarkPlace } from "./view.ts";
import type { Wanted, WantedLinks } from "./wanted.ts";

/** What the drawing of one view shares. */
export interface Drawing {
  readonly evidence: Evidence;
  readonly lang: Language;
  readonly book: MarkBook;
  readonly targets: Targets;
  readonly pictures: Pictures;
  /** Links whose quotes stand in a part that is not drawn. */
  readonly elsewhere: WantedLinks;
  /** Whether a quote is a QR code. */
  readonly isCode: (wanted: Wanted) => boolean;
  /** Quotes in parts that are no text, such as a picture; those whose picture is drawn inside the text go to \`inPictures\`. */
  readonly ofParts: readonly Wanted[];
  readonly inPictures: Set<Wanted>;
  readonly left: Left;
}

/** What is still allowed, and what was left out. Counted, so that no clock is needed. */
export interface Left {
  elements: number;
  characters: number;
  chips: number;
  /** Boxes of hidden text. */
  hidden: number;
  cut: boolean;
  flattened: boolean;
  hiddenLeftOut: number;
  remotePictures: number;
  trackingPictures: number;
}

/** Enough for every genuine mail of the corpora; a browser lays it out at once. */
export const newLeft = (): Left => ({
  elements: 12_000,
  characters: 150_000,
  chips: 300,
  hidden: 60,
  cut: false,
  flattened: false,
  hiddenLeftOut: 0,
  remotePictures: 0,
  trackingPictures: 0,
});

/** Nothing more is drawn; `cut` alone only means that something was left out. */
export const isSpent = ({ elements, characters }: Left): boolean => elements <= 0 || characters <= 0;

/** Buttons for the quotes at a place, QR codes told apart. */
export function buttonsFor({ book, isCode }: Drawing, wanted: readonly Wanted[], place: MarkPlace): readonly DrawnElement[] {
  if (wanted.length === 0) return [];
  return book.buttons(wanted, wanted.some(isCode) ? "qr" : place);
}
