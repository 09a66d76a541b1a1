import type { Bilingual } from "../terms/index.ts";

/** What `ayashii advisories --help` teaches. */
export const ADVISORIES_HELP: Bilingual = {
  ja: `公式の注意喚起(お知らせのページや文章)から、偽メールの事例を読み取ります。保存した事例は、次の examine からすぐ使われます。

使い方
  ayashii advisories import FILE|URL|-   ページ(HTML)や写した文章を読み、記録を標準出力に出す
  ayashii advisories import FILE --save  端末で確かめ、直してから data/advisories に保存する
  ayashii advisories list                記録の一覧(id、日付、事例の数、題)
  ayashii advisories show ID             1 つの記録(ID は list の 1 列目)
  ayashii advisories lint [DIR]          記録の誤りを 1 行ずつ
  ayashii advisories watch               公式のページを 1 日 1 回見に行き、新しい事例を下書きにする
  ayashii advisories pending list | approve FILE | reject FILE   下書きを人が採否する

読み取れなかった行は、行番号と(分かれば)理由をつけて標準エラー出力に出ます。推測で埋めることはありません。
本物のメールの見本、正しい差出人、問い合わせ先は事例になりません。

オプション(import)
  --brand ID         装われたブランド(なければ題名やページの場所から)
  --url URL --title 題 --issuer 名 --issuer-en NAME --published YYYY-MM-DD --id ID --note 文
                     こちらの値が、読み取ったものより優先されます
  --save             端末では確かめてから、それ以外は --yes をつけると保存する
  -o, --out FILE     保存先のファイル
  --advisories DIR   data/advisories の代わりの場所(examine --advisories DIR で使えます)
  --html, --text, --charset NAME   種類や文字コードの推定が違うとき
  --json             記録と、読み取れなかった行の全部
  --lang ja|en       言語(既定: ロケール)

保存する前の確認([ ] の文字を入力)
  s 保存  m 足りない項目だけ答える  u 読めなかった行を項目に入れる(例: 19 2 body)
  f すべての項目を順に直す  e エディターで直す  b ブランド  d 事例を消す  q やめる

例
  ayashii advisories import notice.html --url https://www.example.com/notice --save
  ayashii examine mail.eml               (保存した事例と一致すれば、そう言います)

終了コード  0 事例があった(保存した)  1 事例のないページ、記録がない、誤りがある  2 読めない、保存できない、使い方の誤り
`,
  en: `Reads the example mails out of an official warning (a page or its text). What is saved counts from the next examine on.

Usage
  ayashii advisories import FILE|URL|-   read a page (HTML) or copied text; the record goes to standard output
  ayashii advisories import FILE --save  check and correct it at the terminal, then save it in data/advisories
  ayashii advisories list                the records: id, day, number of cases, title
  ayashii advisories show ID             one record (ID: the first column of list)
  ayashii advisories lint [DIR]          what is wrong in the records, one line each
  ayashii advisories watch               look at official pages once a day; new cases become drafts
  ayashii advisories pending list | approve FILE | reject FILE   a person decides on the drafts

Lines that were not read are listed on standard error with their number and, where known, the reason. Nothing is guessed.
Samples of genuine mail, genuine senders and contacts never become cases.

Options (import)
  --brand ID         the brand the mails pose as (else by title or place of the page)
  --url URL --title TEXT --issuer NAME --issuer-en NAME --published YYYY-MM-DD --id ID --note TEXT
                     said by you, goes before what was read
  --save             save: asks first at a terminal, elsewhere needs --yes
  -o, --out FILE     the file to save to
  --advisories DIR   another place than data/advisories (examine --advisories DIR compares with it)
  --html, --text, --charset NAME   when the guess is wrong
  --json             the record, and every line that was not read
  --lang ja|en       language (default: the locale's)

Before it is saved (type the letter)
  s save  m answer only what is missing  u put a line that was not read into a field (for example: 19 2 body)
  f correct field by field  e correct in $EDITOR  b brand  d drop a case  q quit

Example
  ayashii advisories import notice.html --url https://www.example.com/notice --save
  ayashii examine mail.eml               (says so when the mail is one of the saved cases)

Exit codes  0 there are cases (saved)  1 page without a case, no such record, something is wrong  2 unreadable, not saved, wrong usage
`,
};
