import type { Bilingual } from "../../../terms/index.ts";
import type { FactKind } from "./edit.ts";

export const WORDS = {
  title: { ja: "ブランドの公式情報", en: "Official facts of brands" },
  search: { ja: "名前・ID・ドメインで探す", en: "Search name, id, domain" },
  show: { ja: "探す", en: "Search" },
  new: { ja: "ブランドを加える", en: "Add a brand" },
  none: { ja: "見つかりません。別の名前やドメインで探すか、ブランドを加えてください。", en: "Nothing found. Try another name or domain, or add the brand." },
  count: { ja: "% 件", en: "% brands" },
  more: { ja: "はじめの 60 件です。言葉を足して絞り込んでください。", en: "The first 60; add to the search to narrow it down." },
  crumb: { ja: "ブランド", en: "Brands" },
  id: { ja: "ID(英小文字・数字・-)", en: "Id (lower case, digits, -)" },
  namesJa: { ja: "日本語の名前(1 行に 1 つ)", en: "Japanese names, one a line" },
  namesEn: { ja: "英字の名前(1 行に 1 つ)", en: "Latin names, one a line" },
  ownerJa: { ja: "会社名", en: "Company in Japanese" },
  ownerEn: { ja: "会社名(英語)", en: "Company in English" },
  domains: { ja: "公式サイトのドメイン(1 行に 1 つ)", en: "Domains of the official sites, one a line" },
  senders: { ja: "メールを送るドメイン(1 行に 1 つ)", en: "Domains that send its mail, one a line" },
  status: { ja: "確かさ", en: "How well founded" },
  source: { ja: "出典のページ", en: "Page that says so" },
  advisoryPages: { ja: "注意喚起のページ(1 行に 1 つ)", en: "Its warning pages, one a line" },
  contactPage: { ja: "問い合わせページ", en: "Contact page" },
  makeFile: { ja: "ファイルの案を作る", en: "Make a draft of the file" },
  makeNote: { ja: "まだ保存されません。次の画面で確かめてから保存します。", en: "Nothing is saved yet; you look at it first." },
  file: { ja: "ファイル(YAML)", en: "The file (YAML)" },
  check: { ja: "確かめる", en: "Check" },
  save: { ja: "保存する", en: "Save" },
  addTitle: { ja: "よくある情報を足す", en: "Add a usual fact" },
  addNote: { ja: "ファイルの案に書き足します。保存するまで効きません。", en: "It goes into the text above; nothing counts until you save." },
  kind: { ja: "種類", en: "Kind" },
  value: { ja: "ドメインかアドレス", en: "Domain or address" },
  add: { ja: "書き足す", en: "Add to the text" },
  addBroken: { ja: "YAML が壊れているため、書き足せませんでした。先に直してください。", en: "The YAML is broken; mend it before adding to it." },
  unknown: { ja: "その ID のブランドはありません。", en: "There is no brand of that id." },
  badId: { ja: "ID は英小文字・数字・- だけで、80 字までです。", en: "An id is lower case, digits and -, at most 80 characters." },
  exists: { ja: "その ID のブランドはもうあります。一覧から開いて直してください。", en: "There is a brand of that id already; open it from the list." },
  facts: { ja: "今使われている情報", en: "Facts in use" },
} as const satisfies Record<string, Bilingual>;

export const KIND_WORDS: Readonly<Record<FactKind, Bilingual>> = {
  siteDomains: { ja: "公式サイトのドメイン", en: "official site" },
  senderDomains: { ja: "送信元のドメイン", en: "sender domain" },
  senderAddresses: { ja: "送信元のアドレス", en: "sender address" },
  delegatedSenders: { ja: "配信を任せている会社のドメイン", en: "delivers for it" },
  linkTrackers: { ja: "リンクの計測に使うドメイン", en: "tracks its links" },
  customerDomains: { ja: "利用者に貸すドメイン(公式ではない)", en: "lent to customers (not official)" },
};

export const STATUS_WORDS = {
  confirmed: { ja: "会社自身のページで確認", en: "confirmed on its own page" },
  documented: { ja: "第三者の資料で確認", en: "documented by a third party" },
  assumed: { ja: "未確認", en: "assumed" },
} as const satisfies Record<string, Bilingual>;
