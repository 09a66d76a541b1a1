import type { Point } from "../../checks/check.ts";
import type { Bilingual } from "../../terms/index.ts";
import type { RowKind } from "./view.ts";

/** Every fixed word of the drawn mail. */
export const WORDS = {
  none: { ja: "(なし)", en: "(none)" },
  hidden: { ja: "隠された文字", en: "hidden text" },
  sameColour: { ja: "背景と同じ色の文字", en: "text in the colour of its ground" },
  andMore: { ja: "…ほか % 文字", en: "… and % more characters" },
  invisible: { ja: "見えない文字", en: "invisible character" },
  turning: { ja: "並びを変える文字", en: "character that turns the order round" },
  picture: { ja: "画像", en: "picture" },
  form: { ja: "入力欄(ここでは動きません)", en: "form (dead here)" },
  sendsTo: { ja: "送信先", en: "sends to" },
  button: { ja: "ボタン", en: "button" },
  field: { ja: "入力欄", en: "field" },
  password: { ja: "パスワード欄", en: "password field" },
  tick: { ja: "選択欄", en: "choice" },
  opensByItself: { ja: "開くと自動で移動します", en: "moves on by itself when opened" },
  script: { ja: "プログラム(ここでは動きません)", en: "script (dead here)" },
  unseen: { ja: "画面には出ない部分", en: "part that is not shown" },
  mailTo: { ja: "メール", en: "mail" },
  through: { ja: "% を経由", en: "through %" },
  attachedMail: { ja: "添付されたメール", en: "attached mail" },
  otherPart: { ja: "文字だけの表示で見える部分", en: "What a text-only mail program shows" },
  nextPart: { ja: "続き", en: "continued" },
  embedded: { ja: "埋め込みページ", en: "embedded page" },
  cutText: { ja: "長いメールのため、途中までを描いています。", en: "This mail is long; only its first part is drawn." },
  cutDepth: { ja: "入れ子が深すぎる部分は、簡単な形で描いています。", en: "Parts nested too deeply are drawn in a simple form." },
  moreHidden: { ja: "隠された文字は、ほかに % か所あります。", en: "There is hidden text in % more places." },
  noPictures: {
    ja: "外部の画像 % 枚は取り寄せていません(取り寄せると、読んだことが送り主に伝わります)。",
    en: "% remote pictures were not fetched (fetching them would tell the sender that you read the mail).",
  },
  tracking: {
    ja: "目に見えない大きさの画像が % 枚あります(開いたことを送り主に知らせるためによく使われます)。",
    en: "% pictures are too small to see (often used to tell the sender that the mail was opened).",
  },
  sourceCut: {
    ja: "メールの元の文字列(% バイト)です。符号化された長い部分と、途中から先は畳んであります。",
    en: "The mail's source (% bytes). Long encoded parts, and what lies beyond the first part, are folded.",
  },
} as const satisfies Record<string, Bilingual>;

export const ROW: Readonly<Record<Exclude<RowKind, "field">, Bilingual>> = {
  subject: { ja: "件名", en: "Subject" },
  from: { ja: "差出人", en: "From" },
  replyTo: { ja: "返信先", en: "Reply to" },
  to: { ja: "宛先", en: "To" },
  date: { ja: "日付", en: "Date" },
  attachments: { ja: "添付", en: "Attached" },
};

/** Header fields that only a point brings to the reader's eyes, in words; others keep their name. */
export const FIELD_NAME: Readonly<Record<string, Bilingual>> = {
  received: { ja: "配送の記録 (Received)", en: "Route (Received)" },
  "authentication-results": { ja: "受信サーバーの検査結果 (Authentication-Results)", en: "What the receiving server found (Authentication-Results)" },
  "arc-authentication-results": { ja: "中継サーバーの検査結果 (ARC-Authentication-Results)", en: "What a relay found (ARC-Authentication-Results)" },
  "received-spf": { ja: "送信元の検査 (Received-SPF)", en: "Check of the sending host (Received-SPF)" },
  "message-id": { ja: "メールの番号 (Message-ID)", en: "Number of the mail (Message-ID)" },
  "return-path": { ja: "配送上の差出人 (Return-Path)", en: "Sender of the envelope (Return-Path)" },
  sender: { ja: "代理の送り手 (Sender)", en: "Sent on behalf by (Sender)" },
  "dkim-signature": { ja: "電子署名 (DKIM-Signature)", en: "Signature (DKIM-Signature)" },
  "list-id": { ja: "メーリングリスト (List-Id)", en: "Mailing list (List-Id)" },
};

/** What a mark is called for somebody who cannot see it; `%` is the number. */
export const MARK_NAME: Readonly<Record<Point["leans"], Bilingual>> = {
  phishing: { ja: "怪しい点 %", en: "Point %" },
  genuine: { ja: "本物らしい点 %", en: "Point for genuineness %" },
  simulation: { ja: "訓練らしい点 %", en: "Point for a drill %" },
};
