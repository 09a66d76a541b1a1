import assert from "node:assert/strict";
import { test } from "node:test";
import iconv from "iconv-lite";
import { compoundFile, properties, wide } from "./msg.fixture.ts";
import { mailFromMsg } from "./msg.ts";

test("transport header, both bodies and an attachment become a mail", () => {
  const raw = mailFromMsg(
    compoundFile({
      "__properties_version1.0": properties(32),
      "__substg1.0_001A001F": wide("IPM.Note"),
      "__substg1.0_0037001F": wide("重要なお知らせ"),
      "__substg1.0_007D001F": wide(
        'Received: from x.example\r\n\tby y.example; Mon, 1 Apr 2024 09:00:00 +0900\r\nFrom: a@example.com\r\nSubject: hello\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n\tboundary="gone"\r\n\r\n',
      ),
      "__substg1.0_1000001F": wide("本文"),
      "__substg1.0_10130102": Buffer.from('<p>本文 <a href="https://example.com/">x</a></p>'),
      "__attach_version1.0_#00000000": {
        "__properties_version1.0": properties(8),
        "__substg1.0_3707001F": wide("資料.txt"),
        "__substg1.0_37010102": Buffer.from("attached"),
      },
    }),
  );
  const text = raw?.toString("utf8") ?? "";
  assert.match(
    text,
    /^Received: from x\.example\r\n\tby y\.example; .*\r\nFrom: a@example\.com\r\nSubject: hello\r\nMIME-Version: 1\.0\r\nContent-Type: multipart\/mixed/,
  );
  assert.doesNotMatch(text, /gone/);
  assert.ok(text.includes(Buffer.from("本文").toString("base64")));
  assert.ok(text.includes("Content-Type: text/html; charset=utf-8"));
  assert.ok(text.includes(Buffer.from("attached").toString("base64")));
  assert.ok(text.includes(`filename*=utf-8''${encodeURIComponent("資料.txt")}`));
});

test("an old ANSI message without a transport header: cp932 texts, header from the properties", () => {
  const raw = mailFromMsg(
    compoundFile({
      "__properties_version1.0": properties(32),
      "__substg1.0_0037001E": iconv.encode("口座の確認", "cp932"),
      "__substg1.0_0C1A001E": iconv.encode("花子", "cp932"),
      "__substg1.0_0C1F001E": Buffer.from("hanako@example.com"),
      "__substg1.0_1000001E": iconv.encode("本文です", "cp932"),
    }),
  );
  const text = raw?.toString("utf8") ?? "";
  assert.ok(text.includes(`From: =?utf-8?B?${Buffer.from("花子").toString("base64")}?= <hanako@example.com>`), text);
  assert.ok(text.includes(`Subject: =?utf-8?B?${Buffer.from("口座の確認").toString("base64")}?=`));
  assert.ok(text.includes(Buffer.from("本文です").toString("base64")));
});

test("HTML inside uncompressed RTF", () => {
  const rtf = Buffer.from("{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}hello{\\*\\htmltag72 </p>}}");
  const head = Buffer.alloc(16);
  head.writeUInt32LE(rtf.length + 12, 0);
  head.writeUInt32LE(rtf.length, 4);
  head.write("MELA", 8, "latin1");
  const raw = mailFromMsg(
    compoundFile({ "__properties_version1.0": properties(32), "__substg1.0_0037001F": wide("x"), "__substg1.0_10090102": Buffer.concat([head, rtf]) }),
  );
  const text = raw?.toString("utf8") ?? "";
  assert.match(text, /text\/html/);
  assert.ok(text.includes(Buffer.from("<p>hello</p>").toString("base64").slice(0, 12)), text);
});

test("a file that stands inside a larger buffer", () => {
  const file = compoundFile({ "__properties_version1.0": properties(32), "__substg1.0_0037001F": wide("offset") });
  const larger = new Uint8Array(file.length + 100);
  larger.set(file, 50);
  assert.match(mailFromMsg(larger.subarray(50, 50 + file.length))?.toString("utf8") ?? "", /Subject: offset/);
});

test("another Office file, damage and noise give nothing", () => {
  assert.equal(mailFromMsg(compoundFile({ WordDocument: Buffer.from("x") })), undefined);
  assert.equal(mailFromMsg(Buffer.from("d0cf11e0a1b11ae1ffffffffffffffff", "hex")), undefined);
  assert.equal(mailFromMsg(new Uint8Array(0)), undefined);
});
