import type { Bilingual } from "../terms/index.ts";
import type { QuotedAdvisory, QuotedLine } from "./article.ts";

/** Every fixed word of an article. */
export const TEXTS = {
  tags: { ja: "タグ", en: "Tags" },
  written: { ja: "作成", en: "Written" },
  published: { ja: "公開", en: "Published" },
  updated: { ja: "更新", en: "Updated" },
  verdict: { ja: "判定", en: "Verdict" },
  mailText: { ja: "メール本文", en: "The mail" },
  mailTextNote: {
    ja: "受け取った人が分かるところは { } に置き換え、リンクは押せないように書き換えてあります。",
    en: "What would tell who received it is replaced by { }, and links are made dead.",
  },
  begin: { ja: "転記開始", en: "Transcript begins" },
  end: { ja: "転記終了", en: "Transcript ends" },
  from: { ja: "差出人", en: "From" },
  replyTo: { ja: "返信先", en: "Reply to" },
  subject: { ja: "件名", en: "Subject" },
  day: { ja: "日付", en: "Date" },
  attachments: { ja: "添付", en: "Attachments" },
  links: { ja: "リンク先", en: "Links lead to" },
  none: { ja: "(なし)", en: "(none)" },
  forged: {
    ja: "差出人のアドレスは、勝手に名乗られたものとみられます。そのアドレスの持ち主は被害者で、送った本人ではありません。",
    en: "The sender's address seems to have been used without its owner's knowledge. The owner is a victim, not the one who sent this.",
  },
  picture: { ja: "怪しいところはここです", en: "Where the suspicious points stand" },
  pictureAlt: { ja: "番号つきで怪しいところを示したメールの図", en: "Picture of the mail with the suspicious points numbered" },
  pictureCaption: { ja: "番号は、下の「怪しいポイント」の番号です。", en: "The numbers are those of the suspicious points below." },
  pictureCut: { ja: "…(長いため、ここまで)", en: "… (cut here, it is long)" },
  point: { ja: "怪しいポイント", en: "Suspicious point" },
  furtherPoints: { ja: "ほかにも気になるところ", en: "Further points" },
  seen: { ja: "このメールでは", en: "In this mail" },
  official: { ja: "公式では", en: "Officially" },
  why: { ja: "なぜ怪しいか", en: "Why it matters" },
  quotes: { ja: "メールの該当箇所", en: "The place in the mail" },
  source: { ja: "出典", en: "Source" },
  warning: { ja: "公式の注意喚起", en: "The official warning" },
  reported: { ja: "公開されている注意喚起", en: "A published warning" },
  checkedOn: { ja: "確認", en: "looked at" },
  summary: { ja: "怪しいポイントまとめ", en: "The suspicious points in short" },
  doThis: { ja: "リンクはクリック(タップ)しない", en: "Do not click or tap the links" },
  doContact: {
    ja: "本物の会社に確かめるときは、メールの中の連絡先ではなく、公式のページから:",
    en: "To ask the real company, use its own page and not what stands in the mail:",
  },
  typedIn: { ja: "もう入力してしまったときは", en: "Already typed something in?" },
  channels: { ja: "届け出先・相談先", en: "Where to report it and get help" },
  report: { ja: "メールを届け出る", en: "Report the mail" },
  consult: { ja: "相談する", en: "Ask for help" },
  entered: { ja: "入力してしまった・被害があった", en: "You typed something in or lost money" },
  only: { ja: "のみ", en: "only" },
  related: { ja: "を名乗るメールの注意喚起", en: "Other warnings of mails posing as" },
  relatedMail: { ja: "そのほかの注意喚起", en: "Other warnings" },
  sameCampaign: { ja: "同じ手口のメール", en: "Mails of the same campaign" },
  noRelated: { ja: "ほかの注意喚起は、まだありません。", en: "There are no other warnings yet." },
  corrections: { ja: "訂正の記録", en: "Corrections" },
  copy: { ja: "タイトルとURLをコピー", en: "Copy title and URL" },
  noAddress: { ja: "(URL は公開したときに入ります)", en: "(the URL is filled in at publication)" },
  notPublic: { ja: "これは公開前の原稿です。", en: "This is not published yet." },
  withdrawn: { ja: "この記事は取り下げました。理由は「訂正の記録」にあります。", en: "This article has been withdrawn; the corrections say why." },
} as const satisfies Record<string, Bilingual>;

/** What a reader does with a mail like this one. */
export const ADVICE: readonly Bilingual[] = [
  {
    ja: "身に覚えのないメールや、怪しいと思ったメールのリンクは押さない。添付も開かず、返信もしない。",
    en: "Leave the links of mail you did not expect or find suspicious alone. Open no attachment and do not reply.",
  },
  {
    ja: "手続きが本当に要るのか気になるときは、ブックマークや公式アプリから自分で開いて確かめる。",
    en: "If you wonder whether something really has to be done, open the official site from your bookmark or its app.",
  },
  {
    ja: "見た目や差出人の名前は、いくらでも真似できる。真似できないのは、サイトとアドレスのドメイン。",
    en: "Looks and a sender's name are easily copied. The domain of a site or an address is not.",
  },
];

export const FIELDS: Readonly<Record<QuotedLine["field"], Bilingual>> = {
  subject: { ja: "件名", en: "Subject" },
  body: { ja: "本文", en: "Text" },
  sender: { ja: "差出人", en: "Sender" },
  url: { ja: "URL", en: "URL" },
};

/** Said of each quoted line; the mask of the warning stays in it. */
export const IN_MAIL: Readonly<Record<QuotedLine["inMail"], Bilingual>> = {
  equal: { ja: "同じ", en: "same" },
  variable: { ja: "宛先・数・日時だけ違う", en: "only address, number or date differs" },
  different: { ja: "違う", en: "differs" },
  missing: { ja: "このメールにはない", en: "not in this mail" },
};

/** Honest about how the quotation was come by. */
export const BASIS: Readonly<Record<QuotedAdvisory["basis"], Bilingual>> = {
  page: { ja: "このページより", en: "from that page" },
  quoted: { ja: "公開記事での引用による", en: "as quoted in a public article" },
  noted: { ja: "ページの要点の控えによる", en: "from notes of that page" },
};
