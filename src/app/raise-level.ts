import type { EvidenceLevel } from "../evidence/evidence.ts";
import type { Bilingual } from "../terms/index.ts";

/** The one step that would give a better founded answer, by what was handed in. */
export const RAISE_LEVEL: Readonly<Record<EvidenceLevel, Bilingual | undefined>> = {
  "full-source": undefined,
  "attached-original": undefined,
  "inline-forward": {
    ja: "メールアプリで「添付ファイルとして転送」するか、「メッセージのソースを表示」から保存した .eml を渡すと、差出人まで調べられます。",
    en: 'Forward it as an attachment, or save the .eml from "Show original" in your mail app, and the sender can be examined too.',
  },
  "pasted-text": {
    ja: "メールアプリの「メッセージのソースを表示」(Gmail では「原文を表示」)から保存した .eml を渡すと、差出人まで調べられます。",
    en: 'Save the .eml from "Show original" (Gmail) or "View source" in your mail app, and the sender can be examined too.',
  },
};
