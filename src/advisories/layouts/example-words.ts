// Words by which an example on a page is known to begin, to go on or to end.

/** A line that opens an example: 「ここから」. */
export const FENCE_OPENS = /ここから(?![ぁ-んァ-ヶ一-龠])|以下(?:、|は)?(?:メール)?(?:の)?本文|以下(?:、)?(?:引用|転載)|^[-=*_—\s]{2,}.{0,30}\bBEGIN\b/u;
/** A line that ends one: 「ここまで」. */
export const FENCE_CLOSES = /ここまで(?![ぁ-んァ-ヶ一-龠])|以上(?:、)?(?:引用|メール)|(?:引用|転載)終わ?り|^[-=*_—\s]{2,}.{0,30}\bEND\b/u;
/** The issuer speaks again: 「このようなメールは…」, 「当社からは…しておりません」. */
export const CLOSES_BODY =
  /^(?:このような|上記の?(?:ような)?|以上の?(?:ような)?)(?:不審な|フィッシング|偽の?)?(?:メール|リンク|URL)|^(?:※|■|・)?(?:当社|弊社|当行|本学|当サービス|当庫|本会|当会)(?:では|から|は|とは).{0,60}(?:ません|ございません|関係)|^※.{0,60}(?:クリック|アクセスし|ご注意|偽装|詐称|フィッシング|不審|当社|弊社|当行|本学|上記)/u;
/** Words of headings behind an example. */
export const NEXT_TOPIC = /対処|対策|対応|注意|見分け|お問い?合わ?せ|特徴|不審|フィッシング|偽|事例|報告例|なりすまし|参考|関連/u;
/** Of these, the words that a mail's own headings may well hold: 「■ご注意」. */
export const MAY_BE_OF_MAIL = /^[^対策見分偽]{0,12}(?:ご?注意|対応|参考|関連|お問い?合わ?せ)[^対策見分偽]{0,8}$/u;
/** How the first line of a mail greets its recipient. */
export const GREETS =
  /(?:様|各位|殿|さん|ユーザー|会員|お客さま)[、,，：:]?$|^(?:こんにちは|拝啓|親愛なる|Dear\b|Hello\b|平素|いつも)|ご利用いただき|お世話になって/iu;
/** A line that is the number of an example and nothing more. */
export const NUMBER_ALONE =
  /^[■◆●□◇○▼▶・\s]*[【＜<［[(（《〈]?\s*(?:[^0-9A-Za-z。、]{0,16}(?:事例|実例|例文?|ケース|パターン|タイプ|サンプル|その|メール)|Case|Example|Sample|No\.?|№)\s*[(（]?(?:[0-9０-９]{1,2}|[①-⑳]|[A-HＡ-Ｈ])[)）]?\s*[】＞>］\])）》〉]?[:：]?$/iu;
/** Announces an example even as an item of a list. */
export const STRONG = /報告例|^[■●・\s-]*(?:事例|例文|文例|例|ケース)\s*[(（]?(?:[0-9０-９]|[①-⑳])/u;
/** Most lines of one value. */
export const MAX_BODY = 400;
/** 「例」 in brackets on a line of its own: the list of a heading begins under it. */
export const EXAMPLE_ALONE = /^[＜<【[(（《〈]?\s*(?:一?例|主な例)\s*[＞>】\])）》〉]?\s*[:：]?$/u;
