import { CLOSES_BODY, FENCE_CLOSES, GREETS } from "./example-words.ts";
import type { Draft } from "./example-case.ts";
import type { PlacedLine } from "./placed.ts";
import { stanceOf } from "./stance.ts";
import { isRemark } from "./values.ts";

/** The issuer's own words about such mails, which no mail says of itself in the first place of a line. */
const ISSUER_SPEAKS =
  /^(?:なお|また|もし|万が?一|さらに|一方|現在|最近)?[、,]?(?:このような|これらの|こうした|上記の?(?:ような)?|以上の?|今回の|類似の|同様の|当該|本件の?)?(?:不審な?|フィッシング(?:詐欺)?|偽の?|迷惑|なりすまし|詐欺)(?:の)?(?:電子)?(?:メール|サイト|SMS)(?:等|など)?(?!フォルダ)(?:に?は|の|を|が|に|と)|^(?:このような|こうした|上記の?|類似の)(?:内容の)?(?:メール|件名|文面|事例|もの)|^(?:この|これらの|本|上記の?|当該)メールは[^。]{0,24}(?:当社|弊社|当行|弊行|本学|当庫|当店|当会|本会|当市|本市|当センター)(?:が|から|より|とは)[^。]{0,24}(?:ません|ない)|^以上(?:、?よろしくお願い.{0,12})?。?$|^(?:なお|また)、(?:当社|弊社|当行|本学|当庫)/u;
/** Asks of the reader what only a warning asks. */
const TELLS_READER =
  /警察(?:署|に|へ|相談)|消費生活センター|相談窓口|(?:開か|クリックせ|アクセスせ|入力せ|返信せ)ず|(?:メール|ごと)(?:を|は)?(?:速やかに|直ちに|ただちに|すぐに|必ず)?(?:削除|破棄)(?:して|を|し、|願)|(?:クリック|アクセス|入力|返信|開封)(?:し|を)?(?:ない|なさらない)(?:で|よう)|(?:当社|弊社|当行|弊行|本学|当庫|当機構|当協会|当市|本市)(?:から|より|が|とは|では)[^。]{0,30}(?:ません|ございません|ない)/u;
/** Links of a page around its text. */
const NAVIGATES =
  /^[▲△↑◀◁←＜<«»›‹\s]*(?:(?:お知らせ|ニュース|記事|新着情報?)?(?:の)?(?:一覧|トップ|TOP|ホーム|HOME)(?:ページ)?(?:に|へ|を)?(?:戻る|もどる|見る)?|前の(?:ページ|記事)(?:に|へ)?(?:戻る)?|次の(?:ページ|記事)(?:へ)?|(?:この)?ページの?(?:先頭|トップ|上部|TOP)(?:に|へ)?(?:戻る)?|(?:お知らせ(?:情報)?|トップページ)に戻る)[▲△↑\s]*$/iu;
/** Header fields as mail programs print them. */
const PRINTED_HEADER = /^(?:from|to|cc|date|sent|subject)\b/iu;
/** How many lines after the fields are looked at for a greeting. */
export const AHEAD = 4;

/** The issuer speaks in the line, to the readers of the page. */
export function issuerSpeaks(text: string): boolean {
  return ISSUER_SPEAKS.test(text) || CLOSES_BODY.test(text) || TELLS_READER.test(text) || NAVIGATES.test(text);
}

/** Words of a heading that has lost its marks in a copy as text: surely the page's, and maybe. */
const PLAIN_TOPIC =
  /とは$|^(?:対処(?:方法|法)?|対策|見分け方)|(?:見分け方|対処(?:方法|法)?|対策)(?:について)?$|公式サイト$|正規の|正しい|不審な|フィッシング|なりすまし|迷惑メール|偽メール/u;
const MAY_BE_TOPIC = /について$|お問い?合わ?せ|相談|場合$|注意|関連|参考|連絡先|お願い$/u;

/** A line could be a heading of the page, though it is drawn as none: `surely`, `maybe`, or not at all. */
export function plainHeading(text: string): "surely" | "maybe" | undefined {
  if (text.length > 24 || /[。、，：:様【]/u.test(text)) return undefined;
  return PLAIN_TOPIC.test(text) ? "surely" : MAY_BE_TOPIC.test(text) ? "maybe" : undefined;
}

/** A body that has no frame and no label ends at the line. */
export function endsUnlabelled(text: string): boolean {
  return ISSUER_SPEAKS.test(text) || CLOSES_BODY.test(text) || NAVIGATES.test(text);
}

/**
 * A body begins at a line without a label, behind the fields of an example. That it is one must be known by something: the
 * fields are printed as mail programs do, the example is announced by a heading or framed by rules, or a greeting follows.
 */
export function beginsBody(draft: Draft, framed: boolean, placed: PlacedLine, ahead: readonly PlacedLine[]): boolean {
  if (draft.pieces.some((piece) => piece.label.field === "body" || piece.label.list)) return false;
  if (!draft.pieces.some((piece) => piece.label.field === "subject") || placed.zone === "genuine") return false;
  const { line } = placed;
  if (line.role === "image" || line.role === "heading" || line.role === "value" || isRemark(line.text) || FENCE_CLOSES.test(line.text)) return false;
  if (plainHeading(line.text) !== undefined || issuerSpeaks(line.text) || stanceOf(line.text) === "genuine") return false;
  return framed || draft.name !== undefined || greetsAhead([placed, ...ahead]) || hasPrintedHeader(draft);
}

/** A line of these greets a recipient, before anything else is said. */
function greetsAhead(lines: readonly PlacedLine[]): boolean {
  for (const { line, label, rule } of lines) {
    if (label !== undefined || rule !== undefined || line.role === "heading" || issuerSpeaks(line.text)) return false;
    if (GREETS.test(line.text)) return true;
  }
  return false;
}

function hasPrintedHeader(draft: Draft): boolean {
  return draft.pieces.filter((piece) => PRINTED_HEADER.test(piece.label.name)).length >= 2;
}
