import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { examine } from "../src/app/examine.ts";
import { relayOf } from "../src/evidence/relay-addresses.ts";

interface Ordinary {
  readonly name: string;
  readonly address: string;
  readonly host: string;
}

const senders: readonly Ordinary[] = readFileSync("test/ordinary-mail/senders.txt", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("|"))
  .map(([name = "", address = "", host = ""]) => ({ name, address, host }));

const NOTICE = "ご利用内容を確認してください。";
const SIGN_IN = "新しい端末からログインがありました。心当たりがない場合は、24時間以内にパスワードを変更してください。";

/** What companies write of when they write of what phishing writes of. */
const TOUCHY: readonly string[] = [
  "ストレージの容量が残り5%です。このままではメールを受信できなくなります。プランをアップグレードしてください。",
  "Your storage is full. You will stop receiving mails and your photos may be deleted. Upgrade now.",
  "おめでとうございます!キャンペーンの抽選に当選しました。賞品の受け取り手続きをお願いします。",
  "Congratulations, you have been selected to receive a $100 gift card. Claim your reward today.",
  "返金処理が完了しました。ご登録の口座をご確認ください。",
  "Your refund of $120 is waiting. Confirm your bank details to receive it.",
  "不正アクセスの可能性があるため、アカウントの利用を制限しました。24時間以内に本人確認を行ってください。確認できない場合はアカウントを停止します。",
  "We limited your account because of unusual activity. Verify your identity within 24 hours or your account will be suspended.",
  "ご不在のためお荷物を持ち帰りました。再配達をご依頼ください。保管期限は3日間です。",
  "Your subscription renews on May 1 for $399.99. To cancel, visit your account or call us at 1-800-555-0199.",
  "ビットコインの出金申請を受け付けました。ウォレットアドレスをご確認ください。",
  "当社を装ったメールにご注意ください。件名「【重要】アカウント停止のお知らせ」などのメールは偽物です。",
];

function mailOf({ name, address, host }: Ordinary, text: string, proven: boolean): Uint8Array {
  const domain = address.slice(address.indexOf("@") + 1);
  const lines = [
    ...(proven
      ? [`Authentication-Results: mx.example.com; dkim=pass header.d=${domain}; spf=pass smtp.mailfrom=${domain}; dmarc=pass header.from=${domain}`]
      : []),
    `Received: from mx1.${domain} (mx1.${domain} [192.0.2.1]) by mx.example.com with ESMTPS; Tue, 03 Mar 2026 05:30:00 +0900`,
    "Date: Tue, 03 Mar 2026 05:29:58 +0900",
    `From: "${name}" <${address}>`,
    "To: <taro@example.com>",
    `Message-ID: <1@${domain}>`,
    `Subject: 【${name}】ご利用内容のお知らせ`,
    "MIME-Version: 1.0",
    "Content-Type: text/html; charset=UTF-8",
    "",
    `<p>いつも${name}をご利用いただきありがとうございます。</p><p>${text}</p>`,
    `<p><a href="https://${host}/a">詳細を見る</a> <a href="https://${host}/unsubscribe">配信停止</a></p><p>${name}</p>`,
  ];
  return new TextEncoder().encode(lines.join("\r\n"));
}

const calledFalse = (text: string, proven: boolean, among: readonly Ordinary[] = senders): readonly string[] =>
  among
    .filter((one) => ["suspicious", "impersonation"].includes(examine(mailOf(one, text, proven)).verdict.level))
    .map((one) => `${one.name} ${one.address} ${one.host}`);

test("five hundred companies' ordinary notices, proven, are not called false", () => {
  assert.ok(senders.length >= 490);
  assert.deepEqual(calledFalse(NOTICE, true), []);
});

test("nor their warnings of a sign-in, with nothing that proves them", () => {
  assert.deepEqual(calledFalse(SIGN_IN, false), []);
});

for (const text of TOUCHY)
  test(`nor what they write of touchy things, from their own address to their own site: ${text.slice(0, 40)}`, () => {
    // A platform that sends its users' words is told of when these are a lure.
    const own = senders.filter(({ address }) => relayOf(address) === undefined);
    assert.deepEqual(calledFalse(text, true, own), []);
  });
