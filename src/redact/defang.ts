/** A URL, also one without a scheme that mail programs make a link of (`www.…`). */
export const URL_IN_TEXT =
  /\b(?:(?:https?|ftp|hxxps?|mailto):|javascript:|data:[a-z]+\/)[^\s<>"'「」『』【】（）]{1,6000}|\bwww\.[^\s<>"'「」『』【】（）]{1,4000}/gi;

const DEAD_SCHEME: Readonly<Record<string, string>> = { http: "hxxp", https: "hxxps", ftp: "fxp" };

/**
 * A URL, host or address that nothing makes a link of: `hxxps://login[.]example/a`, `support(at)login[.]example`. The usual
 * way of the trade (https://www.ietf.org/archive/id/draft-grimminck-safe-ioc-sharing-04.html). What is dead already stays as it is.
 */
export function defang(text: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return deadHost(text);
  const dead = DEAD_SCHEME[scheme] ?? scheme;
  const rest = text.slice(scheme.length + 1);
  // What is no web link has no host to break; the bracket keeps it from being one.
  if (!rest.startsWith("//")) return `${dead}[:]${deadHost(rest.replace(/^\[:\]/, "").replace(/^:\]/, ""))}`;
  const end = rest.slice(2).search(/[/?#\\]/);
  const host = end < 0 ? rest.slice(2) : rest.slice(2, 2 + end);
  return `${dead}://${deadHost(host)}${end < 0 ? "" : deadNested(rest.slice(2 + end))}`;
}

/** Dots of a host and the sign of an address. */
function deadHost(text: string): string {
  return text.replace(/(?<!\[)[.。．｡](?!\])/g, "[.]").replace(/[@＠]/g, "(at)");
}

/** A URL may carry another in its path or query. */
function deadNested(rest: string): string {
  return rest
    .replace(/\b(https?|ftp)(:|%3a)/gi, (_, scheme: string, colon: string) => `${DEAD_SCHEME[scheme.toLowerCase()]}${colon}`)
    .replace(/[@＠]/g, "(at)");
}

/** Hosts of two labels and more whose last is letters, and addresses: `evil.example`, `a@evil.example`. */
const HOST_IN_TEXT =
  /(?<![\p{L}\p{N}._%+@/=&?-])(?:[a-z0-9._%+-]{1,64}[@＠])?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:[a-z]{2,24}|xn--[a-z0-9-]{2,60})(?![\p{L}\p{N}-]|\.[a-z])/giu;

/** All URLs, and what `isHost` takes for a host, made dead in a running text. `keep` tells what may stay alive. */
export function defangText(text: string, isHost: (host: string) => boolean, keep: (host: string) => boolean = () => false): string {
  const dead = text.replace(URL_IN_TEXT, (url) => (keep(hostOf(url)) ? url : defang(url)));
  return dead.replace(HOST_IN_TEXT, (found) => {
    const host = found.slice(found.search(/[@＠]/) + 1).toLowerCase();
    return (isHost(host) || /[@＠]/.test(found)) && !keep(host) ? defang(found) : found;
  });
}

/** Host of a URL as written, lower case, without user name and port. */
export function hostOf(url: string): string {
  const found = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]*)/i.exec(url) ?? /^(www\.[^/?#:]*)/i.exec(url);
  return (found?.[1] ?? "").toLowerCase();
}
