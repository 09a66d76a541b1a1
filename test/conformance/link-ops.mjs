// Operations of the conformance adapter for links, hosts and the Public Suffix List.
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

export default {
  "text.firstLink": (text) => findTextLinks(text)[0]?.raw ?? null,
  "text.links": (text) => webLinks(text).map((link) => link.raw),
  "text.linksAt": (text) => webLinks(text).map((link) => ({ url: link.raw, indices: [link.start, link.end] })),
  "psl.registrable": registrableAsWritten,
  "url.parse": parseUrl,
  "idna.toascii": (host) => toAsciiHost(host) || null,
  "url.legacyIpv4": (text) => /^(?:\d+\.){3}\d+$/.exec(toAsciiHost(text))?.[0] ?? "",
};
