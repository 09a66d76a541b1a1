import { hasKnownTld } from "../evidence/domains.ts";
import type { Secret } from "./redacted-mail.ts";

/** Whether a part of a URL looks made for one recipient or one sending: random, long, or a number of many digits. */
export function isToken(part: string): boolean {
  if (part.length < 6 || isHost(part)) return false;
  if (part.length >= 40 && !/^(?:[a-z]{2,12}[-_.]){3,}[a-z]{1,12}(?:\.html?)?$/i.test(part)) return true;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(part)) return true;
  if (/^\d+$/.test(part)) return part.length >= 7 && !/^(?:19|20)\d{6}$/.test(part);
  if (/^(?:19|20)\d\d[-_/.]?\d\d[-_/.]?\d\d$/.test(part)) return false;
  if (part.length >= 12 && part.endsWith("=")) return true;
  if (part.length < 8) return false;
  return part.split(/[-_.~!]/).some(isRandomWord);
}

/** A link may hand on to another: the host is what the warning is about, however random its name. */
function isHost(part: string): boolean {
  return /^(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}$/i.test(part) && hasKnownTld(part);
}

/** Whether a value of a query or fragment does: there only short plain words are let be (`lang=ja`, `page=2`). */
export function isTokenValue(value: string): boolean {
  if (isToken(value)) return true;
  if (/^\d{6,}$/.test(value)) return !/^(?:19|20)\d{6}$/.test(value);
  if (isHost(value)) return false;
  if (value.length >= 16 && !/[-_. +]/.test(value)) return true;
  return (
    value.length >= 8 &&
    /\d/.test(value) &&
    /[a-z]/i.test(value) &&
    !/^[a-z]+[-_.]?\d{1,2}$/i.test(value) &&
    !/^v?\d+(?:\.\d+)+$/i.test(value) &&
    !/^(?:19|20)\d\d-\d\d/.test(value)
  );
}

/** A stretch of letters and digits that nobody would say aloud. */
function isRandomWord(word: string): boolean {
  if (word.length < 8) return false;
  const turns = word.match(/\d(?=[a-z])|[a-z](?=\d)/gi)?.length ?? 0;
  if (turns >= 2) return true;
  const humps = word.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0;
  if (word.length >= 12 && humps >= 5 && humps * 2.5 > word.length) return true;
  const digits = word.match(/\d/g)?.length ?? 0;
  if (turns === 1 && digits >= 5) return true;
  return word.length >= 12 && /^[a-z]+$/i.test(word) && (word.match(/[aeiouy]/gi)?.length ?? 0) * 6 < word.length;
}

const URL_REST = /https?:\/\/[^\s<>"'「」]{1,4000}/gi;
const MOST_TOKENS = 300;
/** Shorter ones are cut from links all the same, but taking them out of running text would hit innocent numbers. */
const SHORTEST_SECRET = 10;

/** Tokens in the links of a mail, its Message-IDs and boundaries. */
export function tokenSecrets(texts: readonly string[]): readonly Secret[] {
  const found = new Set<string>();
  for (const text of texts)
    for (const match of text.matchAll(URL_REST))
      for (const { part, isValue } of urlParts(match[0]))
        if (part.length >= SHORTEST_SECRET && /\d|[A-Z].*[A-Z]/.test(part) && (isValue ? isTokenValue(part) : isToken(part)) && found.size < MOST_TOKENS)
          found.add(part);
  return [...found].map((value) => ({ kind: "token", value }));
}

/** Everything behind the host, piece by piece; a value is what stands behind the first `?` or `#`. */
function urlParts(url: string): readonly { readonly part: string; readonly isValue: boolean }[] {
  const rest = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "");
  const mark = rest.search(/[?#]/);
  const split = (text: string): readonly string[] => text.split(/[/?#&=;,:|]|%(?:2f|3d|26|3f|3a)/i).filter((part) => part !== "");
  const [path, values] = mark < 0 ? [rest, ""] : [rest.slice(0, mark), rest.slice(mark)];
  return [...split(path).map((part) => ({ part, isValue: false })), ...split(values).map((part) => ({ part, isValue: true }))];
}
