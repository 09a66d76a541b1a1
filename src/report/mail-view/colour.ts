import { COLOUR_NAMES } from "./colour-names.ts";

/** Red, green and blue from 0 to 255, and how much it covers from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly cover: number;
}

export const WHITE: Colour = { red: 255, green: 255, blue: 255, cover: 1 };
export const INK: Colour = { red: 0x1c, green: 0x1c, blue: 0x1e, cover: 1 };
export const LINK_INK: Colour = { red: 0x0b, green: 0x57, blue: 0xd0, cover: 1 };

const FUNCTION = /^rgba?\(\s*([\d.]{1,6})(%?)[\s,]+([\d.]{1,6})%?[\s,]+([\d.]{1,6})%?(?:[\s,/]+([\d.]{1,6})(%?))?\s*\)$/;
const HSL = /^hsla?\(\s*(-?[\d.]{1,6})(?:deg)?[\s,]+([\d.]{1,6})%[\s,]+([\d.]{1,6})%(?:[\s,/]+([\d.]{1,6})(%?))?\s*\)$/;

/** A colour as CSS or an old attribute writes it (`#fff`, `rgb(…)`, `hsl(…)`, a name, bare digits); undefined for anything else. */
export function parseColour(written: string): Colour | undefined {
  const text = written.trim().toLowerCase();
  if (text.length === 0 || text.length > 60) return undefined;
  if (text === "transparent") return { ...WHITE, cover: 0 };
  const digits = COLOUR_NAMES.get(text) ?? /^#?([0-9a-f]{3,8})$/.exec(text)?.[1];
  if (digits !== undefined) return ofDigits(digits);
  const rgb = FUNCTION.exec(text);
  if (rgb !== null) return ofFunction(rgb);
  const hsl = HSL.exec(text);
  return hsl === null ? undefined : ofHsl(Number(hsl[1]), Number(hsl[2]), Number(hsl[3]), coverOf(hsl[4], hsl[5]));
}

function ofDigits(digits: string): Colour | undefined {
  const long = digits.length <= 4 ? digits.replace(/./g, "$&$&") : digits;
  if (long.length !== 6 && long.length !== 8) return undefined;
  const channel = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16);
  return { red: channel(0), green: channel(2), blue: channel(4), cover: long.length === 8 ? channel(6) / 255 : 1 };
}

function ofFunction([, red, percent, green, blue, cover, coverPercent]: RegExpExecArray): Colour {
  const channel = (text: string | undefined): number => bounded(Number(text) * (percent === "%" ? 2.55 : 1), 255);
  return { red: channel(red), green: channel(green), blue: channel(blue), cover: coverOf(cover, coverPercent) };
}

function coverOf(text: string | undefined, percent: string | undefined): number {
  return text === undefined ? 1 : bounded(Number(text) / (percent === "%" ? 100 : 1), 1);
}

/** CSS Color Module Level 4 §7.1. */
function ofHsl(hue: number, saturation: number, lightness: number, cover: number): Colour {
  const light = bounded(lightness / 100, 1);
  const reach = bounded(saturation / 100, 1) * Math.min(light, 1 - light);
  const channel = (from: number): number => {
    const turn = (((from + hue / 30) % 12) + 12) % 12;
    return Math.round(255 * (light - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))));
  };
  return { red: channel(0), green: channel(8), blue: channel(4), cover };
}

/** NaN becomes 0. */
function bounded(value: number, most: number): number {
  return Math.min(most, Math.max(0, value || 0));
}

/** What is seen when one colour lies over an opaque other. */
export function over(upper: Colour, ground: Colour): Colour {
  const mixed = (top: number, below: number): number => top * upper.cover + below * (1 - upper.cover);
  return { red: mixed(upper.red, ground.red), green: mixed(upper.green, ground.green), blue: mixed(upper.blue, ground.blue), cover: 1 };
}

/** Contrast ratio from 1 to 21 (WCAG 2.2, definition of contrast ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance({ red, green, blue }: Colour): number {
  const part = (channel: number): number => (channel <= 10.31 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
}

/** WCAG 2.2 §1.4.3 for text, and a little more for rounding. */
const READABLE = 4.6;
const STEPS = 12;

/** The ink, moved towards black or white only as far as it has to be to be read on the ground. */
export function legible(ink: Colour, ground: Colour): Colour {
  const seen = over(ink, ground);
  if (contrast(seen, ground) >= READABLE) return seen;
  const black: Colour = { red: 0, green: 0, blue: 0, cover: 1 };
  const towards = contrast(black, ground) > contrast(WHITE, ground) ? black : WHITE;
  for (let step = 1; step < STEPS; step++) {
    const mixed = over({ ...towards, cover: step / STEPS }, seen);
    if (contrast(mixed, ground) >= READABLE) return mixed;
  }
  return towards;
}

export function colourText({ red, green, blue }: Colour): string {
  return `#${[red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
