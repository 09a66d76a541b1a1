import { skeletonOf, weightOf } from "./skeleton.ts";
import { VARIABLE } from "./template.ts";

/**
 * Words of any company's subjects, genuine or not ("【重要】お支払い方法更新のお願い"): what is left without them tells
 * the one mail from the other.
 */
const STOCK_WORDS = [
  "自動配信メール,自動配信,重要なお知らせ,お知らせ,最終,重要,緊急,至急,警告,注意,通知,連絡,ご連絡,ご確認,確認,お願い,ご案内,案内,ご利用,利用",
  "お支払い,支払い,支払,お取引,取引,方法,更新,アカウント,カード,クレジット,情報,お客様,お客さま,会員,ご請求,請求,料金,金額,確定,メール,サービス",
  "ログイン,セキュリティ,本人,お手続き,手続き,変更,ご登録,登録,パスワード,ご注文,注文,配送,お届け,再配達,荷物,お荷物,口座,設定,完了,発送,受付,申込",
  "必要です,必要,くださいませ,ください,ました,ます,です,いたします,について,に関する,における,からの,より,大切な,必ず,内容,明細,ポイント,キャンペーン",
  "account,notification,important,notice,urgent,update,your,security,alert,payment,verify,information,please,the,has,been,for,and,service,confirm",
]
  .join(",")
  .split(",")
  .map((word) => skeletonOf(word).text)
  .sort((a, b) => b.length - a.length);

const STOCK = new RegExp(`${STOCK_WORDS.join("|")}|[のをにはがとでへも]`, "gu");

/** Sentences of courtesy and small print that genuine mails and copies of them share, by their fixed core. */
const COURTESY = [
  "平素は格別の,平素より,いつもご利用,をご利用いただき,誠にありがとうございます,厚く御礼申し上げます,よろしくお願い申し上げます,よろしくお願いいたします",
  "ご不明な点,お問い合わせ,お気づきの点,送信専用,ご返信いただいても,ご理解とご協力,ご協力のほど,ご不便をおかけ,ご迷惑をおかけ,お詫び申し上げます,サービスの品質向上",
  "発行者,発行元,無断転載,allrightsreserved,copyright,配信停止,本メールは,このメールは,心当たりのない,営業時間,受付時間,株式会社,お電話",
]
  .join(",")
  .split(",")
  .map((phrase) => skeletonOf(phrase).text);

/** `【北斗銀行】` or `[重要]` in a subject: the brand or a stock word, in genuine mails too. What is longer says more. */
const BRACKETED = /[【[〔《＜<「][^】\]〕》＞>」]{0,12}[】\]〕》＞>」]/gu;

/** Weight of a subject without its bracketed parts and without words any subject has. */
export function tellingWeight(subject: string): number {
  return weightOf(skeletonOf(subject.replace(BRACKETED, " ").replace(VARIABLE, " ")).text.replace(STOCK, ""));
}

/** Whether a sentence (its fixed texts) is courtesy: said by everybody, so that it tells no mail from another. */
export function isCourtesy(fixed: readonly string[]): boolean {
  return fixed.some((part) => COURTESY.some((phrase) => part.includes(phrase)));
}
