import type { Article } from "../article/article.ts";
import type { CampaignMarks, CaseSummary, StoredExamination } from "./archive.ts";
import { campaignMarks } from "./campaign-marks.ts";

/** Made-up data for tests of the archive; nothing of it is redacted, so nothing of it may leave. */
export const TEXT = {
  parcel:
    "山田様\nいつもご利用いただきありがとうございます。お荷物のお届けにあがりましたが、宛先不明のため持ち帰りました。再配達をご希望の場合は、3日以内に下記のリンクから手数料 280 円をお支払いください。期限を過ぎますと荷物は返送されます。",
  parcelAgain:
    "佐藤様\nいつもご利用いただきありがとうございます。お荷物のお届けにあがりましたが、宛先不明のため持ち帰りました。再配達をご希望の場合は、5日以内に下記のリンクから手数料 350 円をお支払いください。期限を過ぎますと荷物は返送されます。",
  mailbox:
    "メールボックスの容量が上限に達しました。新しいメールを受信するには、本日中に管理画面へサインインして設定を更新してください。更新しない場合、保留中の受信メールはすべて削除され、復元することはできません。",
  unrelated:
    "来月の勉強会のご案内です。今回は図書館の三階にある会議室を借りて、地域の古い地図を読み解きます。参加を希望される方は、事務局まで葉書でお知らせください。昼食は各自でご用意ください。",
};

export function exampleMarks(visibleText: string): CampaignMarks {
  return campaignMarks({ subject: "", visibleText, html: [], urls: [], brandNames: [], recipients: [] });
}

export function exampleExamination(): Omit<StoredExamination, "caseId"> {
  return { toolVersion: "1.0.0", registryVersion: "r1", at: "2026-03-01T09:00:00.000Z", json: '{"schema":1,"note":"日本語 \\u0000"}' };
}

export function exampleSummary(): Omit<CaseSummary, "id" | "mail" | "timesSeen" | "campaign" | "decision"> {
  return { level: "impersonation", brand: "brand", subject: "件名", fromAddress: "support@brand.example", day: "2026-02-28" };
}

const both = (ja: string, en: string) => ({ ja, en });

/** Comes out of JSON as from the archive: only `redact()` makes the text of a new article. */
export function exampleArticle(slug: string, state: Article["state"], subject = "お荷物の再配達に関するお知らせ"): Article {
  const article = {
    slug,
    state,
    brand: "brand",
    brandLabel: both("ブランド", "Brand"),
    title: both(`ブランドを名乗る「${subject}」にご注意を`, `Beware of "${subject}" in the name of Brand`),
    tags: ["ブランド"],
    lead: both("書き出し", "lead"),
    mail: {
      subject,
      fromName: "ブランド",
      fromAddress: "support@brand.example",
      forgedSender: true,
      replyTo: undefined,
      day: "2026-02-28",
      text: "{お名前}様\n手数料をお支払いください。",
      links: [{ shown: "こちら", target: "hxxps://login[.]example/{識別子}", host: "login[.]example" }],
      attachments: [],
      points: [],
    },
    verdict: { level: "impersonation", headline: both("なりすましです", "An impersonation") },
    summary: both("まとめ", "summary"),
    advisories: [],
    words: { opinion: both("所感 \u0000", "opinion") },
    related: [],
    campaign: undefined,
    created: "2026-03-01T00:00:00.000Z",
    published: undefined,
    updated: undefined,
    corrections: [],
  };
  return JSON.parse(JSON.stringify(article)) as Article;
}
