import { plainText } from "../report/plain-text.ts";
import type { PublicText } from "./public-text.ts";
import { redactText } from "./redact-text.ts";

/**
 * Our own words around public text. The literal pieces stand in our source, so they hold nothing of a mail; what is
 * filled in went through `redact()` already (the compiler sees to it) or is a count.
 */
export function ownWords(pieces: TemplateStringsArray, ...filled: readonly (PublicText | number)[]): PublicText {
  const whole = pieces.reduce((text, piece, index) => `${text}${filled[index - 1] ?? ""}${piece}`);
  return redactText(whole, []);
}

/**
 * Public text in one line of at most `limit` UTF-16 units, an ellipsis where something was cut. It only takes away, so
 * public text stays public; a placeholder or a surrogate pair is never cut in two.
 */
export function shortPublicLine(text: PublicText, limit: number): PublicText {
  // Cut roughly first: a subject may hold kilobytes of blanks.
  const line = plainText(text.slice(0, limit * 4))
    .replace(/[\s\u3000]+/g, " ")
    .trim();
  if (line.length <= limit) return redactText(line, []);
  const cut = line
    .slice(0, limit)
    .replace(/\{[^{}]{0,40}$/, "")
    .replace(/[\ud800-\udbff]$/, "");
  return redactText(`${cut}…`, []);
}
