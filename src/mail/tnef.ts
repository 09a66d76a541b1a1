import { charsetDecode, decodeText } from "./charset.ts";
import { charsetOfCodepage } from "./codepages.ts";
import { decompressedRtf } from "./compressed-rtf.ts";
import { readRtf } from "./rtf.ts";
import type { RtfText } from "./rtf.ts";
import { tnefProperties } from "./tnef-properties.ts";
import type { TnefProperty } from "./tnef-properties.ts";

/** A file inside a winmail.dat. */
export interface TnefFile {
  readonly name: string | undefined;
  /** As the sender's program says, e.g. `image/png`. */
  readonly type: string | undefined;
  readonly contentId: string | undefined;
  readonly bytes: Uint8Array;
  /** The bytes are a TNEF stream of their own: a message that is attached. */
  readonly message: boolean;
}

/** What a winmail.dat (application/ms-tnef) holds, read as far as it goes. */
export interface Tnef {
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly files: readonly TnefFile[];
}

const SIGNATURE = 0x223e9f78;
const HEADER = 6;
/** Attributes ([MS-OXTNEF] §2.1.3.3); the upper half is their type. */
const ATTRIBUTE = {
  body: 0x0002800c,
  messageProperties: 0x00069003,
  codepage: 0x00069007,
  fileBegins: 0x00069002,
  fileTitle: 0x00018010,
  fileData: 0x0006800f,
  fileTransportName: 0x00069001,
  fileProperties: 0x00069005,
} as const;
/** Property ids ([MS-OXPROPS]). */
const PROPERTY = {
  body: 0x1000,
  html: 0x1013,
  rtf: 0x1009,
  internetCodepage: 0x3fde,
  messageCodepage: 0x3ffd,
  fileObject: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  mimeType: 0x370e,
  contentId: 0x3712,
  displayName: 0x3001,
} as const;
const MAX_ATTRIBUTES = 20_000;
const MAX_FILES = 200;
/** Interface id of IMessage, before the TNEF stream of an attached message ([MS-OXTNEF] §2.1.3.3.15). */
const MESSAGE_ID = [0x07, 0x03, 0x02, 0x00, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];

type Attributes = Map<number, Uint8Array>;

/** True for bytes that begin like TNEF. */
export function isTnef(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true) === SIGNATURE;
}

/** Reads TNEF ([MS-OXTNEF]); undefined for bytes that are none. Never throws, takes time in proportion to the bytes; checksums are not asked. */
export function readTnef(bytes: Uint8Array): Tnef | undefined {
  if (!isTnef(bytes)) return undefined;
  const { message, files } = attributesOf(bytes);
  const codepage = message.get(ATTRIBUTE.codepage);
  const stated = charsetOfCodepage(codepage !== undefined && codepage.length >= 4 ? numberOf(codepage) : 0);
  const properties = tnefProperties(message.get(ATTRIBUTE.messageProperties) ?? new Uint8Array());
  const charset = charsetOfProperty(properties.get(PROPERTY.messageCodepage)) ?? stated;
  const rtf = rtfOf(properties.get(PROPERTY.rtf));
  const plain = textOf(properties.get(PROPERTY.body), charset) ?? ansi(message.get(ATTRIBUTE.body), charset);
  return {
    text: plain ?? (rtf?.kind === "plain" ? rtf.text : undefined),
    html: htmlOf(properties, charset) ?? (rtf?.kind === "html" ? rtf.text : undefined),
    files: files.map((file) => fileOf(file, charset)).filter((file) => file.bytes.length > 0),
  };
}

/** The message's attributes and those of each file; the last of equal ones counts. A broken length ends the reading. */
function attributesOf(bytes: Uint8Array): { readonly message: Attributes; readonly files: readonly Attributes[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const message: Attributes = new Map();
  const files: Attributes[] = [];
  for (let at = HEADER, n = 0; at + 9 <= bytes.length && n < MAX_ATTRIBUTES; n++) {
    const ofFile = bytes[at] === 2;
    const id = view.getUint32(at + 1, true);
    const length = view.getUint32(at + 5, true);
    const value = bytes.subarray(at + 9, at + 9 + length);
    if (ofFile && id === ATTRIBUTE.fileBegins) {
      if (files.length >= MAX_FILES) break;
      files.push(new Map());
    }
    (ofFile ? files.at(-1) : message)?.set(id, value);
    // A checksum of two bytes follows.
    at += 9 + length + 2;
  }
  return { message, files };
}

function fileOf(attributes: Attributes, charset: string | undefined): TnefFile {
  const properties = tnefProperties(attributes.get(ATTRIBUTE.fileProperties) ?? new Uint8Array());
  const text = (id: number): string | undefined => textOf(properties.get(id), charset);
  const object = properties.get(PROPERTY.fileObject)?.value ?? new Uint8Array();
  const message = object.length > MESSAGE_ID.length && MESSAGE_ID.every((byte, i) => object[i] === byte) && isTnef(object.subarray(MESSAGE_ID.length));
  const data = attributes.get(ATTRIBUTE.fileData);
  const named = text(PROPERTY.longFileName) ?? ansi(attributes.get(ATTRIBUTE.fileTransportName), charset) ?? ansi(attributes.get(ATTRIBUTE.fileTitle), charset);
  const type = text(PROPERTY.mimeType)?.trim().toLowerCase();
  return {
    name: named ?? text(PROPERTY.fileName) ?? text(PROPERTY.displayName),
    type: type !== undefined && /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/.test(type) ? type : undefined,
    contentId: text(PROPERTY.contentId)?.replace(/^<|>$/g, ""),
    bytes: message ? object.subarray(MESSAGE_ID.length) : data === undefined || data.length === 0 ? object : data,
    message,
  };
}

const UNICODE = 0x1f;
const BINARY = 0x102;

function textOf(property: TnefProperty | undefined, charset: string | undefined): string | undefined {
  if (property === undefined || property.type === BINARY) return undefined;
  if (property.type !== UNICODE) return ansi(property.value, charset);
  return ended(charsetDecode("utf-16le", property.value));
}

/** Eight-bit text in the message's code page. */
function ansi(bytes: Uint8Array | undefined, charset: string | undefined): string | undefined {
  return bytes === undefined ? undefined : ended(decodeText(bytes, charset).text);
}

/** Strings end with a null; an empty one says nothing. */
function ended(text: string): string | undefined {
  const end = text.indexOf("\0");
  return (end < 0 ? text : text.slice(0, end)) || undefined;
}

function htmlOf(properties: ReadonlyMap<number, TnefProperty>, charset: string | undefined): string | undefined {
  const html = properties.get(PROPERTY.html);
  if (html?.type !== BINARY) return textOf(html, charset);
  return ended(decodeText(html.value, charsetOfProperty(properties.get(PROPERTY.internetCodepage)), true).text);
}

function rtfOf(property: TnefProperty | undefined): RtfText | undefined {
  const rtf = property === undefined ? undefined : decompressedRtf(property.value);
  const read = rtf === undefined ? undefined : readRtf(rtf);
  const text = ended(read?.text ?? "");
  return read === undefined || text === undefined ? undefined : { kind: read.kind, text };
}

function charsetOfProperty(property: TnefProperty | undefined): string | undefined {
  return property === undefined || property.value.length < 4 ? undefined : charsetOfCodepage(numberOf(property.value));
}

function numberOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
}
