import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { test } from "node:test";
import fc from "fast-check";
import { PictureBudget } from "../codes/picture-codes.ts";
import { readPage } from "./attached-page.ts";
import { disguisesOfName } from "./disguise.ts";
import { parseMail } from "../../mail/index.ts";
import { addressOfCode, linksOfParts } from "./part-links.ts";
import { readFile } from "./read-file.ts";
import { kindOfBytes } from "./sniff.ts";
import { statedPasswords } from "./stated-password.ts";
import { zipContent, zipEntries } from "./zip.ts";

const bytesOf = (text: string): Uint8Array => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));
const read = (bytes: Uint8Array, name: string, type = "application/octet-stream") =>
  readFile(bytes, name, type, { budget: new PictureBudget(), passwords: () => [] });
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`src/evidence/files/fixtures/${name}`));

test("files: links of a PDF lie open or in a compressed object stream", () => {
  const file = read(fixture("links.pdf"), "invoice.pdf");
  assert.deepEqual(
    file.addresses.map((address) => address.written),
    ["https://open.invoice-desk.example/a", "https://pay.invoice-desk.example/(1)"],
  );
});

test("files: an encrypted PDF is said to be one and not read", () => {
  const file = read(fixture("locked.pdf"), "statement.pdf");
  assert.deepEqual([file.kind, file.encrypted, file.unread], ["pdf", true, true]);
});

const stated: readonly (readonly [string, string])[] = [
  ["Veja no anexo. Senha PDF: 123 Protocolo: 99", "123"],
  ["Senha de acesso ao PDF: 123", "123"],
  ["SU CONTRASENA PERSONAL {0808}", "0808"],
  ["解凍パスワードは「a1b2」です", "a1b2"],
  ["The password is X7-q9.", "X7-q9"],
  ["Password is combination of your date of birth (MMDDYYYY format) and last name", ""],
  ["パスワードは別のメールでお知らせします。", ""],
];
for (const [text, expected] of stated) {
  test(`files: ${JSON.stringify(text)} states ${expected || "no password"}`, () => {
    assert.equal(statedPasswords(text)[0]?.password ?? "", expected);
  });
}

test("files: a PDF under the empty password or one of the text is read", () => {
  const open = read(fixture("empty-password.pdf"), "a.pdf");
  assert.deepEqual([open.encrypted, open.addresses[0]?.written], [false, "https://pay.invoice-desk.example/b"]);
  const aids = { budget: new PictureBudget(), passwords: () => ["0000", "1234"] };
  const locked = readFile(fixture("password-1234.pdf"), "a.pdf", "application/pdf", aids);
  assert.deepEqual([locked.encrypted, locked.openedBy, locked.addresses[0]?.written], [true, "1234", "https://pay.invoice-desk.example/a"]);
  assert.equal(read(fixture("password-1234.pdf"), "a.pdf").unread, true);
});

test("files: kinds by bytes go before names", () => {
  assert.equal(kindOfBytes(bytesOf("<!DOCTYPE html><p>")), "page");
  assert.equal(kindOfBytes(bytesOf("\xef\xbb\xbf  <svg xmlns='x'>")), "drawing");
  assert.equal(kindOfBytes(bytesOf("MZ is a code")), undefined);
  assert.equal(read(bytesOf("<html><form></form></html>"), "a.pdf").disguises[0], "other-content");
  assert.equal(read(bytesOf("plain"), "a.js").kind, "script");
});

const names: readonly (readonly [string, string])[] = [
  ["invoice.pdf.exe", "two-endings"],
  ["請求書.docx.lnk", "two-endings"],
  [`invoice${" ".repeat(30)}.scr`, "blanks"],
  ["photo\u202egnp.exe", "reversed-letters"],
  ["report.v1.2.pdf", ""],
  ["archive.tar.gz", ""],
  ["scan.pdf.zip", ""],
  ["notes.txt.html", ""],
  ["2025.06.10.html", ""],
];
for (const [name, expected] of names) {
  test(`files: the name ${JSON.stringify(name)} → ${expected || "plain"}`, () => {
    assert.equal(disguisesOfName(name).join(), expected);
  });
}

test("files: links of a calendar entry are unfolded, those of a profile are its settings", () => {
  const calendar = read(bytesOf("BEGIN:VCALENDAR\r\nDESCRIPTION:See https://meet.example.c\r\n om/room\\nBye\r\nEND:VCALENDAR\r\n"), "invite.ics");
  assert.deepEqual(
    calendar.addresses.map((address) => address.written),
    ["https://meet.example.com/room"],
  );
  const profile = read(
    bytesOf(
      '<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD" "http://www.apple.com/x.dtd"><plist><key>PayloadType</key><string>x</string><key>URL</key><string>https://clip.example/</string></plist>',
    ),
    "a.mobileconfig",
  );
  assert.deepEqual([profile.kind, profile.addresses.map((address) => address.written).join()], ["profile", "https://clip.example/"]);
});

test("files: a page that writes itself is read through its layers", () => {
  const inner = '<form action="https://collect.example/in"><input type=password></form>';
  const outer = `<script>document.write(atob("${btoa(inner)}"))</script>`;
  const { page, addresses } = readPage(outer);
  assert.deepEqual([page.isEncoded, page.hasPasswordField, page.formTargets.join()], [true, true, "https://collect.example/in"]);
  assert.deepEqual(
    addresses.map((address) => address.written),
    ["https://collect.example/in"],
  );
  assert.deepEqual(readPage('<script>window.location.href = "https://go.example/x"</script>').page.redirects, ["https://go.example/x"]);
});

test("files: the address in a code, in a bookmark and in a business card", () => {
  assert.equal(addressOfCode("https://a.example/x"), "https://a.example/x");
  assert.equal(addressOfCode("MEBKM:URL:http\\://a.example/x;;"), "http://a.example/x");
  assert.equal(addressOfCode("MECARD:N:Taro;EMAIL:taro@example.com;;"), undefined);
  assert.equal(addressOfCode("WIFI:S:home;P:secret.word;;"), undefined);
});

test("files: a member that inflates without end is cut", () => {
  const packed = deflateRawSync(new Uint8Array(30_000_000));
  const local = new Uint8Array(30 + packed.length);
  local.set(packed, 30);
  const content = zipContent(local, { name: "a", encrypted: false, method: 8, packed: packed.length, localStart: 0 }, 1000);
  assert.deepEqual([content?.bytes.length, content?.cut], [1000, true]);
  assert.equal(zipEntries(new Uint8Array(10)), undefined);
});

test("files: any bytes under any name are read without throwing", () => {
  const heads = [
    "PK\x03\x04",
    "PK\x05\x06",
    "%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n",
    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "<html>",
    "Rar!\x1a\x07\0",
    "BEGIN:VCALENDAR",
    "0\x82",
    "",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), fc.string(), (head, tail, name) => {
      read(Uint8Array.from([...bytesOf(head), ...tail]), name);
    }),
    { numRuns: 500 },
  );
});

test("files: hostile texts take no more than linear time", () => {
  const long = "a".repeat(300_000);
  const started = performance.now();
  for (const text of [
    `<script>unescape('${"%3C".repeat(100_000)}`,
    `location=${'"'.repeat(100_000)}`,
    `<svg ${long}`,
    `%PDF-${"stream\n".repeat(40_000)}`,
    `%PDF-${"/URI(".repeat(50_000)}`,
    `{\\rtf ${"http://".repeat(40_000)}`,
  ]) {
    read(bytesOf(text), "a.html", "text/html");
  }
  for (const name of [" ".repeat(200_000), `${"a.pdf".repeat(50_000)}.exe`]) disguisesOfName(name);
  assert.ok(performance.now() - started < 8000, `${performance.now() - started} ms`);
});

test("files: what a program leaves in a PDF is no link of the mail, what its writer put there is", () => {
  const quote = { text: "a.pdf", where: { kind: "raw", start: 0, end: 1 } } as const;
  const address = (written: string) => ({ written, visibleText: "" });
  const file = { ...read(bytesOf("%PDF-1.4"), "a.pdf"), quote, addresses: [address("http://www.tcpdf.org"), address("https://pay.example/x")] };
  const mail = parseMail(bytesOf("Subject: a\r\n\r\nb\r\n"));
  const links = linksOfParts(mail, { kind: "found", value: [file] }, { kind: "absent" });
  assert.deepEqual(
    links.map((link) => [link.targetHost, link.through]),
    [["pay.example", "file"]],
  );
});
