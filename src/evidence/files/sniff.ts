import type { FileKind } from "./file.ts";

/** Bytes looked at for words of a text format. */
const HEAD = 2048;

const MAGIC: readonly (readonly [number, string, FileKind])[] = [
  [0, "MZ", "program"],
  [0, "\x7fELF", "program"],
  [0, "\xcf\xfa\xed\xfe", "program"],
  // MS-SHLLINK §2.1: header size 0x4C and the class of shell links.
  [0, "L\0\0\0\x01\x14\x02\0", "shortcut"],
  [0, "[InternetShortcut]", "shortcut"],
  // MS-ONESTORE §2.3.1
  [0, "\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "notebook"],
  [0, "conectix", "disk-image"],
  [0, "vhdxfile", "disk-image"],
  // ECMA-119 §8.1.2: the volume descriptor stands in sector 16.
  [0x8001, "CD001", "disk-image"],
  [0, "PK\x03\x04", "archive"],
  [0, "PK\x05\x06", "archive"],
  [0, "Rar!\x1a\x07", "archive"],
  [0, "7z\xbc\xaf\x27\x1c", "archive"],
  [0, "\x1f\x8b", "archive"],
  [0, "MSCF", "archive"],
  [0, "\x89PNG", "picture"],
  [0, "\xff\xd8\xff", "picture"],
  [0, "GIF8", "picture"],
  [8, "WEBP", "picture"],
  [0, "{\\rtf", "document"],
  // MS-CFB §2.2
  [0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document"],
  [0, "BEGIN:VCALENDAR", "calendar"],
];

/** Kind by the bytes themselves; undefined when they do not tell (plain text, formats nobody lists here). */
export function kindOfBytes(bytes: Uint8Array): FileKind | undefined {
  for (const [at, magic, kind] of MAGIC) if (startsWith(bytes, magic, at)) return kind === "program" && !isProgram(bytes) ? undefined : kind;
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  // PDF readers take a header anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13).
  if (head.slice(0, 1029).includes("%PDF-")) return "pdf";
  return kindOfText(head, bytes);
}

function kindOfText(head: string, bytes: Uint8Array): FileKind | undefined {
  const text = head
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart()
    .slice(0, 1000)
    .toLowerCase();
  if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,400}-->\s*)?(?:<!doctype svg[^>]{0,300}>\s*)?<svg[\s>]/.test(text)) return "drawing";
  if (isProfile(head, bytes)) return "profile";
  return /^(?:<!--[^>]{0,400}-->\s*)?<(?:!doctype html|html|head|body|script|meta|title|div|form|table|iframe|center|p|style)[\s>]/.test(text)
    ? "page"
    : undefined;
}

/** `MZ` alone begins many a text; a program says where its new header is (PE format, offset 0x3C). */
function isProgram(bytes: Uint8Array): boolean {
  return bytes[0] !== 0x4d || (bytes.length > 0x40 && bytes.subarray(0, 0x40).includes(0));
}

/** An Apple configuration profile, plain or signed (CMS, so DER before the property list). */
function isProfile(head: string, bytes: Uint8Array): boolean {
  if (!head.startsWith("<?xml") && bytes[0] !== 0x30) return false;
  const start = String.fromCharCode(...bytes.subarray(0, 8192));
  return start.includes("<plist") && /Payload(?:Type|Content|Identifier|UUID|DisplayName)/.test(start);
}

/** Whether bytes begin, at an offset, with these characters of one byte each. */
export function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
