import type { TextPart } from "../../mail/mail.ts";
import { later } from "../../terms/later.ts";
import { hasKnownTld, registrableDomain, toAsciiHost } from "../domains.ts";
import type { Gathered, Link } from "../evidence.ts";
import type { HtmlLink } from "../html.ts";
import type { ReadText } from "../reading.ts";
import { findTextLinks } from "../text-links.ts";
import type { TextLink } from "../text-links.ts";
import { unwrap } from "../wrappers.ts";

/** No reader follows more; a hostile mail may hold millions. */
const MAX_LINKS = 2000;
/** RFC 5322 §2.1.1 allows 998; a quote mark farther back than this is not looked for. */
const LONGEST_LINE = 2000;

/** Every link a reader could follow, in reading order of the parts; HTML before what is only repeated as plain text. */
export function gatherLinks(texts: readonly ReadText[]): Gathered<readonly Link[]> {
  const links: Link[] = [];
  const targets: Targets = new Map();
  for (const text of texts) {
    if (links.length >= MAX_LINKS) break;
    links.push(...(text.html === undefined ? plainLinks(text, targets) : htmlLinks(text, targets)).slice(0, MAX_LINKS - links.length));
  }
  return links.length === 0 ? { kind: "absent" } : { kind: "found", value: links };
}

function plainLinks(read: ReadText, targets: Targets): readonly Link[] {
  const { text } = read.part;
  return findTextLinks(text)
    .filter((found) => found.start >= read.from)
    .slice(0, MAX_LINKS)
    .map((found) => textLink(found, targets, read.part, isQuotedLine(text, found.start), found.start, found.end));
}

function htmlLinks(read: ReadText, targets: Targets): readonly Link[] {
  const html = read.html;
  if (html === undefined) return [];
  const written = html.links.filter((link) => link.start >= read.from && !link.written.trim().startsWith("#")).slice(0, MAX_LINKS);
  const base = html.links.find((link) => link.source === "base")?.written.trim();
  const links = written.map((link) => elementLink(link, targets, html.text, read.part, base));
  const spans = written.filter((link) => link.textEnd > link.textStart).sort((a, b) => a.textStart - b.textStart);
  let at = 0;
  for (const found of findTextLinks(html.text).slice(0, MAX_LINKS)) {
    while (at < spans.length && (spans[at] as HtmlLink).textEnd <= found.start) at++;
    const span = spans[at];
    if (span !== undefined && span.textStart < found.end) continue;
    if (read.from > 0 && html.toSource(found.start) < read.from) continue;
    links.push(textLink(found, targets, read.part, isQuotedLine(html.text, found.start), html.toSource(found.start), html.toSource(found.end - 1) + 1));
  }
  return links;
}

/** `> ` at the start of the line: an older mail that is quoted. */
function isQuotedLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_LINE), at);
  return /^[ \t]?>/.test(before.slice(before.lastIndexOf("\n") + 1));
}

function textLink(found: TextLink, targets: Targets, part: TextPart, quoted: boolean, start: number, end: number): Link {
  const address =
    found.kind === "mail"
      ? /^mailto:/i.test(found.raw)
        ? found.raw
        : `mailto:${found.raw}`
      : found.kind === "bare" || found.raw.startsWith("//")
        ? `http://${found.raw.replace(/^\/\//, "")}`
        : found.raw;
  const target = targetOf(address, undefined, targets);
  const link: Omit<Link, "where"> = {
    url: target.url,
    scheme: target.scheme,
    host: target.host,
    targetUrl: target.targetUrl,
    targetHost: target.targetHost,
    registrableDomain: target.registrableDomain,
    wrappers: target.wrappers,
    source: "text",
    written: found.raw,
    visibleText: found.raw,
    displayedHost: target.host === "" ? undefined : target.host,
    visible: true,
    inQuotedOriginal: quoted,
  };
  // Bytes are looked up only for links that are quoted.
  return later(link, { where: () => part.toWhere(start, end) });
}

function elementLink(link: HtmlLink, targets: Targets, text: string, part: TextPart, base: string | undefined): Link {
  const own = link.source === "form" ? "" : text.slice(link.textStart, Math.min(link.textEnd, link.textStart + 1000)).trim();
  const visibleText = own === "" ? link.label : own;
  const target = targetOf(link.written, link.source === "base" ? undefined : base, targets);
  const read: Omit<Link, "where"> = {
    url: target.url,
    scheme: target.scheme,
    host: target.host,
    targetUrl: target.targetUrl,
    targetHost: target.targetHost,
    registrableDomain: target.registrableDomain,
    wrappers: target.wrappers,
    source: link.source,
    written: link.written,
    visibleText,
    displayedHost: displayedHost(visibleText),
    visible: link.visible,
    inQuotedOriginal: link.quoted,
  };
  return later(read, { where: () => part.toWhere(link.start, link.end) });
}

type Target = Pick<Link, "url" | "scheme" | "host" | "targetUrl" | "targetHost" | "registrableDomain" | "wrappers">;

const NOWHERE: Target = { url: undefined, scheme: "", host: "", targetUrl: undefined, targetHost: "", registrableDomain: "", wrappers: [] };

/** Where each address of one mail leads: newsletters repeat theirs, and in two parts. */
type Targets = Map<string, Target>;

function targetOf(written: string, base: string | undefined, targets: Targets): Target {
  const key = base === undefined ? written : `${base}\0${written}`;
  const known = targets.get(key);
  if (known !== undefined) return known;
  const target = resolve(written, base);
  targets.set(key, target);
  return target;
}

/** Parses as a browser would (WHATWG URL), then takes known wrappers off. A scheme is written without its colon. */
export function resolve(written: string, base: string | undefined): Target {
  const url = parseUrl(written.trim(), base);
  if (url === undefined) return NOWHERE;
  const scheme = url.protocol.slice(0, -1);
  const host = /^(?:https?|ftp)$/.test(scheme) ? url.hostname.replace(/\.$/, "") : "";
  if (host === "") return { ...NOWHERE, url: url.href, scheme, targetUrl: url.href };
  const { url: target, wrappers } = unwrap(url);
  const targetHost = target.hostname.replace(/\.$/, "");
  return { url: url.href, scheme, host, targetUrl: target.href, targetHost, registrableDomain: registrableDomain(targetHost), wrappers };
}

/** Parsed once where it nearly always parses: asking first would parse it twice. */
function urlOf(written: string): URL | undefined {
  if (!/^https?:/i.test(written)) return URL.canParse(written) ? new URL(written) : undefined;
  try {
    return new URL(written);
  } catch {
    return undefined;
  }
}

function parseUrl(written: string, base: string | undefined): URL | undefined {
  if (written.length > 100_000) return undefined;
  const whole = urlOf(written);
  if (whole !== undefined) return whole;
  if (base !== undefined && URL.canParse(written, base)) return new URL(written, base);
  // Mail programs have no page to resolve against; they take `//host` and `www.host` as web addresses.
  const guessed = written.startsWith("//")
    ? `http:${written}`
    : /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(written) && hasKnownTld(/^[\w.-]+/.exec(written)?.[0] ?? "")
      ? `http://${written}`
      : "";
  return URL.canParse(guessed) ? new URL(guessed) : undefined;
}

/** The host a link's text shows, when the text looks like a URL or a domain rather than like words. */
export function displayedHost(visibleText: string): string | undefined {
  const text = visibleText.trim();
  if (text === "" || text.length > 500 || !text.includes(".")) return undefined;
  const found = findTextLinks(text).find((link) => link.kind !== "mail");
  if (found === undefined || (found.kind === "bare" && found.raw.length * 2 < text.length)) return undefined;
  const address = found.kind === "bare" ? `http://${found.raw}` : found.raw.startsWith("//") ? `http:${found.raw}` : found.raw;
  return URL.canParse(address) ? toAsciiHost(new URL(address).hostname) || undefined : undefined;
}
