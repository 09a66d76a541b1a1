import { sniff, sniffedBytes } from "../../../intake/sniff.ts";
import { decodeText } from "../../../mail/index.ts";
import type { Bilingual } from "../../../terms/index.ts";
import { filled, PROBLEMS } from "../problem-texts.ts";
import { addressesInPicture } from "./picture.ts";

/** A mail ready to be examined. */
export interface HandedIn {
  readonly kind: "mail";
  readonly raw: Uint8Array;
  readonly pasted: boolean;
  readonly changeable: boolean;
  readonly fromPicture?: string | undefined;
}
export interface Refused {
  readonly kind: "problem";
  readonly message: Bilingual;
}
/** Mails of an mbox, in order. */
export interface Several {
  readonly kind: "several";
  readonly raws: readonly Uint8Array[];
  readonly cut: boolean;
}

export type Opened = HandedIn | Refused | Several;

const MEGABYTE = 1024 * 1024;
/** As the server takes it: larger mails cannot be sent to a desk either. */
export const LARGEST_MAIL = 25 * MEGABYTE;
const LARGEST_MBOX = 200 * MEGABYTE;
/** More mails than this are no list to choose from. */
export const MOST_LISTED = 500;
const LARGEST_PICTURE = 40 * MEGABYTE;

const refuse = (message: Bilingual): Refused => ({ kind: "problem", message });
const mail = (raw: Uint8Array, pasted = false, changeable = false): HandedIn => ({ kind: "mail", raw, pasted, changeable });
const tooLarge = (text: Bilingual, bytes: number): Refused => refuse(filled(text, Math.ceil(bytes / MEGABYTE)));

/** What a file is and what stands in it. Never throws on its content; rejects only when a part of the page cannot be loaded. */
export async function openFile(file: Blob): Promise<Opened> {
  if (file.size === 0) return refuse(PROBLEMS.empty);
  const found = sniff(new Uint8Array(await file.slice(0, sniffedBytes).arrayBuffer()));
  if (found.kind === "mbox") return file.size > LARGEST_MBOX ? tooLarge(PROBLEMS.mboxTooLarge, file.size) : openMbox(file);
  if (found.kind === "other" && (file.type.startsWith("image/") || PICTURES.has(found.name))) return openPicture(file);
  if (found.kind === "other") return refuse(filled(PROBLEMS.noMail, found.name));
  if (file.size > LARGEST_MAIL) return tooLarge(PROBLEMS.tooLarge, file.size);
  return openBytes(new Uint8Array(await file.arrayBuffer()), found.kind);
}

const PICTURES = new Set(["PNG", "JPEG", "GIF"]);

async function openBytes(bytes: Uint8Array, kind: string): Promise<Opened> {
  if (kind === "msg") {
    const { mailFromMsg } = await import("./mail-files.ts");
    const raw = mailFromMsg(bytes);
    return raw === undefined ? refuse(PROBLEMS.brokenMsg) : mail(raw);
  }
  if (kind === "utf-16le" || kind === "utf-16be") return openText(new TextDecoder(kind).decode(bytes));
  if (kind === "emlx") return mail(withoutEmlxFrame(bytes));
  if (kind === "text") return openText(decodeText(bytes).text);
  return mail(bytes);
}

/** Text from the clipboard, or a file of text: a mail's source or what was visible of it, by its look. */
export function openText(text: string): Opened {
  if (text.trim() === "") return refuse(PROBLEMS.noText);
  const raw = new TextEncoder().encode(text);
  if (raw.length > LARGEST_MAIL) return tooLarge(PROBLEMS.tooLarge, raw.length);
  const { kind } = sniff(raw.subarray(0, sniffedBytes));
  return mail(raw, kind !== "mail" && kind !== "mbox", true);
}

/** Apple Mail: the mail's length on a line, the mail, a property list. */
function withoutEmlxFrame(bytes: Uint8Array): Uint8Array {
  const start = bytes.indexOf(10) + 1;
  return bytes.subarray(start, start + Number.parseInt(new TextDecoder("windows-1252").decode(bytes.subarray(0, start)), 10));
}

async function openMbox(file: Blob): Promise<Opened> {
  const { splitMbox } = await import("./mail-files.ts");
  const raws: Uint8Array[] = [];
  let larger = 0;
  for await (const { raw, bytes } of splitMbox(chunksOf(file), LARGEST_MAIL)) {
    if (raw === undefined) larger = bytes;
    else if (raw.length > 0) raws.push(raw);
    if (raws.length > MOST_LISTED) return { kind: "several", raws: raws.slice(0, MOST_LISTED), cut: true };
  }
  const [first] = raws;
  if (first === undefined) return larger > 0 ? tooLarge(PROBLEMS.tooLarge, larger) : refuse(PROBLEMS.emptyMbox);
  return raws.length === 1 ? mail(first) : { kind: "several", raws, cut: false };
}

/** `Blob.stream()` is no async iterable in every browser. */
async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** The addresses in a picture's codes, as a text that somebody pasted: a point about them is a point about a link. */
async function openPicture(file: Blob): Promise<Opened> {
  if (file.size > LARGEST_PICTURE) return refuse(PROBLEMS.pictureUnreadable);
  const found = await addressesInPicture(file);
  if (found === undefined) return refuse(PROBLEMS.pictureUnreadable);
  if (found.length === 0) return refuse(PROBLEMS.noCode);
  const text = found.join("\n");
  return { ...mail(new TextEncoder().encode(`${text}\n`), true), fromPicture: text };
}
