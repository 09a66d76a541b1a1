import { findPhoneNumbersInText } from "libphonenumber-js/max";
import type { Secret } from "./redacted-mail.ts";

/** Longest text looked through; what lies beyond is cut from the public text as well. */
export const LONGEST_TEXT = 200_000;

const LABEL_JA =
  "(?:会員|お客様|お客さま|顧客|ご?契約|ご?利用者|ユーザー|アカウント|ログイン|口座|カード|ご?注文|伝票|お問い?合わ?せ|受付|追跡|整理|管理|申込|予約|配送|荷物|請求|ポイント|サーバー|社員|学籍|証券|保険|被保険者|基礎年金|マイナンバー|個人)(?:番号|ID|ＩＤ|No\\.?|コード|名)";
const LABEL_EN =
  "(?:account|customer|member(?:ship)?|client|user|login|order|invoice|reference|ref|case|ticket|tracking|policy|contract|subscription|transaction|confirmation|card|employee|student)[ _-]?(?:no\\.?|nr\\.?|number|id|name|code|#)?";
const LABELLED_ID = new RegExp(
  `(?:${LABEL_JA}|\\b${LABEL_EN})[ \\t\\u3000]{0,4}(?:[:：=#＃]|は|\\bis\\b|[)）」】]|[ \\t\u3000](?=[A-Za-z-]{0,12}[0-9０-９]))[ \\t\\u3000「【(（#]{0,4}([A-Za-z0-9０-９Ａ-Ｚａ-ｚ][A-Za-z0-9０-９Ａ-Ｚａ-ｚ_*.－-]{3,60})`,
  "giu",
);
/** A card number, or what is left of one. */
const CARD = /(?<![\d-])(?:\d{4}[ -]){3}\d{3,4}(?![\d-])/g;

/** Account, customer, order and card numbers: what stands beside such a label and has a digit. */
export function identifiersIn(text: string): readonly Secret[] {
  const labelled = [...text.matchAll(LABELLED_ID)].map((match) => (match[1] ?? "").replace(/[.-]+$/, ""));
  const cards = [...text.matchAll(CARD)].map((match) => match[0]);
  return [...labelled, ...cards].filter((value) => isIdentifier(value.normalize("NFKC"))).map((value) => ({ kind: "account", value }));
}

function isIdentifier(value: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  return digits >= 2 && value.length >= 5 && !/^(?:19|20)\d\d[.-]\d/.test(value) && !/^\d{1,3}(?:\.\d+)+$/.test(value);
}

const JAPANESE_PHONE =
  /(?<![\d-])(?:\+81[ -]?|0)\d{1,4}[ (-]{1,2}\d{1,4}[ )-]{1,2}\d{3,4}(?![\d-])|(?<![\d-])\(?0\d{1,3}\)?[ -]{1,2}\d{1,4}-\d{3,4}-\d{4}(?![\d-])|(?<!\d)0[5789]0\d{8}(?!\d)|(?<!\d)0120\d{6}(?!\d)/g;
const AMERICAN_PHONE = /(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}(?![\d-])/g;

/** Telephone numbers, Japanese and international, as ranges of the text. */
export function phonesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  const narrow = text.replace(/[０-９－（）＋]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/[‐‑–−]/g, "-");
  const own = [...narrow.matchAll(JAPANESE_PHONE), ...narrow.matchAll(AMERICAN_PHONE)].filter((match) => isPhoneLike(match[0]));
  const found = own.map((match) => ({ start: match.index, end: match.index + match[0].length }));
  try {
    for (const { startsAt, endsAt } of findPhoneNumbersInText(narrow, "JP"))
      if (isPhone(narrow.slice(startsAt, endsAt))) found.push({ start: startsAt, end: endsAt });
  } catch {
    // The library gives up on odd texts; what the patterns found stays.
  }
  return found;
}

/** The library takes IP addresses, American postcodes and order numbers for telephone numbers. */
function isPhone(text: string): boolean {
  const bare = text.replace(/^[([\s]+/, "");
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(bare) || /^\d{5}[-.]\d{4}$/.test(bare)) return false;
  return /^\+|^0/.test(bare) ? isPhoneLike(bare) : /^\(?\d{2,4}\)?[-. ]\d{3,4}[-. ]\d{4}$/.test(bare);
}

function isPhoneLike(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return digits >= 9 && digits <= 13;
}

export function phoneSecrets(text: string): readonly Secret[] {
  return phonesIn(text).map(({ start, end }) => ({ kind: "phone", value: text.slice(start, end).normalize("NFKC") }));
}

const POSTAL_LABEL = /(?:ご?住所|お届け先|送付先|配送先|納品先)[ \t\u3000]{0,4}(?:住所)?[:：][ \t\u3000]{0,4}([^\n]{4,80})/g;
const POSTAL_LINE =
  /(?:〒[ \t]?\d{3}[-－]?\d{4}[ \t\u3000]*)?(?:東京都|北海道|(?:京都|大阪)府|[\u4e00-\u9fff]{2,3}県)[^\n、。]{2,60}|〒[ \t]?\d{3}[-－]?\d{4}(?:[ \t\u3000]*[^\n、。]{0,60})?/g;
/** Lines between a name and the address that belongs to it. */
const NEAR = 160;

/** Postal addresses beside a label or near one of the recipient's names; a sender's own address in the footer stays. */
export function postalSecrets(text: string, names: readonly string[]): readonly Secret[] {
  const labelled = [...text.matchAll(POSTAL_LABEL)].map((match) => match[1] ?? "");
  // A mailing list's name is nobody's.
  const places = names.filter((name) => name.length >= 2 && /[\u3041-\u9fff]|\S\s+\S/.test(name)).flatMap((name) => placesOf(text, name));
  const near = [...text.matchAll(POSTAL_LINE)].filter((match) => places.some((at) => Math.abs(at - match.index) < NEAR)).map((match) => match[0]);
  return [...labelled, ...near]
    .map((value) => value.trim())
    .filter((value) => value.length >= 6 && /\d|[０-９]|[市区町村]/.test(value))
    .map((value) => ({ kind: "postal", value }));
}

function placesOf(text: string, name: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0 && places.length < 50; at = text.indexOf(name, at + name.length)) places.push(at);
  return places;
}
