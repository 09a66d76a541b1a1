import assert from "node:assert/strict";
import { test } from "node:test";
import { examine } from "../app/examine.ts";
import { defaultRegistry } from "../brands/index.ts";
import { gatherEvidence } from "../evidence/gather.ts";
import { parseMail } from "../mail/index.ts";
import { redact } from "./index.ts";

function blamesIn(body: string): Readonly<Record<string, string | undefined>> {
  const raw = new TextEncoder().encode(
    [
      "From: Amazon <service@mailer.example>",
      "To: hanako@recipient.example",
      "Subject: =?utf-8?B?44CQQW1hem9u44CR44GK5pSv5omV44GE5pa55rOV44Gu56K66KqN?=",
      "Date: Tue, 3 Nov 2026 10:00:00 +0900",
      "MIME-Version: 1.0",
      "Content-Type: text/html; charset=utf-8",
      "",
      `<p>Amazon をご利用いただきありがとうございます。アカウントが停止されました。24時間以内に確認してください。</p>${body}`,
    ].join("\r\n"),
  );
  const mail = parseMail(raw);
  const { links } = redact(mail, gatherEvidence(mail, defaultRegistry()), examine(raw));
  return Object.fromEntries(links.map(({ host, blame }) => [host, blame]));
}

test("the page the reader is asked to open is blamed, its host with it", () => {
  assert.deepEqual(blamesIn('<a href="https://login.evil.example/ap/signin">ログインはこちら</a>'), { "login[.]evil[.]example": "host" });
});

test("a mild point blames nobody", () => {
  const found = blamesIn('<a href="https://login.evil.example/a">ログインはこちら</a><a href="https://www.amazon.co.jp/help">ヘルプ</a>');
  assert.equal(found["login[.]evil[.]example"], "none");
});

test("a brand's own site in the same mail is not blamed, nor is a page that is merely linked", () => {
  const found = blamesIn(
    '<a href="https://login.evil.example/a">確認する</a><a href="https://www.amazon.co.jp/help">ヘルプ</a><img src="https://img.innocent.example/x.png"><a href="https://innocent.example/">shop</a>',
  );
  assert.equal(found["www[.]amazon[.]co[.]jp"], "none");
  assert.equal(found["innocent[.]example"], "none");
});

test("behind a link shortener or storage told apart by its path only the page is blamed", () => {
  assert.deepEqual(blamesIn('<a href="https://bit.ly/3abcdef">ログインはこちら</a>'), { "bit[.]ly": "page" });
  assert.deepEqual(blamesIn('<a href="https://reurl.cc/3abcde">ログインはこちら</a>'), { "reurl[.]cc": "page" });
  assert.deepEqual(blamesIn('<a href="https://storage.googleapis.com/bucket/a.html">ログインはこちら</a>'), { "storage[.]googleapis[.]com": "page" });
});

test("a host of its own below shared hosting is blamed, never the hosting", () => {
  assert.deepEqual(blamesIn('<a href="https://signin-team.web.app/">ログインはこちら</a>'), { "signin-team[.]web[.]app": "host" });
});

test("a domain registered to be taken for the brand's is blamed whole", () => {
  assert.deepEqual(blamesIn('<a href="https://www.amazon-login.example/ap">ログインはこちら</a>'), { "www[.]amazon-login[.]example": "domain" });
});

test("a word with a dot in a sentence is no link that anybody is blamed for", () => {
  const found = blamesIn('please sign.in today. <a href="https://evil.example/">ログインはこちら</a>');
  assert.equal(found["sign[.]in"] ?? "none", "none");
});
