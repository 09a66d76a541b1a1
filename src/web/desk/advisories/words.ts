import type { UnreadReason } from "../../../advisories/layouts/layout.ts";
import type { Bilingual } from "../../../terms/index.ts";

export const WORDS = {
  title: { ja: "公式の注意喚起", en: "Official warnings" },
  lead: {
    ja: "会社や公的機関が出した注意喚起の実例です。届いたメールと一行ずつ見比べるのに使います。",
    en: "Example mails of official warnings; every mail is compared with them line by line.",
  },
  import: { ja: "注意喚起を読み込む", en: "Read in a warning" },
  importNote: {
    ja: "会社の注意喚起ページの文章(またはページのソース)をここに貼り付けてください。読めたところから案を作ります。まだ保存されません。",
    en: "Paste the text of the warning page, or its source. A draft is made of what can be read; nothing is saved yet.",
  },
  notice: { ja: "注意喚起の文章", en: "Text of the warning" },
  url: { ja: "ページのアドレス", en: "Address of the page" },
  brand: { ja: "ブランドの ID(空なら題から)", en: "Brand id (empty: from the title)" },
  read: { ja: "読み取る", en: "Read" },
  noNotice: { ja: "文章が空です。注意喚起の文章を貼り付けてください。", en: "There is no text. Paste the text of the warning." },
  noCase: {
    ja: "この文章から事例を読み取れませんでした。読めなかった行を下に示します。「件名:」「本文:」などの見出しを付けると読めることがあります。",
    en: "No example mail could be read from it; the lines that were not read are below. Labels such as “件名:” and “本文:” may help.",
  },
  unread: { ja: "読めなかった行", en: "Lines that were not read" },
  unreadNote: { ja: "大事なことが残っていれば、上の案に書き足してください。", en: "If something matters, add it to the draft above." },
  genuine: { ja: "本物として書かれているもの(事例にしません)", en: "Named as genuine (never a case)" },
  cutShort: { ja: "長いため、はじめの 5,000 行だけを読みました。", en: "It is long: only the first 5,000 lines were read." },
  file: { ja: "案(YAML)", en: "The record (YAML)" },
  brandId: { ja: "ブランドの ID", en: "Brand id" },
  recordId: { ja: "記録の名前(英小文字・数字・-)", en: "Name of the record (lower case, digits, -)" },
  check: { ja: "確かめる", en: "Check" },
  save: { ja: "保存する", en: "Save" },
  approve: { ja: "採用して保存する", en: "Approve and save" },
  reject: { ja: "採用しない", en: "Reject" },
  pending: { ja: "承認待ち(自動で見つかった下書き)", en: "Waiting for approval (found by the watcher)" },
  noPending: {
    ja: "承認待ちはありません。ayashii advisories watch を動かすと、会社の注意喚起ページの新しい事例がここに並びます。",
    en: "Nothing waits. With ayashii advisories watch running, new cases of known warning pages appear here.",
  },
  records: { ja: "登録済み", en: "Records" },
  search: { ja: "題・ブランド・発行元で探す", en: "Search title, brand, issuer" },
  show: { ja: "探す", en: "Search" },
  none: { ja: "見つかりません。", en: "Nothing found." },
  cases: { ja: "事例 % 件", en: "% cases" },
  crumb: { ja: "公式の注意喚起", en: "Official warnings" },
  unknown: { ja: "その名前の注意喚起はありません。", en: "There is no warning of that name." },
  badName: { ja: "ブランドの ID と記録の名前は、英小文字・数字・- だけです。", en: "Brand id and name are lower case, digits and - only." },
  broken: { ja: "読めないファイル", en: "unreadable" },
  incomplete: { ja: "まだ埋まっていない項目があります", en: "something has still to be filled in" },
} as const satisfies Record<string, Bilingual>;

export const WHY: Readonly<Record<UnreadReason, Bilingual>> = {
  description: { ja: "説明であって、そのままの文ではない", en: "a description, not the text itself" },
  image: { ja: "画像", en: "a picture" },
  genuine: { ja: "本物のメールか連絡先について書かれている", en: "said of genuine mail or of a contact" },
  "no-fake": { ja: "偽のメールだと書かれていない", en: "nothing says that it is of a fake" },
  "lone-field": { ja: "項目が 1 つだけ", en: "one field alone" },
};
