import type { Point } from "../checks/check.ts";
import type { Where } from "../terms/index.ts";

/** A point to tell, and the weaker ones that say something about the very same place of the mail. */
export interface Told {
  readonly point: Point;
  readonly also: readonly Point[];
}

/**
 * Several checks look at one link or one header field, each from its side. A reader is told once, by the strongest; the
 * others become lines below it. Given and returned strongest first; no point is lost.
 */
export function tellOnce(points: readonly Point[]): readonly Told[] {
  const told: { readonly point: Point; readonly also: Point[] }[] = [];
  for (const point of points) {
    const before = told.find((one) => isAboutTheSame(one.point, point)) ?? told.find((one) => isToldBelow(one, point));
    if (before === undefined) told.push({ point, also: [] });
    else before.also.push(point);
  }
  return told;
}

/** The same brand (or none named) and the same link or the same quotation. A published warning is a fact of its own. */
function isAboutTheSame(told: Point, point: Point): boolean {
  if (told.leans !== point.leans || told.advisory !== undefined || point.advisory !== undefined) return false;
  if (!isAboutOneBrand(told, point)) return false;
  return sharesQuote(told, point) || sharesLink(told, point);
}

/**
 * What a point is about stands in its first quote; behind it may follow what completes the contradiction: a link point
 * quotes who speaks, a sender point the words of the claim. So a later quote counts only where all of them are shared.
 */
function sharesQuote(told: Point, point: Point): boolean {
  const [first] = point.quotes;
  if (first === undefined) return false;
  if (told.quotes[0] !== undefined && overlap(told.quotes[0].where, first.where)) return true;
  return isAllTold(told, point);
}

/** A line below a point may quote more than the point itself. */
function isToldBelow(told: Told, point: Point): boolean {
  return isAboutOneBrand(told.point, point) && told.also.some((other) => isAllTold(other, point));
}

/** Every quote of the point stands in the other already. */
function isAllTold(told: Point, point: Point): boolean {
  if (told.link !== undefined || point.link !== undefined || told.leans !== point.leans || point.advisory !== undefined) return false;
  return point.quotes.length > 0 && point.quotes.every((quote) => told.quotes.some((other) => overlap(other.where, quote.where)));
}

function isAboutOneBrand(told: Point, point: Point): boolean {
  return told.brand === undefined || point.brand === undefined || told.brand === point.brand;
}

/** Two points about one target. */
function sharesLink(told: Point, point: Point): boolean {
  if (told.link === undefined || point.link?.real !== told.link.real || isAboutWords(told)) return false;
  const first = point.quotes[0]?.text.toLowerCase() ?? "";
  return first.includes("://") || first.includes(point.link.real.toLowerCase());
}

/** A point about wording carries its link too: the words come first, the link's address last. */
function isAboutWords(point: Point): boolean {
  return !(point.quotes[0]?.text ?? "").includes("://") && (point.quotes.at(-1)?.text ?? "").includes("://");
}

function overlap(left: Where, right: Where): boolean {
  if (left.kind === "raw" && right.kind === "raw") return left.start < right.end && right.start < left.end;
  if (left.kind === "envelope" && right.kind === "envelope") return left.field === right.field;
  return left.kind === "lookup" && right.kind === "lookup" && left.key === right.key;
}
