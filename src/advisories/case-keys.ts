import type { AdvisoryCase } from "./advisory.ts";
import { foldedAddress, isMasked } from "./sender-pattern.ts";
import type { Unit } from "./template.ts";

/** Letters and digits a path needs to lead anywhere: `/login` and `/update` stand everywhere. */
const TELLING_PATH = 10;

/** Keys under which a case is found beside its runs of text: whole subject, sender, hosts and paths of links. */
export function keysOfCase(entry: AdvisoryCase, subjects: readonly Unit[]): string[] {
  return [
    ...subjects.map((unit) => subjectKey(unit.fixed)).filter((key) => key !== ""),
    ...entry.senderAddresses.map((address) => senderKey(address)),
    ...entry.urls.flatMap((url) => urlKeys(url)),
  ];
}

/** The fixed texts of a subject as one: what is left of the mail's subject when its own numbers and dates are cut out. */
export function subjectKey(fixed: readonly string[]): string {
  const text = fixed.join("");
  return text === "" ? "" : `subject ${text}`;
}

/** Keys of the address of a mail: itself, and each ending of its domain, for senders printed with a mask. */
export function senderKeysOf(address: string): string[] {
  const folded = foldedAddress(address);
  const labels = folded.slice(folded.lastIndexOf("@") + 1).split(".", 12);
  if (!folded.includes("@")) return [];
  return [`sender ${folded}`, ...labels.map((_, i) => `domain ${labels.slice(i).join(".")}`)];
}

/** A sender printed without a mask is found whole, one with a mask by the labels of its domain behind the last mask. */
function senderKey(printed: string): string {
  const folded = foldedAddress(printed);
  if (!isMasked(folded)) return `sender ${folded}`;
  const labels = folded.slice(folded.lastIndexOf("@") + 1).split(".");
  const masked = labels.findLastIndex((label) => isMasked(label));
  return `domain ${labels.slice(masked + 1).join(".")}`;
}

/** Keys of a link, of a case or of a mail: its host, and its path when that is long enough to tell something. */
export function urlKeys(url: string): string[] {
  const host = hostOf(url);
  const path = hostAndPath(url)[1];
  const keys: string[] = [];
  if (host !== "") keys.push(`host ${host}`);
  if (isMasked(url)) keys.push(`printed ${asPrinted(url)}`);
  if (!isMasked(path) && path.replace(/[^\p{L}\p{N}]/gu, "").length >= TELLING_PATH) keys.push(`path ${path.toLowerCase()}`);
  return keys;
}

/** Letters and digits of a masked host, its ends apart, that make it tell something: `smbcnikko.●●●●.top`. */
const TELLING_HOST = 8;

/** Host of a link as a case prints it, masks kept, when enough of it is printed to be known again; else empty. */
export function printedHost(url: string): string {
  const host = hostAndPath(url)[0];
  const labels = host.split(".").slice(0, -1);
  const told = labels.filter((label) => label !== "www" && !isMasked(label)).join("");
  return host.includes(".") && (!isMasked(host) || told.length >= TELLING_HOST) ? host : "";
}

/** A link with the masks a page printed it with, defanging undone: who pastes the page itself has it so. */
export function asPrinted(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/\[\.\]/g, ".")
    .replace(/^h(?:tt|xx|\*\*)ps?:\/\//, "")
    .replace(/\/$/, "");
}

/** Host of a link as a case prints it or a mail has it, defanging undone, lower case; empty when masked or none. */
export function hostOf(url: string): string {
  const host = hostAndPath(url)[0];
  return host.includes(".") && !isMasked(host) ? host : "";
}

const SCHEME = /^h(?:tt|xx|\*\*)ps?:\/\//i;

function hostAndPath(url: string): readonly [host: string, path: string] {
  const plain = url
    .trim()
    .replace(/\[\.\]/g, ".")
    .replace(SCHEME, "http://");
  const [, host = "", path = ""] = /^(?:[a-z]+:\/\/)?(?:[^/?#@\s]{1,200}@)?([^/?#:@\s]{1,253})(?::\d+)?([^?#\s]{0,300})/i.exec(plain) ?? [];
  return [asciiHost(host.toLowerCase()), path];
}

/** A host in other letters (`lоlірор.jр`) as links have it, in A-labels; as it is when it cannot be one. */
function asciiHost(host: string): string {
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(host) || isMasked(host)) return host;
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return host;
  }
}
