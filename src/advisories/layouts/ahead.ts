import { dayIn } from "./days.ts";
import { FENCE_CLOSES, GREETS, NUMBER_ALONE } from "./example-words.ts";
import type { Piece } from "./example-case.ts";
import type { NoticeLine } from "./layout.ts";
import type { PlacedLine } from "./placed.ts";
import { AHEAD, issuerSpeaks, plainHeading } from "./unlabelled.ts";
import { addressesIn, bareUrlIn, isRemark, urlsOf } from "./values.ts";

/** How many lines after a subject are looked at for more. */
const MAX_RUN = 12;

/** A line is drawn as one of a list. */
export function isListed(line: NoticeLine): boolean {
  return line.role === "item" || /^(?:[・•●◦▪‣◎◇□▷►✓✔「『※→]|[-‐*–○◯]\s)/u.test(line.text);
}

/** What the next lines tell of the one that is read: whose words they are, and whether the value goes on. */
export class Ahead {
  private readonly lines: readonly PlacedLine[];

  constructor(lines: readonly PlacedLine[]) {
    this.lines = lines;
  }

  /** Further subjects stand under the first: a label follows them without a blank line, or all are as short as subjects are. */
  goesOnInRun(from: number): boolean {
    for (let i = from; i < Math.min(from + MAX_RUN, this.lines.length); i++) {
      const { line, label, rule, depth, example } = this.lines[i] as PlacedLine;
      if (example !== undefined) return i > from;
      if (label !== undefined && line.role !== "heading") return true;
      if (line.text === "" || rule !== undefined || line.role === "break" || line.role === "heading" || NUMBER_ALONE.test(line.text)) return i > from;
      if (GREETS.test(line.text) || line.text.length > 80 || /^https?:|。.*。|[a-z]\.(?:\s|$)/u.test(line.text) || (depth ?? 8) <= 7) return false;
    }
    return true;
  }

  /** The field has its value, and the line holds none of its kind: what is under it is the mail. */
  cannotBeMore({ line }: PlacedLine, piece: Piece, index: number): boolean {
    if (isRemark(line.text)) return false;
    if (piece.label.field === "url") return urlsOf([line.text]).length === 0 && bareUrlIn(line.text) === undefined;
    if (piece.label.field === "date") return dayIn(line.text) === undefined;
    if (piece.label.field !== "sender" && piece.label.field !== "senderName") return false;
    return addressesIn(line.text).length === 0 && !isListed(line) && !this.goesOnInRun(index);
  }

  /** What stands behind the line is a rule, a label, or the end of the fence. */
  isLastOfFrame(index: number): boolean {
    const next = this.lines.slice(index + 1, index + 1 + AHEAD).find(({ line }) => line.text !== "" || line.role === "break");
    return next === undefined || next.rule !== undefined || next.line.role === "break" || FENCE_CLOSES.test(next.line.text) || next.label !== undefined;
  }

  /** A heading of a page that was copied as text has lost its marks: it is short, and the issuer speaks under it. */
  isPlainHeading({ line, label }: PlacedLine, index: number): boolean {
    if (label !== undefined && label.field !== "other") return false;
    const topic = plainHeading(line.text);
    return topic === "surely" || (topic === "maybe" && this.issuerBehind(index));
  }

  /** The next line of text is a label that examples begin with. */
  labelBehind(index: number): boolean {
    const next = this.lines.slice(index + 1, index + 1 + AHEAD).find(({ line }) => line.text !== "")?.label?.field;
    return next === "subject" || next === "sender" || next === "senderName" || next === "date";
  }

  /** The issuer speaks in the lines right behind, or gives an address. */
  issuerBehind(index: number): boolean {
    for (const [i, { line, label, example }] of this.lines.slice(index + 1, index + 1 + AHEAD).entries()) {
      if (example !== undefined) return false;
      if ((label !== undefined && label.field !== "other") || line.role === "heading" || (line.text === "" && i > 0)) return false;
      if (issuerSpeaks(line.text) || addressesIn(line.text).length > 0) return true;
    }
    return false;
  }
}
