import type { Bilingual } from "../../terms/index.ts";
import type { FindingText } from "../file-point.ts";

export const SEEN = {
  "password-field": { ja: "パスワードなどの入力欄がある Web ページです。", en: "is a web page with a field for a password or card number." },
  "drawing-with-script": { ja: "画像(SVG)に見えて、開くと命令が動きます。", en: "looks like a picture (SVG) but runs a script when it is opened." },
  "encoded-page": { ja: "暗号のような文字列から画面を組み立てる Web ページです。", en: "is a web page that builds itself from encoded text." },
  "leads-on": { ja: "開くと自動で別のサイトへ移る Web ページです。", en: "is a web page that leads on to another site by itself." },
  form: { ja: "入力した内容を外へ送る Web ページです。", en: "is a web page that sends what is typed into it." },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const TEXTS: FindingText = {
  title: { ja: "添付ファイルが偽のログイン画面である疑いがあります", en: "An attached file may be a fake login page" },
  official: {
    ja: "会社がログイン画面をファイルで送ることはありません。ログインは公式サイトで行います。",
    en: "No company sends its login page as a file. Logins happen on the official site.",
  },
  why: {
    ja: "添付の画面ではアドレス欄に公式サイトの名前が出ないため、偽物だと気づきにくく、入力した内容は盗まれます。",
    en: "A page opened from a file shows no address to check, and what is typed into it is stolen.",
  },
  action: {
    ja: "開かないでください。入力してしまったときは、公式サイトからすぐにパスワードを変えてください。",
    en: "Do not open it. If you typed a password, change it at once on the official site.",
  },
};
