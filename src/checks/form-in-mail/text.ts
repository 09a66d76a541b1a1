import type { Bilingual } from "../../terms/index.ts";
import type { FindingText } from "../file-point.ts";

export const SEEN: Readonly<Record<"password-field" | "secret-field", Bilingual>> = {
  "password-field": { ja: "本文の中にパスワードの入力欄があります。", en: "The mail itself has a field for a password." },
  "secret-field": { ja: "本文の中にカード番号や暗証番号の入力欄があります。", en: "The mail itself has a field for a card number or PIN." },
};

export const TEXTS: FindingText = {
  title: { ja: "メールの中に入力欄があります", en: "There is a form in the mail itself" },
  official: { ja: "パスワードやカード番号をメールの中で入力させる会社はありません。", en: "No company has passwords or card numbers typed into a mail." },
  why: { ja: "入力した内容は、公式サイトを通らずに相手へ送られます。", en: "What is typed goes to the sender without passing the official site." },
  action: { ja: "メールの中には何も入力せず、公式サイトやアプリで確かめてください。", en: "Type nothing into the mail. Look on the official site or app." },
};
