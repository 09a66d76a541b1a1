/** Sentences of made-up lures as slots and their fillings; written for this generator. `{b}` brand, `{n}` count, `{d}` day, `{t}` token. */
export interface Slots {
  readonly shape: string;
  readonly fill: Readonly<Record<string, readonly string[]>>;
}

export const JA = {
  subjects: [
    {
      shape: "【{b}】{A}{B}",
      fill: {
        A: ["アカウント", "お支払い方法", "ご利用内容", "会員情報", "メールボックス", "ポイント", "お荷物", "登録カード"],
        B: ["に関する重要なお知らせ", "の確認のお願い", "が制限されました", "の更新手続きについて", "の有効期限が近づいています", "をご確認ください({n}件)"],
      },
    },
    {
      shape: "{A}{B} {d}",
      fill: {
        A: ["[重要] ", "緊急: ", "ご案内 ", "至急 "],
        B: ["ログインを検知しました", "未払い料金のご連絡", "配信待ちメール {n} 通", "ご本人様確認のお願い", "自動更新の停止について", "還付金のお手続き"],
      },
    },
  ],
  greetings: [
    "{r}様",
    "いつも{b}をご利用いただき、誠にありがとうございます。",
    "{b}会員 {r} 様\nお世話になっております。",
    "平素は格別のお引き立てを賜り厚く御礼申し上げます。",
  ],
  sentences: [
    {
      shape: "{b}では{A}を{B}ため、{C}をお願いしております。",
      fill: {
        A: ["不正な取引", "第三者による利用", "情報の漏えい", "偽の登録"],
        B: ["防ぐ", "早く見つける", "減らす"],
        C: ["定期的な本人確認", "登録情報の見直し", "暗証番号の再設定", "連絡先の更新"],
      },
    },
    {
      shape: "{d}に{A}から{B}がありました。",
      fill: {
        A: ["普段と異なる端末", "海外の接続元", "新しいブラウザー", "登録のない電話番号"],
        B: ["サインインの試み", "高額な注文", "住所の変更", "送金の申し込み"],
      },
    },
    {
      shape: "現在、{A}は{B}されており、{C}。",
      fill: {
        A: ["お客様の口座", "ご登録のカード", "受信箱", "ポイント残高", "お荷物の配送"],
        B: ["一時的に停止", "部分的に制限", "保留", "凍結"],
        C: ["新しいお取引はできません", "一部の機能をお使いいただけません", "{n} 件の処理が待機しています", "手続きが済むまで再開されません"],
      },
    },
    {
      shape: "{A}に{B}が完了しない場合、{C}。",
      fill: {
        A: ["24時間以内", "{d}まで", "本日中", "三営業日以内"],
        B: ["お手続き", "確認", "お支払い", "更新"],
        C: ["アカウントは削除されます", "保管中の品物は返送されます", "サービスのご提供を終了いたします", "遅延損害金 {n} 円が発生します"],
      },
    },
    {
      shape: "下の{A}から{B}を{C}。",
      fill: {
        A: ["ボタン", "リンク", "専用ページ", "確認画面"],
        B: ["必要事項", "ご本人様の情報", "カード番号", "受取先"],
        C: ["入力してください", "ご確認ください", "更新してください", "送信してください"],
      },
    },
    {
      shape: "今回の{A}は{B}のため{C}実施しております。",
      fill: {
        A: ["確認", "更新", "点検", "調査"],
        B: ["安全な環境の維持", "法令の改正", "設備の入れ替え", "規約の変更"],
        C: ["全てのお客様に", "対象の方に限り", "無作為に選んだ方へ"],
      },
    },
    {
      shape: "{A}のお心当たりがない場合は、{B}までに{C}ください。",
      fill: {
        A: ["このご請求", "この操作", "この申し込み", "この通知"],
        B: ["明日正午", "週末", "{d}", "今夜"],
        C: ["取り消しの手続きをして", "専用窓口へ回答して", "確認番号を入力して"],
      },
    },
    {
      shape: "受付番号は {t} です。{A}の際に{B}になります。",
      fill: { A: ["お問い合わせ", "お手続き", "ご返金", "再配達"], B: ["必要", "ご提示いただくこと", "確認の手がかり"] },
    },
  ],
  closings: [
    "このメールは送信専用です。ご返信いただいてもお答えできません。",
    "ご不明な点はサポート窓口までお問い合わせください。",
    "{b} カスタマーサポート",
    "今後とも{b}をよろしくお願い申し上げます。",
    "配信停止をご希望の方は会員ページからお手続きください。",
  ],
  junk: [
    "昨日の夕焼けは橙色で、川面に長く映っていました。",
    "古い本棚を直したら猫がそこで眠るようになった。",
    "駅前の喫茶店は来週から営業時間を変えるそうだ。",
    "庭の柿がようやく色づき始めている。",
  ],
} as const;

export const EN = {
  subjects: [
    {
      shape: "{A} {B}: {b}",
      fill: {
        A: ["Action required", "Notice", "Final reminder", "Security alert"],
        B: ["account on hold", "{n} messages pending", "payment declined", "parcel held", "password expiry", "refund waiting"],
      },
    },
    {
      shape: "{b} {A} {B}",
      fill: { A: ["customer", "member", "mailbox", "billing"], B: ["verification {t}", "update needed before {d}", "statement ready", "storage almost full"] },
    },
  ],
  greetings: ["Dear {r},", "Hello {r},", "Dear valued customer of {b},", "Attention {r}:"],
  sentences: [
    {
      shape: "We {A} {B} on your {b} {C} on {d}.",
      fill: {
        A: ["noticed", "recorded", "blocked", "were told of"],
        B: ["an unusual sign-in", "a refused charge", "an address change", "several failed attempts"],
        C: ["account", "profile", "mailbox", "membership"],
      },
    },
    {
      shape: "As a result {A} has been {B} until {C}.",
      fill: {
        A: ["your access", "the delivery", "outgoing mail", "your balance"],
        B: ["restricted", "suspended", "placed on hold", "queued"],
        C: ["you confirm who you are", "the outstanding fee is paid", "the form below is completed", "our team hears from you"],
      },
    },
    {
      shape: "There are {n} {A} waiting for {B}.",
      fill: { A: ["incoming messages", "unpaid items", "parcels", "reward points"], B: ["your approval", "release", "a signature", "collection at the depot"] },
    },
    {
      shape: "If nothing is done within {A}, {B}.",
      fill: {
        A: ["24 hours", "{n} days", "this week", "two working days"],
        B: ["the account will be closed for good", "all stored data will be erased", "the item goes back to the sender", "a late charge of {n} USD is added"],
      },
    },
    {
      shape: "Please use the {A} to {B} {C}.",
      fill: {
        A: ["secure button", "link under this line", "member page", "attached form"],
        B: ["confirm", "renew", "restore", "update"],
        C: ["your billing details", "the sign-in data", "your shipping address", "the payment card"],
      },
    },
    {
      shape: "This {A} is part of {B} and concerns {C}.",
      fill: {
        A: ["review", "upgrade", "check", "migration"],
        B: ["our yearly audit", "new legal duties", "a change of servers", "the revised terms"],
        C: ["all customers", "selected members only", "mailboxes older than a year"],
      },
    },
    {
      shape: "Your reference is {t}; keep it for {A} and {B}.",
      fill: { A: ["the refund", "later questions", "the courier", "our help desk"], B: ["do not share it", "quote it in full", "enter it on the next page"] },
    },
  ],
  closings: [
    "This mailbox is not monitored, replies are not read.",
    "Kind regards, the {b} team",
    "You receive this because you are a {b} customer.",
    "To stop these notices open your settings.",
    "Copyright {b}. All rights reserved.",
  ],
  junk: [
    "The lighthouse keeper painted his door twice that summer.",
    "Seven grey geese crossed the frozen harbour before noon.",
    "Nobody remembers who planted the crooked pear tree.",
    "A violin lay open on the kitchen table.",
  ],
} as const;

export const BRANDS: readonly string[] = [
  ..."エックスサーバー さくらインターネット 楽天市場 Amazon 三井住友カード イオンカード ヤマト運輸 佐川急便 日本郵便 メルカリ PayPay えきねっと ETC利用照会サービス".split(
    " ",
  ),
  ..."青空銀河カード みどり運送サービス ことり通信 はやぶさ証券 北斗ネットバンク 白波ショッピング もみじ光 つばめポイント".split(" "),
  ..."PayPal Netflix DHL Microsoft Apple Northwind Harbourline Bluefern Castellan Pinemark".split(" "),
];
