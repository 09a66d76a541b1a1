import type { Bilingual } from "../../../terms/index.ts";
import type { Period, State } from "./query.ts";

export const WORDS = {
  title: { ja: "届いた報告", en: "Reports" },
  own: { ja: "あなたが報告したメール", en: "Mails you reported" },
  search: { ja: "件名・本文・アドレス・URL で探す", en: "Search subject, text, address, URL" },
  level: { ja: "結果", en: "Result" },
  brandField: { ja: "ブランド名・ID", en: "Brand or id" },
  state: { ja: "状態", en: "State" },
  period: { ja: "期間", en: "Period" },
  view: { ja: "並べ方", en: "Show" },
  show: { ja: "絞り込む", en: "Apply" },
  clear: { ja: "条件を消す", en: "Clear" },
  any: { ja: "すべて", en: "any" },
  campaigns: { ja: "型ごとに", en: "campaigns" },
  mails: { ja: "1 通ずつ", en: "mails" },
  select: { ja: "選ぶ", en: "Select" },
  selectAll: { ja: "このページをすべて選ぶ", en: "Select all on this page" },
  next: { ja: "次の 30 件", en: "Next 30" },
  first: { ja: "先頭へ", en: "First page" },
  bulk: { ja: "選んだ報告をまとめて判断", en: "One decision for those selected" },
  bulkNote: {
    ja: "まとめた行を選ぶと、その行が表す、まだ判断していないメールすべてに同じ判断が付きます。",
    en: "A line that stands for a campaign decides all mails behind it that have no decision yet.",
  },
  agree: { ja: "結果のとおり", en: "Agree with the result" },
  overrule: { ja: "結果を改める", en: "Overrule" },
  really: { ja: "改めるなら、本当は", en: "If overruled, it really is" },
  reason: { ja: "理由", en: "Reason" },
  reasonHint: {
    ja: "改めるときは必ず書いてください。評価用の正解データに残ります。",
    en: "Needed to overrule; kept with the labelled case for the evaluation.",
  },
  decide: { ja: "判断を記録する", en: "Record the decision" },
  keys: { ja: "キーボードで操作する(?)", en: "Keyboard (?)" },
  notDecided: { ja: "判断待ち", en: "undecided" },
  agreed: { ja: "結果のとおり", en: "agreed" },
  overruledTo: { ja: "改めた", en: "overruled" },
  times: { ja: "同じものが % 回届いた", en: "handed in % times" },
  campaignPage: { ja: "この型のメールだけ表示しています。", en: "Only mails of this campaign are shown." },
  none: {
    ja: "何も選ばれていません。左の欄で報告を選んでから、判断を記録してください。",
    en: "Nothing is selected. Tick reports first, then record the decision.",
  },
  needsReason: {
    ja: "結果を改めるときは、本当の結果と理由の両方が要ります。前の画面に戻って書き足してください。",
    en: "To overrule, say what it really is and why. Go back and fill in both.",
  },
} as const satisfies Record<string, Bilingual>;

export const STATE_WORDS: Readonly<Record<State, Bilingual>> = {
  undecided: { ja: "判断待ち", en: "undecided" },
  decided: { ja: "判断済み", en: "decided" },
  agreed: { ja: "結果のとおり", en: "agreed" },
  overruled: { ja: "改めた", en: "overruled" },
  draft: { ja: "記事が下書き", en: "article: draft" },
  review: { ja: "記事が確認待ち", en: "article: in review" },
  published: { ja: "記事を公開中", en: "article: published" },
  all: { ja: "すべて", en: "all" },
};

export const PERIOD_WORDS: Readonly<Record<Period, Bilingual>> = {
  today: { ja: "今日", en: "today" },
  "7": { ja: "7 日間", en: "7 days" },
  "30": { ja: "30 日間", en: "30 days" },
  all: { ja: "全期間", en: "all time" },
};

/** `同じメールが今日 41 件(全部で 120 件)`. */
export function againText(today: number, cases: number): Bilingual {
  return today > 1 || (today === 1 && cases > 1)
    ? { ja: `同じメールが今日 ${today} 件(条件に合うもの全部で ${cases} 件)`, en: `the same mail ${today} times today (${cases} that match in all)` }
    : { ja: `同じメールが ${cases} 件`, en: `${cases} mails of this campaign` };
}
