import type { FindingText } from "../file-point.ts";

export const TEXTS: FindingText = {
  title: { ja: "文章の代わりに画像だけのメールです", en: "The mail is a picture instead of text" },
  official: { ja: "本物の広告メールにもあるため、これだけでは判断できません。", en: "Genuine advertisements do this too: alone it decides nothing." },
  why: { ja: "文字がなければ、迷惑メールの検査は内容を読めません。", en: "Without text, spam filters cannot read what it says." },
  action: { ja: "画像は押さず、公式サイトやアプリで確かめてください。", en: "Do not press the picture. Look on the official site or app." },
};
