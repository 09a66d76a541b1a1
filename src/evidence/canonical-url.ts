import { toAsciiHost } from "./domains.ts";

/** A web address in one form, whatever way it was written. Texts hold one byte a character; odd bytes are `%XX`. */
export interface CanonicalUrl {
  readonly scheme: string;
  /** Lower case, dots folded, A-labels, addresses in dotted decimal. */
  readonly host: string;
  /** Percent codes undone to the last and put back once, `.` and `..` resolved, slashes folded. */
  readonly path: string;
  readonly query: string | undefined;
}

/** Percent codes may be wrapped in percent codes; deeper than this is not undone. */
const DEEPEST = 64;

/**
 * The form in which two spellings of one address compare equal, by the rules URL lists are looked up with
 * (https://developers.google.com/safe-browsing/reference/URLs.and.Hashing#canonicalization). Undefined without a host.
 */
export function canonicalUrl(written: string): CanonicalUrl | undefined {
  const bare = written
    .replace(/[\t\r\n]/g, "")
    .replace(/^ +| +$/g, "")
    .replace(/#.*$/s, "");
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i;
  const undone = hasScheme.test(bare) ? bare : unescapeAll(bare);
  const absolute = hasScheme.test(undone) ? undone : hasScheme.test(bare) || /^[/?:]|^[a-z][a-z0-9+-]*:(?!\d)/i.test(bare) ? "" : `http://${bare}`;
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?\\]*)([^?]*)(?:\?(.*))?$/is.exec(absolute);
  if (match === null) return undefined;
  const host = canonicalHost((match[2] as string).replace(/^[^@]*@/, "").replace(/:\d*$/, ""));
  if (host === "") return undefined;
  return { scheme: (match[1] as string).toLowerCase(), host, path: canonicalPath(match[3] as string), query: match[4] };
}

/** `scheme://host/path`: what lists of bad pages are keyed by. */
export function canonicalText(url: CanonicalUrl): string {
  return `${url.scheme}://${url.host}${url.path}`;
}

/** The host and those above it, longest first: itself, then the last seven labels down to two. */
export function lookupHosts({ host }: CanonicalUrl): readonly string[] {
  const labels = host.split(".");
  if (host.startsWith("[") || /^[\d.]+$/.test(host)) return [host];
  const hosts = [host];
  for (let count = Math.min(labels.length - 1, 7); count >= 2; count--) hosts.push(labels.slice(-count).join("."));
  return hosts;
}

/** The folders from the root down (at most four), the path, and the path with its query. */
export function lookupPaths({ path, query }: CanonicalUrl): readonly string[] {
  const paths: string[] = [];
  for (let at = 0; at >= 0 && paths.length < 4; at = path.indexOf("/", at + 1)) paths.push(path.slice(0, at + 1));
  if (paths.at(-1) !== path && !paths.includes(path)) paths.push(path);
  if (query !== undefined && query !== "") paths.push(`${path}?${query}`);
  return paths;
}

function canonicalHost(written: string): string {
  const bytes = unescapeAll(written)
    .replace(/\.{2,}/g, ".")
    .replace(/^\.|\.$/g, "")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (bytes.startsWith("[")) return bytes;
  const text = fromUtf8(bytes);
  const plain = /^[a-z0-9._-]+$/.test(bytes) || (text !== undefined && /[^\u0000-\u007f]/.test(text));
  const ascii = plain ? toAsciiHost(text ?? bytes) : "";
  return ascii === "" ? escapeOnce(bytes) : ascii;
}

function canonicalPath(written: string): string {
  const segments: string[] = [];
  const parts = unescapeAll(written).split("/");
  for (const part of parts) {
    if (part === "..") segments.pop();
    else if (part !== "." && part !== "") segments.push(part);
  }
  const last = parts.at(-1);
  const folder = segments.length > 0 && (last === "" || last === "." || last === "..");
  return escapeOnce(`/${segments.join("/")}${folder ? "/" : ""}`);
}

function unescapeAll(text: string): string {
  let out = text;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const once = out.replace(/%([0-9a-f]{2})/gi, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (once === out) break;
    out = once;
  }
  return out;
}

function escapeOnce(text: string): string {
  return text.replace(/[\u0000-\u0020#%\u007f-\u00ff]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

/** The text of bytes (one a character) when they are UTF-8. */
function fromUtf8(bytes: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
