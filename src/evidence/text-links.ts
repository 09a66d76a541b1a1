import { hasKnownTld } from "./domains.ts";

/** An address found in running text; indices in the text as given. */
export interface TextLink {
  readonly kind: "url" | "bare" | "mail";
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

const MAX_LENGTH = 4000;
/** Either a scheme, or a run of host characters. Both alternatives are linear: every run is looked at once. */
const CANDIDATE = /(?:https?|ftp):\/\/|mailto:|\/\/|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/gi;
/** Every address has one of these inside or right behind its first run; words without are never looked at. */
const TRIGGER = /[.:@]|\/\//g;
/** Ends an address: blanks, controls, quotes and everything Japanese, Chinese or Korean (text often follows at once). */
const STOP = /[\s\p{Cc}<>"|`\u2018-\u201f\u3000-\u30ff\u3100-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u202a-\u202e\u2066-\u2069]/u;
const HOST_STOP =
  /[\s\p{Cc}<>"|`/?#\\()[\]{}\u2018-\u201f\u3000-\u3002\u3008-\u3020\uff01-\uff0d\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff60\u202a-\u202e\u2066-\u2069]/u;
/** Endings of file names that are also top-level domains. */
const FILE_ENDINGS = /\.(?:zip|md|sh|py|rs|pl|pm|ps|mov)$/i;
const OPENING = "([{";
const CLOSING = ")]}";

/**
 * All addresses a mail program would make clickable in plain text: with scheme, protocol-relative, bare host names
 * with a delegated top-level domain, and mail addresses. Japanese text may follow without a blank.
 */
export function findTextLinks(text: string): readonly TextLink[] {
  const found: TextLink[] = [];
  if (!text.includes(".") && !text.includes(":")) return found;
  for (let at = 0; ;) {
    TRIGGER.lastIndex = at;
    if (!TRIGGER.test(text)) return found;
    const end = TRIGGER.lastIndex;
    const trigger = text.charCodeAt(end - 1) === SLASH ? end - 2 : end - 1;
    if (endsNothing(text, trigger)) {
      at = trigger + 1;
      continue;
    }
    CANDIDATE.lastIndex = runStart(text, trigger, at);
    const match = CANDIDATE.exec(text);
    if (match === null) return found;
    at = CANDIDATE.lastIndex;
    const link = linkAt(text, match.index, match[0]);
    if (link === undefined) continue;
    const last = found.at(-1);
    if (last !== undefined && link.start < last.end) continue;
    found.push(link);
    at = link.end;
  }
}

const [SLASH, DOT, COLON] = [0x2f, 0x2e, 0x3a];

/** The full stop of a sentence, or a colon that no scheme and no host stands before: most of both in a text. */
function endsNothing(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === DOT) return at + 1 >= text.length || !isHostCharacter(text.charCodeAt(at + 1));
  if (code !== COLON) return false;
  const isScheme = text.charCodeAt(at + 1) === SLASH && text.charCodeAt(at + 2) === SLASH;
  // mailto:
  return !isScheme && (text.charCodeAt(at - 1) | 0x20) !== 0x6f;
}

/** Where the run of host characters before a place begins, no farther back than `limit`. */
function runStart(text: string, from: number, limit: number): number {
  let at = from;
  while (at > limit && isHostCharacter(text.charCodeAt(at - 1))) at--;
  return at;
}

function isHostCharacter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x5f;
}

function linkAt(text: string, start: number, candidate: string): TextLink | undefined {
  if (candidate === "//") return protocolRelative(text, start);
  if (candidate.endsWith("://")) return withScheme(text, start, start + candidate.length);
  if (candidate.toLowerCase() === "mailto:") return mailto(text, start);
  // A scheme glued to text before it: "text:http://" is a run "text", then the scheme follows.
  const after = text[start + candidate.length];
  if (after === ":" && /https?$|ftp$/i.test(candidate) && text.startsWith("://", start + candidate.length)) return gluedScheme(text, start, candidate);
  return candidate.includes(".") || after === "@" ? bare(text, start, candidate) : undefined;
}

function gluedScheme(text: string, start: number, candidate: string): TextLink | undefined {
  const at = candidate.search(/(?:https?|ftp)$/i);
  return at > 0 && candidate[at - 1] === "_" ? undefined : withScheme(text, start + at, start + candidate.length + 3);
}

function withScheme(text: string, start: number, from: number): TextLink | undefined {
  if (start > 0 && text[start - 1] === "_") return undefined;
  const hostEnd = authorityEnd(text, from);
  return hostEnd === undefined ? undefined : finish(text, "url", start, hostEnd);
}

function protocolRelative(text: string, start: number): TextLink | undefined {
  const before = text[start - 1] ?? " ";
  if (/[:/_A-Za-z0-9]/.test(before)) return undefined;
  const hostEnd = authorityEnd(text, start + 2);
  if (hostEnd === undefined) return undefined;
  const host = text.slice(start + 2, hostEnd);
  return host.includes(".") || host === "localhost" ? finish(text, "url", start, hostEnd) : undefined;
}

/** End of `user@host:port`, or undefined when it is no authority. */
function authorityEnd(text: string, from: number): number | undefined {
  let end = from;
  const limit = Math.min(text.length, from + 300);
  while (end < limit && !HOST_STOP.test(text[end] as string)) end++;
  const authority = text.slice(from, end);
  const hostStart = from + authority.lastIndexOf("@") + 1;
  let host = text.slice(hostStart, end);
  const port = /:(\d*)$/.exec(host);
  if (port !== null && Number(port[1]) > 65_535) return undefined;
  const name = port === null ? host : host.slice(0, port.index);
  const cut = cutFollowingText(name);
  if (cut.length < name.length) host = cut;
  // `http://example.co./ad.jp`: a dot before the path is the root's (RFC 3986 §3.2.2), not the end of a sentence.
  host = text[end] === "/" && /[\p{L}\p{N}]\.$/u.test(host) ? host : host.replace(/[.,:;!?'*]+$/, "");
  return isHostName(host.replace(/:\d*$/, "")) ? hostStart + host.length : undefined;
}

/** `example.comにアクセス`: text that follows a complete ASCII host does not belong to it. */
function cutFollowingText(host: string): string {
  const glued = /^((?:[^.]*\.)+)([A-Za-z]{2,63})[^\x00-\x7f]/.exec(host);
  if (glued === null) return host;
  const whole = `${glued[1]}${glued[2]}`;
  return hasKnownTld(whole) ? whole : host;
}

function isHostName(host: string): boolean {
  return host !== "" && !/^[-._]|[-_]$|\.\.|[,;!*%&=+$~^']/.test(host) && /[\p{L}\p{N}\p{S}]/u.test(host);
}

function mailto(text: string, start: number): TextLink | undefined {
  const match = /^mailto:[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9.-]{0,250}[A-Za-z0-9]/i.exec(text.slice(start, start + 330));
  return match === null ? undefined : { kind: "mail", start, end: start + match[0].length, raw: match[0] };
}

function bare(text: string, start: number, run: string): TextLink | undefined {
  const end = start + run.length;
  if (text[end] === "@") return mailAddress(text, start, end);
  const before = text[start - 1] ?? " ";
  if (/[-._@/\\:#$%&=+~?\p{L}\p{N}]/u.test(before) && !isJapanese(before)) return undefined;
  if (/^[-._]|\.\.|-\.|\._|\.-/.test(run) || !run.includes(".") || text[end] === "_" || text[end] === "+") return undefined;
  const port = /^:(\d+)/.exec(text.slice(end, end + 8))?.[1];
  if (port !== undefined && Number(port) > 65_535) return undefined;
  if (isIpv4(run)) return finish(text, "bare", start, portEnd(end, port));
  if (!isBareHost(run, text[end] ?? " ")) return undefined;
  return finish(text, "bare", start, portEnd(end, port));
}

function portEnd(end: number, port: string | undefined): number {
  return port === undefined ? end : end + port.length + 1;
}

function isBareHost(run: string, after: string): boolean {
  const tld = run.slice(run.lastIndexOf(".") + 1);
  if (!/^(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]+)$/.test(tld) || !hasKnownTld(run)) return false;
  // "end of sentence.Click here": a blank is missing, nobody meant a host.
  if (/^[A-Z][a-z]+$/.test(tld) && /[a-z]\.[A-Z]/.test(run)) return false;
  if (FILE_ENDINGS.test(run) && after !== "/" && run.indexOf(".") === run.lastIndexOf(".")) return false;
  return !/[\p{L}\p{N}]/u.test(after) || isJapanese(after);
}

function isJapanese(char: string): boolean {
  return /[\u3000-\u30ff\u3100-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/.test(char);
}

function isIpv4(run: string): boolean {
  return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(run) && run.split(".").every((octet) => Number(octet) < 256);
}

function mailAddress(text: string, runStart: number, at: number): TextLink | undefined {
  const host = /^(?:[A-Za-z0-9_-]{1,63}\.){1,10}[A-Za-z][A-Za-z0-9-]*/.exec(text.slice(at + 1, at + 260));
  if (host === null || !hasKnownTld(host[0])) return undefined;
  let start = runStart;
  while (start > 0 && runStart - start < 64 && /[\w.!#$%&*+=?^{|}~-]/.test(text[start - 1] as string)) start--;
  const end = at + 1 + host[0].length;
  return { kind: "mail", start, end, raw: text.slice(start, end) };
}

/** Adds path, query and fragment, then takes punctuation off that belongs to the sentence. */
function finish(text: string, kind: "url" | "bare", start: number, hostEnd: number): TextLink {
  const after = text[hostEnd];
  let end = hostEnd;
  if (after === "/" || after === "?" || after === "#") end = trimEnd(text, hostEnd, pathEnd(text, hostEnd));
  return { kind, start, end, raw: text.slice(start, end) };
}

function pathEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_LENGTH);
  const open: number[] = [0, 0, 0];
  let end = from;
  for (; end < limit; end++) {
    const char = text[end] as string;
    const code = char.charCodeAt(0);
    if (code <= 0x20 || code === 0x22 || code === 0x3c || code === 0x3e) break;
    if (code > 0x7e || code === 0x7c || code === 0x60) if (STOP.test(char)) break;
    const opening = OPENING.indexOf(char);
    if (opening >= 0) open[opening] = (open[opening] ?? 0) + 1;
    const closing = CLOSING.indexOf(char);
    if (closing < 0) continue;
    if ((open[closing] ?? 0) === 0) break;
    open[closing] = (open[closing] ?? 0) - 1;
  }
  return end;
}

function trimEnd(text: string, hostEnd: number, pathStop: number): number {
  let end = pathStop;
  while (end > hostEnd && ".,:;!?*".includes(text[end - 1] as string)) end--;
  if (text[end - 1] === "'" && text.slice(hostEnd, end).split("'").length % 2 === 0) end--;
  return end;
}
