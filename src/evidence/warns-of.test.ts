import assert from "node:assert/strict";
import { test } from "node:test";
import { examine } from "../app/examine.ts";

interface Written {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

function levelOf({ from, subject, text }: Written): string {
  const raw = [
    "Received: from out.sender.example (out.sender.example [192.0.2.10]) by mx.example.com with ESMTPS; Tue, 07 Mar 2023 05:30:00 +0900",
    "Date: Tue, 07 Mar 2023 05:29:58 +0900",
    `From: ${from}`,
    "To: <taro@example.com>",
    `Subject: ${subject}`,
    "Content-Type: text/plain; charset=UTF-8",
    "",
    text,
  ].join("\r\n");
  return examine(new TextEncoder().encode(raw)).verdict.level;
}

const quiet: readonly (readonly [string, Written])[] = [
  [
    "a university's IT desk",
    {
      from: "情報基盤センター <desk@univ.example>",
      subject: "【注意喚起】XServerを名乗る不審なメールについて",
      text: "学内の皆様\nXServerを名乗り、サーバーの更新を求めるメールが届いています。\n「XServer サポート エックスサーバー株式会社」と署名がありますが偽物です。\n公式の案内 https://www.xserver.ne.jp/ をご覧ください。\n情報基盤センター https://univ.example/",
    },
  ],
  [
    "a colleague",
    {
      from: "佐藤 <sato@corp.example>",
      subject: "楽天カードの偽メール",
      text: "各位\n楽天カードを装ったメールが複数届いています。件名は「【楽天カード】ご利用確認」です。押さないでください。\n佐藤",
    },
  ],
  [
    "the brand's own notice, which nothing proves",
    {
      from: "エックスサーバー <support@xserver.ne.jp>",
      subject: "【重要】当社を装ったメールにご注意ください",
      text: "お客様各位\n当社を装ったメールが届いています。リンクを開かないでください。\nhttps://www.xserver.ne.jp/\nエックスサーバー株式会社",
    },
  ],
  [
    "in English",
    {
      from: "IT Desk <desk@corp.example>",
      subject: "Phishing mails posing as PayPal",
      text: "We are seeing mails pretending to be PayPal.\nThey are signed PayPal Customer Service. Do not answer them.\nIT Desk",
    },
  ],
];
for (const [name, mail] of quiet)
  test(`a warning is not the mail it warns of: ${name}`, () => assert.ok(["undecided", "no-sign"].includes(levelOf(mail)), levelOf(mail)));

const loud: readonly (readonly [string, Written])[] = [
  [
    "the sender bears the name",
    {
      from: "楽天カード <info@card-desk.example>",
      subject: "楽天カードを装ったメールにご注意ください",
      text: "楽天カードを装ったメールが増えています。\n楽天カード株式会社",
    },
  ],
  [
    "a link leads elsewhere",
    {
      from: "お客様窓口 <info@card-desk.example>",
      subject: "【楽天カード】楽天カードを装ったメールにご注意ください",
      text: "楽天カードを装ったメールが増えています。本人確認をお願いします。\nhttps://card-login.example/\n楽天カード株式会社",
    },
  ],
  [
    "nobody in particular warns, and the link leads to his own domain",
    {
      from: "お客様窓口 <info@card-desk.example>",
      subject: "【楽天カード】楽天カードを装ったメールにご注意ください",
      text: "楽天カードを装ったメールが増えています。本人確認をお願いします。\nhttps://card-desk.example/\n楽天カード株式会社",
    },
  ],
  [
    "a link leads to a form anybody can make",
    {
      from: "お客様窓口 <info@card-desk.example>",
      subject: "【楽天カード】楽天カードを装ったメールにご注意ください",
      text: "楽天カードを装ったメールが増えています。アカウントが停止されます。本人確認をお願いします。\nhttps://forms.gle/abcdefg\n楽天カード株式会社",
    },
  ],
];
for (const [name, mail] of loud)
  test(`who only says that he warns is not believed: ${name}`, () => assert.ok(["suspicious", "impersonation"].includes(levelOf(mail)), levelOf(mail)));
