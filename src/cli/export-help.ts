import { exporters } from "../publish/exporters.generated.ts";
import type { Bilingual, Language } from "../terms/index.ts";

/** Every format with what it is for, one a line. */
export function formatLines(lang: Language): string {
  const width = Math.max(...exporters.map(({ id }) => id.length));
  return exporters.map(({ id, label }) => `  ${id.padEnd(width)}  ${label[lang]}\n`).join("");
}

/** What `ayashii export --help` teaches. */
export const EXPORT_HELP: Bilingual = {
  ja: `注意喚起の記事を、ほかの仕組みが読める形にします。WordPress へ送る --to のほかは通信しません。

使い方
  ayashii export FORMAT SLUG...             保管庫の記事から
  ayashii export FORMAT --all               公開した記事すべてから
  ayashii export FORMAT --article FILE.json 記事のファイルから(ayashii article --json)

形式
${formatLines("ja")}
オプション
  -o, --out PATH       書き先。ファイルがいくつかできる形式ではフォルダー
  --url BASE           記事を置くアドレス。そこへのリンクが入る
  --reporter-name NAME, --reporter-mail ADDRESS   報告する人(arf と xarf には要る)
  --archive FILE       保管庫    --lang ja|en  言語
  --to URL --user NAME WordPress へ下書きとして送る。公開はしない
                       アプリケーションパスワードは環境変数 AYASHII_WORDPRESS_PASSWORD で渡す

載せるのは、はっきり責められるリンク先だけです。本物の会社のサイト、ほかの人も使う共用のホスト、詐称された
差出人のアドレスは、リストに載りません。報告は下書きで、送るのは人です。

例
  ayashii article mail.eml --json > warning.json
  ayashii export abuse --article warning.json
  ayashii export rpz --all -o /etc/bind/ayashii.rpz.zone
  AYASHII_WORDPRESS_PASSWORD=… ayashii export wordpress SLUG --to https://blog.example --user hanako

終了コード  0 できた  1 載せるものがない・断られた  2 使い方の誤り・読めない
`,
  en: `Writes warnings in forms that other systems read. Opens no connection but with --to, for WordPress.

Usage
  ayashii export FORMAT SLUG...             articles of the archive
  ayashii export FORMAT --all               all published articles
  ayashii export FORMAT --article FILE.json articles kept as files (ayashii article --json)

Formats
${formatLines("en")}
Options
  -o, --out PATH       where to write; a folder for formats of several files
  --url BASE           where the articles stand; links to them are put in
  --reporter-name NAME, --reporter-mail ADDRESS   who reports (arf and xarf ask for it)
  --archive FILE       the archive    --lang ja|en  language
  --to URL --user NAME send to WordPress, as a draft; nothing is published
                       the application password comes in the variable AYASHII_WORDPRESS_PASSWORD

Only linked hosts that can be blamed for certain are listed: no real company's site, no host that others share, no
address of a forged sender. Reports are drafts; a person sends them.

Examples
  ayashii article mail.eml --json > warning.json
  ayashii export abuse --article warning.json
  ayashii export rpz --all -o /etc/bind/ayashii.rpz.zone
  AYASHII_WORDPRESS_PASSWORD=… ayashii export wordpress SLUG --to https://blog.example --user hanako

Exit codes  0 done  1 nothing to write, or refused  2 wrong usage or unreadable
`,
};
