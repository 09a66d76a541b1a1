import type { FileKind } from "../../evidence/files/file.ts";
import type { Bilingual } from "../../terms/index.ts";
import type { FindingText } from "../file-point.ts";

export const KIND_WORDS: Readonly<Partial<Record<FileKind, Bilingual>>> = {
  program: { ja: "プログラム", en: "a program" },
  script: { ja: "開くと命令が実行されるスクリプト", en: "a script that runs when it is opened" },
  shortcut: { ja: "開くと別のものを動かすショートカット", en: "a shortcut that starts something else" },
  "disk-image": { ja: "中身を確認されにくいディスクイメージ", en: "a disk image, whose content few filters look into" },
  profile: { ja: "iPhone や Mac の設定を変える構成プロファイル", en: "a configuration profile, which changes the settings of an iPhone or Mac" },
  notebook: { ja: "命令を埋め込める OneNote のファイル", en: "a OneNote file, which may carry commands" },
  "macro-document": { ja: "マクロ(自動で動く命令)を含む文書", en: "a document with macros, which are commands that run by themselves" },
};

export const TEXTS: FindingText = {
  title: { ja: "開くと危険な添付ファイルがあります", en: "An attached file is dangerous to open" },
  official: {
    ja: "請求書や案内にプログラムや設定ファイルは要りません。Gmail や Outlook はこの種のファイルの送受信を止めています。",
    en: "No invoice or notice needs a program or settings file. Gmail and Outlook refuse files of this kind.",
  },
  why: {
    ja: "開くと、パソコンやスマートフォンを乗っ取られたり、情報を盗まれたりするおそれがあります。",
    en: "Opened, it may take over the computer or phone, or steal what is on it.",
  },
  action: {
    ja: "開かないでください。開いてしまったときはネットワークから切り離し、詳しい人や会社の担当に相談してください。",
    en: "Do not open it. If you did, take the device off the network and ask somebody who knows, or your company's desk.",
  },
};
