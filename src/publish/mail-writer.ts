import { sha256 } from "@noble/hashes/sha2.js";
import { plainLine, wellFormed } from "./plain-line.ts";

/** A part of a mail: its type, further header fields, and text. */
export interface MailPart {
  readonly type: string;
  readonly fields?: readonly (readonly [name: string, value: string])[];
  /** With `\n` or CRLF between lines. ASCII is sent as it is, everything else as base64 of UTF-8. */
  readonly text: string;
  /** The text is a mail's, which may not be encoded (RFC 2046 §5.2.1): it must be ASCII already. */
  readonly bare?: true;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** An instant as RFC 5322 §3.3 writes it, in UTC. */
export function mailDate(instant: string): string {
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(":");
  return `${DAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()} ${clock} +0000`;
}

/** A header field on lines of at most 78 characters, its text in encoded-words (RFC 2047) where it is not plain ASCII. */
export function field(name: string, text: string): string {
  const line = plainLine(text, 4000);
  if (!/^[\x20-\x7e]*$/.test(line) || line.includes("=?") || name.length + line.length > 76) return `${name}: ${encodedWords(line).join("\r\n ")}`;
  return `${name}: ${line}`;
}

/** `Name <address>`; the name in encoded-words, as no quoting can go wrong there. */
export function mailbox(name: string, address: string): string {
  const line = plainLine(name, 200);
  return line === "" ? address : `${encodedWords(line).join("\r\n ")}\r\n <${address}>`;
}

/** Encoded-words of at most 75 characters, no character split between two (RFC 2047 §2, §5 (3)). */
function encodedWords(text: string): readonly string[] {
  const chunks: string[] = [""];
  for (const character of text) {
    const last = `${chunks.at(-1)}${character}`;
    if (new TextEncoder().encode(last).length > 42) chunks.push(character);
    else chunks[chunks.length - 1] = last;
  }
  return chunks.map((chunk) => `=?utf-8?B?${Buffer.from(chunk, "utf8").toString("base64")}?=`);
}

/** A part with its header, lines ended by CRLF. */
export function partText({ type, fields = [], text, bare }: MailPart): string {
  const plain = wellFormed(text).replace(/\r\n?|\n/g, "\r\n");
  // 998 characters a line is the most that may go unencoded (RFC 5322 §2.1.1).
  const ascii = bare === true || (/^[\x09\x0a\x0d\x20-\x7e]*$/.test(plain) && !/[^\r\n]{900}/.test(plain));
  const head = [`Content-Type: ${type}`, ...fields.map(([name, value]) => `${name}: ${value}`), `Content-Transfer-Encoding: ${ascii ? "7bit" : "base64"}`];
  return `${head.join("\r\n")}\r\n\r\n${ascii ? plain : base64Lines(plain)}`;
}

function base64Lines(text: string): string {
  return (
    Buffer.from(text, "utf8")
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join("\r\n");
}

/** Parts joined by a boundary that none of them holds (RFC 2046 §5.1.1): a digest of all of them. */
export function multipart(parts: readonly MailPart[]): { readonly boundary: string; readonly body: string } {
  const texts = parts.map(partText);
  const digest = [...sha256(new TextEncoder().encode(texts.join("\n")))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const boundary = `=_ayashii_${digest.slice(0, 32)}`;
  return { boundary, body: `${texts.map((text) => `--${boundary}\r\n${text}\r\n`).join("")}--${boundary}--\r\n` };
}
