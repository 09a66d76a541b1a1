import type { Bilingual } from "../../terms/index.ts";

/** Fixed words of the sheet and its letters. */
export const WORDS = {
  title: { ja: "届け出の下書き", en: "Drafts of reports" },
  intro: {
    ja: "どれも下書きです。Ayashii は何も送りません。読んで直し、送るかどうかはあなたが決めてください。",
    en: "These are drafts. Ayashii sends nothing: read them, correct them, and decide yourself whether to send.",
  },
  channels: { ja: "メールの届け出先", en: "Where the mail can be reported" },
  letter: { ja: "届け出の文面", en: "A letter to start from" },
  to: { ja: "宛先", en: "To" },
  above: { ja: "上の届け出先", en: "one of those above" },
  form: { ja: "出典のページの書式から", en: "through the form on the page named as source" },
  wants: { ja: "求められるもの", en: "What they want" },
  source: { ja: "出典", en: "Source" },
  subject: { ja: "件名", en: "Subject" },
  from: { ja: "差出人", en: "From" },
  day: { ja: "日付", en: "Date" },
  gist: { ja: "あらまし", en: "In short" },
  forged: { ja: "(詐称されたもの。持ち主は被害者とみられます)", en: " (forged; its owner seems to be a victim)" },
  article: { ja: "注意喚起の記事", en: "Public warning" },
  report: { ja: "不審なメールの届け出", en: "Report of a suspicious mail" },
  attach: {
    ja: "元のメールを添付します。(添付ファイルとして転送すると、ヘッダーも届きます。元のメールにはあなたのアドレスが入っています)",
    en: "The original mail is attached. (Forwarded as an attachment it keeps its header. The original holds your own address.)",
  },
  operators: { ja: "リンク先のサーバーの管理者へ", en: "To the operators of the pages it leads to" },
  operatorsHow: {
    ja: "宛先は、RDAP か WHOIS でホスト名の abuse 連絡先を調べて入れてください。共用サービスのページなら、そのサービスの通報フォームが早道です。文面は英語です。",
    en: "Look up the abuse contact of the host by RDAP or WHOIS. For a page on a shared service, the service's own report form is the quickest.",
  },
  operatorOf: { ja: "次のホストの管理者:", en: "the operator of" },
  noPage: {
    ja: "この記事には、責めてよいと確かめられたリンク先がありません。",
    en: "The warning has no linked page that is certain enough to accuse.",
  },
} as const satisfies Record<string, Bilingual>;
