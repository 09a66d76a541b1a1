import type { Where } from "../terms/index.ts";
import { hasHighByte, latin1 } from "./bytes.ts";
import { bomLength, charsetLabel, decodeText, hasJisEscape } from "./charset.ts";
import type { DecodedText } from "./charset.ts";
import { enclosedParts } from "./enclosed.ts";
import type { Defect, Mail, Part, TextPart } from "./mail.ts";
import { keptOf } from "./part.ts";
import { decodePart, partBytes } from "./part-bytes.ts";
import { charStarts } from "./text-index.ts";
import type { Decoded } from "./transfer-encoding.ts";

function decodedText(mail: Mail, part: Part, kind: "plain" | "html"): DecodedText {
  const kept = keptOf(part);
  return (kept.text ??= decodeText(partBytes(mail, part), part.contentType.params["charset"], kind === "html"));
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
    return (this.#decoded ??= decodedText(this.#mail, this.part, this.kind));
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
    if (this.part.content !== undefined) return { kind: "raw", start: this.part.bodyStart, end: this.part.bodyEnd };
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
 * The text parts a reader is shown, in order: text/plain and text/html that are no attachments, those in a
 * winmail.dat among them. A multipart in which no boundary was found is shown as text, as mail programs do. Attached mails are not entered.
 */
export function textParts(mail: Mail): TextPart[] {
  const found: TextPart[] = [];
  const waiting: Part[] = [mail.root];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const inside of [part.children, enclosedParts(mail, part)]) for (let i = inside.length - 1; i >= 0; i--) waiting.push(inside[i]!);
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

/**
 * Texts whose bytes are in another charset than their part declares (`charset-mislabelled`). A part that declares none, or
 * one that nobody knows, tells no untruth.
 */
export function mislabelledTexts(mail: Mail): Defect[] {
  return textParts(mail).flatMap(({ part, charset }) => {
    const declared = part.content === undefined ? charsetLabel(part.contentType.params["charset"] ?? "") : undefined;
    if (declared === undefined || declared === charset) return [];
    const bytes = partBytes(mail, part);
    if (!hasHighByte(bytes) && !hasJisEscape(bytes)) return [];
    return [{ kind: "charset-mislabelled", where: { kind: "raw", start: part.bodyStart, end: part.bodyEnd } }];
  });
}
