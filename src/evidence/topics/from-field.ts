import { withLostEscapes } from "../../mail/encoded-words.ts";
import { decodeWords, fields, mailAddressesOf, parseAddresses } from "../../mail/index.ts";
import type { HeaderField, Mail, MailAddress } from "../../mail/mail.ts";
import { toAsciiHost } from "../domains.ts";
import type { QuotedAddress } from "./addresses-of.ts";

/** From fields longer than this are read without the repairs below. */
const LONGEST_REPAIRED = 2000;

/** `"A name@example.net", <real@example.com>`: a comma behind a quoted name cuts it off from its address. */
const CUT_OFF = /^\s*"((?:[^"\\]|\\.)*)"\s*,[^<>]*<([^<>@]*@[^<>@]*)>\s*$/;
/** `Name,(<real@example.com>)`: the address stands in a comment. */
const IN_COMMENT = /^([^()]*)\(\s*<?([^<>()\s@]+@[^<>()\s]+)>?\s*\)\s*$/;

/**
 * The mailboxes of the From fields as a mail program shows them. Broken ones are repaired where it is plain what a
 * reader sees: a name cut off from its address, an address put into a comment or quotation marks.
 */
export function fromAddresses(mail: Mail): readonly QuotedAddress[] {
  return fields(mail, "from")
    .slice(0, 20)
    .flatMap((field) => repaired(field, mailAddressesOf(field).slice(0, 1000)));
}

function repaired(field: HeaderField, plain: readonly QuotedAddress[]): readonly QuotedAddress[] {
  if (field.rawValue.length > LONGEST_REPAIRED) return plain;
  const where = { kind: "raw", start: field.valueStart, end: Math.max(field.valueStart, field.end) } as const;
  const quoted = (one: MailAddress): QuotedAddress => ({ ...one, quote: { text: `${one.displayName} <${one.address}>`.trim(), where } });
  // Japanese in its 7-bit form holds brackets and commas, which cut the field into nonsense.
  const raw = withLostEscapes(field.rawValue);
  const read = raw === field.rawValue ? plain : parseAddresses(raw).map(quoted);
  const isAddressMissing = read.every((one) => one.address === "");
  const match = isAddressMissing ? IN_COMMENT.exec(raw) : read.length > 1 ? CUT_OFF.exec(raw) : null;
  if (match === null) return addressFirst(read.map((one) => (one.address.startsWith('"') ? { ...one, ...unquoted(one) } : one)));
  const address = (match[2] ?? "").trim();
  const name = isAddressMissing ? (match[1] ?? "").trim().replace(/,$/, "") : (match[1] ?? "").replace(/\\(.)/g, "$1");
  const displayName = decodeWords(name).trim();
  return [quoted({ displayName, address, domain: address.slice(address.lastIndexOf("@") + 1).toLowerCase() })];
}

/** `Name; <a@example.com>`, `Name <Example>, Name <a@example.com>`: the author is the first who has an address. */
function addressFirst(read: readonly QuotedAddress[]): readonly QuotedAddress[] {
  const at = read.findIndex((one) => one.domain !== "");
  const author = read[at];
  if (at <= 0 || author === undefined) return read;
  const named = author.displayName === "" ? { ...author, displayName: read[0]?.displayName ?? "" } : author;
  return [named, ...read.slice(0, at), ...read.slice(at + 1)];
}

/** `<"info@example.com">`; quotation marks round the local part alone are as they should be (RFC 5321 §4.1.2). */
function unquoted(one: MailAddress): Pick<MailAddress, "address" | "domain"> {
  const inside = /^"([^"]*)"$/.exec(one.address)?.[1];
  return inside === undefined ? one : { address: inside, domain: inside.slice(inside.lastIndexOf("@") + 1).toLowerCase() };
}

/**
 * The host of an address as far as one can be made out: commas for dots, quotation marks and dots at its ends are
 * mended; what still is no host (`online%example.com`) has its foreign characters made hyphens, so that something can
 * be compared and nothing is taken for an official domain that is not.
 */
export function authorDomainOf(domain: string): string {
  const mended = domain
    .trim()
    .slice(0, 1000)
    .replace(/,/g, ".")
    .replace(/^[\s.'"`]+|[\s.'"`]+$/g, "");
  if (mended === "") return "";
  return toAsciiHost(mended) || mended.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, "-");
}
