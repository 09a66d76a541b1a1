import type { Brand } from "./brand.ts";
import { isShortName } from "./draft.ts";

/** Japanese words that stand in any company's mail. */
const EVERYDAY = new Set(
  "銀行 カード クレジットカード ネット銀行 郵便 郵便局 ポイント サポート セキュリティ アカウント ショッピング 電力 ガス 水道 市役所 証券 メール お知らせ 会員 ログイン 注文 配送 宅配 宅配便 荷物 税務署 事務局 公式 サービス ストア オンライン 保険 年金 病院 大学".split(
    " ",
  ),
);

/** What may be wrong with a brand's names: [index of the name, what]. They are notes: a person decides. */
export function nameNotes(brand: Brand, common: ReadonlySet<string>): readonly (readonly [number, string])[] {
  const notes: [number, string][] = [];
  brand.names.forEach((one, index) => {
    if (one.short === true) return;
    const { name } = one;
    if (EVERYDAY.has(name)) notes.push([index, `"${name}" stands in anybody's mail: mark it short`]);
    else if (common.has(name)) notes.push([index, `"${name}" is an ordinary word: write it as the brand does, or mark it short`]);
    else if (isShortName(name)) notes.push([index, `"${name}" is so short that other words may hold it: mark it short if they do`]);
  });
  const short = brand.names.findIndex((one) => one.short === true);
  if (short >= 0 && brand.topicWords.length === 0 && brand.names.every((one) => one.short === true))
    notes.push([short, "all names are short and there are no topicWords: no mail can claim the brand"]);
  return notes;
}
