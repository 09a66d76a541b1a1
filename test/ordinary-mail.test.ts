import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { examine } from "../src/app/examine.ts";

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
/** Platforms whose notices carry their users' words are told of when such words threaten. */
const SIGN_IN = "新しい端末からログインがありました。心当たりがない場合は、24時間以内にパスワードを変更してください。";

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

const calledFalse = (text: string, proven: boolean): readonly string[] =>
  senders
    .filter((one) => ["suspicious", "impersonation"].includes(examine(mailOf(one, text, proven)).verdict.level))
    .map((one) => `${one.name} ${one.address} ${one.host}`);

test("five hundred companies' ordinary notices, proven, are not called false", () => {
  assert.ok(senders.length >= 500);
  assert.deepEqual(calledFalse(NOTICE, true), []);
});

test("nor their warnings of a sign-in, with nothing that proves them", () => {
  assert.deepEqual(calledFalse(SIGN_IN, false), []);
});
