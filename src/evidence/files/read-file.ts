import { decodeText } from "../../mail/index.ts";
import { readPicture } from "../codes/picture-codes.ts";
import type { PictureBudget } from "../codes/picture-codes.ts";
import { findTextLinks } from "../text-links.ts";
import { readPage } from "./attached-page.ts";
import { readCompound } from "./compound.ts";
import { disguisesOfName, hidesContent, hidesType } from "./disguise.ts";
import type { ArchiveMember, AttachedFile, Disguise, FileAddress, FileKind } from "./file.ts";
import { endingOf, kindOfEnding } from "./kinds.ts";
import { pdfAddresses } from "./pdf-addresses.ts";
import { pdfDecryptor } from "./pdf-key.ts";
import type { PdfDecryptor } from "./pdf-key.ts";
import { pdfPictureCodes } from "./pdf-pictures.ts";
import { scanPdf } from "./pdf-scan.ts";
import type { PdfScan } from "./pdf-scan.ts";
import { kindOfBytes, startsWith } from "./sniff.ts";
import { zipContent, zipEntries } from "./zip.ts";
import type { ZipEntry } from "./zip.ts";

/** Text of a calendar, profile or text file that is read. */
const LONGEST_TEXT = 500_000;
const MAX_ADDRESSES = 200;
/** Bytes of one file in an Office package that are unpacked. */
const LONGEST_MEMBER = 2_000_000;
const MAX_MEMBERS_READ = 12;

/** What reading may spend, and what the mail's text says that opens locked files; asked for only when one is met. */
export interface ReadingAids {
  readonly budget: PictureBudget;
  passwords(): readonly string[];
}

/** What reading a file gives beside its name and size. */
type Content = Pick<AttachedFile, "members" | "encrypted" | "openedBy" | "page" | "addresses" | "codes" | "unread"> & { readonly kind: FileKind };

const NOTHING: Omit<Content, "kind"> = { members: [], encrypted: false, page: undefined, addresses: [], codes: [], unread: false };

/** Reads an attached file from its bytes; the declared type and the name only help where the bytes do not tell. */
export function readFile(bytes: Uint8Array, name: string, declaredType: string, aids: ReadingAids): Omit<AttachedFile, "quote"> {
  const byName = kindOfEnding(endingOf(name));
  const byBytes = kindOfBytes(bytes);
  const content = readContent(bytes, byBytes, byName ?? kindOfType(declaredType), declaredType, aids);
  const disguises: readonly Disguise[] = [
    ...disguisesOfName(name),
    ...(hidesContent(byName, content.kind) ? (["other-content"] as const) : []),
    ...(hidesType(byName, declaredType) ? (["other-type"] as const) : []),
  ];
  return { name, declaredType, bytes: bytes.length, disguises, ...content };
}

function readContent(bytes: Uint8Array, byBytes: FileKind | undefined, byName: FileKind | undefined, declaredType: string, aids: ReadingAids): Content {
  // What bytes say goes before the name, but a script is plain text and an Office file is an archive.
  const kind = byBytes === undefined || (byBytes === "archive" && byName !== undefined && /document|program/.test(byName)) ? (byName ?? "other") : byBytes;
  if (bytes.length === 0) return { ...NOTHING, kind };
  if (startsWith(bytes, "PK")) return readZip(bytes, kind, aids.budget);
  if (startsWith(bytes, "\xd0\xcf\x11\xe0")) {
    const { macros, encrypted } = readCompound(bytes);
    return { ...NOTHING, kind: macros ? "macro-document" : kind, encrypted };
  }
  if (kind === "archive") return { ...NOTHING, kind, encrypted: isEncryptedArchive(bytes), unread: true };
  if (kind === "pdf") return byBytes === "pdf" ? readPdf(bytes, aids) : { ...NOTHING, kind, unread: true };
  if (kind === "picture") return readPictureFile(bytes, aids.budget);
  if (kind === "page" || kind === "drawing") {
    const { page, addresses } = readPage(textOf(bytes, declaredType, true));
    return { ...NOTHING, kind, page, addresses };
  }
  return { ...NOTHING, kind, addresses: readAddresses(bytes, kind, declaredType) };
}

const BY_TYPE: Readonly<Record<string, FileKind>> = {
  "text/html": "page",
  "application/xhtml+xml": "page",
  "image/svg+xml": "drawing",
  "application/pdf": "pdf",
  "text/calendar": "calendar",
  "application/ics": "calendar",
  "application/x-apple-aspen-config": "profile",
  "application/hta": "script",
  "application/x-msdownload": "program",
};

function kindOfType(type: string): FileKind | undefined {
  return BY_TYPE[type] ?? (type.startsWith("image/") ? "picture" : type.startsWith("text/") ? "text" : undefined);
}

function readPictureFile(bytes: Uint8Array, budget: PictureBudget): Content {
  const reading = readPicture(bytes, budget);
  return { ...NOTHING, kind: "picture", codes: reading.kind === "read" ? reading.texts : [], unread: reading.kind === "unread" };
}

function readPdf(bytes: Uint8Array, aids: ReadingAids): Content {
  const first = scanPdf(bytes);
  if (!first.encrypted) return readScan(first, undefined, aids);
  // The empty password first: such a PDF opens for everybody.
  for (const password of ["", ...aids.passwords()]) {
    const decrypt = pdfDecryptor(first.objects, password);
    if (decrypt === undefined) continue;
    const content = readScan(scanPdf(bytes, decrypt), decrypt, aids);
    return password === "" ? content : { ...content, encrypted: true, openedBy: password };
  }
  // Strings and streams of an encrypted PDF say nothing without its key.
  return { ...NOTHING, kind: "pdf", encrypted: true, unread: true };
}

function readScan(scan: PdfScan, decrypt: PdfDecryptor | undefined, aids: ReadingAids): Content {
  const { codes, unread } = pdfPictureCodes(scan, aids.budget);
  return { ...NOTHING, kind: "pdf", addresses: pdfAddresses(scan, decrypt), codes, unread: unread || scan.cut };
}

/** A ZIP archive, or an Office package, which is one. */
function readZip(bytes: Uint8Array, kind: FileKind, budget: PictureBudget): Content {
  const entries = zipEntries(bytes);
  if (entries === undefined) return { ...NOTHING, kind, unread: true };
  const encrypted = entries.some((entry) => entry.encrypted);
  if (!entries.some((entry) => entry.name === "[Content_Types].xml")) return { ...NOTHING, kind, encrypted, members: entries.map(member) };
  const hasMacros = entries.some((entry) => /(?:^|\/)vbaProject\.bin$/i.test(entry.name));
  return {
    ...NOTHING,
    kind: hasMacros ? "macro-document" : kind === "archive" ? "document" : kind,
    encrypted,
    addresses: relationAddresses(bytes, entries),
    codes: packedPictures(bytes, entries, budget),
  };
}

function member(entry: ZipEntry): ArchiveMember {
  const kind = kindOfEnding(endingOf(entry.name)) ?? "other";
  return { name: entry.name, encrypted: entry.encrypted, kind, disguises: disguisesOfName(entry.name) };
}

/** Outside targets of an Office package (ECMA-376 part 2 §9.3): `<Relationship Target="…" TargetMode="External"/>`. */
function relationAddresses(bytes: Uint8Array, entries: readonly ZipEntry[]): readonly FileAddress[] {
  const found = new Set<string>();
  for (const entry of entries.filter((one) => one.name.endsWith(".rels")).slice(0, MAX_MEMBERS_READ)) {
    const content = zipContent(bytes, entry, LONGEST_MEMBER);
    const text = content === undefined ? "" : new TextDecoder().decode(content.bytes);
    for (const [tag] of text.matchAll(/<Relationship\s[^>]{1,8000}>/g)) {
      const target = /\sTarget="([^"]{1,4000})"/.exec(tag)?.[1];
      if (target !== undefined && tag.includes('TargetMode="External"') && found.size < MAX_ADDRESSES) found.add(target.replaceAll("&amp;", "&"));
    }
  }
  return [...found].map((written) => ({ written, visibleText: "" }));
}

function packedPictures(bytes: Uint8Array, entries: readonly ZipEntry[], budget: PictureBudget): readonly string[] {
  const pictures = entries.filter((entry) => /\/media\/[^/]+\.(?:png|jpe?g|gif|bmp)$/i.test(entry.name)).slice(0, MAX_MEMBERS_READ);
  const codes = pictures.flatMap((entry) => {
    const reading = readPicture(zipContent(bytes, entry, LONGEST_MEMBER)?.bytes ?? new Uint8Array(), budget);
    return reading.kind === "read" ? reading.texts : [];
  });
  return [...new Set(codes)];
}

/** RAR 4 marks an encrypted list in the archive header (flag 0x80); other archives do not say it where we look. */
function isEncryptedArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, "Rar!\x1a\x07\0") && ((bytes[10] ?? 0) & 0x80) !== 0;
}

function textOf(bytes: Uint8Array, declaredType: string, isHtml: boolean): string {
  const charset = /charset=([^;\s]+)/i.exec(declaredType)?.[1];
  return decodeText(bytes.subarray(0, 4 * LONGEST_TEXT), charset, isHtml).text;
}

const READ_AS_TEXT: ReadonlySet<FileKind> = new Set(["calendar", "text", "shortcut", "profile", "script", "document"]);

/** Addresses in a file that is text, or text in a wrapping (a signed profile, RTF). */
function readAddresses(bytes: Uint8Array, kind: FileKind, declaredType: string): readonly FileAddress[] {
  if (!READ_AS_TEXT.has(kind)) return [];
  const text = textOf(bytes.subarray(0, LONGEST_TEXT), declaredType, false);
  // A profile is full of addresses of certificates; only its settings lead anywhere.
  const read = kind === "profile" ? settingsOf(text) : kind === "calendar" ? text.replace(/\r?\n[ \t]/g, "").replace(/\\n/gi, "\n") : text;
  return findTextLinks(read)
    .filter((link) => link.kind !== "mail" && link.kind !== "bare")
    .slice(0, MAX_ADDRESSES)
    .map((link) => ({ written: link.raw, visibleText: link.raw }));
}

function settingsOf(profile: string): string {
  return [...profile.matchAll(/<string>\s{0,20}(https?:[^<]{4,2000})<\/string>/g)].map((match) => match[1]).join("\n");
}
