import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";

const utf8 = new TextEncoder();
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const HASHES = [
  ["md5", md5],
  ["sha1", sha1],
  ["sha256", sha256],
  ["sha384", sha384],
  ["sha512", sha512],
] as const;

/** Base64 (RFC 4648 §4) without padding. */
export function base64Of(bytes: Uint8Array): string {
  let out = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = Math.min(3, bytes.length - at);
    for (let digit = 0; digit <= left; digit++) out += BASE64[(group >> (18 - 6 * digit)) & 63];
  }
  return out;
}

/** What base64 of a longer text shows of this one, at each of the three offsets, without the characters shared with neighbours. */
export function base64Inside(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const padded = new Uint8Array(bytes.length + offset);
    padded.set(bytes, offset);
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((padded.length * 8) / 6);
    return base64Of(padded).slice(first, last);
  });
}

export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Letters turned by 13 places; digits and the rest stay. */
export function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

export function reversed(text: string): string {
  return [...text].reverse().join("");
}

/** Digests are cut short by many trackers: the first 64 bits are searched, and no chance makes those. */
const HEX_SHOWN = 16;

/** Beginnings of the digests of a value in the ways senders hash it: as written, lower and upper case, with a line break. */
export function hashSpellings(value: string): readonly { readonly how: string; readonly text: string }[] {
  const inputs = new Set([value, value.trim(), value.toLowerCase(), value.toUpperCase(), `${value}\n`, `${value.toLowerCase()}\n`]);
  const found: { how: string; text: string }[] = [];
  for (const input of inputs)
    for (const [how, hash] of HASHES) {
      const digest = hash(utf8.encode(input));
      const base64 = base64Of(digest).slice(0, HEX_SHOWN);
      found.push({ how, text: hexOf(digest).slice(0, HEX_SHOWN) }, { how, text: base64 });
      const url = base64.replaceAll("+", "-").replaceAll("/", "_");
      if (url !== base64) found.push({ how, text: url });
    }
  return found;
}
