import assert from "node:assert/strict";
import { test } from "node:test";
import { dayIn, daysIn, dayWithoutYear } from "./days.ts";
import { labelOf } from "./labels.ts";
import { refang, urlsIn } from "./refang.ts";
import { addressesIn, masked, senderIn, subjectsOf } from "./values.ts";

test("a day without its year is known by its weekday and the page's day, or not at all", () => {
  assert.equal(dayWithoutYear("3月4日(火) 10:23", "2025-03-10"), "2025-03-04");
  assert.equal(dayWithoutYear("１２月３０日（火曜日）", "2026-01-05"), "2025-12-30");
  for (const [text, page] of [
    ["3月4日", "2025-03-10"],
    ["3月4日(水)", "2025-03-10"],
    ["2月30日(火)", "2025-03-10"],
    ["3月4日(火)", undefined],
  ] as const)
    assert.equal(dayWithoutYear(text, page), undefined, text);
});

test("days: western, era, letters, full-width digits; no day is guessed", () => {
  for (const text of [
    "2023年03月07日",
    "2023 年 3 月 7 日",
    "令和5年3月7日",
    "令和５年３月７日",
    "R5.3.7",
    "2023/3/7",
    "2023-03-07",
    "２０２３．３．７",
    "Tue, 7 Mar 2023 10:00",
  ])
    assert.equal(dayIn(text), "2023-03-07", text);
  assert.equal(dayIn("令和元年5月1日"), "2019-05-01");
  assert.equal(dayIn("平成26年2月5日"), "2014-02-05");
  for (const text of ["2023年3月", "3月7日", "2023年2月30日", "2023/13/1", "192.168.10.11", "電話 03-1234-5678", "R5.3"])
    assert.equal(dayIn(text), undefined, text);
  assert.deepEqual(daysIn("2023年3月7日から令和5年3月9日まで"), ["2023-03-07", "2023-03-09"]);
});

test("addresses made harmless are made live", () => {
  for (const text of [
    "hxxps://a.example/x",
    "ttps://a.example/x",
    "h**ps://a.example/x",
    "https://a[.]example/x",
    "https[:]//a.example/x",
    "ｈｔｔｐｓ：／／ａ．ｅｘａｍｐｌｅ／ｘ",
  ])
    assert.deepEqual(urlsIn(`先 ${text}。`), ["https://a.example/x"], text);
  for (const text of ["a(at)b.example", "a[@]b.example", "a＠b.example", "a @ b.example", "a●b.example", "a★b.example", "a@b[.]example", "aアットb.example"])
    assert.deepEqual(addressesIn(text), ["a@b.example"], text);
  assert.equal(refang("平日10:00〜"), "平日10:00〜");
  assert.deepEqual(urlsIn("https://○○○.example/ へ"), ["https://○○○.example/"]);
});

test("senders as notices print them", () => {
  assert.deepEqual(senderIn("”Support”＜support@xserver.jp＞"), { name: "Support", address: "support@xserver.jp" });
  assert.deepEqual(senderIn("カード会社（card@fake.example）"), { name: "カード会社", address: "card@fake.example" });
  assert.deepEqual(senderIn('"OCN MAIL" "ocnmail."@a.example'), { name: "OCN MAIL", address: '"ocnmail."@a.example' });
  assert.deepEqual(senderIn("○○銀行 <***@***>"), { name: "○○銀行", address: "***@***" });
  assert.equal(senderIn("名前だけ"), undefined);
});

test("masks that matching does not know are written as ones it does", () => {
  assert.equal(masked("［…］と［メールアドレス］、*ここに詐欺サイトのURL*"), "{略}と{メールアドレス}、{URL}");
  for (const printed of ["***@***", "○○様", "{メールアドレス}", "(実際のドメイン名)", "（リンク）", "****様"]) assert.equal(masked(printed), printed);
});

test("subjects: brackets of the subject stay, quotation marks of the page go", () => {
  assert.deepEqual(subjectsOf("・「【重要】お知らせ」"), ["【重要】お知らせ"]);
  assert.deepEqual(subjectsOf("「A」「B」など"), ["A", "B"]);
  assert.deepEqual(subjectsOf("「えきねっと」アカウントの延滞金"), ["「えきねっと」アカウントの延滞金"]);
  assert.deepEqual(subjectsOf("件名:お知らせ"), ["件名:お知らせ"]);
});

test("labels in any decoration, and what is none", () => {
  for (const text of [
    "■件名",
    "▼ 件名：",
    "【件名】",
    "＜件名＞",
    "<件名>",
    "［件名］",
    "〈件名〉",
    "件　名：",
    "Subject(件名):",
    "件名",
    "1. 件名",
    "① 件名：",
    "・件名：",
    "- **件名**:",
    "メールの件名",
    "件名（一例）",
    "件名例",
    "題名：",
    "◆タイトル",
  ])
    assert.equal(labelOf(text)?.field, "subject", text);
  for (const text of ["差出人", "【送信元】", "送信者アドレス：", "From:", "From(送信元):", "差出人メールアドレス"])
    assert.equal(labelOf(text)?.field, "sender", text);
  for (const text of ["▼本文", "メール本文：", "[本文]", "内　容："]) assert.equal(labelOf(text)?.field, "body", text);
  for (const text of [
    "件名をご確認ください",
    "本文中のリンク",
    "https://a.example/",
    "■フィッシングメールの内容：事例1",
    "※件名",
    "差出人がブランドに偽装されています",
  ])
    assert.equal(labelOf(text)?.field, undefined, text);
  assert.equal(labelOf("■本文の特徴")?.field, "other");
  assert.deepEqual([labelOf("正しい送信元：a")?.stance, labelOf("不審な件名：a")?.stance], ["genuine", "fake"]);
  assert.equal(labelOf("(例1)件名：あ")?.example, "例1");
});
