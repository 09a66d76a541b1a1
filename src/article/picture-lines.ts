import { columns, fold } from "../report/fold.ts";
import { quotePlaces } from "../report/quote-places.ts";
import type { NumberedPoint } from "./points.ts";

/** A piece of a line that is drawn in one go. Columns: a wide East Asian character takes two. */
export interface Run {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
  readonly marked: boolean;
  /** Number of a point, drawn as a circle; `text` is empty then. */
  readonly badge: number | undefined;
}

/** Stands for a circle while lines are folded: two columns wide, and no mail's text keeps it (see `drawable`). */
const BADGE = "\u3013";
const BADGE_COLUMNS = 2;
/** Quotes that are marked of one point; more would colour the whole mail. */
const QUOTES_A_POINT = 4;

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Folds a text to lines of `width` columns, with the places of the points marked and their numbers behind them. */
export function markedLines(value: string, points: readonly NumberedPoint[], width: number): readonly (readonly Run[])[] {
  const source = withBadges(drawable(value), points);
  let at = 0;
  return fold(source.text, width).map((line) => {
    const styles: Style[] = [];
    // fold() only leaves blanks out, so each unit of a line is the next equal one of the source.
    for (let index = 0; index < line.length; index++) {
      while (at < source.text.length && source.text[at] !== line[index]) at++;
      styles.push(source.styles[at] ?? PLAIN);
      at++;
    }
    return runsOf(line, styles);
  });
}

interface Style {
  readonly marked: boolean;
  readonly badge: number | undefined;
}
const PLAIN: Style = { marked: false, badge: undefined };
const MARKED: Style = { marked: true, badge: undefined };

/** What an SVG (XML 1.0 §2.2) can hold, without the stand-in for circles. */
function drawable(value: string): string {
  return value
    .replaceAll(BADGE, "=")
    .replaceAll("\t", "    ")
    .replace(/[^\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\ufdd0-\ufdef]/gu, "");
}

function withBadges(value: string, points: readonly NumberedPoint[]): { readonly text: string; readonly styles: readonly Style[] } {
  const places = quotePlaces(
    value,
    points.map(({ point }) => point.quotes.slice(0, QUOTES_A_POINT)),
  );
  let text = "";
  const styles: Style[] = [];
  const add = (piece: string, style: Style): void => {
    text += piece;
    for (let index = 0; index < piece.length; index++) styles.push(style);
  };
  let at = 0;
  for (const place of places) {
    add(value.slice(at, place.start), PLAIN);
    add(value.slice(place.start, place.end), MARKED);
    for (const index of place.of) add(BADGE, { marked: true, badge: points[index]?.number });
    at = place.end;
  }
  add(value.slice(at), PLAIN);
  return { text, styles };
}

/** Neighbours of the same look and width class become one run; circles stand alone. */
function runsOf(line: string, styles: readonly Style[]): readonly Run[] {
  const runs: Run[] = [];
  let column = 0;
  let wasWide = false;
  for (const { segment, index } of graphemes.segment(line)) {
    const style = styles[index] ?? PLAIN;
    const width = style.badge === undefined ? columns(segment) : BADGE_COLUMNS;
    const last = runs.at(-1);
    const wide = width > 1;
    if (last !== undefined && last.badge === undefined && style.badge === undefined && last.marked === style.marked && wide === wasWide)
      runs[runs.length - 1] = { ...last, columns: last.columns + width, text: last.text + segment };
    else runs.push({ column, columns: width, text: style.badge === undefined ? segment : "", marked: style.marked, badge: style.badge });
    wasWide = wide;
    column += width;
  }
  return runs;
}
