import type { Point } from "../../checks/check.ts";
import type { Language } from "../../terms/index.ts";

/**
 * A mail as a page may show it: data only, never markup. `src/web/mail-view-client.ts` makes elements of it one by one
 * (`createElement`, `textContent`, `style.setProperty`), so that no text of the mail is ever parsed as HTML or CSS again.
 * It is plain JSON: the check page makes it in its worker, the desk sends it with the page.
 */
export interface MailView {
  readonly lang: Language;
  /** What a mail program shows above the text, in reading order; rows of technical fields only where a point quotes them. */
  readonly header: readonly HeaderRow[];
  /** The mail's text. `plain` is set in the page's own colours, `html` in those of the mail on white. */
  readonly body: readonly Drawn[];
  readonly kind: "html" | "plain" | "empty";
  /** The points with their numbers: the strongest three are 1 to 3 as in every report. One card a number. */
  readonly numbered: readonly NumberedPoint[];
  /** Every place that is marked, in reading order. A point may have several, a place several points. */
  readonly marks: readonly Mark[];
  /** Numbered points none of whose quotes could be placed: the page has to say so. */
  readonly unplaced: readonly NumberedPoint[];
  /** Sentences about what is not drawn (cut, pictures not fetched), in `lang`; empty when everything is. */
  readonly notes: readonly string[];
}

/** Which line of the header. `field`: a technical header field that a point quotes. */
export type RowKind = "subject" | "from" | "replyTo" | "to" | "date" | "attachments" | "field";

export interface HeaderRow {
  readonly kind: RowKind;
  readonly label: string;
  readonly content: readonly Drawn[];
}

/** A point with its number, and the points that are told below it because they are about the same place. */
export interface NumberedPoint {
  /** From 1. */
  readonly number: number;
  /** Index into `Examination.points`. */
  readonly point: number;
  /** Further indices that share the number and the card. */
  readonly also: readonly number[];
  readonly leans: Point["leans"];
  /** One of the (at most three) points shown in full. */
  readonly strongest: boolean;
  /** Title in `lang`. */
  readonly title: string;
}

export type MarkPlace = "displayName" | "address" | "subject" | "header" | "link" | "button" | "qr" | "picture" | "hidden" | "text" | "attachment";

export interface Mark {
  readonly number: number;
  /** Index into `Examination.points`. */
  readonly point: number;
  readonly place: MarkPlace;
  /** Id of its button inside the view's shadow root. */
  readonly id: string;
  /** Accessible name of its button, e.g. `怪しい点 1: 題` or `Point 1: title`. */
  readonly label: string;
  readonly leans: Point["leans"];
}

/** A piece of the mail as drawn. */
export type Drawn = string | DrawnElement;

/** The only elements there are. Headings and lists are `div`s: those of a mail are no part of the page's outline. */
export type DrawnTag =
  | "div"
  | "span"
  | "b"
  | "i"
  | "u"
  | "s"
  | "sub"
  | "sup"
  | "pre"
  | "blockquote"
  | "table"
  | "tbody"
  | "tr"
  | "td"
  | "br"
  | "hr"
  | "img"
  | "button";

/** What an element is to the view: it becomes its class, written by us and never by the mail. */
export type DrawnKind =
  | "link"
  | "target"
  | "host"
  | "hidden"
  | "hidden-label"
  | "salt"
  | "unseen"
  | "chip"
  | "box"
  | "field"
  | "control"
  | "picture"
  | "file"
  | "name"
  | "address"
  | "domain"
  | "quoted"
  | "item"
  | "list"
  | "ordered"
  | "paragraph"
  | "heading"
  | "separator"
  | "page"
  | "plain"
  | "dim";

export interface DrawnElement {
  readonly tag: DrawnTag;
  readonly kind?: DrawnKind | undefined;
  /** Declarations of a closed list of properties with checked values (`kept-style.ts`), for `style.setProperty`. */
  readonly style?: Readonly<Record<string, string>> | undefined;
  /** Of a `td`: at least 1, bounded. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  /** Of an `img`: a `data:` URL of a raster type whose bytes were looked at. */
  readonly source?: string | undefined;
  /** Of an `img`: alternative text. */
  readonly text?: string | undefined;
  /** Numbers of the points whose quote this is: it is highlighted. */
  readonly numbers?: readonly number[] | undefined;
  /** Of a `button`: index into `MailView.marks`. */
  readonly mark?: number | undefined;
  readonly children?: readonly Drawn[] | undefined;
}

/** The raw source, line by line, with the same numbers. */
export interface SourceView {
  readonly lang: Language;
  readonly lines: readonly SourceLine[];
  readonly numbered: readonly NumberedPoint[];
  /** Accessible names of the marks by number. */
  readonly labels: Readonly<Record<number, string>>;
  /** Sentence about what is folded or left out, in `lang`; undefined when all of it is there. */
  readonly cut: string | undefined;
}

/** A line of the source, or a fold of lines that hold encoded content or lie beyond what is shown. */
export interface SourceLine {
  /** Number of the (first) line, from 1. */
  readonly line: number;
  /** Number of lines that are folded here; 0 for a line that is shown. */
  readonly folded: number;
  readonly pieces: readonly SourcePiece[];
}

export interface SourcePiece {
  readonly text: string;
  /** Numbers of the points that quote it; empty for the rest. */
  readonly numbers: readonly number[];
  /** Of these the ones whose quote begins here: they get the mark. */
  readonly begins: readonly number[];
}
