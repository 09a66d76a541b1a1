import { caseOf, findingOf } from "./layout.ts";
import type { LayoutFinding } from "./layout.ts";
import type { Layout, PlacedLine } from "./placed.ts";
import { daysIn } from "./days.ts";
import { stanceOf } from "./stance.ts";
import { bodyOf, describesBody, senderIn, subjectOf } from "./values.ts";

interface Quotation {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SUBJECT_BEFORE = /(?:件名|題名|タイトル|表題|subject)(?:欄)?(?:が|は|に|:|：|を|として|には|も|\s)*$/iu;
const SUBJECT_BEHIND =
  /^(?:など|等|や|または|又は|、|といった|という|との|と題する|と題した|と称する|と称した|と書かれた|で始まる|などの|の|\s|のような)*(?:不審な?|偽の?|フィッシング|迷惑|なりすまし|詐欺)*(?:件名|題名|タイトル|表題|(?:メール)?サブジェクト|メール(?!アドレス))/u;
/** 「件名に「X」などと入ったメール」 gives a part of subjects, no subject. */
const PART_OF_SUBJECT = /^(?:など|等|という(?:文字|言葉|文言)|のような|といった(?:文字|言葉|文言))*(?:と|が|を|の(?:文字|言葉))?(?:入|含|記載|付い|つい|書か)/u;
const NAMES_A_SUBJECT = /お知らせ|通知|案内|確認|[【】]|件|ください|連絡|明細|請求|更新|変更|警告|停止|重要/u;
const SUBJECT_WORD = /件名|題名|タイトル|表題|サブジェクト|と(?:題|称)/u;
const BODY_BEFORE = /(?:本文|文面|内容)(?:が|は|に|:|：|を|として|には|も|\s)*$/u;
const BODY_BEHIND = /^(?:など|といった|という|との|とした|\s)*(?:内容|本文|文面|文言|文章)/u;
const SENDER_BEFORE = /(?:差出人|送信者|送信元|表示名)(?:名|アドレス|欄)?(?:が|は|に|:|：|を|として|には|も|\s)*$/u;
const SENDER_BEHIND = /^(?:など|といった|という|との|\s)*(?:差出人|送信者|送信元|表示名)/u;
const FEED = /^[「『]\s*(?:件名|題名|Subject)\s*[:：]\s*(.+?)\s*[」』]\s*(?:[(（].*)?$/iu;
const LINK_WORDS = /(?:」|』)(?:や|、|,|または|又は|もしくは|及び|および|・|\s)*$/u;

/**
 * Cases told in a sentence: `「X」との件名で、「Y」との内容のもの`, `件名「X」`, `「A」「B」などの件名`; and lines of a feed,
 * `〇〇になりすました偽メール「件名:X」(…)`.
 */
export const sentences: Layout = {
  id: "sentences",
  read(lines, observed) {
    return lines.flatMap((placed, index) => readLine(placed, index, observed));
  },
};

function readLine(placed: PlacedLine, index: number, observed: string | undefined): readonly LayoutFinding[] {
  const { line } = placed;
  if (!/[「『"“”]/u.test(line.text) || line.role === "value") return [];
  const said = stanceOf(line.text) ?? placed.zone ?? placed.lastSaid;
  if (said !== "fake") return [];
  const day = daysIn(line.text)[0] ?? observed;
  const feed = feedSubject(line.text);
  if (feed !== undefined) return [findingOf([index], { cases: [caseOf("件名", { observed: day, subjects: [feed] })] })];
  return sentencesOf(line.text).flatMap((sentence) => readSentence(sentence, index, day));
}

/** The subject of `…偽メール「件名:X」(…)`; X may hold brackets itself, so the last closing one counts. */
function feedSubject(text: string): string | undefined {
  const at = /[「『]\s*(?:件名|題名|Subject)\s*[:：]/iu.exec(text);
  if (at === null) return undefined;
  const tail = text.slice(at.index).slice(0, 400);
  const remark = tail.search(/[」』]\s*[(（]/u);
  const found = FEED.exec(remark < 0 ? tail : tail.slice(0, remark + 1)) ?? /^[「『]\s*(?:件名|題名|Subject)\s*[:：]\s*([^「」]+)[」』]/iu.exec(tail);
  return found?.[1] === undefined ? undefined : subjectOf(found[1]);
}

function readSentence(sentence: string, index: number, observed: string | undefined): LayoutFinding[] {
  if (stanceOf(sentence) === "genuine") return [];
  const quotations = quotationsIn(sentence);
  const subjects: string[] = [];
  const names: string[] = [];
  const addresses: string[] = [];
  let body: string | undefined;
  quotations.forEach((quotation, i) => {
    const kind = kindOf(sentence, quotations, i);
    if (kind === "subject") subjects.push(subjectOf(quotation.text));
    else if (kind === "body" && !describesBody(quotation.text)) body = body === undefined ? bodyOf([quotation.text]) : `${body}\n${bodyOf([quotation.text])}`;
    else if (kind === "sender") {
      const sender = senderIn(quotation.text);
      if (sender === undefined) names.push(quotation.text);
      else {
        addresses.push(sender.address);
        if (sender.name !== "") names.push(sender.name);
      }
    }
  });
  if (subjects.length === 0 && (body === undefined || quotations.length < 2)) return [];
  return [findingOf([index], { cases: [caseOf("件名", { observed, subjects, senderNames: names, senderAddresses: addresses, body })] })];
}

function kindOf(sentence: string, quotations: readonly Quotation[], i: number): "subject" | "body" | "sender" | undefined {
  const quotation = quotations[i] as Quotation;
  const before = sentence.slice(quotations[i - 1]?.end ?? 0, quotation.start);
  const behind = sentence.slice(quotation.end, quotations[i + 1]?.start ?? sentence.length);
  if (SUBJECT_BEFORE.test(before)) return PART_OF_SUBJECT.test(behind) ? undefined : "subject";
  if (SENDER_BEFORE.test(before)) return "sender";
  if (BODY_BEFORE.test(before)) return "body";
  if (SUBJECT_BEHIND.test(behind) && SUBJECT_WORD.test(behind.slice(0, 20)) && (!/^と称/u.test(behind) || NAMES_A_SUBJECT.test(quotation.text)))
    return "subject";
  if (BODY_BEHIND.test(behind)) return "body";
  if (SENDER_BEHIND.test(behind)) return "sender";
  // 「A」「B」や「C」などの件名: what is said of the last is said of those joined to it.
  const joined = i + 1 < quotations.length && /^(?:や|、|,|または|又は|もしくは|及び|および|・|\s)*$/u.test(behind);
  if (joined) return kindOf(sentence, quotations, i + 1);
  const follows = i > 0 && LINK_WORDS.test(sentence.slice(0, quotation.start)) && /^(?:や|、|,|または|又は|もしくは|及び|および|・|\s)*$/u.test(before);
  return follows && kindBefore(sentence, quotations, i) ? "subject" : undefined;
}

/** 件名は「A」「B」: those joined to one that has 件名 in front of it. */
function kindBefore(sentence: string, quotations: readonly Quotation[], i: number): boolean {
  for (let at = i; at > 0; at--) {
    const between = sentence.slice(quotations[at - 1]?.end ?? 0, quotations[at]?.start ?? 0);
    if (!/^(?:や|、|,|または|又は|もしくは|及び|および|・|\s)*$/u.test(between)) return SUBJECT_BEFORE.test(between);
  }
  return SUBJECT_BEFORE.test(sentence.slice(0, quotations[0]?.start ?? 0));
}

/** Quotations 「…」 and 『…』 of a sentence, outermost ones, balanced; at most 50. */
function quotationsIn(sentence: string): readonly Quotation[] {
  const found: Quotation[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < sentence.length && found.length < 50; i++) {
    const char = sentence[i] as string;
    if (char === "「" || char === "『") {
      if (depth++ === 0) start = i;
    } else if ((char === "」" || char === "』") && depth > 0 && --depth === 0) found.push({ text: sentence.slice(start + 1, i).trim(), start, end: i + 1 });
  }
  return found.filter((quotation) => quotation.text !== "");
}

/** Sentences of a line, cut at 。 outside of quotations. */
function sentencesOf(line: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < line.length; i++) {
    const char = line[i] as string;
    if (char === "「" || char === "『") depth++;
    else if ((char === "」" || char === "』") && depth > 0) depth--;
    else if (char === "。" && depth === 0) {
      parts.push(line.slice(from, i + 1));
      from = i + 1;
    }
  }
  parts.push(line.slice(from));
  return parts.filter((part) => part.trim() !== "");
}
