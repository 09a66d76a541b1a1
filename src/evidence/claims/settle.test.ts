import assert from "node:assert/strict";
import { test } from "node:test";
import { examine } from "../../app/examine.ts";

interface Written {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

function examined({ from, subject, text }: Written): ReturnType<typeof examine> {
  const domain = /@([^>]+)>/.exec(from)?.[1] ?? "";
  const raw = [
    `Authentication-Results: mx.example.com; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
    `Received: from out.${domain} (out.${domain} [192.0.2.10]) by mx.example.com with ESMTPS; Tue, 07 Mar 2023 05:30:00 +0900`,
    "Date: Tue, 07 Mar 2023 05:29:58 +0900",
    `From: ${from}`,
    "To: <taro@example.com>",
    `Message-ID: <1@${domain}>`,
    `Subject: ${subject}`,
    "Content-Type: text/plain; charset=UTF-8",
    "",
    text,
  ].join("\r\n");
  return examine(new TextEncoder().encode(raw));
}

const quiet: readonly (readonly [string, Written])[] = [
  [
    "a shop ships by a carrier",
    {
      from: '"りんご屋" <shop@ringo.example>',
      subject: "商品発送のお知らせ(ヤマト運輸)",
      text: "ヤマト運輸にて発送いたしました。\nご注文 https://ringo.example/order/1\n配送状況 https://toi.kuronekoyamato.co.jp/\nりんご屋",
    },
  ],
  [
    "a hotel booked through a site",
    {
      from: '"旅館りんご" <info@ryokan.example>',
      subject: "【じゃらんnet】ご予約ありがとうございます",
      text: "じゃらんnetよりご予約いただきありがとうございます。\nhttps://ryokan.example/\n旅館りんご",
    },
  ],
  [
    "a newsletter tells of a card",
    {
      from: '"ポイ活通信" <news@poikatsu.example>',
      subject: "【楽天カード】新規入会のキャンペーン",
      text: "楽天カードの新規入会キャンペーンです。\nhttps://poikatsu.example/r/123\n配信停止 https://poikatsu.example/stop\n運営: ポイ活通信",
    },
  ],
  [
    "a shop in a mall",
    {
      from: '"りんご屋 楽天市場店" <rakuten@ringo.example>',
      subject: "【楽天市場】ご注文ありがとうございます",
      text: "りんご屋 楽天市場店をご利用いただきありがとうございます。\nhttps://www.rakuten.co.jp/ringo/",
    },
  ],
  [
    "a branch, without any link",
    { from: '"ドコモショップりんご店" <ds@ringo.example>', subject: "【ドコモショップりんご店】ご来店予約", text: "ご来店予約を確認しました。" },
  ],
];
for (const [name, mail] of quiet)
  test(`who has dealings with a brand does not speak for it: ${name}`, () => {
    const { verdict, claims } = examined(mail);
    assert.ok(["undecided", "no-sign"].includes(verdict.level), verdict.level);
    assert.deepEqual(
      claims.filter((claim) => claim.kind === "speaks"),
      [],
    );
  });

const loud: readonly (readonly [string, Written])[] = [
  [
    "the button leads to a third house",
    {
      from: '"お客様センター" <info@ringo.example>',
      subject: "【楽天カード】ご利用確認のお願い",
      text: "楽天カードをご利用いただきありがとうございます。\nhttps://card-login.example/\nhttps://ringo.example/\n楽天カード株式会社",
    },
  ],
  [
    "the sender calls himself so",
    {
      from: '"楽天カード" <info@ringo.example>',
      subject: "【楽天カード】ご利用確認のお願い",
      text: "楽天カードをご利用いただきありがとうございます。\nhttps://ringo.example/\n楽天カード株式会社",
    },
  ],
  [
    "he signs as the brand",
    {
      from: '"山田商店" <info@ringo.example>',
      subject: "【楽天カード】ご利用確認のお願い",
      text: "楽天カードをご利用いただきありがとうございます。\nhttps://ringo.example/\n楽天カード株式会社",
    },
  ],
  [
    "a desk of nobody in particular",
    {
      from: '"お客様サポートセンター" <info@ringo.example>',
      subject: "【楽天カード】ご利用のお知らせ",
      text: "楽天カードをご利用いただきありがとうございます。\nご利用の内容をお確かめください。\nhttps://ringo.example/\nお客様サポートセンター\n電話 03-0000-0000",
    },
  ],
  [
    "a personal mailbox",
    {
      from: '"りんご屋" <ringo@gmail.com>',
      subject: "【楽天カード】ご利用確認のお願い",
      text: "楽天カードをご利用いただきありがとうございます。\nhttps://ringo.example/\n楽天カード株式会社",
    },
  ],
];
for (const [name, mail] of loud)
  test(`who poses as a brand speaks for it: ${name}`, () => {
    assert.ok(["suspicious", "impersonation"].includes(examined(mail).verdict.level));
  });
