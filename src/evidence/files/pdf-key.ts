import { md5 } from "@noble/hashes/legacy.js";
import { bytesOf, stringAfter } from "./pdf-strings.ts";

/** Takes the encryption off a string or stream of an object; undefined when the PDF opens with a password only. */
export type PdfDecryptor = (data: Uint8Array, object: number, generation: number) => Uint8Array;

/** Fills a password up to 32 bytes (ISO 32000-1 §7.6.3.3, algorithm 2a); alone it is the empty password. */
const PADDING = Uint8Array.from([
  0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c,
  0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
]);

/**
 * What takes the encryption off a PDF that opens with a password, or with the empty one: its writer only forbids printing,
 * or wants filters kept out. RC4 with 40 to 128 bits (versions 1 and 2 of the standard handler, §7.6.3); AES is not read.
 */
export function pdfDecryptor(objects: string, password = ""): PdfDecryptor | undefined {
  const dictionary = encryptDictionary(objects);
  if (dictionary === undefined || !/\/Filter\s{0,5}\/Standard\b/.test(dictionary)) return undefined;
  const version = numberOf(dictionary, "V");
  const revision = numberOf(dictionary, "R");
  const [owner, user] = [valueOf(dictionary, "O"), valueOf(dictionary, "U")];
  if ((version !== 1 && version !== 2) || (revision !== 2 && revision !== 3) || owner === undefined || user === undefined) return undefined;
  const length = version === 1 ? 5 : Math.min(16, Math.max(5, (numberOf(dictionary, "Length") || 40) >> 3));
  const id = fileId(objects);
  const padded = joined(bytesOf(password.slice(0, 32)), PADDING).subarray(0, 32);
  const key = fileKey(padded, owner, numberOf(dictionary, "P"), id, revision, length);
  if (!opensWith(key, user, id, revision)) return undefined;
  return (data, object, generation) => rc4(objectKey(key, object, generation), data);
}

/** The dictionary the trailer names, written in place or as an object of its own. */
function encryptDictionary(objects: string): string | undefined {
  const at = objects.search(/\/Encrypt\s{0,5}(?:<<|\d)/);
  if (at < 0) return undefined;
  const reference = /^\/Encrypt\s{0,5}(\d{1,9})\s{1,5}(\d{1,5})\s{1,5}R/.exec(objects.slice(at, at + 50));
  if (reference === null) return objects.slice(at, at + 2000);
  const start = objects.search(new RegExp(`(?<!\\d)${reference[1]}\\s{1,5}${reference[2]}\\s{1,5}obj`));
  return start < 0 ? undefined : objects.slice(start, start + 2000);
}

function numberOf(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key}\\s{0,5}(-?\\d{1,11})`).exec(dictionary)?.[1] ?? 0);
}

function valueOf(dictionary: string, key: string): Uint8Array | undefined {
  const at = dictionary.search(new RegExp(`/${key}\\s{0,5}[(<]`));
  const text = at < 0 ? undefined : stringAfter(dictionary, at + 1 + key.length);
  return text === undefined || text.length < 16 ? undefined : bytesOf(text.slice(0, 32));
}

/** The first of the two strings of /ID (§14.4); none in old files. */
function fileId(objects: string): Uint8Array {
  const at = objects.search(/\/ID\s{0,5}\[/);
  return bytesOf(at < 0 ? "" : (stringAfter(objects, objects.indexOf("[", at) + 1) ?? ""));
}

/** Algorithm 2: the key of the file under a password. */
function fileKey(password: Uint8Array, owner: Uint8Array, permissions: number, id: Uint8Array, revision: number, length: number): Uint8Array {
  const flags = new Uint8Array(4);
  new DataView(flags.buffer).setInt32(0, permissions | 0, true);
  let hash = md5(joined(password, owner, flags, id));
  if (revision >= 3) for (let i = 0; i < 50; i++) hash = md5(hash.subarray(0, length));
  return hash.slice(0, length);
}

/** Algorithms 4 to 6: whether the key is that of the reader's password. */
function opensWith(key: Uint8Array, user: Uint8Array, id: Uint8Array, revision: number): boolean {
  let expected = revision === 2 ? rc4(key, PADDING) : rc4(key, md5(joined(PADDING, id)));
  if (revision >= 3)
    for (let i = 1; i <= 19; i++)
      expected = rc4(
        key.map((byte) => byte ^ i),
        expected,
      );
  return expected.subarray(0, 16).every((byte, index) => byte === user[index]);
}

/** Algorithm 1: each object has a key of its own. */
function objectKey(key: Uint8Array, object: number, generation: number): Uint8Array {
  const salt = Uint8Array.from([object & 255, (object >> 8) & 255, (object >> 16) & 255, generation & 255, (generation >> 8) & 255]);
  return md5(joined(key, salt)).subarray(0, Math.min(16, key.length + 5));
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** RC4 as PDF uses it; no library keeps it, since nobody should encrypt with it. */
function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    [state[i], state[j]] = [state[j]!, state[i]!];
  }
  const out = new Uint8Array(data.length);
  for (let at = 0, i = 0, j = 0; at < data.length; at++) {
    i = (i + 1) & 255;
    const a = state[i]!;
    j = (j + a) & 255;
    const b = state[j]!;
    state[i] = b;
    state[j] = a;
    out[at] = data[at]! ^ state[(a + b) & 255]!;
  }
  return out;
}
