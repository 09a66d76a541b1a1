import { registrableDomain, underDomain } from "./domains.ts";

/** A link rewriter whose target stands in the link itself, so that it can be read without opening anything. */
interface Wrapper {
  readonly name: string;
  /** The wrapped target, or undefined when the URL is not one of this wrapper's. */
  target(url: URL): string | undefined;
}

const MAX_DEPTH = 8;

const param = (name: string, isMine: (url: URL) => boolean, keys: readonly string[]): Wrapper => ({
  name,
  target: (url) => (isMine(url) ? (keys.map((key) => url.searchParams.get(key)).find((value) => value !== null && value !== "") ?? undefined) : undefined),
});
const on =
  (domain: string, path = /^/) =>
  (url: URL): boolean =>
    underDomain(url.hostname, domain) && path.test(url.pathname);
const isGoogle = (url: URL): boolean => /^google\.[a-z.]+$/.test(registrableDomain(url.hostname)) && /^\/(?:url|imgres|aclk)\/?$/.test(url.pathname);

const WRAPPERS: readonly Wrapper[] = [
  param("Outlook Safe Links", on("safelinks.protection.outlook.com"), ["url"]),
  param("urldefense v1", on("urldefense.proofpoint.com", /^\/v1\/url/), ["u"]),
  { name: "urldefense v2", target: (url) => (on("urldefense.proofpoint.com", /^\/v2\/url/)(url) ? urldefenseV2(url) : undefined) },
  {
    name: "urldefense v3",
    target: (url) => (on("urldefense.com")(url) || on("urldefense.us")(url) || on("urldefense.proofpoint.com")(url) ? urldefenseV3(url) : undefined),
  },
  param("Google redirect", isGoogle, ["q", "url", "adurl"]),
  { name: "Bing redirect", target: (url) => (on("bing.com", /^\/ck\/a/)(url) ? base64Target(url.searchParams.get("u")?.replace(/^a1/, "")) : undefined) },
  {
    name: "Mimecast",
    target: (url) =>
      on("mimecast.com")(url) || on("mimecastprotect.com")(url) ? domainOnly(url.searchParams.get("domain") ?? url.searchParams.get("u")) : undefined,
  },
  { name: "Google Translate", target: translateGoog },
  {
    name: "Yahoo redirect",
    target: (url) => (on("search.yahoo.com")(url) || on("search.yahoo.co.jp")(url) ? decode(/\/RU=([^/]+)/.exec(url.pathname)?.[1]) : undefined),
  },
  param("Facebook redirect", (url) => on("facebook.com", /^\/l\.php/)(url) || on("l.instagram.com")(url), ["u"]),
  param("Barracuda", on("linkprotect.cudasvc.com", /^\/url/), ["a"]),
  { name: "Cisco Secure Web", target: (url) => (on("secure-web.cisco.com")(url) ? decode(/\/(https?%3a[^/]+)$/i.exec(url.pathname)?.[1]) : undefined) },
  { name: "Sophos", target: (url) => (on("protection.sophos.com")(url) ? base64Target(url.searchParams.get("u")) : undefined) },
  param("Trend Micro", on("trendmicro.com", /\/wis\/clicktime\//), ["url"]),
  param("FireEye", on("fireeye.com", /^\/(?:v1\/)?url/), ["u"]),
  param("LinkedIn redirect", on("linkedin.com", /^\/(?:redir\/redirect|safety\/go)/), ["url"]),
  param("YouTube redirect", on("youtube.com", /^\/redirect/), ["q"]),
];

/** A word of every wrapper's host name: most links have none and need not be shown to each wrapper. */
const HOST_OF_WRAPPER =
  /(?:outlook|proofpoint|urldefense|google|bing|mimecast|mimecastprotect|translate|yahoo|facebook|instagram|cudasvc|cisco|sophos|trendmicro|fireeye|linkedin|youtube)\./;

export interface Unwrapped {
  readonly url: URL;
  /** Names of the wrappers taken off, outermost first. */
  readonly wrappers: readonly string[];
}

/** Takes known link rewriters off, nested ones too, without opening a connection. Never throws. */
export function unwrap(url: URL): Unwrapped {
  const names: string[] = [];
  let current = url;
  while (names.length < MAX_DEPTH) {
    const step = unwrapOnce(current);
    if (step === undefined) break;
    names.push(step.name);
    current = step.url;
  }
  return { url: current, wrappers: names };
}

function unwrapOnce(url: URL): { readonly name: string; readonly url: URL } | undefined {
  if (!HOST_OF_WRAPPER.test(url.hostname)) return undefined;
  for (const wrapper of WRAPPERS) {
    const written = wrapper.target(url);
    if (written === undefined) continue;
    const target = asWebUrl(written);
    if (target !== undefined && target.href !== url.href) return { name: wrapper.name, url: target };
  }
  return undefined;
}

function asWebUrl(written: string): URL | undefined {
  const text = written.trim();
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : /^[^/\s]+\.[^/\s]+/.test(text) ? `http://${text}` : "";
  if (!URL.canParse(absolute)) return undefined;
  const url = new URL(absolute);
  return /^(?:https?|ftp):$/.test(url.protocol) ? url : undefined;
}

function decode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function fromBase64(text: string): string | undefined {
  try {
    const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function base64Target(text: string | null | undefined): string | undefined {
  return text === null || text === undefined || text === "" ? undefined : fromBase64(text);
}

/** Mimecast keeps the target on its server; the link only shows the domain. */
function domainOnly(value: string | null): string | undefined {
  return value === null || value === "" ? undefined : /^https?:/i.test(value) ? value : `https://${value}/`;
}

/** v2 writes `%` as `-` and `/` as `_`. */
function urldefenseV2(url: URL): string | undefined {
  return decode(url.searchParams.get("u")?.replace(/-/g, "%").replace(/_/g, "/"));
}

/** v3 keeps the target readable between `__` marks; each `*` stands for a character listed in base64 behind it. */
function urldefenseV3(url: URL): string | undefined {
  const match = /\/v3\/__(.+?)__;([A-Za-z0-9_-]*={0,2})!/.exec(url.href);
  if (match === null) return undefined;
  const characters = [...(fromBase64(match[2] as string) ?? "")];
  let at = 0;
  const take = (count: number): string => characters.slice(at, (at += count)).join("");
  const runs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const target = (match[1] as string).replace(/\*(?:\*(.))?/g, (_whole, run: string | undefined) => take(run === undefined ? 1 : runs.indexOf(run) + 2));
  return target.replace(/^([a-z]+):\/(?!\/)/i, "$1://");
}

/** `www-example-com.translate.goog`: `-` stands for a dot, `--` for a hyphen. */
function translateGoog(url: URL): string | undefined {
  if (!url.hostname.endsWith(".translate.goog")) return undefined;
  const label = url.hostname.slice(0, -".translate.goog".length);
  const host = label.replace(/--/g, "\0").replace(/-/g, ".").replace(/\0/g, "-");
  const scheme = url.searchParams.get("_x_tr_sch") === "http" ? "http" : "https";
  return `${scheme}://${host}${url.pathname}`;
}
