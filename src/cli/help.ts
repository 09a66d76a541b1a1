import type { Bilingual } from "../terms/index.ts";

/** What `ayashii --help` teaches. */
export const HELP: Bilingual = {
  ja: `怪しいメールを調べ、根拠つきで説明します。--online なしでは通信せず、リンクも添付も開きません。

使い方
  ayashii examine FILE...        メールを調べる
  ayashii article FILE|CASE      公開できる注意喚起の記事にする(ayashii article --help)
  ayashii examine --save FILE... 調べて保管庫に残す(docs/archive.md)
  ayashii cases [list] | show ID 保管したメール。show ID -o FILE でメールそのものを書き出す
  ayashii search TEXT            件名、文、アドレス、URL を貼って、注意喚起と事例を探す
  ayashii reexamine [ID...]      判定の規則や登録が変わったとき調べ直し、変わったところを示す
  ayashii labels export DIR      人が判断したメールを、評価用の正解データ(.eml と index.tsv)として書き出す
  ayashii archive backup FILE | restore FILE | expire --before DAY | forget REPORTER
  ayashii brands list            登録されたブランドの一覧
  ayashii brands show ID         1 つのブランドの公式な事実と出典
  ayashii brands find NAME       名前が指すブランドの id(なければ終了コード 1)
  ayashii brands lint [DIR]      data/brands の誤りを 1 行ずつ
  ayashii brands add             ブランドを 1 つ、質問に答えて加える(docs/brands.md)
  ayashii advisories import FILE|URL|-   公式の注意喚起を事例にする(advisories --help)
  ayashii advisories list | show ID | lint [DIR]
  ayashii advisories watch       公式の注意喚起のページを 1 日 1 回見に行き、新しい事例を下書きにする
  ayashii advisories pending list | approve FILE | reject FILE   下書きを人が採否する
  ayashii site build --out DIR   公開した注意喚起のサイトを作る(site --help、docs/site.md)
  ayashii serve                  ブラウザーで調べ、届け出を受け付けるサーバー(serve --help)
  ayashii serve DIR              作ったサイトをこの機械の中だけで見る
  ayashii accounts add NAME --role ROLE | list | password NAME | remove NAME   サーバーのアカウント
  ayashii export FORMAT SLUG|--all   STIX、MISP、報告の下書き、ブロックリスト、WordPress などへ(export --help)

FILE には .eml、mbox、Outlook の .msg、Maildir、フォルダー、-(標準入力)を渡せます。
ヘッダーのない文章は、画面から写した本文として調べます。

オプション(cases, search): --brand ID、--level LEVEL、--campaign ID、--limit N、--before ID、--json、--archive FILE

オプション(examine)
  --json            1 通 1 行の JSON(docs/json.md)
  --html            1 ファイルで完結する HTML
  -o, --output PATH 結果の書き先(--html で複数のメールならフォルダー)
  --lang ja|en      言語(既定: ロケール)
  --width N         折り返す幅(既定: 端末の幅)
  --no-color        色を使わない
  --brands DIR      ブランドのファイルを読むフォルダー
  --advisories DIR  このフォルダーの注意喚起とも比べる(advisories import --save --advisories DIR で書いたもの)
  --online          DNS に問い合わせ、署名(DKIM)と送信元(SPF・DMARC)を検証する
  --save            メールと結果を保管庫に残す
  --archive FILE    保管庫(既定: $AYASHII_HOME/archive.sqlite か ~/.local/share/ayashii/archive.sqlite)
  --reporter NAME   届け出た人(--save)。archive forget NAME で、その人のメールを取り除ける
  --record FILE     --online の問い合わせの答えを書き留める
  --answers FILE    書き留めた答えで、通信せずに同じ結果を得る
  --version, --help

例
  ayashii examine examples/xserver-pending-messages.eml
  ayashii examine --html -o report.html mail.eml
  cat mail.eml | ayashii examine -
  ayashii examine --json ~/Maildir | jq -c '[.file, .verdict.level]'

終了コード
  0  どのメールにも怪しい点がない(判断できないものを含む)
  1  怪しい、またはなりすましのメールがある
  2  読めないものがあった、または使い方の誤り
`,
  en: `Examines a suspicious mail and explains it with evidence. Opens no link and no attachment,
and no connection without --online.

Usage
  ayashii examine FILE...        examine mails
  ayashii article FILE|CASE      make a public warning of it (ayashii article --help)
  ayashii examine --save FILE... examine and keep in the archive (docs/archive.md)
  ayashii cases [list] | show ID the mails kept; show ID -o FILE writes the mail itself
  ayashii search TEXT            paste a subject, sentence, address or URL: warnings and cases
  ayashii reexamine [ID...]      examine anew after checks or registry changed; shows what changed
  ayashii labels export DIR      write the mails people decided on as labelled cases (.eml and index.tsv)
  ayashii archive backup FILE | restore FILE | expire --before DAY | forget REPORTER
  ayashii brands list            the registered brands
  ayashii brands show ID         one brand's official facts with their sources
  ayashii brands find NAME       id of the brand a name means (exit code 1 if none)
  ayashii brands lint [DIR]      what is wrong in data/brands, one line each
  ayashii brands add             add a brand by answering questions (docs/brands.md)
  ayashii advisories import FILE|URL|-   an official warning as cases (advisories --help)
  ayashii advisories list | show ID | lint [DIR]
  ayashii advisories watch       look at official warning pages once a day; new cases become drafts
  ayashii advisories pending list | approve FILE | reject FILE   a person decides on the drafts
  ayashii site build --out DIR   make the site of the published warnings (site --help, docs/site.md)
  ayashii serve                  the server: check in a browser, take in reports (serve --help)
  ayashii serve DIR              look at the built site, on this machine only
  ayashii accounts add NAME --role ROLE | list | password NAME | remove NAME   accounts of the server
  ayashii export FORMAT SLUG|--all   to STIX, MISP, drafts of reports, block lists, WordPress, … (export --help)

FILE is an .eml, mbox, Outlook .msg, Maildir, a folder, or - for standard input.
Text without a header is examined as text copied from the screen.

Options (cases, search): --brand ID, --level LEVEL, --campaign ID, --limit N, --before ID, --json, --archive FILE

Options (examine)
  --json            one line of JSON a mail (docs/json.md)
  --html            one self-contained HTML file
  -o, --output PATH where to write (a folder when --html meets several mails)
  --lang ja|en      language (default: the locale's)
  --width N         columns to fold to (default: the terminal's)
  --no-color        no colour
  --brands DIR      read the brand files of this folder
  --advisories DIR  compare with the warnings of this folder, too (advisories import --save --advisories DIR writes there)
  --online          ask DNS servers, to verify signature (DKIM) and sender (SPF, DMARC)
  --save            keep mail and result in the archive
  --archive FILE    the archive (default: $AYASHII_HOME/archive.sqlite, or ~/.local/share/ayashii/archive.sqlite)
  --reporter NAME   who handed it in (--save); archive forget NAME takes their mails out
  --record FILE     write down what they answered
  --answers FILE    take the answers written down; asks nobody, gives the same result
  --version, --help

Examples
  ayashii examine examples/xserver-pending-messages.eml
  ayashii examine --html -o report.html mail.eml
  cat mail.eml | ayashii examine -
  ayashii examine --json ~/Maildir | jq -c '[.file, .verdict.level]'

Exit codes
  0  no mail is suspicious (undecided ones among them)
  1  a mail is suspicious or an impersonation
  2  something could not be read, or wrong usage
`,
};
