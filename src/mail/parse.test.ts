import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodeWords, field, mailAddressesOf, parseAddresses, parseDate, parseMail, parseParams, partBytes, textParts } from "./index.ts";
import type { Part } from "./index.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const raw = (mail: Uint8Array, where: ReturnType<ReturnType<typeof textParts>[number]["toWhere"]>): string =>
  where.kind === "raw" ? new TextDecoder().decode(mail.subarray(where.start, where.end)) : "";

const mixed = [
  "From: =?UTF-8?B?44K144Od44O844OI?= <info@example.com>",
  "Subject: a",
  " b",
  'Content-Type: multipart/mixed; boundary="x"',
  "",
  "--x",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "=E6=80=AA=E3=81=97=E3=81=84 a=",
  "b",
  "--x",
  "Content-Type: text/html",
  "",
  "<p>hello</p>",
  "--x--",
  "",
];

for (const [name, eol] of [
  ["CRLF", "\r\n"],
  ["LF", "\n"],
  ["CR", "\r"],
] as const) {
  test(`a multipart mail with ${name} line ends`, () => {
    const mail = parseMail(bytes(mixed.join(eol)));
    assert.equal(field(mail, "subject")?.value, "a b");
    assert.equal(mailAddressesOf(field(mail, "from")!)[0]?.displayName, "サポート");
    assert.deepEqual(
      textParts(mail).map((t) => [t.kind, t.text]),
      [
        ["plain", "怪しい ab"],
        ["html", "<p>hello</p>"],
      ],
    );
    assert.deepEqual(mail.defects, []);
  });
}

test("ranges of quoted-printable text lead back to its escapes", () => {
  const all = bytes(mixed.join("\r\n"));
  const text = textParts(parseMail(all))[0]!;
  assert.equal(raw(all, text.toWhere(0, 1)), "=E6=80=AA");
  assert.equal(raw(all, text.toWhere(5, 6)), "b");
});

test("ranges of base64 text begin and end at the characters that hold them", () => {
  const all = bytes("Content-Transfer-Encoding: base64\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nYWJj\r\nZGVm\r\n");
  const text = textParts(parseMail(all))[0]!;
  assert.equal(text.text, "abcdef");
  assert.equal(raw(all, text.toWhere(3, 6)), "ZGVm");
});

test("ISO-2022-JP without a charset", () => {
  const all = bytes('Subject: x\n\n\x1b$B$"$$\x1b(B abc');
  const text = textParts(parseMail(all))[0]!;
  assert.deepEqual([text.text, text.charset], ["あい abc", "iso-2022-jp"]);
  assert.equal(raw(all, text.toWhere(3, 6)), "abc");
});

test("Shift_JIS labelled as UTF-8", () => {
  const body = Uint8Array.of(0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd);
  const head = bytes("Content-Type: text/plain; charset=utf-8\n\n");
  const all = new Uint8Array([...head, ...body]);
  assert.deepEqual(
    textParts(parseMail(all)).map((t) => [t.text, t.charset]),
    [["こんにちは", "shift_jis"]],
  );
});

test("an attached mail shares the bytes; an encoded one has its own", () => {
  const inner = "Subject: inner\n\nhello\n";
  const shared = parseMail(bytes(`Content-Type: message/rfc822\n\n${inner}`));
  assert.equal(shared.root.message?.raw, shared.raw);
  const encoded = parseMail(bytes(`Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${btoa(inner)}\n`));
  assert.equal(encoded.root.message?.rawOrigin, "decoded");
  assert.equal(field(encoded.root.message!, "subject")?.value, "inner");
});

test("10,000 nested parts are read at once", () => {
  const nested = Array.from({ length: 10_000 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join("");
  const before = performance.now();
  const mail = parseMail(bytes(nested));
  assert.ok(mail.defects.some((d) => d.kind === "nested-too-deep"));
  assert.ok(performance.now() - before < 1000);
});

test("values", () => {
  assert.equal(decodeWords("=?UTF-8?B?8J+S?= =?UTF-8?B?qQ==?="), "💩");
  assert.equal(parseDate("Thu, 6 Sep 2012 14:49:05 -0400"), "2012-09-06T18:49:05.000Z");
  assert.equal(parseParams("a; f*0*=UTF-8''%41; f*1=b").params["f"], "Ab");
  assert.deepEqual(
    parseAddresses("Account team ,_ <a@b.example>").map((a) => a.address),
    ["a@b.example"],
  );
});

function* every(part: Part): Generator<Part> {
  const waiting = [part];
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    yield p;
    waiting.push(...p.children);
  }
}

const mailish = fc
  .array(
    fc.constantFrom(
      "Content-Type: multipart/mixed; boundary=a",
      "Content-Type: text/html; charset=iso-2022-jp",
      "Content-Transfer-Encoding: base64",
      "Content-Transfer-Encoding: quoted-printable",
      "Content-Type: message/rfc822",
      "",
      "--a",
      "--a--",
      "=E3=81",
      "=1B$B$",
      "YWJj=",
      " fold",
      '\x1b$B$"',
    ),
    { maxLength: 30 },
  )
  .map((lines) => bytes(lines.join("\n")));

test("any bytes become a mail whose ranges lie inside it", () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), mailish), (input) => {
      const mail = parseMail(input);
      for (const part of every(mail.root)) {
        assert.ok(part.bodyStart <= part.bodyEnd && part.bodyEnd <= input.length);
        partBytes(mail, part);
        void part.fileName;
        void part.message;
      }
      for (const f of mail.fields) assert.ok(f.start < f.valueStart && f.end <= input.length && typeof f.value === "string");
      for (const t of textParts(mail)) {
        const where = t.toWhere(0, t.text.length);
        assert.ok(where.kind === "raw" && where.start <= where.end && where.end <= input.length);
      }
    }),
    { numRuns: 500 },
  );
});
