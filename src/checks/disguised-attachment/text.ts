import type { Disguise } from "../../evidence/files/file.ts";
import type { Bilingual } from "../../terms/index.ts";
import type { FindingText } from "../file-point.ts";

export const SEEN: Readonly<Record<Disguise, Bilingual>> = {
  "two-endings": {
    ja: "名前の途中に無害な種類(.pdf など)を書き、本当の種類を末尾に隠しています。",
    en: "shows a harmless ending (such as .pdf) before its real one.",
  },
  "reversed-letters": {
    ja: "文字の向きを変える見えない記号で、名前の末尾を逆さに見せています。",
    en: "turns the end of its name round with invisible characters.",
  },
  blanks: { ja: "長い空白で本当の種類を画面の外に追いやっています。", en: "pushes its real ending out of sight with blanks." },
  "other-content": { ja: "名前の示す種類と中身が違います。", en: "is not what its name says." },
  "other-type": { ja: "名前の示す種類と、メールに書かれた種類が食い違っています。", en: "has a name and a stated type that contradict each other." },
};

export const TEXTS: FindingText = {
  title: { ja: "添付ファイルの正体が隠されています", en: "An attached file hides what it is" },
  official: {
    ja: "ふつうの会社や個人が送るファイルは、名前・種類・中身が一致します。",
    en: "In files that companies and people send, name, type and content agree.",
  },
  why: {
    ja: "文書や画像だと思わせて開かせるための細工です。メールの検査をすり抜ける目的もあります。",
    en: "It is made to be taken for a document or a picture and opened, and to slip past mail filters.",
  },
  action: {
    ja: "開かずに、差出人とされる会社や本人に別の方法で確かめてください。",
    en: "Do not open it. Ask the company or person it is said to come from in another way.",
  },
};
