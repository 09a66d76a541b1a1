import type { FileAddress } from "./file.ts";
import type { PdfDecryptor } from "./pdf-key.ts";
import type { PdfScan } from "./pdf-scan.ts";
import { bytesOf, objectHead, stringAfter } from "./pdf-strings.ts";

const MAX_ADDRESSES = 200;

/** Places looked at; a file that repeats the name without an address is hostile. */
const MAX_PLACES = 3000;
/** The head of an object stands no farther before a string in it. */
const LONGEST_OBJECT = 20_000;

/**
 * Addresses of the link actions (/URI, ISO 32000-1 §12.6.4.7) in the objects of a PDF, each once, in order. Strings in
 * object streams are not encrypted by themselves (§7.5.7).
 */
export function pdfAddresses({ objects, packed }: Pick<PdfScan, "objects" | "packed">, decrypt?: PdfDecryptor): readonly FileAddress[] {
  const found = new Set([...addressesIn(objects, decrypt), ...addressesIn(packed, undefined)]);
  return [...found].slice(0, MAX_ADDRESSES).map((written) => ({ written, visibleText: "" }));
}

function addressesIn(objects: string, decrypt: PdfDecryptor | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  let at = objects.indexOf("/URI");
  for (let places = 0; at >= 0 && places < MAX_PLACES && found.size < MAX_ADDRESSES; places++) {
    const bytes = stringAfter(objects, at + 4);
    const address = bytes === undefined ? "" : unicodeOf(decrypt === undefined ? bytes : decrypted(bytes, objects, at, decrypt)).trim();
    if (address !== "") found.add(address);
    at = objects.indexOf("/URI", at + 4);
  }
  return found;
}

function decrypted(bytes: string, objects: string, at: number, decrypt: PdfDecryptor): string {
  const head = objectHead(objects.slice(Math.max(0, at - LONGEST_OBJECT), at));
  return head === undefined ? "" : String.fromCharCode(...decrypt(bytesOf(bytes), head.object, head.generation));
}

/** A byte order mark makes it UTF-16 (§7.9.2.2). */
function unicodeOf(bytes: string): string {
  if (!bytes.startsWith("\xfe\xff")) return bytes;
  let out = "";
  for (let at = 2; at + 1 < bytes.length; at += 2) out += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1));
  return out;
}
