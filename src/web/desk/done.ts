import { forgottenOf, forgottenTexts } from "../../app/forgotten.ts";
import type { Bilingual } from "../../terms/index.ts";

/** What a page says after an action, by a name that stands in the address: never a text from there. */
const DONE = {
  decided: { ja: "判断を記録しました。", en: "The decision is recorded." },
  "decided-many": { ja: "% 件の判断を記録しました。", en: "% decisions are recorded." },
  reexamined: { ja: "調べ直しました。下の履歴に違いがあります。", en: "Examined again; the history below says what changed." },
  "reexamined-same": { ja: "調べ直しました。結果は前と同じです。", en: "Examined again; it says the same as before." },
  forgotten: { ja: "報告した人の記録を消しました。", en: "The reporter was forgotten." },
  drafted: { ja: "下書きを作りました。自分の文章を足して、確認に出してください。", en: "A draft is made. Add your own words, then hand it to review." },
  saved: { ja: "保存しました。", en: "Saved." },
  submitted: { ja: "確認に出しました。内容を見て「公開する」を押すと公開されます。", en: "Handed to review. Look it over, then publish it." },
  returned: { ja: "下書きに戻しました。", en: "Sent back to draft." },
  published: { ja: "公開しました。", en: "Published." },
  withdrawn: { ja: "取り下げました。記事のページには取り下げた理由が残ります。", en: "Withdrawn. Its page keeps the reason." },
  corrected: { ja: "訂正を公開し、記録に残しました。", en: "The correction is published and on record." },
  "brand-saved": { ja: "ブランドの情報を保存しました。次に調べるメールから使われます。", en: "The brand is saved; the next examination uses it." },
  "advisory-saved": { ja: "注意喚起を保存しました。", en: "The warning is saved." },
  rejected: { ja: "採用しませんでした。下書きは rejected に移しました。", en: "Rejected; the draft was moved to rejected." },
} as const satisfies Record<string, Bilingual>;

export type Done = keyof typeof DONE;

/** Undefined for any other name. `count` is put in where a number stands. */
export function doneText(name: string | undefined, count: string | undefined): Bilingual | undefined {
  if (name === undefined || !Object.hasOwn(DONE, name)) return undefined;
  const { ja, en } = DONE[name as Done];
  const forgotten = name === "forgotten" ? forgottenOf(count ?? "") : undefined;
  if (forgotten !== undefined) return all([DONE.forgotten, ...forgottenTexts(forgotten)]);
  const number = /^\d{1,7}$/.test(count ?? "") ? (count ?? "") : "";
  return { ja: ja.replace("%", number), en: en.replace("%", number) };
}

const all = (texts: readonly Bilingual[]): Bilingual => ({ ja: texts.map(({ ja }) => ja).join("\n"), en: texts.map(({ en }) => en).join("\n") });

/** An address with what was done. */
export function withDone(path: string, done: Done, count?: number): string {
  return `${path}${path.includes("?") ? "&" : "?"}done=${done}${count === undefined ? "" : `&n=${count}`}`;
}
