import { URL_IN_TEXT } from "./defang.ts";
import { isToken } from "./tokens.ts";

/** Values of a query longer than this are cut whatever they are: whole records are handed on in them. */
const LONGEST_VALUE = 60;

/** A URL without what was made for one recipient or one sending; host and the shape of the path stay, as they tell the campaign. */
export function cutTokens(url: string, placeholder: string): string {
  const start = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0].length ?? 0;
  const head = url.slice(0, start).replace(/\/\/([^./@]{20,})(?=\.)/, (all, label: string) => (isToken(label) ? `//${placeholder}` : all));
  return head + url.slice(start).replace(/[^/?#&=;,|{}]+|\{[^{}]{1,20}\}/g, (part) => cut(part, placeholder));
}

function cut(part: string, placeholder: string): string {
  if (part.startsWith("{")) return part;
  let plain = part;
  try {
    plain = decodeURIComponent(part);
  } catch {
    // Broken escapes: judged as written.
  }
  if (plain.length > LONGEST_VALUE || isToken(part)) return placeholder;
  const pieces = plain.split(/[/?#&=;:|]/);
  return pieces.length > 1 && pieces.some(isToken) ? placeholder : part;
}

/** The same for every URL in a running text. */
export function cutTokensInText(text: string, placeholder: string): string {
  return text.replace(URL_IN_TEXT, (url) => cutTokens(url, placeholder));
}
