import { dayWithoutYear, daysIn } from "./days.ts";
import { caseOf, findingOf } from "./layout.ts";
import { EXAMPLE_ALONE } from "./example-words.ts";
import type { LayoutFinding, UnreadReason } from "./layout.ts";
import type { Label } from "./labels.ts";
import { stanceOf } from "./stance.ts";
import type { Stance } from "./stance.ts";
import {
  addressesIn,
  bareName,
  bareUrlIn,
  bodyOf,
  describesBody,
  describesSender,
  describesSubject,
  isRemark,
  namesQuoted,
  senderIn,
  senderText,
  subjectsOf,
  urlsOf,
} from "./values.ts";
import type { PlacedLine } from "./placed.ts";

/** A line read as part of a value. */
export interface PieceLine {
  readonly text: string;
  readonly index: number;
  readonly rule: string | undefined;
  readonly placed: PlacedLine;
}

/** A label with the lines behind it. */
export interface Piece {
  readonly label: Label;
  readonly lines: PieceLine[];
  /** Index of the label's line; -1 for a body without a label. */
  readonly index: number;
  /** The rule its value is framed with. */
  frame: string | undefined;
  /** The value is bounded by the page's structure (dd, td). */
  readonly cell: boolean;
  readonly zone: Stance | undefined;
  /** The value stands in a quotation of the page. */
  quoted?: boolean;
  /** No label of the same example ended the value: only its first block belongs to it. */
  settled?: boolean;
}

/** An example mail while it is read. */
export interface Draft {
  readonly name: string | undefined;
  readonly observed: string | undefined;
  readonly zone: Stance | undefined;
  /** By the heading above, else said last before it. */
  readonly said: Stance | undefined;
  /** Something was said on the page before: labels alone are a pasted example. */
  readonly afterProse: boolean;
  frame: string | undefined;
  readonly fence: boolean;
  /** In a quotation of the page, which ends it. */
  readonly enclosed: boolean;
  /** The body was known by its greeting alone. */
  greets: boolean;
  /** The body began with a rule, without a label: it counts only if a rule closes it. */
  implicit: boolean;
  closed: boolean;
  readonly pieces: Piece[];
  readonly used: number[];
}

interface Fields {
  readonly subjects: string[];
  readonly names: string[];
  readonly addresses: string[];
  readonly urls: string[];
  body: string | undefined;
  day: string | undefined;
  /** What stands under the label for the day. */
  dated: string | undefined;
  readonly genuine: string[];
  readonly urlRules: string[];
  readonly used: number[];
  readonly unread: [number, UnreadReason][];
}

/** The case an example is, or what is left of it when it is none: genuine addresses, lines for a person to look at. */
export function exampleCase(draft: Draft, name: string, observed: string | undefined, published?: string): LayoutFinding[] {
  const fields: Fields = {
    subjects: [],
    names: [],
    addresses: [],
    urls: [],
    body: undefined,
    day: undefined,
    dated: undefined,
    genuine: [],
    urlRules: [],
    used: [...draft.used],
    unread: [],
  };
  for (const piece of draft.pieces) readPiece(piece, draft, fields);
  const given = [fields.subjects.length, fields.names.length + fields.addresses.length, fields.body === undefined ? 0 : 1, fields.urls.length].filter(
    (count) => count > 0,
  ).length;
  const refused = given === 0 ? undefined : whyNot(draft, fields, given);
  const shared = { officialAddresses: fields.genuine, urlRules: fields.urlRules };
  if (given === 0 || refused !== undefined) {
    const unread = refused === undefined ? fields.unread : draft.pieces.filter((piece) => piece.index >= 0).map((piece) => [piece.index, refused] as const);
    return [findingOf(refused === undefined ? usedOfNothing(fields) : [], { ...shared, unread })];
  }
  const found = caseOf(draft.name !== undefined && draft.name !== "例" ? draft.name : nameOf(fields, given, name), {
    observed: draft.observed ?? fields.day ?? dayWithoutYear(fields.dated ?? "", published) ?? observed,
    subjects: unique(fields.subjects),
    senderNames: unique(fields.names),
    senderAddresses: unique(fields.addresses),
    body: fields.body,
    urls: unique([...fields.urls, ...urlsOf((fields.body ?? "").split("\n"))]),
  });
  // A body without a label has no line of one: -1.
  const used = fields.used.filter((index) => index >= 0);
  return [findingOf(used, { ...shared, cases: [found], unread: fields.unread })];
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

function usedOfNothing(fields: Fields): readonly number[] {
  return fields.genuine.length + fields.urlRules.length > 0 ? fields.used.filter((index) => index >= 0) : [];
}

function nameOf(fields: Fields, given: number, otherwise: string): string {
  if (given === 1 && fields.addresses.length + fields.names.length > 0) return "差出人";
  return given === 1 && fields.subjects.length > 1 ? "件名の例" : otherwise;
}

const WARNS_ITSELF = /(?:不審な?|フィッシング|なりすまし|迷惑|偽)(?:メール)?.{0,12}(?:について|ご?注意|喚起|お知らせ)|phishing|注意喚起/iu;

/** Why an example is not taken for a fake: nothing is guessed. */
function whyNot(draft: Draft, fields: Fields, given: number): UnreadReason | undefined {
  if (draft.pieces.some((piece) => piece.label.stance === "fake")) return undefined;
  if (draft.zone === "genuine") return "genuine";
  // The notice itself was sent as a mail, and its header copied with it.
  if (!draft.afterProse && draft.name === undefined && fields.subjects.some((subject) => WARNS_ITSELF.test(subject))) return "genuine";
  if (draft.said === "fake") return undefined;
  if (draft.said === "genuine") return "genuine";
  if (draft.afterProse) return "no-fake";
  return given > 1 || fields.body !== undefined || draft.name !== undefined ? undefined : "lone-field";
}

function readPiece(piece: Piece, draft: Draft, fields: Fields): void {
  if ((piece.label.stance ?? piece.zone) === "genuine") return readGenuine(piece, fields);
  if (piece.index >= 0) fields.used.push(piece.index);
  const lines = piece.label.field === "body" ? piece.lines : valueLines(piece, fields);
  switch (piece.label.field) {
    case "subject":
      return readSubjects(piece, lines, fields);
    case "address":
      if (draft.pieces.every((other) => ["address", "other", "date"].includes(other.label.field))) return undefined;
      return readSenders(piece, lines, fields);
    case "sender":
    case "senderName":
      return readSenders(piece, lines, fields);
    case "body":
      return readBody(piece, draft, fields);
    case "url":
      return readUrls(piece, lines, fields);
    case "date":
      fields.dated ??= [piece.label.rest, ...lines.map((line) => line.text)].join(" ");
      fields.day ??= daysIn([piece.label.rest, ...lines.map((line) => line.text)].join(" "))[0];
      return use(lines, fields);
    default:
      // 宛先, 対処方法 and the like: known to be no field of a case, left for a person to read.
      return undefined;
  }
}

/** What stands under a label for genuine mail: its addresses are official, its URLs rules. */
function readGenuine(piece: Piece, fields: Fields): void {
  const texts = [piece.label.rest, ...piece.lines.map((line) => line.text)];
  fields.genuine.push(...texts.flatMap((text) => addressesIn(text)));
  if (fields.genuine.length > 0) fields.used.push(piece.index, ...piece.lines.filter((line) => addressesIn(line.text).length > 0).map((line) => line.index));
  else fields.unread.push([piece.index, "genuine"]);
}

/**
 * The lines that are the value. Without a label of the same example behind it the value ends at the first blank line,
 * since prose follows; between two labels blank lines separate values.
 */
function valueLines(piece: Piece, fields: Fields): readonly PieceLine[] {
  const kept: PieceLine[] = [];
  let genuine = false;
  for (const line of piece.lines) {
    const begun = kept.length > 0 || (piece.label.rest !== "" && !piece.label.list);
    if (line.text === "" && begun && piece.settled === true && !piece.cell) break;
    if (line.rule !== undefined || line.text === "" || EXAMPLE_ALONE.test(line.text)) continue;
    const said = stanceOf(line.text);
    // 「公式サイトのURLは以下のとおりです。」 is said of the lines under it too.
    genuine = said === "genuine" || (genuine && said === undefined);
    if (genuine || line.placed.zone === "genuine") {
      const addresses = addressesIn(line.text);
      fields.genuine.push(...addresses);
      if (/^https?:\/\/[*＊○]{2,}/u.test(line.text)) fields.urlRules.push(line.text.replaceAll("＊", "*"));
      if (addresses.length > 0 || line.text.startsWith("http")) fields.used.push(line.index);
      continue;
    }
    if (!isRemark(line.text)) kept.push(line);
  }
  return kept;
}

function readSubjects(piece: Piece, lines: readonly PieceLine[], fields: Fields): void {
  const inline = piece.label.rest;
  const headRemark = /^[(（][^()（）]{0,40}[)）]$/u.test(inline);
  if (headRemark) fields.day ??= daysIn(inline)[0];
  if (inline !== "" && !headRemark) takeSubject(inline, piece.index, fields);
  const bulleted = lines.some((line) => isBulleted(line));
  for (const line of lines) {
    if (bulleted && !isBulleted(line)) break;
    // Under a sentence that announces subjects a plain line may as well be prose.
    if (!bulleted && piece.label.style.startsWith("list") && !/^[「『【"“]/u.test(line.text)) break;
    if (takeSubject(line.text, line.index, fields)) fields.used.push(line.index);
  }
}

function isBulleted(line: PieceLine): boolean {
  return line.placed.line.role === "item" || /^(?:[・•●◦▪‣◎◇□▷►✓✔]|[-‐*–○◯]\s)/u.test(line.text);
}

function takeSubject(text: string, index: number, fields: Fields): boolean {
  const subjects = subjectsOf(text);
  if (subjects.every((subject) => describesSubject(subject))) return (fields.unread.push([index, "description"]), false);
  fields.subjects.push(...subjects);
  return true;
}

function readSenders(piece: Piece, lines: readonly PieceLine[], fields: Fields): void {
  const values = [...(piece.label.rest === "" ? [] : [{ text: piece.label.rest, index: piece.index }]), ...lines];
  let first = true;
  for (const { text, index } of values) {
    if (takeSender(text, piece, first, fields)) fields.used.push(index);
    else if (first) fields.unread.push([index, "description"]);
    first = false;
  }
}

function takeSender(text: string, piece: Piece, first: boolean, fields: Fields): boolean {
  const plain = senderText(text);
  const addresses = addressesIn(plain);
  const sender = senderIn(plain);
  if (sender !== undefined) {
    if (sender.name !== "" && !/[。]/u.test(sender.name) && sender.name.length <= 80) fields.names.push(sender.name);
    fields.addresses.push(...addresses);
    return true;
  }
  const several = namesQuoted(plain);
  if (several !== undefined) return (fields.names.push(...several), true);
  const name = bareName(plain);
  const ofName = first || piece.label.field === "senderName";
  if (!ofName || name === "" || describesSender(plain) || /^[@＠]/u.test(name)) return false;
  fields.names.push(name);
  return true;
}

function readBody(piece: Piece, draft: Draft, fields: Fields): void {
  if (draft.implicit && !draft.closed) return;
  const lines = framedLines(piece);
  const texts = [piece.label.rest, ...lines.filter((line) => line.rule === undefined).map((line) => line.text)];
  const image = lines.find((line) => line.placed.line.role === "image");
  const whole = bodyOf(texts.filter((_text, i) => i === 0 || lines.filter((line) => line.rule === undefined)[i - 1]?.placed.line.role !== "image"));
  // 「…」 around the whole is the page's.
  const body = /^「[^「」]*」$/u.test(whole) ? whole.slice(1, -1) : whole;
  if (image !== undefined) fields.unread.push([image.index, "image"]);
  if (body === "") return;
  if (describesBody(body) || (piece.frame === undefined && texts.every((text) => text === "" || isRemark(text))))
    return void fields.unread.push([
      piece.index >= 0 && piece.label.rest !== "" ? piece.index : (lines.find((line) => line.text !== "")?.index ?? piece.index),
      "description",
    ]);
  fields.body = body;
  use(lines, fields);
}

/** The body inside of its frame: what stands behind the last rule of the frame is the page's again. */
function framedLines(piece: Piece): readonly PieceLine[] {
  if (piece.frame === undefined) return piece.lines;
  const last = piece.lines.findLastIndex((line) => line.rule === piece.frame);
  const first = piece.lines.findIndex((line) => line.text !== "" && line.rule === undefined);
  return last > first && first >= 0 ? piece.lines.slice(0, last) : piece.lines;
}

function readUrls(piece: Piece, lines: readonly PieceLine[], fields: Fields): void {
  for (const { text, index } of [{ text: piece.label.rest, index: piece.index }, ...lines]) {
    const urls = urlsOf([text]);
    const bare = bareUrlIn(text);
    if (/^https?:\/\/[*＊○]{3,}\./u.test(text) && piece.label.stance !== "fake" && urls.length < 2) fields.unread.push([index, "description"]);
    else if (urls.length > 0 || bare !== undefined) {
      fields.urls.push(...urls, ...(bare === undefined ? [] : [bare]));
      fields.used.push(index);
    }
  }
}

function use(lines: readonly PieceLine[], fields: Fields): void {
  fields.used.push(...lines.map((line) => line.index));
}
