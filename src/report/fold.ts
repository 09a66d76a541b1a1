import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });
/** Must not start a line (JIS X 4051, the common ones); 〓 stands for a mark behind its text (article/picture-lines.ts). */
const CLOSING = /^[〓、。,.!?:;)\]}」』】〉》〕”’…ー・ぁぃぅぇぉっゃゅょァィゥェォッャュョ々!?),.:;\]}]/u;
/** Must not end a line. */
const OPENING = /[「『【〈《〔“‘(([]$/u;

/** Widths of single characters: folding asks for the same few hundred again and again, and working one out takes a tenth of a millisecond. */
const WIDTHS = new Map<string, number>();
const MOST_WIDTHS = 5000;

/** Columns a text takes in a terminal: wide East Asian characters count two (UAX #11). */
export function columns(text: string): number {
  if (text.length > 2) return stringWidth(text);
  const known = WIDTHS.get(text);
  if (known !== undefined) return known;
  const width = stringWidth(text);
  if (WIDTHS.size < MOST_WIDTHS) WIDTHS.set(text, width);
  return width;
}

/** Fills up with blanks to `width` columns. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

/** Cuts to `width` columns, an ellipsis where something was cut. */
export function cutTo(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let line = "";
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += columns(segment);
    if (used > width - 1) break;
    line += segment;
  }
  return `${line}…`;
}

/** Folds a text to lines of at most `width` columns: between words, and between any two East Asian characters. */
export function fold(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => foldLine(line, Math.max(4, width)));
}

function foldLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const chunk of chunksOf(text)) {
    const size = columns(chunk);
    if (used + size > width && used > 0) {
      lines.push(line.trimEnd());
      line = "";
      used = 0;
    }
    if (used === 0 && lines.length > 0 && chunk.trim() === "") continue;
    const pieces = size > width ? hardBreak(chunk, width) : [chunk];
    for (const piece of pieces.slice(0, -1)) lines.push(piece);
    const last = pieces.at(-1) ?? "";
    line = pieces.length > 1 ? last : line + last;
    used = columns(line);
  }
  return [...lines, line.trimEnd()];
}

/** The pieces a line may be broken between. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let open = "";
  let openKind: "word" | "blank" | "wide" | "" = "";
  for (const { segment } of graphemes.segment(text)) {
    const kind = segment.trim() === "" ? "blank" : columns(segment) > 1 ? "wide" : "word";
    const joins =
      openKind !== "" && kind !== "blank" && openKind !== "blank" && (CLOSING.test(segment) || OPENING.test(open) || (kind === "word" && openKind === "word"));
    // A long run without a break would be one chunk; it is broken hard later, so keep it bounded.
    if (joins && open.length < 400) open += segment;
    else {
      if (open !== "") chunks.push(open);
      open = segment;
    }
    openKind = kind;
  }
  if (open !== "") chunks.push(open);
  return chunks;
}

function hardBreak(chunk: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const { segment } of graphemes.segment(chunk)) {
    const size = columns(segment);
    if (used + size > width && piece !== "") {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += segment;
    used += size;
  }
  return piece === "" ? pieces : [...pieces, piece];
}
