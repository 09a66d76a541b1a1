import assert from "node:assert/strict";
import { test } from "node:test";
import { skeletonOf } from "./skeleton.ts";
import { unitsOf } from "./template.ts";

const gapsOf = (template: string): string[] =>
  unitsOf(template, "body")
    .flatMap((unit) => unit.gaps.flat())
    .map((gap) => `${gap.kind} ${gap.text}`);

test("masks as pages print them are wildcards", () => {
  for (const mask of [
    "***@***",
    "○○",
    "◯◯◯",
    "〇〇",
    "●●",
    "xxxx",
    "****",
    "{メールアドレス}",
    "(メールアドレス)",
    "(実際のドメイン名)",
    "someone@example.com",
    "https://a.example/x?y=1",
    "AB12-99XZ7",
  ]) {
    assert.deepEqual(gapsOf(`お客様の ${mask} を確認`), [`mask ${mask}`]);
  }
});

test("numbers, dates and times are variables", () => {
  assert.deepEqual(gapsOf("2023 年 03 月 07 日の午前 5 時 24 分に 8 件、残り1,200円"), [
    "date 2023 年 03 月 07 日",
    "time 午前 5 時 24 分",
    "number 8",
    "number 1,200",
  ]);
  assert.deepEqual(gapsOf("令和5年3月7日 10:15 と 2024/05/06"), ["date 令和5年3月7日", "time 10:15", "date 2024/05/06"]);
});

test("a heading mark or a single circle is not a mask", () => {
  assert.deepEqual(gapsOf("■重要なお知らせ ○確認"), []);
});

test("a sentence wrapped by the page is one unit, lines that end are not joined", () => {
  const units = unitsOf("お使いのメールボックスの容量がもうすぐ足りなくなりますので、下の画面で容量を増\nやしてください。\n次の行\n\n━━━━", "body");
  assert.deepEqual(
    units.map((unit) => unit.text),
    ["お使いのメールボックスの容量がもうすぐ足りなくなりますので、下の画面で容量を増やしてください。", "次の行"],
  );
});

test("the skeleton keeps what is read and where it stands", () => {
  const found = skeletonOf("Ｘ\u200bＳ Е-ｶﾞ 力「㌘」𝐀");
  assert.equal(found.text, "xseガカグラムa");
  assert.equal(found.at[1], 2);
  assert.equal(found.at[4], 9);
});
