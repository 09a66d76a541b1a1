import type { ScannedTag } from "../../evidence/html-scanner.ts";
import { colourText, contrast, INK, legible, LINK_INK, over, parseColour, WHITE } from "./colour.ts";
import type { Colour } from "./colour.ts";
import type { Becomes } from "./html-tags.ts";
import { declarations, fontSize, ownStyle, pixels, width } from "./kept-style.ts";

/** What an element hands down to those inside it, so that colours can be compared and sizes bounded. */
export interface Dress {
  readonly ink: Colour;
  /** The ink as drawn: moved until it can be read. */
  readonly drawnInk: string;
  readonly ground: Colour;
  /** Behind it lies a picture that is not drawn: the ground is not the one the mail meant. */
  readonly pictured: boolean;
  /** Font size in px. */
  readonly size: number;
  /** Ink and ground are (nearly) one colour: nobody could read it. */
  readonly unreadable: boolean;
  /** Cell padding and border of the table around, in px. */
  readonly cellPadding: string | undefined;
  readonly cellBorder: boolean;
}

export const PAPER: Dress = {
  ink: INK,
  drawnInk: colourText(INK),
  ground: WHITE,
  pictured: false,
  size: 15,
  unreadable: false,
  cellPadding: undefined,
  cellBorder: false,
};

/** Contrast below which text counts as hidden: white on #f0f0f0 is 1.14. */
const UNREADABLE = 1.12;

/** The style an element is drawn with, and what it hands down. */
export function dress(tag: ScannedTag, becomes: Becomes | undefined, around: Dress): { readonly dress: Dress; readonly style: Record<string, string> } {
  if (!tag.hasAttributes && becomes?.style === undefined && becomes?.size === undefined && tag.name !== "td" && tag.name !== "th")
    return { dress: around, style: {} };
  const own = ownStyle(tag.attribute("style"));
  const style: Record<string, string> = { ...becomes?.style, ...fromAttributes(tag, around), ...own.kept };
  const ground = own.ground ?? parseColour(tag.attribute("bgcolor") ?? "");
  const ownInk = own.ink ?? parseColour((tag.name === "font" || tag.name === "body" ? tag.attribute(tag.name === "font" ? "color" : "text") : "") ?? "");
  const size = (own.size ?? attributeSize(tag) ?? becomes?.size)?.(around.size) ?? around.size;
  if (size !== around.size) style["font-size"] = `${size}px`;
  const isTable = tag.name === "table";
  const handed = isTable ? { cellPadding: pixels(tag.attribute("cellpadding") ?? "", 24), cellBorder: Number(tag.attribute("border") ?? 0) > 0 } : around;
  const coloured = colours(around, ownInk ?? linkInk(tag), ground, own.pictured || tag.attribute("background") !== undefined, style);
  return { dress: { ...coloured, size, cellPadding: handed.cellPadding, cellBorder: handed.cellBorder }, style };
}

const linkInk = (tag: ScannedTag): Colour | undefined => (tag.name === "a" && tag.attribute("href") !== undefined ? LINK_INK : undefined);

function colours(around: Dress, ownInk: Colour | undefined, ownGround: Colour | undefined, pictured: boolean, style: Record<string, string>) {
  const covers = ownGround !== undefined && ownGround.cover > 0;
  const ground = covers ? over(ownGround, around.ground) : around.ground;
  const ink = ownInk ?? around.ink;
  if (covers) style["background-color"] = colourText(ground);
  const isPictured = covers ? false : pictured || around.pictured;
  const unreadable = !isPictured && contrast(over(ink, ground), ground) < UNREADABLE;
  const drawnInk = ink === around.ink && ground === around.ground ? around.drawnInk : colourText(legible(ink, ground));
  if (drawnInk !== around.drawnInk) style["color"] = drawnInk;
  return { ink, ground, pictured: isPictured, unreadable, drawnInk };
}

function attributeSize(tag: ScannedTag): ((around: number) => number) | undefined {
  const px = tag.name === "font" ? fontSize(tag.attribute("size") ?? "") : undefined;
  return px === undefined ? undefined : () => px;
}

/** Layout by the attributes of old (HTML Standard §16.2), which most mails still use. */
function fromAttributes(tag: ScannedTag, around: Dress): Record<string, string> {
  const style: Record<string, string> = {};
  const isCell = tag.name === "td" || tag.name === "th";
  if (isCell && around.cellPadding !== undefined) for (const side of ["top", "right", "bottom", "left"]) style[`padding-${side}`] = around.cellPadding;
  if (isCell && around.cellBorder) for (const side of ["top", "right", "bottom", "left"]) style[`border-${side}`] = "1px solid rgba(153, 153, 153, 1)";
  if (!tag.hasAttributes) return style;
  const align = tag.attribute("align")?.trim().toLowerCase();
  if (tag.name === "table") {
    if (align === "center") Object.assign(style, { "margin-left": "auto", "margin-right": "auto" });
  } else if (align === "left" || align === "right" || align === "center") style["text-align"] = align;
  const valign = tag.attribute("valign")?.trim().toLowerCase();
  if (valign === "top" || valign === "middle" || valign === "bottom") style["vertical-align"] = valign;
  Object.assign(style, sizes(tag, isCell));
  return style;
}

/** Widths a phone can follow: a fixed width becomes the most a block may take, wide cells take what they need. */
function sizes(tag: ScannedTag, isCell: boolean): Record<string, string> {
  const inStyle = declarations(tag.attribute("style") ?? "");
  const wide = width(inStyle.get("width") ?? tag.attribute("width") ?? "");
  const style: Record<string, string> = {};
  if (wide !== undefined && (tag.name === "table" || isCell || tag.name === "div")) {
    if (wide.endsWith("%")) style["width"] = wide;
    else if (!isCell) Object.assign(style, { width: "100%", "max-width": wide });
    else if (Number.parseInt(wide, 10) <= 150) style["width"] = wide;
  }
  const tall = isCell || tag.name === "tr" ? pixels(inStyle.get("height") ?? tag.attribute("height") ?? "", 60) : undefined;
  if (tall !== undefined) style["height"] = tall;
  return style;
}
