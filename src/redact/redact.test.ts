import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { examine } from "../app/examine.ts";
import { defaultRegistry } from "../brands/index.ts";
import { gatherEvidence } from "../evidence/index.ts";
import { parseMail } from "../mail/index.ts";
import { pngWithText } from "../../test/planted-leaks/png-text.ts";
import { redact, scanForLeaks, secretsOf } from "./index.ts";
import type { RedactedMail, Secret } from "./index.ts";

function read(raw: Uint8Array): { readonly secrets: readonly Secret[]; readonly shown: RedactedMail } {
  const mail = parseMail(raw);
  const evidence = gatherEvidence(mail, defaultRegistry());
  return { secrets: secretsOf(mail, evidence), shown: redact(mail, evidence, examine(raw)) };
}
const mail = (header: readonly string[], body: string): Uint8Array =>
  new TextEncoder().encode([...header, "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "", body, ""].join("\r\n"));
const values = (secrets: readonly Secret[], kind: Secret["kind"]): string[] => secrets.filter((secret) => secret.kind === kind).map(({ value }) => value);
const TO = ["From: shop <news@lure.example>", "To: =?UTF-8?B?5bGx55SwIOWkqumDjg==?= <taro.yamada@kaede.example>", "Subject: x"];

test("secrets: every field that names the recipient", () => {
  const { secrets } = read(
    mail(
      [
        "Delivered-To: a.kita@minami.example",
        "X-Original-To: <b.kita@minami.example>",
        "Received: from x by y with ESMTP id 1 for <c.kita@minami.example>; Thu, 15 Feb 2024 12:31:07 +0900",
        ...TO,
        "Cc: d.kita@gmail.com",
      ],
      "本文",
    ),
  );
  assert.deepEqual(values(secrets, "address").sort(), [
    "a.kita@minami.example",
    "b.kita@minami.example",
    "c.kita@minami.example",
    "d.kita@gmail.com",
    "taro.yamada@kaede.example",
  ]);
  assert.deepEqual(values(secrets, "domain").sort(), ["kaede.example", "minami.example"]);
  assert.deepEqual(values(secrets, "name"), ["山田 太郎", "山田", "太郎"]);
});
test("secrets: names in greetings, numbers beside labels, telephones, an address near the name; nobody's names are none", () => {
  const text =
    "中村花子様\n\nお客様番号：AB-1234567\nお電話 03-5555-0123\n〒100-0001 東京都千代田区千代田1-1\n中村花子\n\nDear Customer,\nお客様各位\n203.0.113.222 2024-02-15 12,345円";
  const { secrets } = read(mail(["From: a@lure.example", "To: info@kaede.example", "Subject: 重要:佐藤様のアカウント"], text));
  assert.deepEqual(values(secrets, "name"), ["佐藤", "中村花子"]);
  assert.deepEqual(values(secrets, "account"), ["AB-1234567"]);
  assert.deepEqual(values(secrets, "phone"), ["03-5555-0123"]);
  assert.deepEqual(values(secrets, "postal"), ["〒100-0001 東京都千代田区千代田1-1"]);
  // A role mailbox is a secret as a whole only.
  assert.deepEqual(values(secrets, "localPart"), []);
});
test("secrets: official hosts, providers and the sender are none; other people are", () => {
  const { secrets } = read(
    mail(
      ["From: news@lure.example", "To: support@xserver.ne.jp", "Cc: hanako@docomo.ne.jp", "Subject: x"],
      "write to news@lure.example or jiro@kita.example, not support@xserver.ne.jp",
    ),
  );
  assert.deepEqual(values(secrets, "domain"), []);
  assert.ok(values(secrets, "address").includes("jiro@kita.example") && !values(secrets, "address").includes("news@lure.example"));
});
test("a forward hides who forwards, too", () => {
  const { secrets, shown } = read(readFileSync("examples/forwarded-inline.eml"));
  assert.ok(values(secrets, "address").includes("taro@example.com") && values(secrets, "name").includes("山田 太郎"));
  assert.ok(!JSON.stringify(shown).includes("taro"));
});
test("the mail as anybody may see it", () => {
  const { secrets, shown } = read(readFileSync("examples/xserver-pending-messages.eml"));
  assert.equal(shown.subject, "システム メンテナンスにより、({メールアドレス}) の 12 件の着信メッセージが返されました");
  assert.equal(shown.fromAddress, "support(at)xserver[.]jp");
  assert.equal(shown.day, "2024-02-15");
  assert.equal(shown.links[0]?.target, "hxxps://webmail[.]pending-messages[.]example/login?m={メールアドレス}");
  assert.match(shown.text, /^【\{メールアドレス\}:重要なお知らせ】/);
  assert.ok(shown.points.length > 3 && shown.points.every((point) => point.title.ja !== "" && point.title.en !== ""));
  assert.match(JSON.stringify(shown.points), /xserver\.ne\.jp/);
  assert.deepEqual(scanForLeaks(JSON.stringify(shown), secrets), []);
});
test("forged sender: a brand that did not prove itself, one's own address, a domain whose rules the mail failed", () => {
  const results = (dmarc: string): readonly string[] => [
    `Authentication-Results: mx.kaede.example; dkim=${dmarc} header.d=tanuki.example; spf=${dmarc} smtp.mailfrom=a@tanuki.example; dmarc=${dmarc} header.from=tanuki.example`,
    "Received: from a.tanuki.example (a.tanuki.example [203.0.113.9]) by mx.kaede.example with ESMTP id 1; Thu, 15 Feb 2024 12:31:07 +0900",
  ];
  const forged = (header: readonly string[]): boolean => read(mail([...header, "To: taro.yamada@kaede.example", "Subject: x"], "y")).shown.forgedSender;
  assert.equal(forged(["From: support@xserver.ne.jp"]), true);
  assert.equal(forged(["From: admin@kaede.example"]), true);
  assert.equal(forged([...results("fail"), "From: a@tanuki.example"]), true);
  assert.equal(forged([...results("pass"), "From: a@tanuki.example"]), false);
  assert.equal(forged(["From: a@lure.example"]), false);
});
test("the scan reads pictures: text chunks as they stand and deflated, and UTF-16", () => {
  const { secrets } = read(mail(TO, "x"));
  for (const bytes of [
    pngWithText("by 山田太郎"),
    pngWithText("by taro.yamada@kaede.example", true),
    Buffer.concat([Buffer.from([1]), Buffer.from("taro.yamada@kaede.example", "utf16le")]),
  ])
    assert.ok(scanForLeaks(bytes, secrets).length > 0);
  assert.deepEqual(scanForLeaks(pngWithText("nobody"), secrets), []);
  const at = scanForLeaks(Buffer.from("xx taro.yamada@kaede.example"), secrets).find(({ secret }) => secret === "address");
  assert.deepEqual([at?.start, at?.end, at?.encoding], [3, 28, "plain"]);
});
test("hostile mails never throw", () => {
  for (const raw of [
    "",
    "To: @@@,<>\nFrom: \n\n様\n",
    `To: ${"a@b.example,".repeat(5000)}\n\n${"様".repeat(5000)}`,
    "Subject: =?x?\n\n%%%=\\u{110000}&#99999999;",
  ])
    assert.ok(typeof read(new TextEncoder().encode(raw)).shown.text === "string");
});
