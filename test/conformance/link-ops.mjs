// Operations of the conformance adapter for links, hosts and the Public Suffix List.
import { canonicalText, canonicalUrl, lookupHosts, lookupPaths } from "../../dist/src/evidence/canonical-url.js";
import { registrableDomain, toAsciiHost } from "../../dist/src/evidence/domains.js";
import { findTextLinks } from "../../dist/src/evidence/text-links.js";

const webLinks = (text) => findTextLinks(text).filter((link) => link.kind !== "mail");

/** The product keeps hosts in ASCII; the list's tests want the spelling of the question back. */
function registrableAsWritten(host) {
  const ascii = registrableDomain(host ?? "");
  if (ascii === "") return null;
  if (/^[\x00-\x7f]*$/.test(host)) return ascii;
  return host.toLowerCase().split(".").slice(-ascii.split(".").length).join(".");
}

function parseUrl({ url, base }) {
  try {
    const parsed = base === null || base === undefined ? new URL(url) : new URL(url, base);
    const { href, hostname, port, username, pathname, search, hash, protocol } = parsed;
    return { href, hostname, port, username, pathname, search, hash, protocol };
  } catch {
    return { failure: true };
  }
}

/** The list's texts are bytes: as UTF-8, or given one byte a character. */
const asBytes = (input) => (typeof input === "string" ? Buffer.from(input, "utf8").toString("latin1") : input.latin1);

const canonical = (of) => (input) => {
  const url = canonicalUrl(asBytes(input));
  return url === undefined ? { failure: true } : of(url);
};

export default {
  "url.gsbCanonical": canonical(canonicalText),
  "url.gsbHost": canonical((url) => url.host),
  "url.gsbPath": canonical((url) => url.path),
  "url.gsbLookupHosts": canonical(lookupHosts),
  "url.gsbLookupPaths": canonical(lookupPaths),
  "url.gsbPatterns": canonical((url) =>
    lookupHosts(url).flatMap((host) =>
      lookupPaths(url)
        .toReversed()
        .map((path) => host + path),
    ),
  ),
  "text.firstLink": (text) => findTextLinks(text)[0]?.raw ?? null,
  "text.links": (text) => webLinks(text).map((link) => link.raw),
  "text.linksAt": (text) => webLinks(text).map((link) => ({ url: link.raw, indices: [link.start, link.end] })),
  "psl.registrable": registrableAsWritten,
  "url.parse": parseUrl,
  "idna.toascii": (host) => toAsciiHost(host) || null,
  "url.legacyIpv4": (text) => /^(?:\d+\.){3}\d+$/.exec(toAsciiHost(text))?.[0] ?? "",
};
