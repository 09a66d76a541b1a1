import { registrableDomain } from "../evidence/domains.ts";
import { URL_IN_TEXT } from "./defang.ts";
import { isToken, isTokenValue } from "./tokens.ts";

/** Values of a query longer than this are cut whatever they are: whole records are handed on in them. */
const LONGEST_VALUE = 60;

/** A URL without what was made for one recipient or one sending; host and the shape of the path stay, as they tell the campaign. */
export function cutTokens(url: string, placeholder: string): string {
  const start = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0].length ?? 0;
  const head = cutHosts(url.slice(0, start), placeholder);
  const mark = url.slice(start).search(/[?#]/);
  const values = mark < 0 ? url.length : start + mark;
  return (
    head +
    url
      .slice(start)
      .replace(/[^/?#&=;,|{}]+|\{[^{}]{1,20}\}/g, (part, at: number) =>
        part.startsWith("{") ? part : cut(part, placeholder, start + at > values ? isTokenValue : isToken),
      )
  );
}

function cut(part: string, placeholder: string, isMade: (part: string) => boolean): string {
  let plain = part;
  try {
    plain = decodeURIComponent(part);
  } catch {
    // Broken escapes: judged as written.
  }
  if (plain.length > LONGEST_VALUE || isMade(part)) return placeholder;
  const pieces = plain.split(/[/?#&=;:|]/);
  return pieces.length > 1 && pieces.some(isMade) ? placeholder : part;
}

/** The same for every URL in a running text. */
export function cutTokensInText(text: string, placeholder: string): string {
  return cutHosts(
    text.replace(URL_IN_TEXT, (url) => cutTokens(url, placeholder)),
    placeholder,
  );
}

const HOST = /(?<![\p{L}\p{N}._-])(?:[a-z0-9_-]{1,63}\.){2,8}[a-z][a-z0-9-]{1,60}(?![\p{L}\p{N}-])/giu;
/** Shorter labels are names people gave. */
const LONGEST_NAME = 9;

/** Labels below the registered domain that were made for one recipient: letter case is lost there, so nobody can tell what they hold. */
function cutHosts(text: string, placeholder: string): string {
  return text.replace(HOST, (host) => {
    const own = registrableDomain(host.toLowerCase());
    const labels = host.slice(0, Math.max(0, host.length - own.length - 1));
    if (own === "" || labels.length <= LONGEST_NAME) return host;
    return `${labels.replace(/[^.]+/g, (label) => (label.length > LONGEST_NAME && isTokenValue(label) ? placeholder : label))}.${own}`;
  });
}
