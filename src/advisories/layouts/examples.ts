import { Ahead, isListed } from "./ahead.ts";
import { dayIn, isDayAlone } from "./days.ts";
import { exampleCase } from "./example-case.ts";
import type { Draft, Piece } from "./example-case.ts";
import { FENCE_OPENS, FENCE_CLOSES, CLOSES_BODY, EXAMPLE_ALONE, NEXT_TOPIC, GREETS, STRONG, MAX_BODY, MAY_BE_OF_MAIL, NUMBER_ALONE } from "./example-words.ts";
import type { LayoutFinding } from "./layout.ts";
import type { Layout, PlacedLine } from "./placed.ts";
import type { Label } from "./labels.ts";
import { stanceOf } from "./stance.ts";
import { AHEAD, beginsBody, endsUnlabelled, plainHeading } from "./unlabelled.ts";
import { addressesIn, isRemark } from "./values.ts";

/**
 * Example mails printed as labels with values, in whatever decoration: `■件名` with rules of ━, 【差出人】, `件名：…`, bare
 * labels, dt/dd, rows of tables, between 「ここから」 and 「ここまで」. A label met again begins the next example.
 */
export const examples: Layout = {
  id: "examples",
  read(lines, observed, published) {
    const lastRules = new Map(lines.map(({ rule }, index) => [rule, index]));
    const reader = new ExampleReader(lastRules, lines);
    lines.forEach((line, index) => reader.take(line, index));
    return reader.finish(observed, published);
  },
};

class ExampleReader {
  private draft: Draft | undefined;
  private piece: Piece | undefined;
  private head: { readonly placed: PlacedLine; readonly index: number } | undefined;
  /** Rule seen with nothing but headings and blanks behind it: the frame an example is set in. */
  private frame: string | undefined;
  /** A rule stood where a body could begin without a label (A10). */
  private mayBegin: string | undefined;
  private readonly drafts: Draft[] = [];
  private prose = 0;
  /** Where each kind of rule stands last: a frame without a rule below is no frame. */
  private readonly lastRules: ReadonlyMap<string | undefined, number>;
  private readonly all: readonly PlacedLine[];
  private readonly ahead: Ahead;

  constructor(lastRules: ReadonlyMap<string | undefined, number>, all: readonly PlacedLine[]) {
    this.lastRules = lastRules;
    this.all = all;
    this.ahead = new Ahead(all);
  }

  take(placed: PlacedLine, index: number): void {
    if (this.goesOn(placed, index)) return;
    const { line, label, rule } = placed;
    if (line.role === "enclosure") return this.openEnclosure(placed);
    if (line.role === "break" && (this.draft?.enclosed === true || line.level === 0)) return this.endDraft();
    if (line.role === "break" && this.mayBegin === "enclosure") this.mayBegin = undefined;
    if (line.role === "break" || line.text === "") return this.close(line.role === "break");
    if (line.text.length <= 60 && FENCE_CLOSES.test(line.text) && this.draft !== undefined) return this.endDraft(index);
    if (line.text.length <= 60 && FENCE_OPENS.test(line.text) && label === undefined) return this.openFence(placed, index);
    if (rule !== undefined) return this.takeRule(rule, index);
    if (label !== undefined) return this.takeLabel(placed, label, index);
    // A mail's first line may well look like a heading: 「お客様各位」, 【重要なお知らせ】.
    const opens = this.draft?.enclosed === true && this.draft.pieces.length === 0 && placed.example !== undefined;
    const mayBegin =
      !opens &&
      !NUMBER_ALONE.test(line.text) &&
      (this.draft?.fence === true || this.mayBegin !== undefined) &&
      line.role !== "heading" &&
      (placed.depth ?? 0) >= 8;
    if (mayBegin && this.draft?.pieces.every((piece) => piece.label.field !== "body") === true) return this.takeProse(placed, index);
    if (placed.depth !== undefined && !this.firstOfBody(placed, index)) return this.takeHeading(placed, index);
    this.takeProse(placed, index);
  }

  finish(observed: string | undefined, published: string | undefined): readonly LayoutFinding[] {
    this.close(true);
    this.endDraft();
    let count = 0;
    return this.drafts.flatMap((draft) => {
      const findings = exampleCase(draft, `事例${count + 1}`, observed, published);
      count += findings.reduce((sum, finding) => sum + finding.cases.length, 0);
      return findings;
    });
  }

  /** The line is part of the value being read. */
  private goesOn(placed: PlacedLine, index: number): boolean {
    const { piece } = this;
    if (piece === undefined) return false;
    const { line, rule } = placed;
    if (piece.cell || line.role === "value") {
      if (line.role !== "value") return !this.ended();
    } else if (line.role === "enclosure") {
      if (hasText(piece) || piece.label.rest !== "") return !this.ended();
      piece.quoted = true;
      return true;
    } else if (line.role === "break") {
      // An empty value goes on; otherwise the break is looked at by what is above, too.
      return hasText(piece) || piece.label.rest !== "" ? !this.ended(true) : true;
    } else if (piece.label.field === "body" ? this.endsBody(placed, piece, index) : this.endsValue(placed, piece, index)) {
      return false;
    }
    if (rule !== undefined && piece.label.field !== "body") return true;
    // Behind a blank line nothing belongs to a value that stands on its label's line.
    if (line.text === "" && piece.label.field !== "body" && piece.label.rest !== "" && !piece.label.list && !piece.cell) return this.ended(true);
    piece.lines.push({ text: line.text, index, rule, placed });
    return piece.lines.length < MAX_BODY || this.ended();
  }

  private endsValue(placed: PlacedLine, piece: Piece, index: number): boolean {
    const { line, label, rule, depth } = placed;
    if (rule !== undefined) {
      if (!hasText(piece) && piece.label.rest === "") return ((piece.frame = rule), false);
      this.mayBegin = rule;
      this.close(false);
      return true;
    }
    if (piece.label.field === "subject" && piece.label.list && EXAMPLE_ALONE.test(line.text)) {
      // 「件名の例」, a sentence, <例>: the list begins here.
      piece.lines.length = 0;
      return false;
    }
    if (label !== undefined || line.role === "heading" || FENCE_CLOSES.test(line.text)) return this.ended(label === undefined);
    if (line.role === undefined && hasText(piece) && piece.lines.at(-1)?.text === "" && plainHeading(line.text) !== undefined) return this.ended(true);
    // A subject behind its label takes no further line, unless a list goes on with it.
    if (
      piece.label.field === "subject" &&
      piece.label.rest !== "" &&
      !piece.label.list &&
      line.text !== "" &&
      !isListed(line) &&
      !this.ahead.goesOnInRun(index)
    )
      return this.ended(true);
    if (piece.label.rest !== "" && !piece.label.list && line.text !== "" && line.role === undefined && this.ahead.cannotBeMore(placed, piece, index))
      return this.ended(true);
    // A subject in 【】 or with a mark in front is a subject, unless the page draws its headings so.
    if (depth !== undefined && depth <= 7 && line.role !== "item" && !piece.label.list) return this.ended(true);
    if (
      depth !== undefined &&
      placed.example !== undefined &&
      hasText(piece) &&
      (STRONG.test(line.text) || (line.role !== "item" && !/^[・•]/u.test(line.text)))
    )
      return this.ended(true);
    return false;
  }

  private endsBody(placed: PlacedLine, piece: Piece, index: number): boolean {
    const { line, label, rule, depth } = placed;
    // A quotation ends where the page ends it.
    if (piece.quoted === true) return false;
    const framed = [piece.frame, this.draft?.frame].some((frame) => frame !== undefined && (this.lastRules.get(frame) ?? -1) > index);
    const enclosed = framed || this.draft?.fence === true || this.draft?.enclosed === true;
    const empty = !hasText(piece) && piece.label.rest === "";
    if (rule !== undefined) {
      if (empty && piece.frame === undefined) piece.frame = rule;
      const outer = this.draft?.frame;
      const ends = !empty && (outer === undefined ? piece.frame === undefined || this.draft?.implicit === true : rule === outer);
      if (ends) this.close(true);
      return ends;
    }
    if (line.text.length <= 60 && FENCE_CLOSES.test(line.text)) return this.ended(true);
    if (line.role === "heading") return this.ended(true);
    // <メール内容> with labels right under it heads an example, and is no label.
    if (empty && label !== undefined && HEADS_EXAMPLE.has(label.field) && label.style !== piece.label.style && this.draft?.pieces.length === 1) {
      this.draft.pieces.length = 0;
      return this.ended();
    }
    if (label?.field === "other" && !enclosed && /^[■【<[]/u.test(label.style) && NEXT_TOPIC.test(line.text)) return this.ended(true);
    if (!enclosed && !empty && piece.lines.at(-1)?.text === "" && this.ahead.isPlainHeading(placed, index)) return this.ended(true);
    if (label?.stance === "genuine" && !enclosed) return this.ended(true);
    if (label !== undefined && this.beginsAnother(label, piece, enclosed, index)) return this.ended(true);
    const afterBlank = piece.lines.at(-1)?.text === "";
    if (depth !== undefined && !empty && this.isNextTopic(placed, enclosed, index)) return this.ended(true);
    if (!enclosed && !empty && afterBlank && stanceOf(line.text) === "genuine" && /[@＠][\w-]+[.．]/u.test(line.text)) return this.ended(true);
    if (!enclosed && !empty && (CLOSES_BODY.test(line.text) || (line.role !== "item" && endsUnlabelled(line.text)))) return this.ended(true);
    return false;
  }

  /** A label in a body is the mail's own (「ご利用日時：…」) unless it is drawn like the labels of the page. */
  private beginsAnother(label: Label, piece: Piece, enclosed: boolean, index: number): boolean {
    if (this.draft?.implicit === true || label.list) return false;
    if (label.example !== undefined) return !enclosed;
    const alike = label.style === piece.label.style || label.style === this.draft?.pieces[0]?.label.style;
    if (!alike) return false;
    const closes = (label.field === "url" || label.field === "date") && (NAMES_A_FAKE.test(label.name) || this.ahead.isLastOfFrame(index));
    return !enclosed || closes || ["subject", "sender", "senderName", "body"].includes(label.field) ? label.style !== "bare" || label.field !== "other" : false;
  }

  private isNextTopic(placed: PlacedLine, enclosed: boolean, index: number): boolean {
    const { text } = placed.line;
    if (NUMBER_ALONE.test(text)) return true;
    if (BARE_NUMBER.test(text)) return !enclosed && this.ahead.labelBehind(index);
    // 「■ご注意」 may be the mail's: what stands under it tells whose it is.
    if (placed.depth !== undefined && placed.depth >= 7 && MAY_BE_OF_MAIL.test(text) && placed.zone !== "genuine" && !this.ahead.issuerBehind(index))
      return false;
    if (placed.example !== undefined && /事例|報告例|例文|ケース|^[■◆●【<＜]|^例/u.test(text)) return true;
    if (enclosed || placed.depth === undefined) return false;
    if (OF_ISSUER.test(text)) return true;
    if (placed.zone === "genuine" && placed.depth >= 8) return true;
    if (placed.depth <= 7) return NEXT_TOPIC.test(text) || this.draft?.pieces.some((piece) => piece.label.style === "■") === true;
    return placed.depth === 8 || placed.depth === 11 ? NEXT_TOPIC.test(text) && !/ご注意ください|注意事項/u.test(text) : false;
  }

  private takeRule(rule: string, index: number): void {
    const { draft } = this;
    const hasBody = draft?.pieces.some((piece) => piece.label.field === "body") === true;
    // Fields in a frame of their own, the body between it and the next rule.
    if (draft !== undefined && draft.frame === rule && !hasBody && draft.pieces.length > 1 && (this.lastRules.get(rule) ?? -1) > index) this.mayBegin = rule;
    else if (draft !== undefined && draft.frame === rule) return this.endDraft(index);
    if (this.mayBegin === rule) return;
    if (draft === undefined || (draft.pieces.some((piece) => piece.label.field === "body") && draft.frame === undefined)) {
      this.endDraft();
      this.frame = rule;
    } else this.mayBegin = rule;
  }

  private takeLabel(placed: PlacedLine, label: Label, index: number): void {
    this.mayBegin = undefined;
    const before = this.draft?.pieces.at(-1);
    const again = this.draft?.pieces.some((piece) => isAgain(piece, label)) === true;
    const sameRun = before?.label.field === label.field && label.field === "subject";
    const turned = before !== undefined && before.zone !== placed.zone && (before.zone === "genuine" || placed.zone === "genuine");
    const first = this.draft?.pieces[0]?.label;
    // A day in front of each example: met again it begins the next.
    const round = first?.field === "date" && first.name === label.name && this.draft?.pieces.some((piece) => piece.label.field !== "date") === true;
    if (
      round ||
      (again && !sameRun) ||
      turned ||
      label.example !== undefined ||
      (label.list && label.field === "subject" && placed.line.role !== "term" && this.draft !== undefined && !sameRun)
    )
      this.endDraft();
    this.draft ??= { ...this.newDraft(placed), ...(label.example === undefined ? {} : { name: label.example }) };
    this.piece = { label, lines: [], index, frame: undefined, cell: placed.line.role === "term", zone: placed.zone };
    this.draft.pieces.push(this.piece);
  }

  private takeHeading(placed: PlacedLine, index: number): void {
    this.endDraft();
    this.frame = undefined;
    // A heading without an example in it ends the one above, except that a frame may be drawn between.
    // 「2025年5月20日」 as a heading is the day of the example under it.
    const dated = placed.line.role === "heading" && isDayAlone(placed.line.text);
    this.head = placed.example === undefined && !dated ? undefined : { placed, index };
  }

  private openFence(placed: PlacedLine, index: number): void {
    this.endDraft();
    this.draft = { ...this.newDraft(placed), fence: true };
    this.draft.used.push(index);
  }

  /** A quotation under the heading of an example holds the mail; behind a sender or subject it is the body. */
  private openEnclosure(placed: PlacedLine): void {
    const announced = this.head !== undefined || placed.zone === "fake" || placed.lastSaid === "fake";
    if (this.draft === undefined && announced) this.draft = { ...this.newDraft(placed), fence: true, enclosed: true };
    else if (this.draft !== undefined) this.mayBegin = "enclosure";
  }

  private takeProse(placed: PlacedLine, index: number): void {
    const { draft } = this;
    if (draft === undefined && this.head !== undefined && this.head.placed.zone === "fake" && GREETS.test(placed.line.text))
      return this.beginUnlabelled(placed, index);
    if (draft !== undefined && this.mayBegin === undefined && !draft.fence && this.beginsHere(draft, placed, index)) return this.beginUnlabelled(placed, index);
    if (this.mayBegin !== undefined && draft?.fence !== true && (CLOSES_BODY.test(placed.line.text) || stanceOf(placed.line.text) === "genuine"))
      return this.endDraft();
    const begins = draft !== undefined && !draft.pieces.some((piece) => piece.label.field === "body") && placed.line.role !== "image";
    // A quotation without a heading or a label may be of anything.
    const unknown = draft?.enclosed === true && draft.name === undefined && draft.pieces.length === 0;
    if (begins && !draft.fence && this.mayBegin !== undefined && this.mayBegin !== "enclosure" && this.beginsHere(draft, placed, index))
      return this.beginUnlabelled(placed, index);
    if (begins && !unknown && (draft.fence || this.mayBegin !== undefined) && !isRemark(placed.line.text)) {
      const label: Label = { field: "body", name: "", style: "implicit", rest: "", stance: undefined, list: false };
      if (!draft.fence) draft.implicit = true;
      if (!draft.fence && this.mayBegin !== "enclosure") draft.frame = this.mayBegin;
      if (this.mayBegin === "enclosure") draft.implicit = false;
      this.piece = {
        label,
        lines: [{ text: placed.line.text, index, rule: undefined, placed }],
        index: -1,
        frame: draft.frame ?? "fence",
        cell: false,
        zone: placed.zone,
      };
      draft.pieces.push(this.piece);
      return;
    }
    this.prose++;
    this.mayBegin = undefined;
    if (draft !== undefined && !draft.fence && this.all[index - 1]?.line.text === "" && plainHeading(placed.line.text) !== undefined) this.endDraft();
    if (draft === undefined) this.frame = undefined;
  }

  /** A line in 【】 behind the fields of an example that says nothing of fakes is the first of the mail. */
  private firstOfBody(placed: PlacedLine, index: number): boolean {
    const { line, depth, example } = placed;
    const drawn = depth === 8 && line.role === undefined && example === undefined;
    if (!drawn || this.draft === undefined || this.draft.fence || NEXT_TOPIC.test(line.text) || stanceOf(line.text) !== undefined) return false;
    return this.beginsHere(this.draft, placed, index);
  }

  private beginsHere(draft: Draft, placed: PlacedLine, index: number): boolean {
    const framed = draft.frame !== undefined && (this.lastRules.get(draft.frame) ?? -1) > index;
    return beginsBody(draft, framed, placed, this.all.slice(index + 1, index + 1 + AHEAD));
  }

  /** Under 「…メールの例」, or behind subject and sender, a line that greets the recipient is the mail's first. */
  private beginUnlabelled(placed: PlacedLine, index: number): void {
    this.draft ??= this.newDraft(placed);
    const label: Label = { field: "body", name: "", style: "implicit", rest: "", stance: undefined, list: false };
    this.piece = { label, lines: [{ text: placed.line.text, index, rule: undefined, placed }], index: -1, frame: undefined, cell: false, zone: placed.zone };
    this.draft.pieces.push(this.piece);
    this.draft.greets = true;
  }

  private newDraft(placed: PlacedLine): Draft {
    const head = this.head;
    this.head = undefined;
    return {
      name: head?.placed.example,
      observed: head === undefined ? undefined : dayIn(head.placed.line.text),
      zone: placed.zone,
      said: placed.zone ?? (placed.above === "genuine" ? "genuine" : placed.lastSaid),
      afterProse: this.prose > 0 || placed.lastSaid !== undefined,
      frame: this.frame,
      fence: false,
      enclosed: false,
      greets: false,
      implicit: false,
      closed: false,
      pieces: [],
      used: head === undefined ? [] : [head.index],
    };
  }

  /** Ends the value being read. `settled`: no label of the same example ended it, so only its first block is the value. */
  private close(settled = false): void {
    if (this.piece === undefined) return;
    this.piece.settled = settled;
    this.piece = undefined;
  }

  /** The value being read ends: true. */
  private ended(settled = false): true {
    this.close(settled);
    return true;
  }

  private endDraft(index?: number): void {
    this.close(true);
    if (this.draft !== undefined) {
      this.draft.closed = index !== undefined;
      if (index !== undefined) this.draft.used.push(index);
      this.drafts.push(this.draft);
    }
    this.draft = undefined;
    this.frame = undefined;
    this.mayBegin = undefined;
  }
}

const HEADS_EXAMPLE = new Set<string>(["subject", "sender", "senderName", "date"]);
/** 「≪当組合からのお願い≫」: a heading of the issuer's. */
const OF_ISSUER = /^[^当弊本]{0,2}(?:当|弊)(?:社|行|学|庫|金庫|組合|会|店|院|協会|機構|センター|サイト)(?:から|より|の|では|が|における)[^。]{0,24}$/u;
/** Words for links that no mail uses of its own. */
const NAMES_A_FAKE = /リンク先|誘導|偽|フィッシング|遷移先|転送先|サイト/u;
/** A number alone; an example begins with it when labels follow. */
const BARE_NUMBER = /^(?:[(（][0-9０-９]{1,2}[)）]|[①-⑳])$/u;

/** A field given twice belongs to two examples; links and days may be several, and a genuine value stands beside the fake one. */
function isAgain(piece: Piece, label: Label): boolean {
  const before = piece.label;
  // 差出人：a name, 送信元：an address: two words for the two halves of one sender.
  const half =
    before.field === "sender" && before.name !== label.name && addressesIn([before.rest, ...piece.lines.map((line) => line.text)].join(" ")).length === 0;
  if (half && label.field === "sender") return false;
  const several = label.field === "other" || label.field === "url" || label.field === "date";
  return before.field === label.field && !several && (before.stance === "genuine") === (label.stance === "genuine");
}

function hasText(piece: Piece): boolean {
  return piece.lines.some((line) => line.text !== "" && line.rule === undefined);
}
