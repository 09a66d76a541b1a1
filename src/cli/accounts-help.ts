import type { Bilingual } from "../terms/index.ts";

/** What `ayashii accounts --help` teaches. */
export const ACCOUNTS_HELP: Bilingual = {
  ja: `サーバー(ayashii serve)を使う人のアカウントを、この機械の上で管理します。

使い方
  ayashii accounts add NAME --role reporter|editor|admin   パスワードを尋ねて作る
  ayashii accounts list                                    名前と役割の一覧
  ayashii accounts password NAME                           パスワードを変える。その人のログインとトークンは使えなくなる
  ayashii accounts remove NAME                             消す。最後の管理者は消せない

役割
  reporter  メールを届け出て、自分の届け出を見る
  editor    判定を決め、注意喚起を書いて公開する
  admin     アカウントと公式の事実も変える

オプション
  --archive FILE  保管庫(既定: ayashii serve と同じ)。アカウントはその隣に置かれます
  --lang ja|en

パスワードは端末で尋ねます。端末でなければ、標準入力の 1 行目を読みます。

例
  ayashii accounts add hanako --role admin
  pwgen 24 1 | ayashii accounts add robot --role reporter
`,
  en: `The accounts of those who use the server (ayashii serve), managed on its machine.

Usage
  ayashii accounts add NAME --role reporter|editor|admin   asks for a password and makes it
  ayashii accounts list                                    names and roles
  ayashii accounts password NAME                           sets the password; logins and tokens of that person end
  ayashii accounts remove NAME                             takes it away; the last admin stays

Roles
  reporter  hands in mails and sees their own
  editor    decides on mails, writes and publishes warnings
  admin     also changes accounts and official facts

Options
  --archive FILE  the archive (default: as ayashii serve); accounts are kept beside it
  --lang ja|en

The password is asked for at the terminal. Without a terminal the first line of standard input is taken.

Examples
  ayashii accounts add hanako --role admin
  pwgen 24 1 | ayashii accounts add robot --role reporter
`,
};
