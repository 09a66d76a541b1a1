import { fromLatin1 } from "./bytes.ts";
import { charsetDecode } from "./charset.ts";
import type { Mail, Part } from "./mail.ts";
import { keptOf } from "./part.ts";
import { partBytes } from "./part-bytes.ts";
import { isTnef, readTnef } from "./tnef.ts";
import type { TnefFile } from "./tnef.ts";
import { decodeUuencode } from "./transfer-encoding.ts";
import { uuencodedFiles } from "./uuencoded.ts";

const depths = new WeakMap<Part, number>();
/** Messages in winmail.dat in messages in winmail.dat; deeper ones are not opened. */
const MAX_DEPTH = 4;
const NONE: readonly Part[] = [];

/**
 * The parts that stand inside the content of a part, which mail programs show as if they were MIME parts: text and files of
 * a winmail.dat, uuencoded files in a text. Never throws; read on first use.
 */
export function enclosedParts(mail: Mail, part: Part): readonly Part[] {
  const kept = keptOf(part);
  return (kept.enclosed ??= read(mail, part));
}

/** True for a part that is only the wrapping of others, such as winmail.dat. */
export function isWrapping(mail: Mail, part: Part): boolean {
  return isTnefPart(part) && enclosedParts(mail, part).length > 0;
}

function read(mail: Mail, part: Part): readonly Part[] {
  if (part.children.length > 0) return NONE;
  if (isTnefPart(part)) return fromTnef(partBytes(mail, part), part);
  // A whole body in uuencode is a transfer encoding, not a file in a text.
  if (part.contentType.type === "text/plain" && part.encoding !== "uuencode") return fromText(mail, part);
  return NONE;
}

/** The types seen, and the name that Outlook gives. */
function isTnefPart({ contentType, fileName }: Part): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(contentType.type) || /^winmail\d{0,4}\.dat$/i.test(fileName ?? "");
}

function fromTnef(bytes: Uint8Array, outer: Part): readonly Part[] {
  const depth = (depths.get(outer) ?? 0) + 1;
  const tnef = depth > MAX_DEPTH || !isTnef(bytes) ? undefined : readTnef(bytes);
  if (tnef === undefined) return NONE;
  // The text of a message that is attached is a file to the reader; that of the mail itself is shown.
  const body = (type: string, text: string): Part => {
    const fileName = depth > 1 ? (type === "text/html" ? "message.html" : "message.txt") : undefined;
    return partOf(outer, { type, params: { charset: "utf-8" }, content: new TextEncoder().encode(text), fileName, shown: depth === 1 });
  };
  const parts = [
    ...(tnef.text === undefined ? [] : [body("text/plain", tnef.text)]),
    ...(tnef.html === undefined ? [] : [body("text/html", tnef.html)]),
    ...tnef.files.map((file) => filePart(outer, file)),
  ];
  for (const part of parts) depths.set(part, depth);
  return parts;
}

function filePart(outer: Part, file: TnefFile): Part {
  const type = file.message ? "application/ms-tnef" : (file.type ?? "application/octet-stream");
  return partOf(outer, { type, params: {}, content: file.bytes, fileName: file.name, contentId: file.contentId, shown: false });
}

function fromText(mail: Mail, part: Part): readonly Part[] {
  const bytes = partBytes(mail, part);
  const inPlace = part.content === undefined && bytes.length === part.bodyEnd - part.bodyStart;
  return uuencodedFiles(bytes).map(({ name, start, end }) => {
    const range = inPlace ? { bodyStart: part.bodyStart + start, bodyEnd: part.bodyStart + end } : {};
    const fileName = charsetDecode("utf-8", fromLatin1(name));
    const content = decodeUuencode(bytes, start, end).bytes.slice();
    return { ...partOf(part, { type: "application/octet-stream", params: {}, content, fileName, shown: false }), ...range };
  });
}

interface Enclosed {
  readonly type: string;
  readonly params: Readonly<Record<string, string>>;
  readonly content: Uint8Array;
  readonly fileName: string | undefined;
  readonly contentId?: string | undefined;
  /** The reader sees it without opening it. */
  readonly shown: boolean;
}

function partOf(outer: Part, { type, params, content, fileName, contentId, shown }: Enclosed): Part {
  return {
    contentType: { type, params },
    encoding: "binary",
    disposition: shown ? "inline" : "attachment",
    fileName,
    contentId,
    fields: [],
    bodyStart: outer.bodyStart,
    bodyEnd: outer.bodyEnd,
    content,
    children: [],
    message: undefined,
  };
}
