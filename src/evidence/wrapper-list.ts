/** A link rewriter whose target stands in the link itself, so that it can be read without opening anything. */
export interface Wrapper {
  readonly name: string;
  /** The wrapped target as written, or undefined when the URL is not one of this wrapper's. */
  target(url: URL): string | undefined;
}

/** Reads the first of the parameters that is there, on paths that match. */
function param(name: string, keys: readonly string[], path?: RegExp): Wrapper {
  return {
    name,
    target: (url) => {
      if (path !== undefined && !path.test(url.pathname)) return undefined;
      for (const key of keys) {
        const value = url.searchParams.get(key);
        if (value !== null && value !== "") return value;
      }
      return undefined;
    },
  };
}

/** Reads what a pattern finds in the path and query, percent codes undone. */
function inPath(name: string, pattern: RegExp): Wrapper {
  return { name, target: (url) => decode(pattern.exec(url.pathname + url.search)?.[1]) };
}

const URLDEFENSE_V3: Wrapper = { name: "urldefense v3", target: urldefenseV3 };
const MIMECAST: Wrapper = { name: "Mimecast", target: (url) => domainOnly(url.searchParams.get("domain") ?? url.searchParams.get("u")) };
const CHECK_POINT: Wrapper = {
  name: "Check Point",
  target: (url) => decode(/___((?:https?|ftp):\/\/?.+?)___/i.exec(url.href)?.[1])?.replace(/^([a-z]+):\/(?!\/)/i, "$1://"),
};
const GMX: Wrapper = param("GMX dereferrer", ["redirectUrl"], /dereferrer/);
const YAHOO_STAR: Wrapper = inPath("Yahoo redirect", /\*+(https?(?::|%3a).+)$/i);
const FACEBOOK: Wrapper = param("Facebook redirect", ["u"], /^\/l\.php/);
const SYMANTEC: Wrapper = param("Symantec", ["u", "url"]);

/**
 * Wrappers by the domain they run on. Most are security gateways of the reader's side (their makers document that the
 * target stays readable), the others redirectors of large sites that senders of all kinds pass their links through.
 */
const LIST: readonly (readonly [domains: string, wrappers: readonly Wrapper[]])[] = [
  // https://learn.microsoft.com/defender-office-365/safe-links-about
  [
    "safelinks.protection.outlook.com safelinks.protection.office365.us safelinks.o365filtering.com statics.teams.cdn.office.net",
    [param("Outlook Safe Links", ["url"])],
  ],
  ["emails.azure.net", [param("Azure mail redirect", ["destination"])]],
  // https://help.proofpoint.com/Threat_Insight_Dashboard/API_Documentation/URL_Decoder_API
  [
    "urldefense.proofpoint.com",
    [
      param("urldefense v1", ["u"], /^\/v1\/url/),
      { name: "urldefense v2", target: (url) => (url.pathname.startsWith("/v2/url") ? urldefenseV2(url) : undefined) },
      URLDEFENSE_V3,
    ],
  ],
  ["urldefense.com urldefense.us", [URLDEFENSE_V3]],
  // The target itself stays on Mimecast's server.
  ["mimecast.com mimecastprotect.com", [MIMECAST]],
  ["linkprotect.cudasvc.com", [param("Barracuda", ["a"], /^\/url/)]],
  ["secure-web.cisco.com", [inPath("Cisco Secure Web", /\/(https?%3a[^/]+)$/i)]],
  ["protection.sophos.com", [{ name: "Sophos", target: (url) => (url.searchParams.has("u") ? base64(url.searchParams.get("u")) : undefined) }]],
  ["trendmicro.com", [param("Trend Micro", ["url"], /\/wis\/clicktime\//)]],
  ["fireeye.com protect.fireeye.com protect2.fireeye.com", [param("FireEye", ["u"], /^\/(?:v1\/)?url/)]],
  ["protect.checkpoint.com url.avanan.click avanan.url-protection.com", [CHECK_POINT, param("Avanan", ["o"], /^\/v1\/url/)]],
  ["clicktime.symantec.com symantec.com", [SYMANTEC]],
  ["clicktime.cloud.postoffice.net", [param("PostOffice", ["U", "u"])]],
  ["scanmail.trustwave.com", [param("Trustwave", ["u"])]],
  ["urlsand.esvalabs.com", [param("Libraesva", ["u"])]],
  ["antiphishing.vadesecure.com vadesecure.com", [param("Vade", ["u"])]],
  ["menlosecurity.com", [inPath("Menlo Security", /\/(https?(?::|%3a)\/?\/?.+)$/i)]],
  ["link.edgepilot.com", [param("AppRiver", ["u"])]],
  ["deref-gmx.net deref-web.de deref-mail.com deref-1und1.de", [GMX]],
  // https://developers.google.com/amp/cache/overview
  [
    "google.com",
    [
      param("Google redirect", ["q", "url", "adurl", "imgrefurl"], /^\/(?:url|imgres|aclk|local_url)\/?$/),
      { name: "Google AMP", target: (url) => ampTarget(/^\/amp\/(s\/)?(.+)$/.exec(url.pathname)) },
      param("Google Translate", ["u"], /^\/(?:website|translate)/),
    ],
  ],
  ["googleadservices.com doubleclick.net", [param("Google ads", ["adurl", "ds_dest_url"], /\/(?:aclk|click|clk|ddm)/)]],
  ["googleweblight.com", [param("Google Web Light", ["u", "lite_url"])]],
  ["translate.goog", [{ name: "Google Translate", target: translateGoog }]],
  ["cdn.ampproject.org", [{ name: "Google AMP", target: (url) => ampTarget(/^\/[civw]\/(s\/)?(.+)$/.exec(url.pathname)) }]],
  [
    "bing.com",
    [
      { name: "Bing redirect", target: (url) => (url.pathname.startsWith("/ck/a") ? base64(url.searchParams.get("u")?.replace(/^a1/, "")) : undefined) },
      param("Bing redirect", ["url"], /^\/(?:alink|aclick|news\/apiclick)/),
    ],
  ],
  ["search.yahoo.com search.yahoo.co.jp", [inPath("Yahoo redirect", /\/RU=([^/]+)/), YAHOO_STAR]],
  ["rd.yahoo.com rds.yahoo.com lrd.yahoo.com ard.yahoo.co.jp rd.yahoo.co.jp", [YAHOO_STAR]],
  ["duckduckgo.com", [param("DuckDuckGo redirect", ["uddg"], /^\/l\/?/)]],
  ["facebook.com", [FACEBOOK]],
  ["l.instagram.com l.threads.com", [param("Facebook redirect", ["u"])]],
  ["linkedin.com", [param("LinkedIn redirect", ["url"], /^\/(?:redir\/redirect|safety\/go|redirect)/)]],
  ["youtube.com", [param("YouTube redirect", ["q"], /^\/redirect/)]],
  ["vk.com", [param("VK redirect", ["to"], /^\/away\.php/)]],
  ["tiktok.com", [param("TikTok redirect", ["target"], /^\/link\/v2/)]],
  ["steamcommunity.com", [param("Steam redirect", ["u", "url"], /^\/linkfilter/)]],
  ["t.umblr.com", [param("Tumblr redirect", ["z"], /^\/redirect/)]],
  ["out.reddit.com", [param("Reddit redirect", ["url"])]],
  ["slack-redir.net", [param("Slack redirect", ["url"], /^\/link/)]],
  ["awin1.com", [param("Awin", ["ued", "p"], /^\/cread/)]],
];

/** Wrappers by domain; `google.com` stands for Google's domains in all countries. */
export const WRAPPERS_BY_DOMAIN: ReadonlyMap<string, readonly Wrapper[]> = new Map(
  LIST.flatMap(([domains, wrappers]) => domains.split(" ").map((domain): [string, readonly Wrapper[]] => [domain, wrappers])),
);

/** Amazon SES counts clicks on its own domain and on customers' (`/CL0/` and `/L0/`, the target between slashes). */
export const WRAPPERS_BY_PATH: readonly Wrapper[] = [inPath("Amazon SES", /^\/(?:CL0|L0)\/(https?(?::|%3a)(?:%2f|\/)[^/]+)/i)];

/**
 * Redirectors anyone may pass a link through, to borrow the name of a large site. The others stand at the reader's side
 * or count clicks for the sender.
 */
export const REDIRECTORS: ReadonlySet<string> = new Set(
  "Google redirect|Google AMP|Google Translate|Google Web Light|Google ads|Bing redirect|Yahoo redirect|DuckDuckGo redirect|Facebook redirect|LinkedIn redirect|YouTube redirect|VK redirect|TikTok redirect|Steam redirect|Tumblr redirect|GMX dereferrer".split(
    "|",
  ),
);

function decode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function base64(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || text === "") return undefined;
  try {
    const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

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
  const characters = [...(base64(match[2]) ?? "")];
  let at = 0;
  const take = (count: number): string => characters.slice(at, (at += count)).join("");
  const runs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const target = (match[1] as string).replace(/\*(?:\*(.))?/g, (_whole, run: string | undefined) => take(run === undefined ? 1 : runs.indexOf(run) + 2));
  return target.replace(/^([a-z]+):\/(?!\/)/i, "$1://");
}

/** `www-example-com.translate.goog`: `-` stands for a dot, `--` for a hyphen. */
function translateGoog(url: URL): string | undefined {
  const label = url.hostname.slice(0, -".translate.goog".length);
  if (label === "" || label.includes(".")) return undefined;
  const host = label.replace(/--/g, "\0").replace(/-/g, ".").replace(/\0/g, "-");
  return `${url.searchParams.get("_x_tr_sch") === "http" ? "http" : "https"}://${host}${url.pathname}`;
}

/** AMP writes `s/` before targets of https. */
function ampTarget(match: RegExpExecArray | null): string | undefined {
  const target = decode(match?.[2]);
  if (target === undefined) return undefined;
  return /^https?:/i.test(target) ? target : `${match?.[1] === undefined ? "http" : "https"}://${target}`;
}
