import assert from "node:assert/strict";
import { test } from "node:test";
import { addressesCustomers } from "./greeting.ts";

const around = (text: string, name: string): boolean => addressesCustomers(text, text.indexOf(name), text.indexOf(name) + name.length);

const SPEAKS = [
  ["いつも○○商店をご利用いただき、誠にありがとうございます。", "○○商店"],
  ["○ ○ 商 店 を ご 利 用 の お 客 様 へ", "○ ○ 商 店"],
  ["平素は「○○商店」をご愛顧賜り", "○○商店"],
  ["○○商店会員様", "○○商店"],
  ["○○商店からの重要なお知らせ", "○○商店"],
  ["Dear Acme customer,", "Acme"],
  ["Thank you for using Acme.", "Acme"],
  ["Sehr geehrter Acme Kunde", "Acme"],
  ["Prezado cliente Acme", "Acme"],
] as const;
const TALKS_ABOUT = [
  ["昨日○○商店で買った本の話ですが", "○○商店"],
  ["○○商店の株価が下がりました。", "○○商店"],
  ["I read that Acme will close its shop.", "Acme"],
  ["Acme, Beta and Gamma announced a deal.", "Acme"],
] as const;

for (const [text, name] of SPEAKS) test(`greeting: ${text}`, () => assert.equal(around(text, name), true));
for (const [text, name] of TALKS_ABOUT) test(`no greeting: ${text}`, () => assert.equal(around(text, name), false));
