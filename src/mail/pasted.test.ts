import assert from "node:assert/strict";
import { test } from "node:test";
import { field } from "./fields.ts";
import { mailFromPastedText } from "./pasted.ts";
import { textParts } from "./text.ts";

test("visible lines at the top become fields, in Japanese and English", () => {
  for (const top of [
    "件名: 重要なお知らせ\n差出人: サポート <support@example.com>\n送信日時: 2024年4月1日\n宛先: me@example.net",
    "Subject: 重要なお知らせ\r\nFrom: サポート <support@example.com>\r\n",
  ]) {
    const mail = mailFromPastedText(`\ufeff\n${top}\n\n本文\n件名: これは本文`);
    assert.equal(field(mail, "subject")?.value, "重要なお知らせ");
    assert.match(field(mail, "from")?.value ?? "", /サポート <support@example\.com>/);
    assert.equal(textParts(mail)[0]?.text.trim().replace(/\r\n/g, "\n"), "本文\n件名: これは本文");
  }
});

test("text alone is all body", () => {
  const mail = mailFromPastedText("お客様各位\nhttps://phish.example/");
  assert.equal(field(mail, "subject"), undefined);
  assert.match(textParts(mail)[0]?.text ?? "", /^お客様各位\r?\nhttps:/);
  assert.equal(mailFromPastedText("").fields.length, 3);
});
