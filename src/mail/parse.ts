import { latin1 } from "./bytes.ts";
import { readHeader } from "./header.ts";
import type { Defect, HeaderField, Mail } from "./mail.ts";
import { PartNode } from "./part.ts";
import { mislabelledTexts } from "./text.ts";
import { decodeBase64, decodeQuotedPrintable, decodeUuencode } from "./transfer-encoding.ts";

const MAX_DEPTH = 100;
const MAX_PARTS = 50_000;
const MAX_DEFECTS = 1000;

class MailNode implements Mail {
  end: number;
  readonly raw: Uint8Array;
  readonly rawOrigin: Mail["rawOrigin"];
  readonly start: number;
  readonly #met: Defect[] = [];
  #defects: readonly Defect[] | undefined;
  fields: readonly HeaderField[] = [];
  root!: PartNode;
  constructor(raw: Uint8Array, rawOrigin: Mail["rawOrigin"], start: number, end: number) {
    this.raw = raw;
    this.rawOrigin = rawOrigin;
    this.start = start;
    this.end = end;
  }

  odd(kind: string, start: number, end: number): void {
    if (this.#met.length < MAX_DEFECTS) this.#met.push({ kind, where: { kind: "raw", start, end } });
  }

  /** What a text is really written in is known once it is decoded, so that this is put together when asked for. */
  get defects(): readonly Defect[] {
    return (this.#defects ??= [...this.#met, ...mislabelledTexts(this)]);
  }
}

/** Something open that ends where an enclosing boundary comes, or at the end of the mail. */
interface Frame {
  readonly part: PartNode;
  readonly mail: MailNode;
  readonly boundary: string | undefined;
  /** The mail that begins in this frame, if it is a message/rfc822. */
  readonly inner: MailNode | undefined;
}

/**
 * Reads any bytes as a mail (RFC 5322, RFC 2045, RFC 2046). Never throws; what was odd stands in `defects`.
 * One pass over the bytes with a stack instead of recursion, so depth and number of parts cost nothing extra.
 */
export function parseMail(raw: Uint8Array): Mail {
  return new Parser(raw, "given", 0).parse();
}

class Parser {
  private readonly raw: Uint8Array;
  private readonly depth: number;
  private readonly crOnly: boolean;
  private readonly mail: MailNode;
  private readonly stack: Frame[] = [];
  /** Open boundaries, innermost index of the stack last. */
  private readonly open = new Map<string, number[]>();
  private parts = 0;

  constructor(raw: Uint8Array, origin: Mail["rawOrigin"], depth: number) {
    this.raw = raw;
    this.depth = depth;
    this.crOnly = raw.indexOf(0x0a) < 0 && raw.indexOf(0x0d) >= 0;
    this.mail = new MailNode(raw, origin, 0, raw.length);
  }

  parse(): Mail {
    const { raw } = this;
    let at = this.begin(this.mail, undefined, 0, true, "text/plain");
    for (;;) {
      if (this.open.size === 0) break;
      at = raw.indexOf(0x2d, at);
      if (at < 0) break;
      if (raw[at + 1] !== 0x2d || (at > 0 && raw[at - 1] !== 0x0a && raw[at - 1] !== 0x0d)) at++;
      else at = this.boundaryAt(at);
    }
    this.closeTo(0, raw.length);
    return this.mail;
  }

  /** Reads the header at `at`, opens what it contains, and returns where the search for boundaries goes on. */
  private begin(mail: MailNode, parent: PartNode | undefined, at: number, top: boolean, fallback: string): number {
    let next = at;
    let owner = mail;
    let into = parent;
    let asTop = top;
    let type = fallback;
    for (;;) {
      const head = readHeader(this.raw, next, this.raw.length, this.crOnly, asTop);
      for (const o of head.oddities) owner.odd(o.kind, o.start, o.end);
      const part = new PartNode(head.fields, head.bodyStart, this.raw.length, type);
      this.parts++;
      if (asTop) {
        for (const twice of duplicateFields(head.fields)) owner.odd("duplicate-field", twice.start, twice.end);
        owner.fields = head.fields;
        owner.root = part;
      } else into?.children.push(part);
      next = head.bodyStart;
      const inner = this.enter(part, owner);
      if (inner === undefined) return next;
      owner = inner;
      into = undefined;
      asTop = true;
      type = "text/plain";
    }
  }

  /** Opens a frame for the part; returns the nested mail if one begins right at its body. */
  private enter(part: PartNode, mail: MailNode): MailNode | undefined {
    const { type } = part.contentType;
    const deep = this.stack.length + this.depth >= MAX_DEPTH;
    let boundary: string | undefined;
    let inner: MailNode | undefined;
    if (deep && /^(multipart|message)\//.test(type)) mail.odd("nested-too-deep", part.bodyStart, part.bodyStart);
    else if (type.startsWith("multipart/")) boundary = this.boundaryOf(part, mail);
    else if (type === "message/rfc822" || type === "message/global") {
      if (part.encoding === "base64" || part.encoding === "quoted-printable" || part.encoding === "uuencode") this.nestDecoded(part);
      else part.nested = inner = new MailNode(this.raw, mail.rawOrigin, part.bodyStart, this.raw.length);
    }
    this.stack.push({ part, mail, boundary, inner });
    if (boundary !== undefined) {
      const levels = this.open.get(boundary);
      if (levels === undefined) this.open.set(boundary, [this.stack.length - 1]);
      else {
        mail.odd("duplicate-boundary", part.bodyStart, part.bodyStart);
        levels.push(this.stack.length - 1);
      }
    }
    return inner;
  }

  private nestDecoded(part: PartNode): void {
    const { raw, depth } = this;
    const level = depth + this.stack.length + 1;
    part.nested = () => {
      const decode = part.encoding === "base64" ? decodeBase64 : part.encoding === "uuencode" ? decodeUuencode : decodeQuotedPrintable;
      return new Parser(decode(raw, part.bodyStart, part.bodyEnd).bytes, "decoded", level).parse();
    };
  }

  /** The boundary parameter; when it is missing, a first body line that looks like a delimiter is taken. */
  private boundaryOf(part: PartNode, mail: MailNode): string | undefined {
    const given = part.contentType.params["boundary"];
    if (given !== undefined && given.trim() !== "") return given.trimEnd();
    mail.odd("missing-boundary-parameter", part.bodyStart, part.bodyStart);
    const look = latin1(this.raw, part.bodyStart, Math.min(this.raw.length, part.bodyStart + 4096));
    return /(?:^|[\r\n])--([^\s][^\r\n]{0,200}?)[ \t]*\r?\n[A-Za-z-]{1,60}:/.exec(look)?.[1];
  }

  /** Handles a line that starts with `--`; returns where to search on. */
  private boundaryAt(at: number): number {
    const { raw } = this;
    let lineEnd = at;
    while (lineEnd < raw.length && raw[lineEnd] !== 0x0a && raw[lineEnd] !== 0x0d && lineEnd - at < 20_000) lineEnd++;
    const text = latin1(raw, at + 2, lineEnd).trimEnd();
    let closing = false;
    let levels = this.open.get(text);
    if (levels === undefined && text.endsWith("--")) {
      closing = true;
      levels = this.open.get(text.slice(0, -2).trimEnd());
    }
    if (levels === undefined) return Math.max(lineEnd, at + 1);
    const level = levels[levels.length - 1]!;
    const frame = this.stack[level]!;
    this.closeTo(level + 1, beforeBreak(raw, at));
    let next = lineEnd;
    if (raw[next] === 0x0d) next++;
    if (raw[next] === 0x0a && next - lineEnd < 2) next++;
    if (closing) {
      this.forget(level);
      this.stack[level] = { ...frame, boundary: undefined };
      return next;
    }
    if (this.parts >= MAX_PARTS) {
      frame.mail.odd("too-many-parts", at, lineEnd);
      this.open.clear();
      return raw.length;
    }
    const digest = frame.part.contentType.type === "multipart/digest";
    return this.begin(frame.mail, frame.part, next, false, digest ? "message/rfc822" : "text/plain");
  }

  private forget(level: number): void {
    const { boundary } = this.stack[level]!;
    if (boundary === undefined) return;
    const levels = this.open.get(boundary);
    if (levels === undefined) return;
    levels.pop();
    if (levels.length === 0) this.open.delete(boundary);
  }

  /** Ends everything open above `level` at byte `end`. */
  private closeTo(level: number, end: number): void {
    while (this.stack.length > level) {
      const { part, mail, boundary, inner } = this.stack[this.stack.length - 1]!;
      part.bodyEnd = Math.max(part.bodyStart, end);
      if (inner !== undefined) inner.end = part.bodyEnd;
      if (boundary !== undefined) mail.odd(part.children.length === 0 ? "boundary-not-found" : "missing-end-boundary", part.bodyEnd, part.bodyEnd);
      this.forget(this.stack.length - 1);
      this.stack.pop();
    }
  }
}

/** Fields a mail has at most once (RFC 5322 §3.6). */
const ONCE = new Set(["date", "from", "sender", "reply-to", "to", "cc", "bcc", "message-id", "in-reply-to", "references", "subject"]);

/** Those of them that stand there again: programs differ in which one they show and which one they verify. */
function duplicateFields(fields: readonly HeaderField[]): readonly HeaderField[] {
  const met = new Set<string>();
  return fields.filter(({ key }) => ONCE.has(key) && (met.has(key) || !met.add(key)));
}

/** The line break before a delimiter belongs to it (RFC 2046 §5.1.1). */
function beforeBreak(raw: Uint8Array, at: number): number {
  if (at > 0 && raw[at - 1] === 0x0a) return at > 1 && raw[at - 2] === 0x0d ? at - 2 : at - 1;
  return at > 0 && raw[at - 1] === 0x0d ? at - 1 : at;
}
