import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRegistry } from "./index.ts";
import { lookAlikeOf } from "./look-alike.ts";

const registry = defaultRegistry();
const idsIn = (text: string): readonly string[] => registry.findNames(text).map((hit) => hit.brand);

test("names are found whatever alphabet, width or blank hides them", () => {
  for (const text of ["XSERVER ウェブメールのサポート", "ＸＳＥＲＶＥＲ", "Хserver", "エックス サーバー", "ｴｯｸｽｻｰﾊﾞｰ", "エックスサ-バ-", "X\u200bser\ufeffver"])
    assert.deepEqual(idsIn(text), ["xserver"], text);
  assert.deepEqual(idsIn("Amαzon からのお知らせ"), ["amazon"]);
  assert.deepEqual(idsIn("ᒍꓮバンク"), ["ja-bank"]);
  assert.deepEqual(idsIn("三井 住友 力ード"), ["smbc-card"]);
});

test("hits point into the text as given", () => {
  const text = "ご利用の Ｘｓｅｒｖｅｒ です";
  const hit = registry.findNames(text)[0]!;
  assert.equal(text.slice(hit.start, hit.end), "Ｘｓｅｒｖｅｒ");
});

test("the longest name wins", () => {
  assert.deepEqual(idsIn("PayPay銀行と楽天カード"), ["paypay-bank", "rakuten-card"]);
});

test("no name inside another word, host or address", () => {
  for (const text of [
    "xserverless",
    "https://amazon.example/",
    "taro@paypal.example",
    "オリコン",
    "パイナップル",
    "au revoir bureau",
    "pipeline",
    "Amazonian",
  ]) {
    assert.deepEqual(
      registry
        .findNames(text)
        .filter((hit) => !hit.short)
        .map((hit) => hit.brand),
      [],
      text,
    );
  }
});

test("whole names with company forms and notes", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["エックスサーバー株式会社", "xserver"],
    ["（株）エックスサーバー", "xserver"],
    ["XSERVER", "xserver"],
    ["Xserver Inc.", "xserver"],
    ["Apple ID", "apple"],
    ["SAISON CARD", "saison-card"],
    ["softbank", "softbank"],
    ["ＪＣＢ", "jcb"],
    ["アマゾン", "amazon"],
    ["Amazonを装うメール", "amazon"],
    ["au", "au"],
    ["J:COM", "jcom"],
    ["amazon.co.jp", "amazon"],
    ["TS CUBIC CARD_MY TS3", "ts-cubic"],
    ["みずほ銀行（フィッシング）", "mizuho-bank"],
    ["田中商店", undefined],
    ["", undefined],
  ];
  for (const [name, id] of cases) assert.equal(registry.findBrand(name)?.id, id, name);
});

test("roles of hosts", () => {
  const roles = (host: string): readonly string[] => registry.rolesOf(host, "2023-03-07").map((found) => `${found.brand} ${found.role}`);
  assert.deepEqual(roles("secure.xserver.ne.jp"), ["xserver site", "xserver sender"]);
  assert.deepEqual(roles("sv123.xserver.jp"), ["xserver customer", "xserver machine"]);
  assert.deepEqual(roles("yahoo.co.jp"), ["yahoo-japan customer"]);
  assert.deepEqual(roles("notxserver.ne.jp"), []);
  assert.deepEqual(roles(""), []);
});

test("kinds of look-alikes", () => {
  const brand = registry.get("xserver")!;
  const kind = (host: string): string | undefined => lookAlikeOf(host, brand)?.kind;
  assert.equal(kind("xserver.jp"), "tldSwap");
  assert.equal(kind("xsever.ne.jp"), "typosquat");
  assert.equal(kind("xserver-support.example"), "combosquat");
  assert.equal(kind("xserver.ne.jp.evil.example"), "brandInSubdomain");
  assert.equal(kind("хserver.example"), "confusable");
  assert.equal(kind("xn--server-9rf.example"), "confusable");
  assert.equal(kind("www.xserver.ne.jp"), undefined);
  assert.equal(kind("unrelated.example"), undefined);
  assert.equal(lookAlikeOf("car.example", registry.get("au")!), undefined);
});

test("fast enough to stand on the hot path", () => {
  const text = "お客様のご注文は Amazon から配送されました。The quick brown fox jumps over the lazy dog. ".repeat(20_000);
  registry.findNames(text);
  const start = performance.now();
  registry.findNames(text);
  const rate = new TextEncoder().encode(text).length / 1e6 / ((performance.now() - start) / 1000);
  assert.ok(rate > 5, `${rate.toFixed(1)} MB/s`);
  console.log(`findNames: ${rate.toFixed(1)} MB/s`);
});

test("names in a text of many pages stand where they are, as in a short one", () => {
  const line = "Your PayPal account and your Amazon order, 三井住友カード\n";
  const one = registry.findNames(line);
  assert.ok(one.length >= 2);
  const times = 5000;
  const many = registry.findNames(line.repeat(times));
  assert.equal(many.length, one.length * times);
  for (const at of [0, 1234, times - 1]) {
    const here = many.slice(at * one.length, (at + 1) * one.length);
    assert.deepEqual(
      here.map((hit) => ({ ...hit, start: hit.start - at * line.length, end: hit.end - at * line.length })),
      one,
    );
  }
  // No line end far and wide: one piece.
  const long = `${"x ".repeat(100_000)}PayPal`;
  assert.equal(registry.findNames(long).at(-1)?.end, long.length);
});
