import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { redactText, scanForLeaks } from "./index.ts";
import type { Secret } from "./index.ts";

const WHO: readonly Secret[] = [
  { kind: "address", value: "taro.yamada@kaede.example" },
  { kind: "localPart", value: "taro.yamada" },
  { kind: "domain", value: "kaede.example" },
  { kind: "name", value: "山田 太郎" },
  { kind: "name", value: "山田" },
  { kind: "name", value: "太郎" },
  { kind: "account", value: "AB-12345678" },
  { kind: "phone", value: "090-1234-5678" },
];
const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

test("a secret gives the same placeholder wherever it stands", () => {
  assert.equal(
    redactText("山田太郎 様 (taro.yamada@kaede.example) の番号は AB-12345678、電話 090(1234)5678", WHO),
    "{お名前} 様 ({メールアドレス}) の番号は {会員番号}、電話 {電話番号}",
  );
  assert.equal(redactText("Write to Taro.Yamada@Kaede.example", WHO, "en"), "Write to {email address}");
});
test("encoded, hashed, reversed, in parts of a URL", () => {
  for (const [text, shown] of [
    ["https://a.test/?e=taro.yamada%40kaede.example&x=1", "https://a.test/?e={メールアドレス}&x=1"],
    [`https://a.test/${Buffer.from("x taro.yamada@kaede.example y").toString("base64url")}/b`, "https://a.test/{メールアドレス}/b"],
    [`https://a.test/#${md5("taro.yamada@kaede.example").toUpperCase()}`, "https://a.test/#{メールアドレス}"],
    ["elpmaxe.edeak@adamay.orat", "{メールアドレス}"],
    ["ｔａｒｏ．ｙａｍａｄａ＠ｋａｅｄｅ．ｅｘａｍｐｌｅ", "{メールアドレス}"],
    ["name=%8E%52%93%63%81%40%91%BE%98%59", "name={お名前}"],
    ["mail.kaede.example へ", "mail.{ドメイン} へ"],
    ["bounce-taro.yamada=kaede.example@lure.example", "bounce-{メールアドレス}@lure.example"],
    ["t a r o . y a m a d a @ k a e d e . e x a m p l e", "{メールアドレス}"],
  ] as const)
    assert.equal(redactText(text, WHO), shown);
});
test("what only looks like a secret stays", () => {
  const short: readonly Secret[] = [
    { kind: "localPart", value: "taro" },
    { kind: "name", value: "林" },
    { kind: "name", value: "さくら" },
    { kind: "name", value: "Will" },
    { kind: "domain", value: "kaede.example" },
  ];
  for (const text of ["Taro root will be boiled.", "林業の統計", "さくらが咲く。山林", "kaede.examples are many", "/taroyaki/", "taroimo"])
    assert.equal(redactText(text, short), text);
  assert.equal(redactText("林様、さくらさん、Dear Will,", short), "{お名前}様、{お名前}さん、Dear {お名前},");
  assert.equal(redactText("https://a.test/u/taro?x", short), "https://a.test/u/{メールアドレス}?x");
});
test("placeholders are no secrets, even of somebody called so", () => {
  const named: readonly Secret[] = [
    { kind: "name", value: "メールアドレス" },
    { kind: "localPart", value: "postal.address" },
  ];
  assert.equal(redactText("{メールアドレス} {postal address}", named), "{メールアドレス} {postal address}");
});
test("without secrets a text stays as it is", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => redactText(text, []) === text));
});

const local = fc.stringMatching(/^[a-z]{3,8}[._-][a-z0-9]{3,8}$/);
const domain = fc.stringMatching(/^[a-z]{4,12}\.(?:example|test)$/);
const wrap = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => encodeURIComponent(text),
  (text) => encodeURIComponent(encodeURIComponent(`q=${text}&`)),
  (text) => Buffer.from(text).toString("base64"),
  (text) => Buffer.from(`1${text}2`).toString("base64url"),
  (text) => Buffer.from(`12${text}`).toString("base64"),
  (text) => Buffer.from(text).toString("hex"),
  (text) => [...text].reverse().join(""),
  (text) => [...text].map((char) => `&#${char.charCodeAt(0)};`).join(""),
  (text) => [...text].join("\u200b"),
  (text) => text.toUpperCase(),
  (text) => md5(text),
  (text) => createHash("sha256").update(text).digest("hex"),
);
const noise = fc.string({ unit: fc.constantFrom(..."あ山 .,/?&=<>\"'{}()[]%\n"), maxLength: 30 });

test("property: whatever stands around an address in whatever spelling, it goes, and the scan says where it was", () => {
  fc.assert(
    fc.property(local, domain, wrap, noise, noise, (name, host, write, before, after) => {
      const secrets: readonly Secret[] = [
        { kind: "address", value: `${name}@${host}` },
        { kind: "localPart", value: name },
        { kind: "domain", value: host },
      ];
      const written = write(`${name}@${host}`);
      const text = `${before} ${written} ${after}`;
      const leaks = scanForLeaks(text, secrets);
      assert.ok(leaks.some(({ start, end }) => start < before.length + 1 + written.length && end > before.length + 1));
      const shown = redactText(text, secrets);
      assert.ok(!shown.toLowerCase().includes(written.toLowerCase()));
      assert.deepEqual(scanForLeaks(shown, secrets), []);
      assert.equal(redactText(shown, secrets), shown);
    }),
    { numRuns: 300 },
  );
});
test("property: any text and secrets come to an end, without a leak", () => {
  const kinds = fc.constantFrom<Secret["kind"]>("address", "localPart", "domain", "name", "phone", "account", "token", "postal");
  const secret = fc.record({ kind: kinds, value: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }) });
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.array(secret, { maxLength: 4 }), (text, secrets) => {
      const shown = redactText(secrets.map(({ value }) => value).join(text), secrets);
      assert.deepEqual(scanForLeaks(shown, secrets), []);
    }),
    { numRuns: 200 },
  );
});
test("hostile texts take no time to speak of", () => {
  for (const text of [
    "%25".repeat(100_000),
    "=3D".repeat(100_000),
    "A".repeat(300_000),
    "taro.yamada".repeat(20_000),
    "&#38;".repeat(60_000),
    "\n".repeat(300_000),
    "12,".repeat(100_000),
  ]) {
    const before = process.cpuUsage().user;
    scanForLeaks(text, WHO);
    assert.ok(process.cpuUsage().user - before < 4_000_000, `${text.slice(0, 12)}: ${process.cpuUsage().user - before} µs`);
  }
});
