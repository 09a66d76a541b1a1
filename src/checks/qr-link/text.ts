import type { Bilingual } from "../../terms/index.ts";
import type { FindingText } from "../file-point.ts";

export const UNREAD: Bilingual = {
  ja: "大きすぎる、壊れているなどの理由で読めない画像があり、QR コードの有無を確かめられませんでした。",
  en: "A picture could not be read (too large, broken or of another format), so it is not known whether it holds a QR code.",
};

const WHY: Bilingual = {
  ja: "QR コードはスマートフォンで読むため、行き先のアドレスを確かめにくく、会社のメール検査もすり抜けます。",
  en: "A QR code is scanned with a telephone, where the address is hard to see and the filters of the office do not reach.",
};

export const TEXTS: Readonly<Record<"elsewhere" | "unknown", FindingText>> = {
  elsewhere: {
    title: { ja: "QR コードの行き先が公式サイトではありません", en: "The QR code does not lead to the official site" },
    official: { ja: "名乗っている会社の公式サイトのドメインではありません。", en: "It is not a domain of the official site of the company it says it is." },
    why: WHY,
    action: { ja: "読み取らず、公式サイトを自分で開いて確かめてください。", en: "Do not scan it. Open the official site yourself." },
  },
  unknown: {
    title: { ja: "QR コードで別のサイトへ誘っています", en: "A QR code leads to another site" },
    official: { ja: "本物の案内にも QR コードはあるため、これだけでは判断できません。", en: "Genuine mail has QR codes too: alone it decides nothing." },
    why: WHY,
    action: { ja: "心当たりがなければ読み取らないでください。", en: "Do not scan it unless you expected it." },
  },
};
