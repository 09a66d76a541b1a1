import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRegistry } from "../../brands/index.ts";
import { asciiDisguise, disguisedNames } from "./disguised-names.ts";
import { simplifiedIn } from "./simplified.ts";

const registry = defaultRegistry();
const seen = (text: string): string =>
  disguisedNames(text, registry)
    .map((one) => `${one.brand} ${one.disguise}`)
    .join("|");

test("names in disguise are told by how they are written", () => {
  assert.equal(seen("𝐗𝐬𝐞𝐫𝐯𝐞𝐫 サポート"), "xserver styled-letters");
  assert.equal(seen("X\u2062ser\u200bver"), "xserver unseen-characters");
  assert.equal(seen("工ックスサーバー"), "xserver look-alike-letters");
  assert.equal(seen("エ ッ ク ス サ ー バ ー"), "xserver blanks-inside");
});

test("full width, case and half-width kana are ordinary spelling", () => {
  for (const plain of ["Xserver", "ＸＳＥＲＶＥＲ", "ｴｯｸｽｻｰﾊﾞｰ", "エックスサーバー", "エックス サーバー", "Привет, Xserver"])
    assert.equal(seen(plain), "", plain);
});

test("look-alikes within ASCII are undone", () => {
  assert.equal(asciiDisguise("AMAZ0N", registry)?.brand, "amazon");
  assert.equal(asciiDisguise("Amazon 2024", registry), undefined);
  assert.equal(asciiDisguise("all in 10 lines", registry), undefined);
  for (const [text, brand] of [
    ["PayPaI Service", "paypal"],
    ["Your Trust WaIIet", "trust-wallet"],
    ["NetfIix: payment", "netflix"],
    ["AppIe lD", "apple"],
    ["lCIoud storage", "apple"],
    ["lRS notice", "irs"],
    ["Scan your Iedger now", "ledger"],
    ["CoinBase and MetaMask, CapitaI One", "capital-one"],
  ] as const)
    assert.equal(asciiDisguise(text, registry)?.brand, brand, text);
  for (const plain of [
    "PayPal",
    "Intel inside",
    "IKEA Ideas",
    "LinkedIn Insights",
    "WiFi Internet",
    "McDonald's Iced Lime",
    "lLC of Illinois",
    "All Inclusive in Ireland",
    "OpenAI and xAI",
  ])
    assert.equal(asciiDisguise(plain, registry), undefined, plain);
});

test("simplified characters count in Japanese text only", () => {
  assert.deepEqual(
    simplifiedIn("お客様のアカウントの确认をお願いいたします。请くださいますようお願い").map((one) => one.char),
    ["确", "认", "请"],
  );
  assert.equal(simplifiedIn("请确认您的账户").length, 0);
  assert.equal(simplifiedIn("学校と国と番号と没収と断水と条件を、ひらがなをまじえて書いた日本語の文章です。").length, 0);
});
