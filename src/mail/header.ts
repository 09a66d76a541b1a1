import { latin1 } from "./bytes.ts";
import { decodeWords } from "./encoded-words.ts";
import type { HeaderField } from "./mail.ts";

interface FieldName {
  readonly name: string;
  readonly key: string;
}

/** Names met before, by a hash of their bytes: every mail has the same forty, and making a string of each costs more than reading it. */
const MAX_NAMES = 1024;
const LONGEST_NAME = 64;
const names: (FieldName | undefined)[] = Array.from({ length: MAX_NAMES }, () => undefined);

function nameAt(raw: Uint8Array, start: number, end: number): FieldName {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + raw[i]!) | 0;
  const slot = (hash ^ (hash >>> 11)) & (MAX_NAMES - 1);
  const known = names[slot];
  if (known !== undefined && isWrittenAt(known.name, raw, start, end)) return known;
  const name = latin1(raw, start, end);
  const met = { name, key: name.toLowerCase() };
  if (end - start <= LONGEST_NAME) names[slot] = met;
  return met;
}

function isWrittenAt(name: string, raw: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== raw[start + i]) return false;
  return true;
}

/** A header field whose values are read on first use: most fields of a mail are never looked at. */
class LazyField implements HeaderField {
  readonly name: string;
  readonly key: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
  readonly #raw: Uint8Array;
  #rawValue: string | undefined;
  #value: string | undefined;

  constructor(raw: Uint8Array, start: number, nameEnd: number, valueStart: number, end: number) {
    this.#raw = raw;
    const { name, key } = nameAt(raw, start, nameEnd);
    this.name = name;
    this.key = key;
    this.start = start;
    this.valueStart = valueStart;
    this.end = end;
  }

  get rawValue(): string {
    return (this.#rawValue ??= unfold(latin1(this.#raw, this.valueStart, this.end)));
  }

  get value(): string {
    return (this.#value ??= decodeWords(this.rawValue));
  }

  toJSON(): Record<string, unknown> {
    const { name, key, rawValue, value, start, valueStart, end } = this;
    return { name, key, rawValue, value, start, valueStart, end };
  }
}

function unfold(text: string): string {
  return (/[\r\n]/.test(text) ? text.replace(/[\r\n]+/g, "") : text).trimEnd();
}

/** End of the line that starts at `at` (before its break) and the start of the next one. */
export interface Line {
  readonly end: number;
  readonly next: number;
}

/** Reads one line. CR alone ends a line only in mails that have no LF at all (`crOnly`). */
function lineAt(raw: Uint8Array, at: number, limit: number, crOnly: boolean): Line {
  const found = raw.indexOf(crOnly ? 0x0d : 0x0a, at);
  if (found < 0 || found >= limit) return { end: limit > at && raw[limit - 1] === 0x0d ? limit - 1 : limit, next: limit };
  return { end: !crOnly && found > at && raw[found - 1] === 0x0d ? found - 1 : found, next: found + 1 };
}

/** Index of the colon if a header field (RFC 5322 §2.2, obsolete blanks before the colon too) starts here, else -1. */
function colonOf(raw: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && raw[i]! > 0x20 && raw[i] !== 0x3a && raw[i]! < 0x7f) i++;
  if (i === at) return -1;
  while (i < end && (raw[i] === 0x20 || raw[i] === 0x09)) i++;
  return raw[i] === 0x3a && i < end ? i : -1;
}

/** What a header block turned out to be. */
export interface HeaderBlock {
  readonly fields: HeaderField[];
  readonly bodyStart: number;
  readonly oddities: readonly { kind: string; start: number; end: number }[];
}

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;

/**
 * Reads header fields from `start` until an empty line, `limit`, a boundary-like line or text that is no field.
 * One odd line between fields is stepped over; where no field follows it, the body begins there.
 */
export function readHeader(raw: Uint8Array, start: number, limit: number, crOnly: boolean, top: boolean): HeaderBlock {
  const fields: HeaderField[] = [];
  const oddities: { kind: string; start: number; end: number }[] = [];
  let at = start;
  while (at < limit) {
    const line = lineAt(raw, at, limit, crOnly);
    if (line.end === at) return { fields, bodyStart: line.next, oddities };
    const colon = colonOf(raw, at, line.end);
    if (colon < 0) {
      const kind = oddLine(raw, at, line, limit, crOnly, top && at === start, fields.length);
      oddities.push({ kind, start: at, end: line.end });
      if (kind === "blank-line-with-blanks") return { fields, bodyStart: line.next, oddities };
      if (kind === "missing-header-end") return { fields, bodyStart: at, oddities };
      at = line.next;
      continue;
    }
    let last = line;
    while (last.next < limit && isBlank(raw[last.next])) {
      const more = lineAt(raw, last.next, limit, crOnly);
      if (isAllBlank(raw, last.next, more.end) && !isBlank(raw[more.next])) break;
      last = more;
    }
    fields.push(makeField(raw, at, colon, last.end));
    at = last.next;
  }
  return { fields, bodyStart: limit, oddities };
}

function makeField(raw: Uint8Array, at: number, colon: number, end: number): LazyField {
  let nameEnd = colon;
  while (nameEnd > at && isBlank(raw[nameEnd - 1])) nameEnd--;
  let valueStart = colon + 1;
  while (valueStart < end && (isBlank(raw[valueStart]) || raw[valueStart] === 0x0d || raw[valueStart] === 0x0a)) valueStart++;
  return new LazyField(raw, at, nameEnd, valueStart, end);
}

function isAllBlank(raw: Uint8Array, at: number, end: number): boolean {
  for (let i = at; i < end; i++) if (!isBlank(raw[i])) return false;
  return true;
}

function oddLine(raw: Uint8Array, at: number, line: Line, limit: number, crOnly: boolean, first: boolean, known: number): string {
  if (isAllBlank(raw, at, line.end)) return "blank-line-with-blanks";
  if (first && /^>?From /.test(latin1(raw, at, Math.min(line.end, at + 6)))) return "mbox-from-line";
  if (raw[at] === 0x2d && raw[at + 1] === 0x2d) return "missing-header-end";
  const next = lineAt(raw, line.next, limit, crOnly);
  const followed = known > 0 && line.next < limit && colonOf(raw, line.next, next.end) >= 0;
  return followed ? "invalid-header-line" : "missing-header-end";
}
