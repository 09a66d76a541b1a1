import type { Bilingual } from "../terms/index.ts";

/** What `ayashii serve --help` teaches. */
export const SERVE_HELP: Bilingual = {
  ja: `ブラウザーでメールを調べ、届け出を受け付け、注意喚起を公開するサーバーです。npm start でも動きます。

使い方
  ayashii serve                  この機械の中だけで動かす(http://127.0.0.1:8787/)
  ayashii serve --host ADDR ...  ほかの機械からも使えるようにする(先に管理者のアカウントが要ります)
  ayashii serve DIR              site build で作ったフォルダーを見るだけ

オプション
  --port N           ポート(既定: 8787。0 なら空いているもの)
  --host ADDR        待ち受けるアドレス(既定: 127.0.0.1)
  --archive FILE     保管庫(既定: ayashii examine --save と同じ)。届け出の列、アカウント、サイトはその隣に置きます
  --data DIR         受付の画面から書き換えてよい brands/ と advisories/ のあるフォルダー
  --public-url URL   人が使うアドレス(https://desk.example.org など)。プロキシの後ろでは必要です
  --behind-proxy     前に置いたプロキシが付けた X-Forwarded-For の最後のアドレスを信じる
  --open-reports     アカウントのない人からの届け出も受け付ける
  --mail-mb N        1 通の大きさの上限、メガバイト(既定: 25)
  --uploads N        1 つのアドレスかアカウントから 1 分に受け付ける届け出の数(既定: 30000)
  --session-minutes N  使わなければログインが切れるまでの分(既定: 120)
  --examiners N      同時に調べるプロセスの数(既定: コアの数、8 まで。1 つに 150 MB から 250 MB)
  --lang ja|en       この命令の表示の言語

アカウント
  ayashii accounts add NAME --role admin   パスワードは尋ねられます(標準入力からも渡せます)
  この機械の中だけで、アカウントが 1 つもなければ、ログインなしで使えます。

例
  ayashii serve
  ayashii accounts add hanako --role admin && ayashii serve --host 0.0.0.0 --public-url https://desk.example.org --behind-proxy
`,
  en: `The server: check mails in a browser, take in reports, publish warnings. npm start runs it too.

Usage
  ayashii serve                  on this machine only (http://127.0.0.1:8787/)
  ayashii serve --host ADDR ...  also for other machines; an admin account has to be there first
  ayashii serve DIR              only look at a folder that site build made

Options
  --port N           port (default: 8787; 0 takes a free one)
  --host ADDR        address to listen on (default: 127.0.0.1)
  --archive FILE     the archive (default: that of ayashii examine --save); reports, accounts and the site are kept beside it
  --data DIR         folder with brands/ and advisories/ that the desk may edit
  --public-url URL   where people reach it, such as https://desk.example.org; needed behind a proxy
  --behind-proxy     believe the last address of X-Forwarded-For, which a proxy in front adds
  --open-reports     take reports from people without an account too
  --mail-mb N        largest mail, in megabytes (default: 25)
  --uploads N        reports a minute from one address or account (default: 30000)
  --session-minutes N  minutes after which an unused login ends (default: 120)
  --examiners N      processes that examine at once (default: one a core, 8 at most; 150 to 250 MB each)
  --lang ja|en       language of what this command prints

Accounts
  ayashii accounts add NAME --role admin   asks for a password, or reads it from standard input
  On this machine only, and while there is no account, nobody has to log in.

Examples
  ayashii serve
  ayashii accounts add hanako --role admin && ayashii serve --host 0.0.0.0 --public-url https://desk.example.org --behind-proxy
`,
};
