import { enclosedParts, isWrapping, partBytes } from "../../mail/index.ts";
import type { Mail, Part } from "../../mail/mail.ts";
import type { Quote } from "../../terms/index.ts";
import { PictureBudget } from "../codes/picture-codes.ts";
import type { Gathered } from "../evidence.ts";
import type { AttachedFile } from "../files/file.ts";
import { readFile } from "../files/read-file.ts";
import type { ReadingAids } from "../files/read-file.ts";
import { statedPasswords } from "../files/stated-password.ts";

/** Files of one mail that are read. */
const MAX_FILES = 50;
/** Bytes of all files of one mail that are read; what lies beyond is named but not opened. */
const MAX_BYTES = 30_000_000;

/** Every file attached to the mail or shown inside it, never run; a password that `statedText` tells opens a locked PDF. */
export function gatherFiles(mail: Mail, statedText: () => string = () => ""): Gathered<readonly AttachedFile[]> {
  const parts = fileParts(mail);
  if (parts.length === 0) return { kind: "absent" };
  const aids: ReadingAids = { budget: new PictureBudget(), passwords: () => statedPasswords(statedText()).map((stated) => stated.password) };
  let left = MAX_BYTES;
  const files = parts.map((part) => {
    const quote = quoteOf(part);
    const bytes = partBytes(mail, part);
    const fits = bytes.length <= left;
    if (fits) left -= bytes.length;
    return read(fits ? bytes : new Uint8Array(), part, quote, !fits, aids);
  });
  return { kind: "found", value: files };
}

/** A file that breaks its reader is still a file: named, and marked as not read. */
function read(bytes: Uint8Array, part: Part, quote: Quote, unread: boolean, aids: ReadingAids): AttachedFile {
  const charset = part.contentType.params["charset"];
  const type = charset === undefined ? part.contentType.type : `${part.contentType.type};charset=${charset}`;
  try {
    const file = readFile(bytes, part.fileName ?? "", type, aids);
    const disguises = turnsLettersRound(part, file.name) ? (["reversed-letters", ...file.disguises] as const) : file.disguises;
    return { ...file, disguises, declaredType: part.contentType.type, unread: unread || file.unread, quote };
  } catch {
    const empty = readFile(new Uint8Array(), part.fileName ?? "", type, aids);
    return { ...empty, declaredType: part.contentType.type, bytes: bytes.length, unread: true, quote };
  }
}

const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
const ENCODED_BIDI = /%E2%80%A[A-E]|%E2%81%A[6-9]/i;

/** Reading a name takes its bidirectional controls out, so that they are looked for in the field as it is written. */
function turnsLettersRound(part: Part, name: string): boolean {
  if (/[\u0590-\u08ff]/.test(name)) return false;
  if (part.content !== undefined) return BIDI.test(name);
  return part.fields.some((field) => /^content-(?:disposition|type)$/.test(field.key) && (BIDI.test(field.value) || ENCODED_BIDI.test(field.rawValue)));
}

/** Leaves of the MIME tree that are no text of the mail itself: attachments, inline pictures, what stands in a winmail.dat or uuencoded in a text. Attached mails are not entered. */
function fileParts(mail: Mail): readonly Part[] {
  const found: Part[] = [];
  const open = [mail.root];
  while (open.length > 0 && found.length < MAX_FILES) {
    const part = open.pop() as Part;
    for (const inside of [part.children, enclosedParts(mail, part)]) for (let i = inside.length - 1; i >= 0; i--) open.push(inside[i] as Part);
    if (part.children.length === 0 && isFile(part) && !isWrapping(mail, part)) found.push(part);
  }
  return found;
}

/** Signatures, delivery reports and the like are parts for programs, not files for people. */
const FOR_PROGRAMS = /^(?:multipart\/|message\/|text\/rfc822-headers|application\/(?:pgp-|(?:x-)?pkcs7-))/;

function isFile(part: Part): boolean {
  const { type } = part.contentType;
  if (FOR_PROGRAMS.test(type)) return false;
  if (type !== "text/plain" && type !== "text/html") return true;
  return part.disposition === "attachment" && part.bodyEnd > part.bodyStart;
}

/** The name, or the type where there is none, with the header field it stands in. */
function quoteOf(part: Part): Quote {
  const disposition = part.fields.find((field) => field.key === "content-disposition");
  const type = part.fields.find((field) => field.key === "content-type");
  const named = part.fileName !== undefined && disposition !== undefined && /name/i.test(disposition.rawValue) ? disposition : type;
  const where = { kind: "raw", start: named?.start ?? part.bodyStart, end: named?.end ?? part.bodyEnd } as const;
  return { text: part.fileName ?? part.contentType.type, where };
}
