import type { Article } from "../src/article/article.ts";
import { nthArticle, sampleArticle, say } from "../test/site-articles.ts";
import { Seeded } from "./seeded.ts";

const WHO = ["お客様", "会員様", "ご契約者様", "カード会員様", "ご利用者様"];
const WHAT =
  "お支払い方法 ご利用内容 配送先住所 登録情報 メールボックス 口座情報 ポイント 年会費 セキュリティ設定 本人確認 電子証明書 利用限度額 再配達 税金還付 自動更新 サーバー契約 ドメイン 二段階認証 暗証番号 会員資格".split(
    " ",
  );
const DONE =
  "更新のお願い 確認のお願い 停止のお知らせ 制限について 期限が近づいています 異常を検知しました 手続きが完了していません 返金のご案内 失効のお知らせ 変更がありました 受け取り待ちです 承認が必要です".split(
    " ",
  );
const HOW = "至急 重要 最終通知 自動配信 緊急 要対応 再送 2024年度 本日中 24時間以内".split(" ");
const KANJI =
  "銀行信販運輸通信電力瓦斯鉄道航空保険証券郵便百貨生協薬局旅行書店電機自動車建設化学食品製紙繊維鉱業水産農林倉庫不動産放送印刷精密医療福祉教育警備清掃人材広告";

/** A warning unlike the others in subject, brand, host and text, the same for the same number. */
export function variedArticle(n: number): Article {
  const random = new Seeded(n * 2_654_435_761 + 17);
  const brand = `${random.pick([...KANJI])}${random.pick([...KANJI])}${random.pick(["カード", "ネット", "サービス", "オンライン", "バンク", "ペイ"])}`;
  const number = random.code(8);
  const subject = `【${random.pick(HOW)}】${brand} ${random.pick(WHO)}の${random.pick(WHAT)}${random.pick(DONE)}(No.${number})`;
  const host = `${random.code(9)}[.]example`;
  const lines = Array.from({ length: 8 }, () => `${random.pick(WHO)}の${random.pick(WHAT)}について、${random.pick(DONE)}。${random.pick(HOW)}。`);
  const article = nthArticle(n);
  const sample = sampleArticle().mail;
  return {
    ...article,
    title: { ja: say(`${brand}を名乗る「${subject}」にご注意を`), en: say(`Beware of “${subject}”, a mail posing as ${brand}`) },
    brandLabel: { ja: say(brand), en: say(brand) },
    mail: {
      ...sample,
      subject: say(subject),
      fromAddress: say(`info@${host}`),
      text: say(lines.join("\n")),
      links: [{ shown: say("こちら"), target: say(`hxxps://${host}/`), host: say(host) }],
    },
  };
}
