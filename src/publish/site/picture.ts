import { readable } from "./markup.ts";

const ELEMENTS = new Set([
  ..."svg g rect text tspan line path circle ellipse polygon polyline title desc defs style clipPath linearGradient radialGradient stop marker use".split(" "),
]);
const TAG = /<\/?([a-zA-Z][\w:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;
const ATTRIBUTE = /([\w:-]+)\s*=\s*("[^"]*"|'[^']*')/g;

/**
 * The picture as it may be published, or an error that names what it may not hold. The page shows it as an `<img>`, where
 * nothing in it runs; opened by itself it must not run or fetch anything either.
 */
export function pictureFile(svg: string): string {
  const text = readable(svg).trim();
  const body = text.replace(/^<\?xml[^?]*\?>\s*/, "");
  if (!body.startsWith("<svg")) throw new Error("the picture is no SVG document");
  const rest = body.replace(TAG, (_whole, name: string, attributes: string) => {
    checkTag(name, attributes);
    return "";
  });
  if (rest.includes("<")) throw new Error("the picture holds markup that is no plain element");
  if (/@import|url\(\s*["']?(?!#)/i.test(body)) throw new Error("the picture refers to something outside");
  return `${text}\n`;
}

function checkTag(name: string, attributes: string): void {
  if (!ELEMENTS.has(name)) throw new Error(`the picture holds the element ${name}`);
  for (const [, attribute = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
    if (/^on/i.test(attribute)) throw new Error(`the picture holds the attribute ${attribute}`);
    if (/(?:^|:)href$/i.test(attribute) && !value.slice(1).startsWith("#")) throw new Error("the picture refers to something outside");
  }
}

/** Width and height of the drawing in CSS pixels, from its `viewBox` or its own attributes; keeps the page from jumping. */
export function pictureSize(svg: string): { readonly width: number; readonly height: number } | undefined {
  const open = /<svg\b[^>]*>/.exec(svg)?.[0] ?? "";
  const box = /\bviewBox="\s*[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"/.exec(open);
  const width = Number(box?.[1] ?? /\bwidth="([\d.]+)(?:px)?"/.exec(open)?.[1]);
  const height = Number(box?.[2] ?? /\bheight="([\d.]+)(?:px)?"/.exec(open)?.[1]);
  return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : undefined;
}
