import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNotice } from "./notice.ts";

/** Our own wording in the layout of XServer's notices: rules of ━ and —, a wrap inside a sentence, two cases. */
const BOXED = `不審なメールの特徴

差出人

”Helpdesk”<help@brand-mail.example>

当サービスサポートのメールアドレスは”help@brand.example”です。

URL
https://***.brand.example/

2024年05月01日現在、不審なメールを確認しております。

■フィッシングメールの内容:事例1(2024年04月30日に確認したメールの特徴)
——————————————————————-

■件名
━━━━━━━━━━━━━━━━━
(***@***) の容量が 95 % に達しました
━━━━━━━━━━━━━━━━━
▼本文
━━━━━━━━━━━━━━━━━
****様

お使いのメールボックスの容量がもうすぐ足りなくなりますので、下の画面で容量を増
やしてください。
━━━━━━━━━━━━━━━━━

——————————————————————-

■フィッシングメールの内容:事例2(令和6年5月1日に確認したメールの特徴)
——————————————————————-

■件名
━━━━━━━━━━━━━━━━━
請求書の確認のお願い
━━━━━━━━━━━━━━━━━
▼本文
━━━━━━━━━━━━━━━━━
請求書をご確認ください。
──────────
━━━━━━━━━━━━━━━━━

——————————————————————-
この行は読まれない。
`;

test("the boxed layout gives its cases with subject, body and observed day", () => {
  const notice = parseNotice(BOXED);
  assert.deepEqual(
    notice.cases.map((found) => [found.name, found.observed, found.subjects]),
    [
      ["事例1", "2024-04-30", ["(***@***) の容量が 95 % に達しました"]],
      ["事例2", "2024-05-01", ["請求書の確認のお願い"]],
      ["差出人", "2024-05-01", []],
    ],
  );
  assert.equal(notice.cases[1]?.body, "請求書をご確認ください。");
  assert.match(notice.cases[0]?.body ?? "", /容量を増\nやしてください。$/);
});

test("the genuine address is not the sender of a case", () => {
  const notice = parseNotice(BOXED);
  assert.deepEqual(
    notice.cases.flatMap((found) => found.senderAddresses),
    ["help@brand-mail.example"],
  );
  assert.deepEqual(
    notice.cases.flatMap((found) => found.senderNames),
    ["Helpdesk"],
  );
  assert.deepEqual(notice.officialAddresses, ["help@brand.example"]);
  assert.deepEqual(notice.urlRules, ["https://***.brand.example/"]);
});

test("what no layout understood is handed back with its line", () => {
  const last = parseNotice(BOXED).unread.at(-1);
  assert.equal(last?.text, "この行は読まれない。");
  assert.equal(BOXED.split("\n")[(last?.line ?? 0) - 1], last?.text);
});

test("bracketed labels: two cases, one under a heading about genuine mail", () => {
  const notice = parseNotice(
    "2024年1月5日に確認\n【差出人】\nBrand Inc. <a@fake.example>\n\n【件名】\n口座の確認\n【本文】\nお客様各位、\nご確認を。 https://fake.example/login\n-----\n正規のメールの例\n【差出人】 info@brand.example\n【件名】ご利用明細\n",
  );
  assert.deepEqual(notice.cases, [
    {
      name: "事例1",
      observed: "2024-01-05",
      subjects: ["口座の確認"],
      senderNames: ["Brand Inc."],
      senderAddresses: ["a@fake.example"],
      body: "お客様各位、\nご確認を。 https://fake.example/login",
      urls: ["https://fake.example/login"],
    },
  ]);
});

test("inline labels need two different ones: a lone 件名 in running text is no case", () => {
  assert.equal(parseNotice("件名:お知らせ\nという行だけのページ").cases.length, 0);
  const [found] = parseNotice("送信元アドレス: x@univ.example\n件名: アカウントユーザー\n本文:\n容量が100%です。").cases;
  assert.deepEqual([found?.senderAddresses, found?.subjects, found?.body], [["x@univ.example"], ["アカウントユーザー"], "容量が100%です。"]);
});

test("a list of subjects is one case; a list under a heading about genuine mail is none", () => {
  const notice = parseNotice(
    "【フィッシングメール 件名の例】(2024年6月1日現在)\n・アカウント異常のお知らせ\n・「延滞金が発生しています」\n\n正規のメールの件名の例\n・ご利用明細のお知らせ\n",
  );
  assert.deepEqual(
    notice.cases.map((found) => [found.observed, found.subjects]),
    [["2024-06-01", ["アカウント異常のお知らせ", "延滞金が発生しています"]]],
  );
});

test("a page without a case has none, and hostile input ends", () => {
  assert.deepEqual(parseNotice("").cases, []);
  assert.deepEqual(parseNotice("ただのお知らせ").cases, []);
  const began = performance.now();
  parseNotice("■件名\n".repeat(20_000) + "【件名】".repeat(50_000) + "@".repeat(100_000));
  assert.ok(performance.now() - began < 2000);
});
