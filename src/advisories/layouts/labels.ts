import { pairMarkOf, stanceOf } from "./stance.ts";
import type { Stance } from "./stance.ts";

/**
 * What a label says is printed behind it. `address` is one beside a sender or subject, a contact otherwise; `other`: known,
 * and not a field of a case.
 */
export type Field = "subject" | "sender" | "senderName" | "address" | "body" | "url" | "date" | "other";

/** A label at the start of a line. */
export interface Label {
  readonly field: Field;
  /** The word as printed, without decoration: `差出人`. */
  readonly name: string;
  /** As it is decorated; labels of one example are decorated alike: `【`, `■`, `colon`, `bare`, ... */
  readonly style: string;
  /** What stands behind the label on its line. */
  readonly rest: string;
  /** Said by the label itself: 「正しい送信元」, 「偽の差出人」, 【誤】. */
  readonly stance: Stance | undefined;
  /** A heading over a list: 「件名の例」. */
  readonly list: boolean;
  /** The label begins an example of this name: `(例1)件名：`. */
  readonly example?: string | undefined;
}

const BEFORE =
  "(?:(?:確認された|確認できた|確認している|確認した|確認されている|実際に届いた|実際の|主な|当該|該当|対象|不審な?|偽の?|ニセの?|偽メール|フィッシングメール|不審メール|なりすましメール|迷惑メール|詐欺メール|フィッシング|なりすまし|迷惑|詐欺|不正な?|受信した?|届いた|今回の|メール|電子メール|正規の?|正しい|本物の?|公式の?|通常の?|の))*";
const BEHIND = "(?:の?(?:(?:一)?例|一覧|パターン|サンプル|一部|文例|抜粋|概要)|など|等)?[0-9①-⑳一二三四五]{0,2}";
const NAMES: readonly (readonly [Field, RegExp])[] = (
  [
    [
      "subject",
      "件名|題名|タイトル|表題|標題|メールタイトル|subject|subjectline|emailsubject|subject件名|件名subject|(?:件名|題名|タイトル|表題)subject|subject(?:題名|タイトル|表題)",
    ],
    [
      "senderName",
      "表示名|(?:差出人|送信者|送信元|発信者|送信元|送り主)(?:の)?(?:名|名前|表示名|名称|表示|氏名)|表示(?:される)?(?:差出人|送信者)|fromの表示名|displayname|sendername",
    ],
    [
      "sender",
      "差出人|送信者|送信元|発信元|発信者|送り主|配信元|from|sender|sender(?:'s)?(?:e-?mail)?(?:address)?|fromaddress|from送信元|from差出人|差出人from|送信元from|headerfrom|ヘッダfrom|ヘッダーfrom|(?:差出人|送信者|送信元|発信元|発信者|配信元|from)(?:の)?(?:e-?mail|メール|電子メール)?(?:アドレス|ドメイン)|差出人送信元|送信者名アドレス",
    ],
    ["address", "(?:e-?mail|メール|電子メール)?アドレス"],
    [
      "body",
      "本文|文面|本文内容|本文の内容|内容本文|メッセージ本文|メッセージ|body|message|messagetext|text|content|内容|文章|例文|文例|全文|本文抜粋|本文全文",
    ],
    [
      "url",
      "url|link|links|phishingurl|linkedsite|リンク|リンク先|リンク先url|リンクurl|(?:偽|不正|誘導先|フィッシング|遷移先|リンク先|詐欺)?サイト(?:の)?(?:url|アドレス)|誘導先|誘導先(?:の)?url|転送先|転送先url|遷移先|遷移先url|飛び先|接続先|接続先url|本文中?の?url|記載(?:の|された)?url|掲載url|アクセス先|(?:メール)?(?:本文)?(?:中|内)?の?リンク(?:先)?(?:の)?(?:url|アドレス)|(?:メール)?(?:本文)?(?:中|内)?(?:に)?(?:記載)?(?:の|された)?url|リンク先(?:の)?ドメイン|(?:誘導先|偽|不正|フィッシング)(?:の)?(?:web|ウェブ)?(?:ページ|サイト)(?:の)?(?:url|アドレス)?",
    ],
    [
      "date",
      "日時|受信日時?|送信日時?|配信日時?|着信日時?|確認日時?|発生日時?|観測日時?|報告日時?|発見日時?|日付|date|sent|received|datereceived|datesent|確認された日|(?:受信|送信|配信|着信|確認|報告|発見)(?:日|年月日|時刻|日付)",
    ],
    [
      "other",
      "宛先|宛て先|宛名|受信者|受取人|受信アドレス|送信先|to|cc|bcc|importance|重要度|返信先|reply-?to|添付|添付ファイル名?|添付書類|署名|特徴|本文の特徴|内容の特徴|文面の特徴|件名の特徴|差出人の特徴|概要|詳細|詳細内容|手口|対処|対処方法|対応|対応方法|対策|備考|注意点|解説|ポイント|補足|ヘッダー?情報?|messageid|message-id|mailer|x-mailer|送信元ip|ipアドレス|送信元地域|種別|分類|被害|影響|目的|名称|更新日|掲載日|公開日|言語",
    ],
  ] as const
).map(([field, names]) => [field, new RegExp(`^(?<before>${BEFORE})(?:${names})(?<behind>${BEHIND})$`, "u")]);

/** A heading that ends in 「…件名の例」 or 「件名(一例)」, whatever stands before it. */
const LIST_HEAD =
  /(?:件名|題名|タイトル)(?:の|に(?:は|つい)|（|\(|は)*(?:一?例|一覧|パターン|サンプル|一部|以下|次の|下記)|(?:以下|次|下記)[^。、]{0,12}(?:件名|題名|タイトル)(?!は|を)|(?:使われ(?:る|ている)|確認され(?:た|ている)|確認(?:した|できた|済みの)|届い(?:た|ている)|見られる|報告された|多い|主な)[^。、]{0,12}(?:件名|題名|タイトル)[】＞>》〉\]）)：:\s]*$/u;
const ANNOUNCES = /フィッシング|不審|偽|なりすまし|迷惑|詐欺/u;
const EXAMPLE = /^(?:事例|例文?|ケース|パターン)\s*(?:[0-9０-９]|[①-⑳])/u;
const CLOSERS: Readonly<Record<string, string>> = {
  "【": "】",
  "[": "]",
  "［": "］",
  "〈": "〉",
  "＜": "＞",
  "<": ">",
  "《": "》",
  "≪": "≫",
  "〔": "〕",
  "「": "」",
  "『": "』",
  "(": ")",
  "（": "）",
  "〖": "〗",
  "*": "*",
};
const TWO_APART = /^(\S)\s+(\S)(?=[\s:：]|$)/u;
const TWO = new Set(["件名", "題名", "本文", "宛先", "表題", "標題", "内容", "日時", "文面", "日付"]);
const EXAMPLE_IN_FRONT =
  /^\s*[(（【〔[]?\s*((?:事例|例文|例|ケース|パターン|タイプ|EXAMPLE|Example|Case|CASE|Sample)\s*(?:[0-9０-９]{1,2}|[①-⑳]))\s*[)）】〕\]]?\s*[:：]?\s*(?=\S)/u;
/** 「差出人：「a@b」から、件名「X」というメールが…」 is a sentence. */
const SENTENCE = /^「[^「」]{0,100}」(?:から|という|との|で[、。]|が|は|を|や|など)/u;
const SPACED = /^(件|題|本|宛|表|標)\s+(名|文|先|題)|^差\s*出\s*人|^送\s*信\s*(者|元)/u;
const DECORATION = /^(?:[\s　・•●■▼◆◇□○◎▶►▷★☆#\-–—‐>→⇒➡✓✔◯〇]|\*(?!\*))+/u;
const NUMBERING = /^(?:[0-9０-９]{1,2}[.．)）、]\s*|[(（][0-9０-９]{1,2}[)）]\s*|[①-⑳]\s*)/u;
const OPEN = /^([^:：|｜→⇒＝=\t]{1,30}?)(?:\s*([:：|｜→⇒＝=])\s*|(\s{2,}|　|\t)|$)(.*)$/u;

/** The label a line begins with, however decorated: `■件名`, `【差出人】`, `<本文>`, `Subject(件名):`, a spaced `件 名：`, a bare `件名`. */
export function labelOf(given: string): Label | undefined {
  const mark = pairMarkOf(given);
  const text = (mark === undefined ? given : mark.rest).slice(0, 2000);
  const example = EXAMPLE_IN_FRONT.exec(text);
  const named = example === null ? undefined : plainLabel(text.slice(example[0].length));
  if (named !== undefined && named.rest !== "") return { ...named, example: example?.[1] };
  const label = plainLabel(text);
  if (label === undefined || SENTENCE.test(label.rest)) return undefined;
  if (mark === undefined) return label;
  return { ...label, stance: label.stance ?? mark.stance };
}

/** The label that a whole short text is, with nothing behind it: a term or the head of a table's column. */
export function labelIn(text: string): Label | undefined {
  const label = text.length > 40 ? undefined : labelOf(text);
  return label === undefined || /^[(（][^()（）]{0,20}[)）]$/u.test(label.rest) || label.rest === "" ? label : undefined;
}

/** `送信元a@b.example`, `受信日時2025/06/12`: the blank between two elements of a page was lost. `件名「お知らせ」`: has none. */
const GLUED =
  /^(差出人|送信元|送信者|発信者|From|送信元アドレス|差出人アドレス|メールアドレス)(?=[\w.%+-]{1,64}[@＠][\w-])|^((?:受信|送信|配信)日時?|日時)(?=\d{4}[年/.-])|^((?:メール)?(?:件名|題名|タイトル|表題|差出人|送信元|送信者|本文|文面))(?=[「『][^「」『』]*[」』]$)/iu;

function plainLabel(given: string): Label | undefined {
  const text = given.replace(GLUED, (word) => `${word}:`);
  const marks = DECORATION.exec(text)?.[0] ?? "";
  const bare = text
    .slice(marks.length)
    .replace(NUMBERING, "")
    .replace(/^\*\*(.{1,30}?)\*\*/u, "$1")
    .replace(SPACED, (hit) => hit.replace(/\s+/gu, ""))
    .replace(TWO_APART, (hit, a: string, b: string) => (TWO.has(a + b) ? a + b : hit));
  const closer = CLOSERS[bare[0] ?? ""];
  if (closer !== undefined) {
    const end = bare.indexOf(closer, 1);
    if (end < 0 || end > 40) return undefined;
    const behind = bare.slice(end + 1);
    return named(bare.slice(1, end), behind.replace(/^\s*[:：]?\s*/u, ""), (bare[0] ?? "").normalize("NFKC")) ?? undefined;
  }
  const open = OPEN.exec(bare);
  if (open === null) return listHead(bare, "bare");
  const sign = marks.replace(/\s/gu, "").slice(0, 1);
  const kind = open[2] === undefined ? (open[3] === undefined || open[4] === "" ? "bare" : "gap") : "colon";
  const style = sign === "" ? kind : /[・•\-*]/u.test(sign) ? `・${kind}` : sign.replace("▼", "■");
  return named(open[1] ?? "", open[4] ?? "", style) ?? listHead(bare, style);
}

function named(name: string, rest: string, style: string): Label | undefined {
  const compact = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s・/]/gu, "");
  const inner = /^(.*)\(([^()]{0,20})\)(.*)$/u.exec(compact);
  const plain = inner === null ? compact : `${inner[1]}${inner[3]}`;
  for (const [field, pattern] of NAMES) {
    const groups = (pattern.exec(plain) ?? pattern.exec(compact.replace(/[()]/gu, "")))?.groups;
    if (groups === undefined) continue;
    // 「フィッシングメールの内容：事例1」 announces an example, it does not label its body.
    const announces = ANNOUNCES.test(groups["before"] ?? "") && !/本文/u.test(plain);
    if (field === "body" && (/^(?:例文|文例|文面例?)[0-9①-⑳]/u.test(plain) || announces || EXAMPLE.test(rest))) return undefined;
    const list = /例|一覧|パターン|サンプル|一部/u.test(groups["behind"] ?? "") || /例|一部|複数/u.test(inner?.[2] ?? "");
    return { field, name: name.trim(), style, rest: rest.trim(), stance: stanceOfName(groups["before"] ?? ""), list };
  }
  return listHead(name, style, rest);
}

function listHead(text: string, style: string, rest = ""): Label | undefined {
  if (text.length <= 40 && /の(?:件名|題名|タイトル)$/u.test(text.trim()) && stanceOf(text) === "fake")
    return { field: "subject", name: text, style: "heading", rest, stance: "fake", list: false };
  if (text.length > 60 || !LIST_HEAD.test(text)) return undefined;
  return { field: "subject", name: text, style: `list${style}`, rest: rest.trim(), stance: stanceOf(text), list: true };
}

function stanceOfName(before: string): Stance | undefined {
  if (/正規|正しい|本物|公式|通常/u.test(before)) return "genuine";
  return /不審|偽|ニセ|フィッシング|なりすまし|迷惑|詐欺|不正/u.test(before) ? "fake" : undefined;
}
