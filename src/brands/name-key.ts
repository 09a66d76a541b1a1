import { foldText } from "../terms/normalise.ts";

const COMPANY_FORMS =
  /株式会社|有限会社|合同会社|\(株\)|\(有\)|\(同\)|\b(?:incorporated|inc|corporation|corp|company|co|ltd|limited|llc|k\.?k|gmbh|plc|s\.?a|ag)\b\.?/g;
const ENDINGS =
  /(?:を(?:装|騙|かた|名乗|語).{0,30}|(?:の)?(?:なりすまし|偽メール|フィッシング(?:メール|サイト)?|偽サイト)|サポート(?:センター|チーム)?|カスタマー(?:サービス|サポート|センター)|お客様(?:サービス|サポート|窓口|センター)?|公式|事務局|アカウント|グループ|ジャパン|japan|(?:customer)?(?:support|services?|team|account|security))$/;
const NOT_LETTERS = /[\s\p{P}\p{S}]+/gu;

/** A folded text without blanks, punctuation and signs. */
export function lettersAndDigits(folded: string): string {
  return isPlain(folded) ? folded : folded.replace(NOT_LETTERS, "");
}

/** Latin letters, digits, kana and kanji alone, as most names are: thousands are asked when the registry is read. */
function isPlain(folded: string): boolean {
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    const latin = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
    const japanese = (unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc || (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3041 && unit <= 0x3096);
    if (!latin && !japanese) return false;
  }
  return true;
}

/** Key under which a name is looked up as a whole: folded, without company forms, blanks and punctuation. */
export function nameKey(name: string): string {
  return foldText(name).replace(COMPANY_FORMS, " ").replace(NOT_LETTERS, "");
}

/**
 * Keys to try for a name as lists write it, best first: whole; without a bracketed note; without a note after a slash,
 * comma or colon; what stands inside brackets; without an ending such as サポート, を装うメール, Support.
 */
export function nameKeys(name: string): readonly string[] {
  const folded = foldText(name.slice(0, 300)).replace(/\((株|有|同)\)/g, " ");
  const outside = folded.replace(/[([{〔「『【<][^)\]}〕」』】>]*[)\]}〕」』】>]/g, " ");
  const inside = folded.match(/[([{〔「『【<]([^)\]}〕」』】>]+)[)\]}〕」』】>]/g) ?? [];
  const pieces = outside.split(/[/／|,、:;・\n]| - | _ |_/);
  // Most names have no notes at all: these are all the same then.
  const keys = [...new Set([folded, outside, ...pieces, ...inside])].map(nameKey);
  return [...new Set([...keys, ...keys.map(withoutEnding)])].filter((key) => key.length > 1);
}

function withoutEnding(key: string): string {
  let shorter = key;
  for (let round = 0; round < 3; round++) shorter = shorter.replace(ENDINGS, "");
  return shorter;
}
