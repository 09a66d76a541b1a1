import type { FindingText } from "../file-point.ts";

export const TEXTS: FindingText = {
  title: { ja: "パスワード付きのファイルとパスワードが同じメールにあります", en: "A locked file and its password are in the same mail" },
  official: {
    ja: "内容を守るためのパスワードなら、別の方法で伝えます。同じメールに書けば何も守れません。",
    en: "A password meant to protect is told another way. In the same mail it protects nothing.",
  },
  why: {
    ja: "ウイルス検査に中身を見せないために使われる手口です(Emotet など)。",
    en: "It keeps virus scanners from looking inside; malware such as Emotet was spread this way.",
  },
  action: {
    ja: "開かずに、差出人とされる相手に電話などで確かめてください。",
    en: "Do not open it. Ask the person it is said to come from, by telephone for example.",
  },
};
