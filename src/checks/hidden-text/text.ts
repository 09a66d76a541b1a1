import type { FindingText } from "../file-point.ts";

export const TEXTS: FindingText = {
  title: { ja: "単語の中に見えない文字が混ぜられています", en: "Hidden letters are mixed into words" },
  official: {
    ja: "隠された前文などは本物のメールにもありますが、単語の途中に文字を隠す理由はありません。",
    en: "Genuine mail may hide a preview line, but has no reason to hide letters inside words.",
  },
  why: { ja: "迷惑メールの検査に、人が見るのとは違う単語を読ませるための細工です。", en: "It makes spam filters read other words than you see." },
  action: { ja: "リンクや添付を開かず、公式サイトやアプリで確かめてください。", en: "Open no link or attachment. Look on the official site or app." },
};
