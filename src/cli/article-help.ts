import type { Bilingual } from "../terms/index.ts";

/** What `ayashii article --help` teaches. */
export const ARTICLE_HELP: Bilingual = {
  ja: `怪しいメールから、公開できる注意喚起の記事を作ります。受け取った人のことは伏せ字になり、リンクは押せなくなります。

使い方
  ayashii article FILE...        メールのファイルから記事を作る(保管庫は使わない)
  ayashii article CASE           保管したメール(c で始まる番号)の下書きを作る・作り直す
  ayashii article list           記事の一覧(--state draft|review|published|withdrawn)
  ayashii article review SLUG    下書きを確認に出す
  ayashii article return SLUG    下書きに戻す
  ayashii article publish SLUG   公開する。受け取った人のことが残っていれば断り、場所を示す
  ayashii article correct SLUG --note 理由   公開中の記事を直し、訂正の記録を残す
  ayashii article withdraw SLUG --note 理由  取り下げる

オプション
  --out DIR       両方の言語の .md .html .svg と .json を書く
                  DIR に前の .md があれば、目印の外に書いた文章を引き継ぐ
  --html, --json  Markdown の代わりに(--out なしのとき)
  --lang ja|en    言語(既定: ロケール)
  --url BASE      記事を置くアドレス(例: https://example.com/warnings/)
  --note-en TEXT  訂正の理由の英語
  --archive FILE  保管庫    --brands DIR  ブランドのファイル

例
  ayashii article examples/xserver-pending-messages.eml --out warning
  (warning/xserver-….ja.md の目印の外に自分の文章を書き、もう一度同じ命令を実行)

終了コード  0 できた  1 断った(怪しくない、状態が違う、伏せ残し)  2 使い方の誤り・読めない
`,
  en: `Makes a public warning of a suspicious mail. Its recipient is blanked out, and links are dead.

Usage
  ayashii article FILE...        an article of a mail's file, without the archive
  ayashii article CASE           draft, or make anew, the article of a kept mail (its number begins with c)
  ayashii article list           the articles (--state draft|review|published|withdrawn)
  ayashii article review SLUG    hand a draft to review
  ayashii article return SLUG    send it back to draft
  ayashii article publish SLUG   publish; refused where traces of the recipient are left, saying where
  ayashii article correct SLUG --note WHY    correct a published article and keep a record
  ayashii article withdraw SLUG --note WHY   withdraw it

Options
  --out DIR       write .md .html .svg of both languages and .json;
                  words written outside of the markers of an earlier .md there are kept
  --html, --json  in place of Markdown (without --out)
  --lang ja|en    language (default: the locale's)
  --url BASE      where the articles will stand (for example https://example.com/warnings/)
  --note-en TEXT  the note in English
  --archive FILE  the archive    --brands DIR  brand files

Example
  ayashii article examples/xserver-pending-messages.eml --out warning
  (write your own words outside of the markers in warning/xserver-….en.md and run it again)

Exit codes  0 done  1 refused (nothing suspicious, wrong state, a trace left)  2 wrong usage, unreadable
`,
};
