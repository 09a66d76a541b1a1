import assert from "node:assert/strict";
import { test } from "node:test";
import { pairMarkOf, stanceOf } from "./stance.ts";

const SAID: Readonly<Record<string, readonly string[]>> = {
  fake: [
    "不審なメールの例",
    "当社からのメールを装った不審なメールの例",
    "本物そっくりの偽メール",
    "正規のメールではありません",
    "弊社からこのようなメールをお送りすることはありません",
    "以下のような件名のメールは弊社が送信したものではありません。",
    "以下のアドレスは弊社のものではありません",
    "公式サイトを装う偽サイト",
    "【誤】From: x",
    "当行の名をかたるメール",
  ],
  genuine: [
    "正規のメール",
    "当社からお送りするメール",
    "弊社からのメールは以下の内容でお送りしています。",
    "正しい送信元",
    "公式メールの差出人",
    "ホンモノのメール",
    "当社が送信する本物のメールの見本です。フィッシングメールにご注意ください。",
    "不審なメールではありません",
    "フィッシングメールとお間違えのないようお願いします",
    "ログイン通知メールの差出人が変わります",
    "安全なメールの例",
    "当サービスのメールアドレスは”help@brand.example”です。",
  ],
  neither: ["本物と偽物のメールを見分けるポイント", "偽メールと本物のメール", "お知らせ", "ご利用明細", "", "対処方法"],
};

for (const [stance, texts] of Object.entries(SAID))
  for (const text of texts) test(`said of ${stance}: ${text}`, () => assert.equal(stanceOf(text) ?? "neither", stance));

test("marks of pairs, with what they are put before", () => {
  assert.deepEqual(pairMarkOf("【誤】From: a@b.example"), { stance: "fake", rest: "From: a@b.example" });
  assert.deepEqual(pairMarkOf("正：a@b.example"), { stance: "genuine", rest: "a@b.example" });
  assert.deepEqual(pairMarkOf("(なりすまし) x"), { stance: "fake", rest: "x" });
  assert.equal(pairMarkOf("正月のお知らせ"), undefined);
});
