import type { Where } from "../terms/index.ts";
import { latin1 } from "./bytes.ts";
import { bomLength, decodeText } from "./charset.ts";
import type { DecodedText } from "./charset.ts";
import type { Mail, Part, TextPart } from "./mail.ts";
import { charStarts } from "./text-index.ts";
import { decodeBase64, decodeQuotedPrintable, decodeUuencode } from "./transfer-encoding.ts";
import type { Decoded } from "./transfer-encoding.ts";

const cache = new WeakMap<Part, Uint8Array>();

/** The content of a part with its transfer encoding taken off (RFC 2045 §6). Containers give their raw body. */
export function partBytes(mail: Mail, part: Part): Uint8Array {
  let bytes = cache.get(part);
  if (bytes === undefined) cache.set(part, (bytes = decodePart(mail.raw, part, false).bytes));
  return bytes;
}

function decodePart(raw: Uint8Array, part: Part, mapped: boolean): Decoded {
  const { bodyStart, bodyEnd, encoding } = part;
  if (part.children.length === 0) {
    if (encoding === "base64") return decodeBase64(raw, bodyStart, bodyEnd, mapped);
    if (encoding === "quoted-printable") return decodeQuotedPrintable(raw, bodyStart, bodyEnd, mapped);
    if (encoding === "uuencode") return decodeUuencode(raw, bodyStart, bodyEnd, mapped);
  }
  return { bytes: raw.subarray(bodyStart, bodyEnd), starts: undefined, ends: undefined };
}

class LazyText implements TextPart {
  readonly part: Part;
  readonly kind: "plain" | "html";
  readonly #mail: Mail;
  #decoded: DecodedText | undefined;
  #chars: Uint32Array | undefined;
  #bytes: Decoded | undefined;

  constructor(mail: Mail, part: Part, kind: "plain" | "html") {
    this.#mail = mail;
    this.part = part;
    this.kind = kind;
  }

  get #text(): DecodedText {
    return (this.#decoded ??= decodeText(partBytes(this.#mail, this.part), this.part.contentType.params["charset"], this.kind === "html"));
  }

  get text(): string {
    return this.#text.text;
  }

  get charset(): string {
    return this.#text.charset;
  }

  toWhere(start: number, end: number): Where {
    const { text, charset } = this.#text;
    const from = Math.max(0, Math.min(start, text.length));
    const to = Math.max(from, Math.min(end, text.length));
    if (this.#bytes === undefined) {
      this.#bytes = decodePart(this.#mail.raw, this.part, true);
      this.#chars = charStarts(this.#bytes.bytes, text, charset, bomLength(this.#bytes.bytes, charset));
    }
    const first = this.#chars?.[from] ?? from;
    const last = this.#chars?.[to] ?? to;
    return this.#rawRange(this.#bytes, first, last);
  }

  #rawRange({ bytes, starts, ends }: Decoded, first: number, last: number): Where {
    const { bodyStart, bodyEnd } = this.part;
    if (starts === undefined || ends === undefined) return { kind: "raw", start: bodyStart + first, end: bodyStart + last };
    const start = first < bytes.length ? starts[first]! : bodyEnd;
    return { kind: "raw", start, end: last > first ? ends[last - 1]! : start };
  }
}

/**
 * The text parts a reader is shown, in order: text/plain and text/html that are no attachments. A multipart in
 * which no boundary was found is shown as text, as mail programs do. Attached mails are not entered.
 */
export function textParts(mail: Mail): TextPart[] {
  const found: TextPart[] = [];
  const waiting: Part[] = [mail.root];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (let i = part.children.length - 1; i >= 0; i--) waiting.push(part.children[i]!);
    const kind = part.children.length > 0 ? undefined : kindOf(mail, part);
    if (kind !== undefined) found.push(new LazyText(mail, part, kind));
  }
  return found;
}

function kindOf(mail: Mail, part: Part): "plain" | "html" | undefined {
  const { type } = part.contentType;
  const isRoot = part === mail.root;
  if (part.disposition === "attachment" && !isRoot) return undefined;
  if (type === "text/html" || type === "application/xhtml+xml") return "html";
  const broken = type.startsWith("multipart/");
  if (type !== "text/plain" && type !== "text/enriched" && !broken) return undefined;
  if (!broken && !isRoot && part.fileName !== undefined && part.disposition !== "inline") return undefined;
  const looksHtml = /^\s*(<!doctype html|<html)/i.test(latin1(mail.raw, part.bodyStart, Math.min(part.bodyEnd, part.bodyStart + 200)));
  return broken && looksHtml ? "html" : "plain";
}
