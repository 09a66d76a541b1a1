import { parseColour } from "./colour.ts";
import type { Colour } from "./colour.ts";

/** Longer style attributes are read up to here, as `evidence/html-visibility.ts` does. */
const LONGEST_STYLE = 4000;
const MAX_DECLARATIONS = 80;
/** A value that could hold an address, a function, an escape or a comment is no value we keep; colours are read apart. */
const SUSPECT = /[\\@"'`{}<>\u0000-\u001f]|\/\*|url|expression|var\s*\(|env\s*\(|attr\s*\(|image/i;

/** The declarations of a style attribute by property in lower case; of repeated ones the last counts. Nothing is checked yet. */
export function declarations(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let count = 0;
  for (const part of style.slice(0, LONGEST_STYLE).split(";")) {
    const colon = part.indexOf(":");
    if (colon < 0 || ++count > MAX_DECLARATIONS) continue;
    const value = part
      .slice(colon + 1)
      .replace(/!\s*important\s*$/i, "")
      .trim();
    found.set(part.slice(0, colon).trim().toLowerCase(), value);
  }
  return found;
}

/** What an element says of itself, checked and bounded; colours and size are resolved against what surrounds it by the caller. */
export interface OwnStyle {
  readonly ink: Colour | undefined;
  readonly ground: Colour | undefined;
  /** A picture or gradient lies behind it that is not drawn. */
  readonly pictured: boolean;
  /** Font size in px for a given size around it. */
  readonly size: ((around: number) => number) | undefined;
  /** Everything else, ready for `style.setProperty`. */
  readonly kept: Readonly<Record<string, string>>;
}

const NOTHING: OwnStyle = { ink: undefined, ground: undefined, pictured: false, size: undefined, kept: {} };

export function ownStyle(style: string | undefined): OwnStyle {
  if (style === undefined || style === "") return NOTHING;
  const found = declarations(style);
  const background = found.get("background-color") ?? found.get("background");
  const kept: Record<string, string> = {};
  for (const [property, value] of found) if (value.length <= 120 && !SUSPECT.test(value)) keep(property, value.toLowerCase(), kept);
  const size = found.get("font-size");
  return {
    ink: parseColour(found.get("color") ?? ""),
    ground: background === undefined ? undefined : groundIn(background),
    pictured: [found.get("background"), found.get("background-image")].some((value) => value !== undefined && /url|gradient|image/i.test(value)),
    size: size === undefined ? undefined : sizeOf(size.toLowerCase()),
    kept,
  };
}

/** The colour in a background shorthand: the first word or function that is one. */
function groundIn(value: string): Colour | undefined {
  const words = value.slice(0, 500).match(/(?:rgba?|hsla?)\([^()]{1,50}\)|#[0-9a-f]{3,8}\b|[a-z]+(?![\w(:/.-])/gi) ?? [];
  for (const word of words.slice(0, 12)) {
    const colour = parseColour(word);
    if (colour !== undefined) return colour;
  }
  return undefined;
}

const SMALLEST = 10;
const LARGEST = 36;
const SIZES: Readonly<Record<string, number>> = { "xx-small": 10, "x-small": 11, small: 13, medium: 16, large: 18, "x-large": 24, "xx-large": 32 };
const clampSize = (px: number): number => Math.round(Math.min(LARGEST, Math.max(SMALLEST, px)) * 10) / 10;

/** Sizes are worked out to px and bounded, so that nesting cannot multiply them. Zero is what hides text: it is not kept. */
function sizeOf(value: string): ((around: number) => number) | undefined {
  if (SIZES[value] !== undefined) return () => SIZES[value] ?? 16;
  if (value === "smaller" || value === "larger") return (around) => clampSize(around * (value === "smaller" ? 0.83 : 1.2));
  const match = /^(\d{1,5}(?:\.\d{1,4})?|\.\d{1,4})(px|pt|em|rem|%)?$/.exec(value);
  const amount = Number(match?.[1] ?? 0);
  if (match === null || amount === 0) return undefined;
  const unit = match[2] ?? "px";
  if (unit === "em" || unit === "%") return (around) => clampSize(around * (unit === "%" ? amount / 100 : amount));
  return () => clampSize(unit === "pt" ? (amount * 4) / 3 : unit === "rem" ? amount * 16 : amount);
}

/** Size of the old `<font size>`: 1 to 7, or relative to 3. */
export function fontSize(written: string): number | undefined {
  const match = /^\s*([+-]?)(\d{1,2})\s*$/.exec(written);
  if (match === null) return undefined;
  const value = match[1] === "" ? Number(match[2]) : 3 + Number(`${match[1]}${match[2]}`);
  return [10, 13, 16, 18, 24, 32, 36][Math.min(7, Math.max(1, value)) - 1];
}

const ALIGN = /^(?:left|right|center|justify|start|end)$/;
const SIDES = ["top", "right", "bottom", "left"] as const;

function keep(property: string, value: string, kept: Record<string, string>): void {
  const side = /^(padding|margin|border)-(top|right|bottom|left)$/.exec(property);
  if (property === "text-align" && ALIGN.test(value)) kept[property] = value;
  else if (property === "vertical-align" && /^(?:top|middle|bottom|baseline|sub|super)$/.test(value)) kept[property] = value;
  else if (property === "font-weight" && /^(?:normal|bold|bolder|lighter|[1-9]00)$/.test(value)) kept[property] = value;
  else if (property === "font-style" && /^(?:normal|italic|oblique)$/.test(value)) kept[property] = value;
  else if ((property === "text-decoration" || property === "text-decoration-line") && /^(?:none|underline|line-through)$/.test(value))
    kept["text-decoration"] = value;
  else if (property === "font-family") kept[property] = family(value);
  else if (property === "line-height") put(kept, property, lineHeight(value));
  else if (property === "white-space" && /^(?:pre|pre-wrap|pre-line)$/.test(value)) kept[property] = value === "pre" ? "pre-wrap" : value;
  else if (property === "display" && value === "inline-block") kept[property] = value;
  else if (property === "display" && value === "block") kept[property] = value;
  else if (property === "border-radius") put(kept, property, pixels(value.split(/\s+/)[0] ?? "", 40));
  else if (property === "max-width") put(kept, property, width(value));
  else if (property === "padding" || property === "margin") box(property, value, kept);
  else if (property === "border") for (const one of SIDES) put(kept, `border-${one}`, border(value));
  else if (side !== null) put(kept, property, side[1] === "border" ? border(value) : distance(value, side[1] === "margin"));
}

function put(kept: Record<string, string>, property: string, value: string | undefined): void {
  if (value !== undefined) kept[property] = value;
}

/** A length in px or pt from 0 to `most` px; negative ones and other units are not kept. */
export function pixels(value: string, most: number): string | undefined {
  const match = /^(\d{1,5}(?:\.\d{1,4})?)(px|pt|em)?$/.exec(value.trim());
  if (match === null) return undefined;
  const px = Number(match[1]) * (match[2] === "pt" ? 4 / 3 : match[2] === "em" ? 16 : 1);
  return `${Math.round(Math.min(most, px))}px`;
}

/** A width in px up to 900, or a percentage up to 100. */
export function width(value: string): string | undefined {
  const percent = /^(\d{1,3})(?:\.\d{1,4})?%$/.exec(value.trim());
  return percent === null ? pixels(value, 900) : `${Math.min(100, Number(percent[1]))}%`;
}

const distance = (value: string, autoToo: boolean): string | undefined => (autoToo && value === "auto" ? "auto" : pixels(value, 40));

/** One to four values (CSS Box Model Module Level 3 §4.2); one that is not kept leaves its side alone. */
function box(property: "padding" | "margin", value: string, kept: Record<string, string>): void {
  const values = value.split(/\s+/).slice(0, 4);
  const [top = "", right = top, bottom = top, left = right] = values;
  for (const [index, one] of [top, right, bottom, left].entries()) put(kept, `${property}-${SIDES[index] ?? "top"}`, distance(one, property === "margin"));
}

function border(value: string): string | undefined {
  if (/^(?:0(?:px)?|none)\b/.test(value)) return undefined;
  const line = /\b(solid|dashed|dotted|double)\b/.exec(value)?.[1];
  const thick = /(?:^|\s)(\d{1,3}(?:\.\d+)?)(?:px|pt)?(?=\s|$)/.exec(value)?.[1] ?? (/\bthick\b/.test(value) ? "4" : /\bthin\b/.test(value) ? "1" : "2");
  const colour = groundIn(value);
  if (line === undefined) return undefined;
  const { red, green, blue, cover } = colour ?? { red: 0x99, green: 0x99, blue: 0x99, cover: 1 };
  return `${Math.min(8, Number(thick))}px ${line} rgba(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)}, ${cover})`;
}

function lineHeight(value: string): string | undefined {
  const match = /^(\d{1,3}(?:\.\d{1,4})?)(px|%|em|pt)?$/.exec(value);
  if (match === null) return undefined;
  const amount = Number(match[1]);
  const factor = match[2] === "%" ? amount / 100 : match[2] === undefined || match[2] === "em" ? amount : amount / 15;
  return String(Math.round(Math.min(2.2, Math.max(1.2, factor)) * 100) / 100);
}

/** Fonts of the reader's machine only: the family's kind stays, its name does not (a name cannot fetch, but may not exist). */
function family(value: string): string {
  if (/mono|courier|consolas|menlo/.test(value)) return "monospace";
  return /(?:^|[,\s])serif|times|georgia|mincho|明朝|garamond|palatino/.test(value) && !/sans-serif/.test(value) ? "serif" : "inherit";
}
