import { pictureHeader } from "../../evidence/codes/picture-header.ts";
import type { PictureFormat } from "../../evidence/codes/picture-header.ts";
import { dataPicture } from "../../evidence/codes/picture-sources.ts";
import { enclosedParts, partBytes } from "../../mail/index.ts";
import type { Mail, Part } from "../../mail/mail.ts";

/** Larger pictures become boxes: a browser must decode what we hand it. */
const MAX_SIDE = 2400;
const MAX_PIXELS = 3_000_000;
const MAX_BYTES = 600_000;
/** Bytes and pixels of all pictures of one view. */
const ALL_BYTES = 1_500_000;
const ALL_PIXELS = 8_000_000;
const MAX_PARTS = 200;

/** Formats whose bytes we looked at; BMP and WebP headers tell us too little, SVG can run things. */
const TYPES: Readonly<Partial<Record<PictureFormat, string>>> = { png: "image/png", jpeg: "image/jpeg", gif: "image/gif" };

/** A picture that may be drawn: a `data:` URL and its size in pixels. */
export interface DrawnPicture {
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

/** Pictures the mail itself carries, by the addresses its HTML uses (RFC 2392 `cid:`, RFC 2397 `data:`). Nothing is fetched. */
export class Pictures {
  readonly #mail: Mail;
  #byId: ReadonlyMap<string, Part> | undefined;
  #bytes = ALL_BYTES;
  #pixels = ALL_PIXELS;
  /** Parts that are drawn inside the text, so that they are not listed as attachments again. */
  readonly drawn = new Set<Part>();

  constructor(mail: Mail) {
    this.#mail = mail;
  }

  partOf(source: string): Part | undefined {
    if (!/^\s*cid:/i.test(source)) return undefined;
    this.#byId ??= contentIds(this.#mail);
    return this.#byId.get(idOf(source));
  }

  /** Undefined for a remote picture and for one that is too large, broken or of a format we do not hand on. */
  of(source: string): DrawnPicture | undefined {
    const part = this.partOf(source);
    const bytes = part === undefined ? dataPicture(source.trim(), MAX_BYTES) : partBytes(this.#mail, part);
    const picture = bytes === undefined ? undefined : this.#drawn(bytes);
    if (part !== undefined && picture !== undefined) this.drawn.add(part);
    return picture;
  }

  #drawn(bytes: Uint8Array): DrawnPicture | undefined {
    if (bytes.length > MAX_BYTES || bytes.length > this.#bytes) return undefined;
    const header = pictureHeader(bytes);
    const type = header === undefined ? undefined : TYPES[header.format];
    if (header === undefined || type === undefined) return undefined;
    const { width, height } = header;
    const pixels = width * height;
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS || pixels > this.#pixels) return undefined;
    this.#bytes -= bytes.length;
    this.#pixels -= pixels;
    return { source: `data:${type};base64,${base64(bytes)}`, width, height };
  }
}

const idOf = (source: string): string => {
  const id = source.trim().slice(4, 500);
  return (/%[0-9a-f]{2}/i.test(id) ? decoded(id) : id).replace(/^<|>$/g, "").toLowerCase();
};

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function contentIds(mail: Mail): ReadonlyMap<string, Part> {
  const found = new Map<string, Part>();
  const open: Part[] = [mail.root];
  for (let count = 0; open.length > 0 && count < MAX_PARTS * 10; count++) {
    const part = open.pop() as Part;
    for (const inside of [part.children, enclosedParts(mail, part)]) for (let i = inside.length - 1; i >= 0; i--) open.push(inside[i] as Part);
    const id = part.contentId?.trim().replace(/^<|>$/g, "").toLowerCase();
    if (id !== undefined && id !== "" && !found.has(id) && found.size < MAX_PARTS) found.set(id, part);
  }
  return found;
}

const CHUNK = 0x6000;

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
