import type { AdvisoryCase } from "../advisory.ts";

/** What a line is by the structure of its page; a line of plain text has none. */
export type LineRole = "heading" | "term" | "value" | "item" | "break" | "enclosure" | "image";

/** A line as it is read off a page, before it is numbered. */
export interface RawLine {
  /** Trimmed, NFKC not applied: facts stay as printed. Empty for a blank line and a `break`. */
  readonly text: string;
  /**
   * `term`: a label whose values follow as `value` lines (dt/dd, rows of tables); `item`: first line of a list item;
   * `enclosure`: a quotation or preformatted text begins; `break`: nothing before it goes on behind it (end of a row, of
   * an enclosure); `image`: what an image is said to show.
   */
  readonly role?: LineRole | undefined;
  /** Of a heading: 1 to 6. Of a break: 0 ends an example, 6 ends what the headings of that level say. */
  readonly level?: number | undefined;
  /** It goes on from the line above in the same paragraph, behind a br. */
  readonly joined?: boolean | undefined;
  /** Line of the text it stands on, from 1, where that is not its place among the lines. */
  readonly at?: number | undefined;
}

/** A line of a notice; `number` counts from 1: for text as editors count, for HTML the lines a reader sees. */
export interface NoticeLine extends RawLine {
  readonly number: number;
}

/** A line that was looked at and not understood, with the reason where one is known. */
export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  readonly why?: UnreadReason | undefined;
}

/**
 * `description`: says something about the field instead of printing it; `image`: the example is a picture;
 * `genuine`: said of genuine mail or of a way to reach the issuer; `no-fake`: labels, but nothing says that they are of a fake; `lone-field`: one field
 * alone outside of an example.
 */
export type UnreadReason = "description" | "image" | "genuine" | "no-fake" | "lone-field";

/** Something a layout understood: the indices of the lines it used, and what they say. */
export interface LayoutFinding {
  readonly lines: readonly number[];
  readonly cases: readonly AdvisoryCase[];
  /** Addresses and URL rules the notice names as genuine: never a case. */
  readonly officialAddresses: readonly string[];
  readonly urlRules: readonly string[];
  /** Indices of lines seen and not understood, with why. */
  readonly unread?: readonly (readonly [index: number, why: UnreadReason])[] | undefined;
}

/** A case with nothing in it but what is given. */
export function caseOf(name: string, given: Partial<AdvisoryCase>): AdvisoryCase {
  return { name, observed: undefined, subjects: [], senderNames: [], senderAddresses: [], body: undefined, urls: [], ...given };
}

/** A finding with nothing in it but what is given. */
export function findingOf(lines: readonly number[], given: Partial<LayoutFinding>): LayoutFinding {
  return { lines, cases: [], officialAddresses: [], urlRules: [], ...given };
}

const DASHES = /^[—―‐–－ー-]$/u;

/** The character a rule is drawn with (all dashes are one), or undefined when the text is no rule. A rule separates, it says nothing. */
export function ruleOf(text: string): string | undefined {
  if (text.length < 3 || !/^[━─—―‐–－ー┄┅┈┉═\-=＝_＿*＊~〜～・.\s◆◇■□▼▲★☆●○+＋#]+$/u.test(text)) return undefined;
  const first = [...text.trim()][0] ?? "";
  // Three stars are a mask as often as a rule, and a row of marks needs some length to be a drawing.
  if (/[*＊○●.・ー]/u.test(first) && text.length < 5) return undefined;
  if (DASHES.test(first)) return "-";
  return first.normalize("NFKC");
}

/** A line drawn with ━, ─, —, =, -, * or _: separates, says nothing. */
export function isRule(text: string): boolean {
  return ruleOf(text) !== undefined;
}
