import { labelOf } from "./labels.ts";
import type { Label } from "./labels.ts";
import { dayIn } from "./days.ts";
import { NUMBER_ALONE } from "./example-words.ts";
import { ruleOf } from "./layout.ts";
import type { NoticeLine } from "./layout.ts";
import type { PlacedLine } from "./placed.ts";
import { pairMarkOf, stanceOf } from "./stance.ts";
import type { Stance } from "./stance.ts";

const DEPTH = { marked: 7, bracketed: 8, numbered: 10, leading: 11, example: 12, number: 13 } as const;
const NUMBERED_EXAMPLE =
  /(?:(?:事例|例文|文例|実例|例|ケース|パターン|タイプ|サンプル|その|No\.?|Case|Example|Sample)\s*[(（#]?|メール(?=[0-9０-９①-⑳]))\s*(?:[0-9０-９]{1,3}(?![0-9０-９年月日/.,])|[①-⑳]|(?<=(?:例|ケース|パターン|タイプ|事例)\s*[(（]?)[A-HＡ-Ｈ](?![A-Za-zＡ-Ｚａ-ｚ0-9.])|(?<=例|その|ケース)[一二三四五六七八九十](?!覧))\s*[)）]?/iu;
const EXAMPLE_WORDS =
  /報告例|事例|実例|例$|メールの(?:内容|例|文面|事例|一例|サンプル)|文面例|(?:確認した|確認された|届いた|受信した)(?:不審な|偽の?|フィッシング)?メール|の例(?:[)）>＞】》〉\]]|$)|メールの見本|^例/u;

/** A sentence that announces mails of the issuer: it holds over the headings under it. */
const OWN_MAILS = /(?:お送り|送信|配信|送付|お届け)[^。]{0,20}メール|メール[^。]{0,20}(?:お送り|送信|配信|送付|お届け)/u;

/** Places every line: its label, its heading, and whether that part of the page is about fakes or about genuine mail. */
export function placeLines(lines: readonly NoticeLine[]): readonly PlacedLine[] {
  const open: { readonly depth: number; readonly stance: Stance | undefined; readonly inPassing: boolean }[] = [];
  let lastSaid: Stance | undefined;
  let above: Stance | undefined;
  let awaits = false;
  return lines.map((line, index) => {
    if (line.role === "break" && line.level === 6) while ((open.at(-1)?.depth ?? -1) >= 6) open.pop();
    const rule = line.role === "break" ? undefined : ruleOf(line.text);
    const label = rule === undefined && line.text !== "" && line.role !== "value" && line.role !== "image" ? fieldLabel(line) : undefined;
    const plain = label === undefined || line.role === "heading";
    // Under a label that stands alone comes its value, however it looks: 【重要】.
    const drawn = rule === undefined && plain ? depthOf(line) : undefined;
    const isValue = (awaits && drawn !== undefined && drawn < DEPTH.number) || isInList(lines, index);
    const depth = isValue && line.role === undefined ? undefined : drawn;
    if (line.text !== "" && rule === undefined) awaits = label !== undefined && label.rest === "" && AWAITS.has(label.field) && line.role === undefined;
    const said = rule === undefined && line.role !== "value" && plain ? (stanceOf(line.text) ?? seenBy(line.text)) : undefined;
    // 「以下のようなメールを確認しています」 takes back what the headings above say of genuine mail.
    if (line.role !== "heading" && said === "fake" && ANNOUNCES_MET.test(line.text)) while (open.at(-1)?.stance === "genuine") open.pop();
    if (depth !== undefined) {
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
      const mark = pairMarkOf(line.text);
      const stance = CONTACT.test(line.text) ? "genuine" : mark !== undefined && mark.rest.length <= 12 ? mark.stance : said;
      // 「事例1」 on a page about fakes is a fake, whatever was said in passing of the issuer's own mails.
      if (stance === "fake" || (stance === undefined && /事例|報告例|手口/u.test(line.text))) while (open.at(-1)?.inPassing === true) open.pop();
      const inPassing = depth === DEPTH.leading && stance === "genuine" && OWN_MAILS.test(line.text);
      open.push({ depth: inPassing ? (open.at(-1)?.depth ?? 0) + 0.5 : depth, stance, inPassing });
    }
    // A sentence about fakes that were met ends what a plain line said of genuine mail above it.
    else if (said === "fake" && /。$/u.test(line.text) && REPORTS.test(line.text)) while (isPlainGenuine(open.at(-1))) open.pop();
    const zone = open.findLast((heading) => heading.stance !== undefined)?.stance;
    const placed: PlacedLine = { line, label, rule, depth, example: depth === undefined ? undefined : exampleOf(line.text), zone, lastSaid, above };
    if (line.text !== "" && rule === undefined) above = said;
    // Prose about genuine mail does not take back what a page is about; a heading that announces some does (see `zone`).
    if (said === "fake" || lastSaid === undefined) lastSaid = said ?? lastSaid;
    return placed;
  });
}

/** ● in front of line after line is a bullet, not the mark of a heading. */
function isInList(lines: readonly NoticeLine[], index: number): boolean {
  const mark = /^[●◎◇□▷►]/u.exec(lines[index]?.text ?? "")?.[0];
  return mark !== undefined && [index - 1, index + 1].some((beside) => lines[beside]?.text.startsWith(mark) === true);
}

const AWAITS = new Set<string>(["subject", "sender", "senderName"]);
const REPORTS =
  /ものでは(?:あり|ござい)ません|関係(?:が|は)?(?:あり|ござい)ません|無関係|確認(?:して|され)|届いて|発生して|寄せられ|送信されて|出回って|送られて/u;

function isPlainGenuine(heading: { readonly depth: number; readonly stance: Stance | undefined; readonly inPassing: boolean } | undefined): boolean {
  return heading !== undefined && heading.stance === "genuine" && (heading.depth === DEPTH.leading || heading.inPassing);
}

/** 「不審なメールの特徴」 is a heading that says what its part is about, more than it is a label. */
function fieldLabel({ text, role, level }: NoticeLine): Label | undefined {
  const label = labelOf(text);
  if (label === undefined || label.rest !== "") return label;
  if (label.field === "other" && role === "heading" && /^(?:概要|詳細(?:内容)?|備考|補足|添付ファイル)$/u.test(label.name)) return label;
  if (label.field === "other" && (label.stance !== undefined || (role === "heading" && (level ?? 6) <= 3))) return undefined;
  return label.style.startsWith("list") && label.stance === "genuine" ? undefined : label;
}

/** How to reach the issuer, where 件名 and 本文 are those of a mail to it. */
const CONTACT =
  /問い?合わ?せ(?:先|窓口|フォーム|方法)?[】＞>》〉\]）)：:\s]*$|連絡先|通報|報告先|報告方法|報告窓口|情報提供|(?:ご連絡|ご報告|お送り|転送|お知らせ)(?:して|頂き|いただき)?(?:ください|下さい|願います)/u;

/** 「以下のようなメールを確認しています。」: so speaks who met them, not who sent them. */
const ANNOUNCES_MET =
  /(?:以下|次|下記)の(?:ような)?[^。]{0,20}(?:メール|件名|内容)(?:の例)?(?:を|が)[^。]{0,20}(?:確認(?:して|され)|届い|送信されて|送られて|報告され|寄せられ|発生し)/u;

/** A heading of mails that were met: 「確認されたメールの例」, 「実際に届いたメール」. */
const MET =
  /^[^。]{0,12}(?:確認され(?:た|ている)|確認(?:した|している|できた)|実際に(?:届いた|送られた|送信された)|報告された|届いている|出回っている|寄せられた)[^。、]{0,12}(?:メール|件名|文面)(?:の?(?:一?例|内容|文面|件名|サンプル|事例|一覧))?[】＞>》〉\]）):：\s]*$/u;

/** 「2024年1月5日に確認したメール」: an issuer says so of what others sent. */
function seenBy(text: string): Stance | undefined {
  if (text.length <= 40 && MET.test(text)) return "fake";
  if (text.length <= 80 && ANNOUNCES_MET.test(text) && stanceOf(text) === undefined) return "fake";
  return text.length <= 60 && /に確認(?:$|した|され|して|でき)|の報告例/u.test(text) && dayIn(text) !== undefined ? "fake" : undefined;
}

/** How far down a line is a heading, or undefined when it is none. */
function depthOf(line: NoticeLine): number | undefined {
  const { text, role } = line;
  if (role === "heading") return line.level ?? 6;
  if (text === "" || role === "value" || role === "image" || role === "break" || text.length > 120) return undefined;
  if (/^#{1,6}\s/u.test(text)) return /^#+/u.exec(text)?.[0].length;
  if (/^[■◆▼▶★□◎◇►▷●]/u.test(text) && text.length <= 80) return NUMBER_ALONE.test(text) ? DEPTH.marked + 0.5 : DEPTH.marked;
  if (NUMBER_ALONE.test(text)) return DEPTH.number;
  const framed =
    /^[【＜<〈《≪［[〔(（].{1,44}[】＞>〉》≫］\]〕)）](?:\s*[:：])?(?:[(（<＜《].{1,40}[)）>＞》])?$/u.test(text) &&
    isOneBracket(text) &&
    !isRemarkInBrackets(text);
  if (framed) return exampleOf(text) === undefined || /メール/u.test(text) ? DEPTH.bracketed : DEPTH.example;
  if (exampleOf(text) !== undefined && text.length <= 60 && !/。/u.test(text)) return DEPTH.example;
  if (/^(?:[0-9０-９]{1,2}[.．、)）]|[(（][0-9０-９]{1,2}[)）]|[①-⑳])/u.test(text) && text.length <= 60 && !/。$/u.test(text)) return DEPTH.numbered;
  return leads(text) ? DEPTH.leading : undefined;
}

/** 〔説明：正規のメールは…を含む〕 says something; it heads nothing. */
function isRemarkInBrackets(text: string): boolean {
  return text.length > 24 && (/^[(（]/u.test(text) || /[:：](?!$)/u.test(text.slice(0, -1)) || /[。、]/u.test(text));
}

/** 【…】 around the whole: in 【重要】お知らせ【要返信】 the first bracket closes before the end. */
function isOneBracket(text: string): boolean {
  const closes = text.search(/[】＞>〉》≫］\]〕]/u);
  return closes < 0 || !/[【《≪［[〔]/u.test(text.slice(closes));
}

/** A sentence that announces what follows, or a short line about one sort of mail. */
function leads(text: string): boolean {
  if (pairMarkOf(text)?.rest === "") return true;
  if (/^[・•\s]*[^。、]{1,24}の?場合[】)）\]：:]?$/u.test(text) && stanceOf(text) !== undefined) return true;
  if (/^(?:※|・|→|➡)/u.test(text)) return false;
  if (CONTACT.test(text) && (text.length <= 20 || /(?:以下|次|下記)の/u.test(text))) return true;
  if (/(?:見本|サンプル|実例)(?:です|は|を)/u.test(text) && stanceOf(text) === "genuine") return true;
  if (/(?:以下|次|下記)(?:の|に|が|は|と|、)/u.test(text) && /(?:です|ます|ました|とおり|通り|ください|場合|例|内容|示す)[。:：]?$/u.test(text))
    return stanceOf(text) !== undefined || seenBy(text) !== undefined || /例/u.test(text);
  return text.length <= 40 && !/[。、]/u.test(text) && stanceOf(text) !== undefined;
}

/** A heading as a name: without its marks, the brackets around it and the day it gives. */
function nameOf(heading: string): string {
  const whole = /^[【＜<〈《≪［[〔(（\s]+([^【＜<〈《≪［[〔(（]+)[】＞>〉》≫］\]〕)）:：\s]+$/u.exec(heading);
  const name = (whole?.[1] ?? heading)
    .replace(/^\d{4}[/.年-]\d{1,2}[/.月-]\d{1,2}日?\s+/u, "")
    .replace(/[(（][^()（）]{0,60}(?:確認|特徴|例|多少|\d日)[^()（）]{0,40}[)）]/gu, "")
    .replace(/[:：\s■◆▼★□◎◇●]+$/u, "")
    .replace(/^(?:[×✕✖○◯〇]\s*|[0-9０-９]{1,2}[.．、\s]\s*)/u, "")
    .replace(/^[【＜<〈《≪［[〔]([^【】＜＞<>〈〉《》≪≫［］[\]〔〕]+)[】＞>〉》≫］\]〕]$/u, "$1")
    .trim();
  return /^例?[)）]?$/u.test(name) ? "例" : name;
}

/** The name of the example a heading announces. A numbered one is named as printed, a dated one by its heading. */
function exampleOf(text: string): string | undefined {
  const plain = text.replace(/^[※#■◆▼▶★□◎◇►▷●・\s　-]+/u, "");
  const numbered = NUMBERED_EXAMPLE.exec(plain);
  // 「3. メールを確認する」 is no example, 「例1」 is one.
  if (numbered !== null && (numbered.index <= 30 || /^事例|^例/u.test(numbered[0]))) return numbered[0].replace(/[(（]$/u, "").trim();
  const bare = plain.replace(/^[【＜<〈《≪［[〔(（\s]+|[】＞>〉》≫］\]〕)）:：\s]+$/gu, "");
  const dated = /メール[^。]{0,6}(?:[(（][^()（）]{0,30}[)）]?)?$/u.test(bare) && dayIn(bare) !== undefined && !/現在/u.test(bare) && stanceOf(bare) === "fake";
  if ((!EXAMPLE_WORDS.test(bare) && !dated) || bare.length > 60 || /[。]/u.test(bare)) return undefined;
  return /件名|差出人|題名|対処|見分け|とは/u.test(bare) ? undefined : nameOf(plain);
}
