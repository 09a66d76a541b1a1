import type { FactStatus } from "../../brands/brand.ts";
import type { Bilingual } from "../../terms/index.ts";

/** Every fixed text of the site. Japanese and English are written for their own readers, not word for word. */
export const WORDS = {
  skip: { ja: "本文へ移動", en: "Skip to the content" },
  home: { ja: "新しい注意喚起", en: "Latest warnings" },
  archive: { ja: "すべての注意喚起", en: "All warnings" },
  brands: { ja: "会社から探す", en: "By company" },
  inMenu: { ja: "一覧", en: "All" },
  search: { ja: "検索", en: "Search" },
  searchTitle: { ja: "届いたメールを検索する", en: "Search for the mail you got" },
  searchLabel: { ja: "件名・文章・差出人・URL", en: "Subject, a sentence, sender or URL" },
  searchHint: {
    ja: "届いたメールの件名をそのまま貼り付けてください。入力した内容はこのページの中だけで使い、どこにも送りません。",
    en: "Paste the subject of the mail you got. What you type is used inside this page and sent nowhere.",
  },
  searchNoScript: { ja: "検索には JavaScript が必要です。一覧から探すこともできます。", en: "Searching needs JavaScript. You can also look through the list." },
  searchButton: { ja: "検索する", en: "Search" },
  navigation: { ja: "サイト内の移動", en: "Site" },
  otherLanguage: { ja: "日本語", en: "English" },
  intro: {
    ja: "会社やサービスを名乗って届いた怪しいメールを、公式の情報と照らし合わせた根拠とともに公開しています。",
    en: "Suspicious mails sent in the name of companies, published with evidence: each one is held against what is official.",
  },
  empty: { ja: "公開された注意喚起はまだありません。", en: "No warning has been published yet." },
  published: { ja: "公開", en: "Published" },
  updated: { ja: "更新", en: "Updated" },
  received: { ja: "メールの日付", en: "Date of the mail" },
  from: { ja: "差出人", en: "From" },
  fromForged: {
    ja: "かたられたアドレスです。持ち主は被害者で、送った本人ではありません。",
    en: "This address was forged. Its owner is a victim and did not send the mail.",
  },
  linkHosts: { ja: "リンクの本当の行き先", en: "Where the links really lead" },
  contact: { ja: "本物の会社に連絡するには", en: "How to reach the real company" },
  contactNote: {
    ja: "メールに書かれた連絡先やリンクではなく、次の公式ページから連絡してください。",
    en: "Use the official page below, never a link or a number from the mail.",
  },
  contactUnknown: {
    ja: "公式の連絡先はまだ登録されていません。ブラウザーに公式サイトのアドレスを自分で入力して開いてください。",
    en: "No official contact page is registered yet. Type the official address into your browser yourself.",
  },
  contactPage: { ja: "公式の問い合わせページ", en: "Official contact page" },
  reportAddress: { ja: "迷惑メールの報告先", en: "Reports of forged mail go to" },
  officialNotices: { ja: "公式の注意喚起のページ", en: "Official page of warnings" },
  relatedCampaign: { ja: "同じ文面の注意喚起", en: "Warnings about the same text" },
  campaign: { ja: "同じ文面のメール", en: "Mails with the same text" },
  corrections: { ja: "訂正の記録", en: "Corrections" },
  copy: { ja: "この記事を知らせる", en: "Tell others" },
  copyLabel: { ja: "題名とアドレス", en: "Title and address" },
  copyButton: { ja: "コピーする", en: "Copy" },
  copied: { ja: "コピーしました", en: "Copied" },
  brandPage: { ja: "この会社の公式情報と注意喚起", en: "Official facts and warnings about this name" },
  domains: { ja: "公式のドメイン", en: "Official domains" },
  domainsNote: {
    ja: "ここにないドメインが、すべて偽物というわけではありません。まだ確かめていないものは載っていません。",
    en: "A domain that is not listed is not always false: what nobody has checked yet is missing.",
  },
  notOfficial: { ja: "公式とは限らないドメイン", en: "Domains that prove nothing" },
  notOfficialNote: {
    ja: "この会社の利用者(契約者)が使うドメインです。誰でも使えるため、本物の証明になりません。",
    en: "Customers of the company use these. Anybody can get one, so they prove nothing.",
  },
  domain: { ja: "ドメイン", en: "Domain" },
  role: { ja: "用途", en: "Used for" },
  status: { ja: "確かさ", en: "How sure" },
  checked: { ja: "確認日", en: "Checked" },
  site: { ja: "サイト", en: "Site" },
  sender: { ja: "メールの送信", en: "Sending mail" },
  address: { ja: "差出人アドレス", en: "Sender address" },
  delegated: { ja: "配信の委託先", en: "Sends for them" },
  tracker: { ja: "リンクの中継", en: "Tracks their links" },
  machine: { ja: "機械からの通知", en: "Machine notices" },
  customer: { ja: "利用者", en: "Customers" },
  urlRule: { ja: "公式が示す URL の形", en: "Shape of URLs as they print it" },
  warningsInName: { ja: "この名前をかたるメールの注意喚起", en: "Warnings about mail in this name" },
  noWarnings: { ja: "この名前をかたるメールの注意喚起は、まだありません。", en: "There is no warning about mail in this name yet." },
  withdrawn: { ja: "取り下げられた注意喚起", en: "This warning was withdrawn" },
  withdrawnText: {
    ja: "このアドレスにあった注意喚起は取り下げられました。内容は公開していません。",
    en: "The warning at this address was withdrawn. Its content is no longer published.",
  },
  notFound: { ja: "ページがありません", en: "There is no such page" },
  notFoundText: { ja: "アドレスをお確かめください。検索か一覧からお探しいただけます。", en: "Please check the address, or look in the search or the list." },
  otherBrands: { ja: "登録されているほかの会社", en: "Other registered companies" },
  previous: { ja: "前へ(古いもの)", en: "Older" },
  next: { ja: "次へ(新しいもの)", en: "Newer" },
  feeds: { ja: "新しい注意喚起の配信", en: "Feeds" },
  footer: {
    ja: "このサイトは追跡をせず、外部のものを読み込みません。表示している文面の受信者の情報は伏せてあります。",
    en: "This site does not track you and loads nothing from elsewhere. The recipients' details in the mails shown are taken out.",
  },
  impersonation: { ja: "なりすまし", en: "Impersonation" },
  suspicious: { ja: "怪しい", en: "Suspicious" },
} satisfies Readonly<Record<string, Bilingual>>;

export const STATUS: Readonly<Record<FactStatus, Bilingual>> = {
  confirmed: { ja: "公式が明記", en: "says the company" },
  documented: { ja: "第三者の資料", en: "third-party record" },
  assumed: { ja: "未確認", en: "not checked" },
};

/** What the search script says; handed over in the page's data attributes. */
export const SEARCH_WORDS = {
  busy: { ja: "検索しています…", en: "Searching…" },
  none: {
    ja: "見つかりませんでした。ここにないことは、本物だという証明にはなりません。",
    en: "Nothing was found. That is no proof that the mail is genuine.",
  },
  found: { ja: "近い順に {n} 件", en: "{n} found, closest first" },
  short: { ja: "2 文字以上入力してください。", en: "Please type at least two characters." },
  failed: { ja: "検索できませんでした。通信の状態を確かめて、もう一度お試しください。", en: "The search failed. Check your connection and try again." },
} satisfies Readonly<Record<string, Bilingual>>;

export const warningsCount = (n: number): Bilingual => ({
  ja: `注意喚起 ${n.toLocaleString("en")} 件`,
  en: n === 1 ? "1 warning" : `${n.toLocaleString("en")} warnings`,
});
export const newestOf = (shown: number, all: number): Bilingual => ({
  ja: `全 ${all.toLocaleString("en")} 件のうち新しい ${shown} 件です。ほかは検索でお探しください。`,
  en: `The newest ${shown} of ${all.toLocaleString("en")}. Use the search for the others.`,
});
export const campaignText = (size: number, first: string, last: string): Bilingual => ({
  ja:
    first === last
      ? `同じ文面のメールが ${first} に ${size.toLocaleString("en")} 件見つかっています。`
      : `同じ文面のメールが ${first} から ${last} までに ${size.toLocaleString("en")} 件見つかっています。`,
  en: `${size === 1 ? "One mail" : `${size.toLocaleString("en")} mails`} with the same text ${size === 1 ? "was" : "were"} seen ${first === last ? `on ${first}` : `between ${first} and ${last}`}.`,
});
export const namedBrand = (label: Bilingual): Bilingual => ({ ja: `「${label.ja}」を名乗るメール`, en: `Mail in the name of ${label.en}` });
