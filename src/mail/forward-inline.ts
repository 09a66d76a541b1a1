import type { Where } from "../terms/index.ts";
import { type InlineKey, isForwardSubject, readFieldLine, readInlineAddress } from "./forward-fields.ts";
import type { MailAddress, TextPart } from "./mail.ts";
import { type VisibleLine, visibleLines } from "./visible-lines.ts";

/** The header block a mail program writes above the mail it forwards inline. */
export interface InlineHeader {
  readonly from?: MailAddress;
  readonly subject?: string;
  /** As written; programs write it in the forwarder's language and time zone. */
  readonly date?: string;
  readonly to?: string;
  /** Index in `textPart.text` where the forwarded text begins. */
  readonly bodyStart: number;
  readonly textPart: TextPart;
  /** Place of the header block. */
  readonly where: Where;
}

/**
 * Gmail, Thunderbird, Apple Mail, Yahoo! and Notes say "forwarded"; Outlook and older Yahoo!メール say
 * "original message" above replies just as above forwards, so those count only with a forward's subject.
 */
const forwardMarker =
  /^[-‐–—_=\s>*]{0,40}(?:begin forwarded message|forwarded message|forwarded by|転送されたメッセージ|転送されたメール|転送メッセージ|転送メール|以下、?転送|ここから転送)(?:$|[\s:\uff1a\-‐–—_=])/i;
const originalMarker = /^[-‐–—_=\s>*]{2,40}(?:original message|original mail|元のメッセージ|元のメール|オリジナルメッセージ)[-‐–—_=\s*]{1,40}$/i;

/** A person writes a few lines above a forward; a newsletter that mentions one far below is no forward. */
const mostLinesAbove = 25;

export function findInlineHeader(parts: readonly TextPart[], subject: string): InlineHeader | undefined {
  const forward = isForwardSubject(subject);
  // Plain text first: its header block has one line a field and no guessing.
  const plainFirst = [...parts].sort((a, b) => Number(a.kind === "html") - Number(b.kind === "html"));
  for (const part of plainFirst) {
    const header = findIn(part, forward, /^\s*(?:re|返信)\s*[:\uff1a]/i.test(subject));
    if (header) return header;
  }
  return undefined;
}

function findIn(part: TextPart, forward: boolean, reply: boolean): InlineHeader | undefined {
  // Nearly all mails end here, without being taken apart into lines.
  if (!forward && (reply || !mayHoldMarker(part.text))) return undefined;
  const lines = visibleLines(part);
  let above = 0;
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index]?.text ?? "";
    if (text.trim() === "") continue;
    if (!forward && above > mostLinesAbove) return undefined;
    const marked = forwardMarker.test(text);
    if (marked || originalMarker.test(text)) {
      const block = readBlock(lines, index + 1, part, 2);
      // Quoted with ">" below an answer it is somebody else's forward.
      if (block && (forward || (marked && !text.startsWith(">")))) return block;
    } else if (forward && readFieldLine(text)) {
      const block = readBlock(lines, index, part, 3);
      if (block) return block;
    }
    above++;
  }
  return undefined;
}

const MARKER_WORDS = ["orwarded", "転送", "ORWARDED"] as const;

/** The words as mail programs write them, searched for one by one: at the speed of memory, as a pattern that ignores case is not. */
function mayHoldMarker(text: string): boolean {
  return MARKER_WORDS.map((word) => text.indexOf(word)).some((at) => at >= 0 && at < 100_000);
}

interface Block {
  readonly fields: Map<InlineKey, string>;
  first: number;
  last: number;
}

/** Reads fields from `from` on; undefined when fewer than `least` known ones, or no sender, stand there. */
function readBlock(lines: readonly VisibleLine[], from: number, part: TextPart, least: number): InlineHeader | undefined {
  const block = collectBlock(lines, from);
  const { fields } = block;
  if (fields.size < least || !fields.has("from") || !(fields.has("subject") || fields.has("date"))) return undefined;
  const [first, last] = [lines[block.first], lines[block.last]];
  if (!first || !last) return undefined;
  const [subject, date, to] = [fields.get("subject"), fields.get("date"), fields.get("to")];
  return {
    from: readInlineAddress(fields.get("from") ?? ""),
    ...(subject === undefined ? {} : { subject }),
    ...(date === undefined ? {} : { date }),
    ...(to === undefined ? {} : { to }),
    bodyStart: bodyAfter(lines, block.last, part),
    textPart: part,
    where: part.toWhere(first.start, last.end),
  };
}

function collectBlock(lines: readonly VisibleLine[], from: number): Block {
  const fields = new Map<InlineKey, string>();
  const block: Block = { fields, first: from, last: from };
  let key: InlineKey | undefined;
  let blank = 0;
  let continued = 0;
  for (let index = from; index < lines.length && index < from + 30; index++) {
    const text = (lines[index]?.text ?? "").replace(/^[>\s]+/, "");
    const line = readFieldLine(text);
    if (line) {
      // A second From starts the next mail of a thread.
      if (line.key === "from" && fields.has("from")) break;
      if (fields.size === 0) block.first = index;
      key = line.key;
      fields.set(key, fields.get(key) ?? line.value);
      [block.last, blank, continued] = [index, 0, 0];
    } else if (text === "") {
      // Apple Mail leaves a blank line above the block; one inside ends it, unless a field follows.
      if (++blank > 2 || (fields.size >= 3 && fields.has("from") && fields.has("subject"))) break;
    } else if (key && blank === 0 && continued < 3 && isContinuation(key, fields.get(key) ?? "", text)) {
      fields.set(key, (fields.get(key) ?? "") + " " + text);
      block.last = index;
      continued++;
    } else if (key || !/^[-_=*\s]+$/.test(text)) break;
  }
  return block;
}

/** A field folded by the program: an address under `From`/`To`, or the value of a field that was empty so far. */
function isContinuation(key: InlineKey, value: string, text: string): boolean {
  if (value === "") return text.length <= 300;
  return (key === "from" || key === "to" || key === "other") && /^[^。、]{0,200}@[^。、]{0,200}$/.test(text) && !/https?:/i.test(text);
}

function bodyAfter(lines: readonly VisibleLine[], last: number, part: TextPart): number {
  for (let index = last + 1; index < lines.length; index++) {
    const line = lines[index];
    if (line && line.text.replace(/^[>\s]+/, "") !== "") return line.start;
  }
  return part.text.length;
}
