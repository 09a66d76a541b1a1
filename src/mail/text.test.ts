import assert from "node:assert/strict";
import { test } from "node:test";
import Encoding from "encoding-japanese";
import fc from "fast-check";
import { parseMail, parseParams, textParts } from "./index.ts";

type TransferEncoding = "base64" | "quoted-printable" | "7bit";

/** Lines of Japanese and ASCII characters that ISO-2022-JP has too. */
const japanese = fc
  .array(fc.string({ unit: fc.constantFrom(..."怪しいメールを調べ、根拠つきで説明する。ABCxyz 019=<>.:/"), maxLength: 60 }), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((line) => `本${line}x`).join("\r\n"));
/** The same with characters of two to four bytes in UTF-8, which two of JavaScript's make. */
const unicode = fc.tuple(japanese, fc.string({ unit: fc.constantFrom("é", "𠮷", "😀", "ー"), maxLength: 20 })).map(([text, more]) => text + more + "。");
const share = fc.double({ min: 0, max: 1, noNaN: true });

function encoded(bytes: Uint8Array, how: TransferEncoding): string {
  const latin = Buffer.from(bytes).toString("latin1");
  if (how === "7bit") return latin;
  if (how === "base64") return Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");
  const escaped = latin.replace(/\r\n|[^\x20-\x3c\x3e-\x7e]|=/g, (c) => (c === "\r\n" ? c : `=${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`));
  return escaped.replace(/(?:=[0-9A-F]{2}|[^=\r\n]){24}(?=[^\r\n])/g, "$&=\r\n");
}

/** Written apart from the code under test, and able to stop anywhere. */
function decodedWithout(body: string, how: TransferEncoding): Uint8Array {
  if (how === "7bit") return Buffer.from(body, "latin1");
  if (how === "base64") return Buffer.from(body.replace(/[\r\n]/g, ""), "base64");
  const joined = body.replace(/=\r\n/g, "").replace(/=[\r\n0-9A-F]?\r?$/, "");
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}

function checkRange(text: string, charset: string, bytes: Uint8Array, how: TransferEncoding, a: number, b: number): void {
  const head = `From: a@example.com\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: ${how}\r\n\r\n`;
  const raw = Buffer.from(head + encoded(bytes, how), "latin1");
  const [part] = textParts(parseMail(raw));
  assert.equal(part?.text, text);
  const points = [...text];
  const [low, high] = [Math.floor(Math.min(a, b) * points.length), Math.ceil(Math.max(a, b) * points.length)];
  const from = points.slice(0, low).join("").length;
  const to = points.slice(0, high).join("").length;
  const where = part.toWhere(from, to);
  assert.ok(where.kind === "raw" && where.start >= head.length && where.start <= where.end && where.end <= raw.length);
  const readUpTo = (end: number): string =>
    new TextDecoder(charset).decode(decodedWithout(raw.subarray(head.length, end).toString("latin1"), how), { stream: true });
  if (to === from) return;
  // Nothing quoted lies before the range or after it; and the range is no longer than the characters need.
  assert.ok(readUpTo(where.end).startsWith(text.slice(0, to)), "ends too early");
  assert.ok(readUpTo(where.start).length <= from, "starts too late");
  assert.ok(readUpTo(where.end).length <= to, "ends too late");
  assert.ok(readUpTo(where.start).length >= from - 2, "starts too early");
}

test("a part of the type `text/` is read as plain text", () => {
  const [part] = textParts(parseMail(new TextEncoder().encode("Content-Type: text/; charset=utf-8\r\n\r\nhello")));
  assert.deepEqual([part?.kind, part?.text], ["plain", "hello"]);
});

test("an extended parameter that says ASCII may be UTF-8; without a charset we know it is left out", () => {
  assert.equal(parseParams("a; name*=us-ascii''%E2%80%9D").params["name"], "\u201d");
  assert.equal(parseParams("a; name*=ansi-x3.4-1968''b").params["name"], "b");
  assert.equal(parseParams("a; name*=nobody-knows''b").params["name"], undefined);
});

for (const how of ["base64", "quoted-printable"] as const) {
  test(`the place of quoted characters holds them: ${how}, UTF-8`, () => {
    fc.assert(fc.property(unicode, share, share, (text, a, b) => checkRange(text, "utf-8", Buffer.from(text), how, a, b)));
  });
}

for (const how of ["base64", "quoted-printable", "7bit"] as const) {
  test(`the place of quoted characters holds them: ${how}, ISO-2022-JP`, () => {
    fc.assert(
      fc.property(japanese, share, share, (text, a, b) => {
        const bytes = Encoding.convert(Encoding.stringToCode(text), { from: "UNICODE", to: "JIS", type: "array" });
        checkRange(text, "iso-2022-jp", Uint8Array.from(bytes), how, a, b);
      }),
    );
  });
}
