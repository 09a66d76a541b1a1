import assert from "node:assert/strict";
import { test } from "node:test";
import { gatherFiles } from "../evidence/topics/files.ts";
import { decompressedRtf } from "./compressed-rtf.ts";
import { enclosedParts, parseMail, textParts } from "./index.ts";
import { readRtf } from "./rtf.ts";
import { latin, long, mailWith, MESSAGE_ID, named, properties, storedRtf, tnefOf, unicode, variable } from "./tnef.fixture.ts";
import { readTnef } from "./tnef.ts";

const files = (raw: Uint8Array): readonly (readonly [string, string, number])[] => {
  const gathered = gatherFiles(parseMail(raw));
  return gathered.kind === "found" ? gathered.value.map(({ name, kind, bytes }) => [name, kind, bytes] as const) : [];
};
// 「件名です」 in Shift_JIS.
const SJIS = [0x8c, 0x8f, 0x96, 0xbc, 0x82, 0xc5, 0x82, 0xb7];

test("text, HTML and files of a winmail.dat are parts like others", () => {
  const html = '<p>下の<a href="https://login.example/">リンク</a></p>';
  const raw = mailWith(
    tnefOf({
      codepage: 932,
      properties: properties(
        named("x-anything", "値"),
        long(0x3fde, 65001),
        unicode(0x1000, "本文"),
        variable(0x102, 0x1013, latin(String.fromCharCode(...new TextEncoder().encode(html)))),
      ),
      files: [
        { title: latin("INVOIC~1.EXE"), data: latin("MZ\x90\0rest"), properties: properties(unicode(0x3707, "請求書.exe"), unicode(0x3712, "<id1>")) },
        { title: SJIS, data: latin("<html><form action=https://form.example/><input type=password></form></html>") },
        { title: latin("empty.txt") },
      ],
    }),
  );
  const mail = parseMail(raw);
  assert.deepEqual(
    textParts(mail).map(({ kind, text }) => [kind, text]),
    [
      ["plain", "hello"],
      ["plain", "本文"],
      ["html", html],
    ],
  );
  const dat = mail.root.children[1];
  assert.ok(dat);
  assert.deepEqual(textParts(mail)[2]?.toWhere(3, 5), { kind: "raw", start: dat.bodyStart, end: dat.bodyEnd });
  assert.deepEqual(files(raw), [
    ["請求書.exe", "program", 8],
    ["件名です", "page", 76],
  ]);
  assert.equal(enclosedParts(mail, dat)[2]?.contentId, "id1");
});

test("RTF that wraps HTML gives the HTML; RTF of its own gives its text, with where its links lead", () => {
  const wrapped =
    "{\\rtf1\\ansi\\ansicpg932\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f5\\fnil\\fcharset128 MS;}}{\\*\\generator x}" +
    "{\\*\\htmltag64 <p>}\\htmlrtf {\\f5 \\htmlrtf0 \\'8c\\'8f\\'96\\'bc{\\*\\htmltag84 <a href=\"https://a.example/\">}\\u26412?\\htmlrtf \\u9999?\\htmlrtf0 \\{x\\}{\\*\\htmltag92 </a>}\\htmlrtf }\\htmlrtf0 \\par}";
  const stored = { properties: properties(variable(0x102, 0x1009, storedRtf(wrapped))) };
  assert.equal(readTnef(tnefOf(stored))?.html, '<p>件名<a href="https://a.example/">本{x}</a>\r\n');
  const text = "{\\rtf1\\ansi\\ansicpg1252\\fromtext{\\fonttbl{\\f0 A;}}caf\\'e9\\par next}";
  assert.equal(readTnef(tnefOf({ properties: properties(variable(0x102, 0x1009, storedRtf(text))) }))?.text, "café\r\nnext");
  const list = "{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag84 <img src=a>}{\\*\\mhtmltag84 <img src=b>}{\\pntext\\htmlrtf0 1.\\tab}x{\\*\\htmltag84 &nbsp;}}";
  assert.deepEqual(readRtf(Uint8Array.from(latin(list))), { kind: "html", text: "<img src=a>x&nbsp;" });
  const own =
    '{\\rtf1\\ansi{\\info{\\title unseen}}{\\pict 0123}a<b \\b c\\b0\\par{\\field{\\*\\fldinst{HYPERLINK "https://real.example/?a=1&b"}}{\\fldrslt{www.shown.example}}} end{\\bin3 }}}}';
  assert.deepEqual(readRtf(Uint8Array.from(latin(own))), {
    kind: "html",
    text: 'a&#60;b c<br>\r\n<a href="https://real.example/?a=1&#38;b">www.shown.example</a> end',
  });
});

test("a message attached in a winmail.dat is a file whose page is read; deeper and deeper ones end", () => {
  const inner = tnefOf({
    properties: properties(unicode(0x1013, '<a href="https://inner.example/">x</a>')),
    files: [{ title: latin("a.js"), data: latin("alert(1)") }],
  });
  const wrap = (tnef: Uint8Array): Uint8Array =>
    tnefOf({ files: [{ title: latin("Untitled"), properties: properties(variable(0xd, 0x3701, [...MESSAGE_ID, ...tnef])) }] });
  assert.deepEqual(files(mailWith(wrap(inner))), [
    ["message.html", "page", 38],
    ["a.js", "script", 8],
  ]);
  let deep = inner;
  for (let i = 0; i < 30; i++) deep = wrap(deep);
  assert.deepEqual(
    files(mailWith(deep)).map(([name]) => name),
    ["Untitled"],
  );
});

test("a broken winmail.dat stays a file; hostile bytes never throw, nor take long", () => {
  assert.deepEqual(files(mailWith(Uint8Array.from(latin("not tnef at all")))), [["winmail.dat", "other", 15]]);
  const whole = tnefOf({
    codepage: 932,
    body: latin("body\0"),
    properties: properties(named("n", "v"), unicode(0x1000, "text"), variable(0x102, 0x1009, storedRtf("{\\rtf1\\ansi x}"))),
    files: [{ title: latin("a.txt"), data: latin("abc"), properties: properties(unicode(0x3707, "long.txt")) }],
  });
  for (let end = 0; end < whole.length; end++) readTnef(whole.subarray(0, end));
  // A fixed sequence of numbers, so that a failure can be seen again.
  let random = 1;
  for (let round = 0; round < 3000; round++) {
    const bytes = whole.slice();
    for (let i = 0; i < 4; i++) {
      random = (random * 1103515245 + 12345) & 0x7fffffff;
      bytes[6 + ((random >> 8) % (bytes.length - 6))] = random & 255;
    }
    readTnef(bytes);
  }
  // A size in the header that is not there: the library alone would count to two thousand million.
  const started = performance.now();
  decompressedRtf(Uint8Array.from([255, 255, 255, 127, 255, 255, 255, 127, 0x4c, 0x5a, 0x46, 0x75, 0, 0, 0, 0, 0, 65, 65]));
  for (const text of [
    "{".repeat(500_000),
    `{\\rtf1${"{\\*\\x ".repeat(100_000)}`,
    `{\\rtf1${"\\'".repeat(300_000)}`,
    `{\\rtf1\\bin99999999 ${"a".repeat(10)}`,
    `{\\rtf1${"}".repeat(300_000)}`,
  ])
    readRtf(Uint8Array.from(latin(text)));
  assert.ok(performance.now() - started < 3000);
});

test("uuencoded files inside a text are files, with the place where they stand", () => {
  const data = "#0V%T\r\n`\r\nend\r\n";
  const raw = new TextEncoder().encode(
    `Content-Type: text/plain\r\n\r\nHello\r\nbegin 644 of the game\r\nnot data but prose\r\n\r\nbegin 644 cat.exe\r\n${data}bye\r\nbegin 755 open.txt\r\n#0V%T\r\n`,
  );
  assert.deepEqual(files(raw), [
    ["cat.exe", "program", 3],
    ["open.txt", "text", 3],
  ]);
  const mail = parseMail(raw);
  const [first] = enclosedParts(mail, mail.root);
  assert.ok(first);
  assert.equal(new TextDecoder().decode(first.content), "Cat");
  assert.equal(new TextDecoder().decode(raw.subarray(first.bodyStart, first.bodyEnd)), `begin 644 cat.exe\r\n${data}`);
  assert.equal(textParts(mail).length, 1);
  const encoded = new TextEncoder().encode(`Content-Transfer-Encoding: base64\r\n\r\n${btoa(`begin 644 cat.exe\n${data}`)}`);
  assert.deepEqual(files(encoded), [["cat.exe", "program", 3]]);
  const started = performance.now();
  assert.equal(files(new TextEncoder().encode(`Subject: x\r\n\r\n${"begin 644 a\r\nM\r\n".repeat(100_000)}`)).length, 0);
  assert.ok(performance.now() - started < 2000);
});

test("a field that may stand once and stands twice, and a text in another charset than it says, are defects", () => {
  const kinds = (text: string): readonly string[] => parseMail(Uint8Array.from(latin(text))).defects.map(({ kind }) => kind);
  assert.deepEqual(kinds("From: a@a.example\r\nfrom: b@b.example\r\nReceived: x\r\nReceived: y\r\nTo: c@c.example\r\n\r\nx"), ["duplicate-field"]);
  const mail = parseMail(new TextEncoder().encode("Subject: 1\r\nSubject: 2\r\n\r\nx"));
  assert.deepEqual(mail.defects, [{ kind: "duplicate-field", where: { kind: "raw", start: 12, end: 22 } }]);
  const sjis = String.fromCharCode(...SJIS, ...SJIS, ...SJIS, ...SJIS, ...SJIS, ...SJIS);
  const text = (charset: string, body: string): readonly string[] => kinds(`Content-Type: text/plain; charset=${charset}\r\n\r\n${body}`);
  assert.deepEqual(text("utf-8", sjis), ["charset-mislabelled"]);
  assert.deepEqual(text("us-ascii", "\x1b$B7oL>\x1b(B"), ["charset-mislabelled"]);
  assert.deepEqual(text("shift_jis", sjis), []);
  assert.deepEqual(text("utf-8", "plain"), []);
  assert.deepEqual(text("no-such-charset", sjis), []);
  assert.deepEqual(text("iso-2022-jp", "\x1b$B7oL>\x1b(B"), []);
});
