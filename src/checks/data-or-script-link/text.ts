import type { FindingText } from "../file-point.ts";

export const TEXTS: FindingText = {
  title: { ja: "リンクに Web ページや命令が埋め込まれています", en: "A link holds a page or a script instead of an address" },
  official: {
    ja: "会社のメールのリンクは、公式サイトのアドレス(https://)へ通じます。",
    en: "Links in company mail lead to an address of the official site (https://).",
  },
  why: { ja: "行き先のアドレスが表示されないため、偽の画面だと気づけません。", en: "No address is shown, so that a fake page cannot be told from a real one." },
  action: { ja: "押さないでください。公式サイトやアプリで確かめてください。", en: "Do not press it. Look on the official site or app." },
};
