import type { ScannedTag } from "../../evidence/html-scanner.ts";
import { pixels } from "./kept-style.ts";
import type { DrawnElement } from "./view.ts";

/** Spacers and counting pixels. */
export function isTiny(tag: ScannedTag): boolean {
  const side = (name: string): number => {
    const written =
      new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(\\d{1,5})`, "i").exec(tag.attribute("style")?.slice(0, 1000) ?? "")?.[1] ?? tag.attribute(name) ?? "";
    const match = /^\s*(\d{1,5})(?!\d|%)/.exec(written);
    return match === null ? Number.POSITIVE_INFINITY : Number(match[1]);
  };
  return side("width") <= 3 || side("height") <= 3;
}

/** A frame with the alternative text in place of a picture that is not drawn, about as large as the mail meant it. */
export function boxFor(tag: ScannedTag, wide: string | undefined, text: string, numbers: readonly number[]): DrawnElement {
  const tall = pixels((tag.attribute("height") ?? "").replace(/px$/, ""), 160);
  const style: Record<string, string> = {};
  if (wide !== undefined) style["width"] = wide;
  if (tall !== undefined) style["min-height"] = tall;
  return { tag: "span", kind: "picture", style, numbers, children: [text] };
}
