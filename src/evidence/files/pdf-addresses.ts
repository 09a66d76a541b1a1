import type { FileAddress } from "./file.ts";

const MAX_ADDRESSES = 200;
const LONGEST_ADDRESS = 4000;

/** Addresses of the link actions (/URI, ISO 32000-1 §12.6.4.7) in the objects of a PDF, each once, in order. */
export function pdfAddresses(objects: string): readonly FileAddress[] {
  const found = new Set<string>();
  for (let at = objects.indexOf("/URI"); at >= 0 && found.size < MAX_ADDRESSES; at = objects.indexOf("/URI", at + 4)) {
    const address = stringAfter(objects, at + 4);
    if (address !== undefined && address.trim() !== "") found.add(address.trim());
  }
  return [...found].map((written) => ({ written, visibleText: "" }));
}

/** The string object behind a name: `(…)` or `<…>` (§7.3.4). */
function stringAfter(text: string, from: number): string | undefined {
  let at = from;
  while (at < from + 10 && /\s/.test(text[at] ?? "")) at++;
  if (text[at] === "(") return literal(text, at + 1);
  if (text[at] !== "<" || text[at + 1] === "<") return undefined;
  const hex = /^[0-9a-f\s]*/i.exec(text.slice(at + 1, at + 1 + LONGEST_ADDRESS))?.[0].replace(/\s/g, "") ?? "";
  return unicodeOf(hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))));
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "", "\r": "" };

/** Parentheses may nest; a backslash escapes (§7.3.4.2). */
function literal(text: string, from: number): string | undefined {
  let out = "";
  let depth = 1;
  for (let at = from; at < text.length && at < from + LONGEST_ADDRESS; at++) {
    const char = text[at] as string;
    if (char === "\\") {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      const next = text[at + 1] ?? "";
      out += octal === undefined ? (ESCAPES[next] ?? next) : String.fromCharCode(Number.parseInt(octal, 8) & 255);
      at += octal === undefined ? 1 : octal.length;
      continue;
    }
    if (char === "(") depth++;
    if (char === ")" && --depth === 0) return unicodeOf(out);
    out += char;
  }
  return undefined;
}

/** A byte order mark makes it UTF-16 (§7.9.2.2). */
function unicodeOf(bytes: string): string {
  if (!bytes.startsWith("\xfe\xff")) return bytes;
  let out = "";
  for (let at = 2; at + 1 < bytes.length; at += 2) out += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1));
  return out;
}
