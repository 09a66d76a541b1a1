import { hostLine, oneLine } from "./plain-text.ts";

const URL_IN_TEXT = /(https?|ftp):\/\/([^\s/?#"'<>\u3000-\u303f\uff00-\uffef]{1,255})/gi;

/** Makes every URL in a text dead: `https://a.example/x` becomes `hxxps://a[.]example/x`. */
export function defang(text: string): string {
  return text.replace(URL_IN_TEXT, (_whole, scheme: string, authority: string) => `${deadScheme(scheme)}://${defangHost(authority)}`);
}

/** A host no program makes a link of: `a.example` becomes `a[.]example`. */
export function defangHost(host: string): string {
  return host.replace(/\[\.\]|\./g, "[.]");
}

const TARGET_LIMIT = 120;

/** A link target on one line and dead, whether it was given as a URL or as a host only. */
export function deadTarget(target: string): string {
  return target.includes("://") ? defang(oneLine(target, TARGET_LIMIT)) : defangHost(hostLine(target, TARGET_LIMIT));
}

function deadScheme(scheme: string): string {
  return scheme.toLowerCase().startsWith("http") ? scheme.replace(/tt/i, "xx") : `${scheme[0] ?? ""}xp`;
}
