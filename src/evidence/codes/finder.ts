import type { Pixels } from "./pixels.ts";

/** Lines looked at in one picture, spread over its height. */
const MAX_LINES = 400;
/** Crossings kept of one picture; more is a pattern of its own. */
const MAX_CROSSINGS = 3000;
/** Places told apart; a picture with more is worth a closer look. */
const MAX_PLACES = 100;

/** A place where a line and a column cross a finder pattern. */
interface Crossing {
  readonly x: number;
  readonly y: number;
  /** Width of the pattern in pixels: seven modules. */
  readonly size: number;
  /** Whether its middle is dark on light ground, as codes are printed, or the other way round. */
  readonly dark: boolean;
}

/** Whether a picture may hold a code in dark on light, or in light on dark. */
export interface MayHold {
  readonly dark: boolean;
  readonly light: boolean;
}

/**
 * Whether a picture may hold a QR code: lines and columns cross finder patterns, whose runs of dark and light are as
 * 1:1:3:1:1 (ISO/IEC 18004 §6.3.3.1), in three places that make a corner. One pass over few lines, so that photographs,
 * logos and pages of text cost little.
 */
export function mayHoldCode({ width, height, grey }: Pixels): MayHold {
  const step = Math.max(1, Math.floor(height / MAX_LINES));
  const crossings: Crossing[] = [];
  for (let y = 0; y < height && crossings.length < MAX_CROSSINGS; y += step) crossFinders(grey, y, width, height, crossings);
  return { dark: makeCorner(crossings.filter((one) => one.dark)), light: makeCorner(crossings.filter((one) => !one.dark)) };
}

function makeCorner(crossings: readonly Crossing[]): boolean {
  const places: Crossing[] = [];
  for (const crossing of crossings) {
    if (places.length > MAX_PLACES) return true;
    if (!places.some((place) => distance(place, crossing) < Math.max(place.size, crossing.size) / 2)) places.push(crossing);
  }
  return places.some((corner) => hasCorner(corner, places));
}

function distance(a: Crossing, b: Crossing): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/**
 * Whether two other patterns of about the same size stand about equally far away and at about a right angle. The
 * middles of the patterns of the smallest code are 14 modules apart, twice their own width.
 */
function hasCorner(corner: Crossing, places: readonly Crossing[]): boolean {
  const near = places.filter((place) => place !== corner && alike(place.size, corner.size, 1.8) && distance(place, corner) > corner.size * 1.4);
  return near.some((one) => {
    const side = distance(one, corner);
    return near.some((other) => alike(distance(other, corner), side, 1.6) && alike(distance(one, other), side * Math.SQRT2, 1.35));
  });
}

function alike(a: number, b: number, ratio: number): boolean {
  return a <= b * ratio && b <= a * ratio;
}

type Runs = [number, number, number, number, number];

/** Looks along a line for the five runs, in either polarity, and crosses what it finds from top to bottom. */
function crossFinders(grey: Uint8Array, y: number, width: number, height: number, found: Crossing[]): void {
  const start = y * width;
  const middle = threshold(grey, start, width);
  if (middle < 0) return;
  const end = start + width;
  let [a, b, c, d, e] = [0, 0, 0, 0, 0];
  let dark = grey[start]! < middle;
  for (let at = start; at < end; dark = !dark) {
    const from = at;
    if (dark) while (at < end && grey[at]! < middle) at++;
    else while (at < end && grey[at]! >= middle) at++;
    a = b;
    b = c;
    c = d;
    d = e;
    e = at - from;
    if (!isFinder(a, b, c, d, e)) continue;
    const size = a + b + c + d + e;
    const centre = at - start - e - d - (c >> 1) - 1;
    if (isPattern(grey, centre, y, width, height, middle, size)) found.push({ x: centre, y, size, dark });
  }
}

function sum([a, b, c, d, e]: Runs): number {
  return a + b + c + d + e;
}

/** Half way between the darkest and the lightest value of a line; -1 when they are too close to tell apart. */
function threshold(grey: Uint8Array, start: number, width: number): number {
  let [low, high, before] = [255, 0, -1];
  for (let at = start, end = start + width; at < end; at++) {
    const value = grey[at]!;
    // Most pixels are as the one before.
    if (value === before) continue;
    before = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low < 40 ? -1 : (low + high) >> 1;
}

/** About as high as wide, and no chance of this one line: a pattern's middle is three modules high. Lines of text have neither. */
function isPattern(grey: Uint8Array, x: number, y: number, width: number, height: number, middle: number, across: number): boolean {
  const column = runsThrough(grey, y * width + x, width, y, height - 1 - y, middle);
  if (!isFinder(...column) || !alike(sum(column), across, 1.7)) return false;
  const isRow = (row: number): boolean => row >= 0 && row < height && isFinder(...runsThrough(grey, row * width + x, 1, x, width - 1 - x, middle));
  return isRow(y - 1) || isRow(y + 1);
}

/** The five runs around a pixel that lies in the middle one, along a line of pixels `step` apart with so many before and after it. */
function runsThrough(grey: Uint8Array, at: number, step: number, before: number, after: number, middle: number): Runs {
  const own = grey[at]! < middle;
  const lengths = (by: number, room: number): [number, number, number] => {
    const found: [number, number, number] = [0, 0, 0];
    let left = room;
    let pixel = at + by;
    for (let index = 0; index < 3; index++) {
      const wanted = index === 1 ? !own : own;
      for (; left > 0 && grey[pixel]! < middle === wanted; left--, pixel += by) found[index]!++;
    }
    return found;
  };
  const up = lengths(-step, before);
  const down = lengths(step, after);
  return [up[2], up[1], up[0] + 1 + down[0], down[1], down[2]];
}

/** Each run within 45 % of a module and half a pixel of its share: all that readers of camera pictures allow. */
function isFinder(a: number, b: number, c: number, d: number, e: number): boolean {
  const total = a + b + c + d + e;
  if (a === 0 || total < 7) return false;
  const module = total / 7;
  const off = module * 0.45 + 0.5;
  return (
    Math.abs(a - module) <= off &&
    Math.abs(b - module) <= off &&
    Math.abs(c - 3 * module) <= 3 * off &&
    Math.abs(d - module) <= off &&
    Math.abs(e - module) <= off
  );
}
