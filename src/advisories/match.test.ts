import assert from "node:assert/strict";
import { test } from "node:test";
import type { Advisory } from "./advisory.ts";
import { compileAdvisories, defaultAdvisories } from "./index.ts";
import type { MatchInput } from "./matching.ts";

const EMPTY: MatchInput = { subject: "", senderName: "", senderAddress: "", visibleText: "", urls: [] };

function pending(address: string, count: string, day: string, time: string): MatchInput {
  return {
    ...EMPTY,
    subject: `システム メンテナンスにより、(${address}) の ${count} 件の着信メッセージが返されました`,
    visibleText: `【${address}:重要なお知らせ】${count}通のメールが保留中\n\n${address}様,\n${day}にメールボックスの同期が失敗したため、${count} 件のメッセージが保留中です。\nこれは、${time}にシステム メンテナンスが行われるためです。ご不便をおかけして申し訳ございません\n\n保留中のメールを取得するには、以下の問題を修正してください\n\n${count}通のメールを受信\n\nXSERVER ウェブメールのサポート`,
  };
}

const best = (mail: MatchInput) => defaultAdvisories().match(mail)[0];

test("事例1 with another address, count, date and time matches whole, and says what differs", () => {
  const match = best(pending("taro@example.com", "12", "2024 年 11 月 02 日", "午後 10 時 5 分"));
  assert.equal(match?.case.name, "事例1");
  assert.equal(match?.strength, "whole");
  assert.equal(match?.coverage, 1);
  assert.deepEqual(match?.lines[0]?.variables, [
    ["***@***", "taro@example.com"],
    ["8", "12"],
  ]);
  const dated = match?.lines.find((line) => line.template.startsWith("2023 年"));
  assert.deepEqual(dated?.variables, [
    ["2023 年 03 月 07 日", "2024 年 11 月 02 日"],
    ["8", "12"],
  ]);
  assert.ok(match?.lines.some((line) => line.variables.some(([, mail]) => mail === "午後 10 時 5 分")));
  assert.ok(match?.lines.some((line) => line.kind === "equal" && line.template.startsWith("保留中のメール")));
});

test("wrapped lines, other blanks, full-width letters, look-alikes and invisible characters change nothing", () => {
  const mail = pending("taro@example.com", "１２", "令和6年2月1日", "5:24");
  const disguised = (text: string): string =>
    text
      .replaceAll("システム メンテナンス", "シ\u200bステムメン テナンス")
      .replaceAll("XSERVER", "ＸЅЕRVER")
      .replaceAll("ールボックス", "ー\u200dルボック\nス")
      .replaceAll("カ", "力");
  const match = best({ ...mail, subject: `Fwd: ${disguised(mail.subject)}`, visibleText: disguised(mail.visibleText) });
  assert.equal(match?.strength, "whole");
  assert.equal(match?.coverage, 1);
});

test("a reworded sentence is shown as different, a dropped one as missing; the rest still matches", () => {
  const mail = pending("taro@example.com", "3", "2024 年 1 月 2 日", "午前 1 時 2 分");
  const changed = mail.visibleText.replace("以下の問題を修正してください", "下記の問題を直してください").replace("XSERVER ウェブメールのサポート", "");
  const match = best({ ...mail, visibleText: changed });
  assert.ok(match?.strength === "whole" || match?.strength === "subject-and-part");
  assert.ok((match?.coverage ?? 1) < 1);
  assert.ok(match?.lines.some((line) => line.kind === "different" && line.mail.includes("下記の問題")));
  assert.ok(match?.lines.some((line) => line.kind === "missing" && line.template.includes("ウェブメール")));
});

test("without the subject the body alone still matches, without the body the subject alone", () => {
  const mail = pending("taro@example.com", "3", "2024 年 1 月 2 日", "午前 1 時 2 分");
  assert.equal(best({ ...mail, subject: "至急" })?.strength, "body");
  assert.equal(best({ ...mail, visibleText: "こんにちは" })?.strength, "subject");
});

test("the sender named as fake matches alone; the genuine one does not", () => {
  assert.equal(best({ ...EMPTY, senderAddress: "Support@xserver.jp" })?.strength, "sender");
  assert.equal(best({ ...EMPTY, senderAddress: "support@xserver.ne.jp" }), undefined);
});

test("unrelated XServer mails do not match", () => {
  const renewal =
    "エックスサーバーサポートでございます。\n平素よりXserverをご利用いただき、誠にありがとうございます。\n\nサーバーの利用期限が近づいています。2025年6月30日までに更新をお願いします。\n\n※ ご不明な点、お気づきの点などがありましたら、当サポートまで。\n エックスサーバー サポート\n 発行者:エックスサーバー株式会社";
  assert.equal(best({ ...EMPTY, subject: "【Xserver】サーバー契約の更新のご案内", senderAddress: "support@xserver.ne.jp", visibleText: renewal }), undefined);
  assert.equal(
    best({ ...EMPTY, subject: "システム メンテナンスのお知らせ", visibleText: "5月1日 午前5時よりシステム メンテナンスが行われます。8 件の変更があります。" }),
    undefined,
  );
});

test("a short subject anyone could write is no match alone", () => {
  const short: Advisory = {
    id: "b/x",
    brand: "b",
    issuer: { ja: "b", en: "b" },
    title: "t",
    url: "https://b.example/",
    published: undefined,
    checked: "2026-01-01",
    cases: [{ name: "1", observed: undefined, subjects: ["ログイン通知"], senderNames: [], senderAddresses: [], body: undefined, urls: [] }],
  };
  assert.deepEqual(compileAdvisories([short]).match({ ...EMPTY, subject: "ログイン通知" }), []);
});

test("a sender printed beside a subject does not match alone: it may be the brand's own, forged", () => {
  const forged: Advisory = {
    id: "b/x",
    brand: "b",
    issuer: { ja: "b", en: "b" },
    title: "t",
    url: "https://b.example/",
    published: undefined,
    checked: "2026-01-01",
    cases: [
      {
        name: "1",
        observed: undefined,
        subjects: ["アカウントの再登録をお願いします"],
        senderNames: [],
        senderAddresses: ["post@b.example"],
        body: undefined,
        urls: [],
      },
    ],
  };
  const index = compileAdvisories([forged]);
  assert.deepEqual(index.match({ ...EMPTY, subject: "会議", senderAddress: "post@b.example" }), []);
  assert.equal(index.match({ ...EMPTY, subject: "アカウントの再登録をお願いします", senderAddress: "post@b.example" })[0]?.strength, "subject-and-source");
  // The brand's own address, forged, adds nothing to the subject.
  const own = { ...EMPTY, subject: "アカウントの再登録をお願いします", senderAddress: "post@b.example", claimed: ["b"], isOfficialSender: () => true };
  assert.deepEqual(index.match(own), []);
});

test("hostile texts end quickly and throw nothing", () => {
  const began = performance.now();
  for (const text of [
    "",
    "\ud800".repeat(50_000),
    "着信メッセージが返されました".repeat(5_000),
    "㌘".repeat(100_000),
    "ｶﾞ".repeat(50_000),
    "8".repeat(200_000),
  ]) {
    best({ ...EMPTY, subject: text, visibleText: text });
  }
  assert.ok(performance.now() - began < 1500);
});

test("the cost of a mail does not grow with the number of cases", () => {
  const many = Array.from({ length: 20_000 }, (_, i): Advisory => ({
    id: `b/${i}`,
    brand: "b",
    issuer: { ja: "b", en: "b" },
    title: "t",
    url: "https://b.example/",
    published: undefined,
    checked: "2026-01-01",
    cases: [
      {
        name: "1",
        observed: undefined,
        subjects: [`お客様番号の${word(i)}を再登録してください`],
        senderNames: [],
        senderAddresses: [],
        body: `お客様の${word(i * 7)}に関する${word(i * 13)}の手続きが${word(i * 3)}までに必要です。\n${word(i * 11)}を開いて続けてください。`,
        urls: [],
      },
    ],
  }));
  const index = compileAdvisories([...many, ...defaultAdvisories().advisories]);
  const mail = pending("taro@example.com", "12", "2024 年 11 月 02 日", "午後 10 時 5 分");
  index.match(mail);
  const began = performance.now();
  for (let i = 0; i < 100; i++) assert.equal(index.match(mail)[0]?.case.name, "事例1");
  assert.ok((performance.now() - began) / 100 < 5);
});

function word(seed: number): string {
  let text = "";
  for (let i = 0, x = seed * 2654435761 + 1; i < 6; i++, x = Math.imul(x, 1103515245) + 12345) text += String.fromCharCode(0x4e00 + ((x >>> 8) % 6000));
  return text;
}
