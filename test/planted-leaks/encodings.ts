import { createHash } from "node:crypto";
import { domainToASCII } from "node:url";
import iconv from "iconv-lite";
import type { Seeded } from "../../bench/seeded.ts";

/** One way to write a secret; made with Node's own functions, never with those under test. */
export interface Encoding {
  readonly name: string;
  encode(value: string, seeded: Seeded): string;
  /** Only letters, digits, `-`, `_`, `.`, `%`, `=`: it may stand in a URL, a Message-ID, a file name or a boundary. */
  readonly urlFit: boolean;
}

const bytesOf = (value: string): Buffer => Buffer.from(value, "utf8");
const everyByte = (value: string, mark: string): string => [...bytesOf(value)].map((byte) => mark + byte.toString(16).padStart(2, "0").toUpperCase()).join("");
const hash = (algorithm: string, value: string): string => createHash(algorithm).update(value).digest("hex");
const rot13 = (value: string): string =>
  value.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode((letter <= "Z" ? 90 : 122) >= letter.charCodeAt(0) + 13 ? letter.charCodeAt(0) + 13 : letter.charCodeAt(0) - 13),
  );
const between = (value: string, mark: string): string => [...value].join(mark);
const fullWidth = (value: string): string => value.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const isAscii = (value: string): boolean => /^[\0-\x7f]*$/.test(value);

function base32(value: string): string {
  const bits = [...bytesOf(value)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

export const ENCODINGS: readonly Encoding[] = [
  { name: "plain", urlFit: false, encode: (value) => value },
  { name: "upper-case", urlFit: false, encode: (value) => value.toUpperCase() },
  { name: "percent", urlFit: true, encode: (value) => encodeURIComponent(value) },
  { name: "percent-every-byte", urlFit: true, encode: (value) => everyByte(value, "%") },
  { name: "double-percent", urlFit: true, encode: (value) => encodeURIComponent(everyByte(value, "%")) },
  { name: "base64", urlFit: true, encode: (value) => encodeURIComponent(bytesOf(value).toString("base64")) },
  { name: "base64-bare", urlFit: false, encode: (value) => bytesOf(value).toString("base64") },
  { name: "base64url", urlFit: true, encode: (value) => bytesOf(value).toString("base64url") },
  { name: "base64-offset-1", urlFit: true, encode: (value, seeded) => bytesOf(`${seeded.pick([..."?#!~"])}${value}&x=1`).toString("base64url") },
  { name: "base64-offset-2", urlFit: true, encode: (value, seeded) => bytesOf(`${seeded.pick(["e=", "u:", "::"])}${value}\n`).toString("base64url") },
  { name: "base64-offset-0-inside", urlFit: true, encode: (value) => bytesOf(`{"a":"${value}","n":12}`).toString("base64url") },
  { name: "base64-of-base64", urlFit: true, encode: (value) => bytesOf(bytesOf(value).toString("base64")).toString("base64url") },
  { name: "base64-of-utf-16", urlFit: true, encode: (value) => Buffer.from(value, "utf16le").toString("base64url") },
  { name: "base64-of-percent", urlFit: true, encode: (value) => bytesOf(encodeURIComponent(value)).toString("base64url") },
  { name: "hex", urlFit: true, encode: (value) => bytesOf(value).toString("hex") },
  { name: "hex-upper-case", urlFit: true, encode: (value) => bytesOf(value).toString("hex").toUpperCase() },
  {
    name: "hex-spaced",
    urlFit: false,
    encode: (value) =>
      bytesOf(value)
        .toString("hex")
        .replace(/..(?=.)/g, "$& "),
  },
  { name: "base32", urlFit: true, encode: base32 },
  {
    name: "base64-of-json",
    urlFit: true,
    encode: (value) =>
      bytesOf(JSON.stringify({ mail: value, id: 7 }).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)).toString(
        "base64url",
      ),
  },
  { name: "base64-of-reversed", urlFit: true, encode: (value) => bytesOf([...value].reverse().join("")).toString("base64url") },
  { name: "hex-of-base64", urlFit: true, encode: (value) => bytesOf(bytesOf(value).toString("base64")).toString("hex") },
  {
    name: "percent-shift-jis",
    urlFit: true,
    encode: (value) => [...iconv.encode(value, "shift_jis")].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  },
  { name: "base64-euc-jp", urlFit: true, encode: (value) => iconv.encode(value, "euc-jp").toString("base64url") },
  { name: "sha512", urlFit: true, encode: (value) => hash("sha512", value) },
  { name: "md5-upper-case-input", urlFit: true, encode: (value) => hash("md5", value.toUpperCase()) },
  { name: "reversed", urlFit: false, encode: (value) => [...value].reverse().join("") },
  { name: "reversed-base64", urlFit: true, encode: (value) => [...bytesOf(value).toString("base64url")].reverse().join("") },
  { name: "rot13", urlFit: false, encode: (value) => (isAscii(value) && /[a-z]/i.test(value) ? rot13(value) : bytesOf(value).toString("hex")) },
  { name: "md5", urlFit: true, encode: (value) => hash("md5", value) },
  { name: "md5-lower-case-input", urlFit: true, encode: (value) => hash("md5", value.trim().toLowerCase()) },
  { name: "sha1", urlFit: true, encode: (value) => hash("sha1", value) },
  { name: "sha256", urlFit: true, encode: (value) => hash("sha256", value) },
  { name: "sha256-upper-case", urlFit: true, encode: (value) => hash("sha256", value.toUpperCase()).toUpperCase() },
  { name: "sha256-base64", urlFit: true, encode: (value) => createHash("sha256").update(value).digest("base64url") },
  { name: "entity-decimal", urlFit: false, encode: (value) => [...value].map((char) => `&#${char.codePointAt(0)};`).join("") },
  { name: "entity-hex", urlFit: false, encode: (value) => [...value].map((char) => `&#x${char.codePointAt(0)!.toString(16)};`).join("") },
  { name: "quoted-printable", urlFit: false, encode: (value) => everyByte(value, "=") },
  { name: "json-escape", urlFit: false, encode: (value) => value.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`) },
  { name: "full-width", urlFit: false, encode: fullWidth },
  { name: "soft-hyphens", urlFit: false, encode: (value) => between(value, "\u00ad") },
  { name: "zero-width", urlFit: false, encode: (value) => between(value, "\u200b") },
  { name: "defanged", urlFit: false, encode: (value) => value.replaceAll("@", "[at]").replaceAll(".", "[.]") },
  {
    name: "punycode",
    urlFit: true,
    encode: (value) => (value.includes("@") || !value.includes(".") ? encodeURIComponent(value) : domainToASCII(value) || value),
  },
];
