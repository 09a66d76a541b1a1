import type { DecodedText } from "./charset.ts";
import type { ContentType, HeaderField, Mail, Part } from "./mail.ts";
import { parseParams } from "./params.ts";

const ENCODINGS: Readonly<Record<string, Part["encoding"]>> = {
  "7bit": "7bit",
  "8bit": "8bit",
  binary: "binary",
  base64: "base64",
  "quoted-printable": "quoted-printable",
  uuencode: "uuencode",
  "x-uuencode": "uuencode",
  "x-uue": "uuencode",
  uue: "uuencode",
};

/** Content-Type of a value (RFC 2045 §5.1); what is no type at all is text/plain (§5.2). */
export function parseContentType(value: string, fallback = "text/plain"): ContentType {
  const { value: head, params } = parseParams(value);
  const type = head.toLowerCase().replace(/\s+/g, "");
  return /^[^/]+\/[^/]*$/.test(type) ? { type, params } : { type: fallback, params };
}

/** First token of Content-Transfer-Encoding, lower case. */
export function parseTransferEncoding(value: string): string {
  return parseParams(value).value.toLowerCase().split(/\s/)[0] ?? "";
}

/** What was worked out of a part, for whoever asks next. */
export interface Kept {
  bytes: Uint8Array | undefined;
  text: DecodedText | undefined;
  enclosed: readonly Part[] | undefined;
}

/** For parts that are no nodes: what stands inside the content of others, and parts that were copied. */
const keptOfOthers = new WeakMap<Part, Kept>();

/**
 * What is kept of a part, for as long as the part is. It stands in the node itself: a WeakMap keeps what it holds alive
 * until the next full collection, and every short one before copies it.
 */
export function keptOf(part: Part): Kept {
  const own = PartNode.keptIn(part);
  if (own !== undefined) return own;
  let kept = keptOfOthers.get(part);
  if (kept === undefined) keptOfOthers.set(part, (kept = nothingKept()));
  return kept;
}

const nothingKept = (): Kept => ({ bytes: undefined, text: undefined, enclosed: undefined });

/** A node under construction; finished when the parser has set its end and children. */
export class PartNode implements Part {
  readonly fields: readonly HeaderField[];
  readonly bodyStart: number;
  bodyEnd: number;
  readonly children: PartNode[] = [];
  readonly contentType: ContentType;
  readonly encoding: Part["encoding"];
  nested: Mail | (() => Mail) | undefined = undefined;
  readonly #kept = nothingKept();
  #disposition: { value: string; params: Readonly<Record<string, string>> } | undefined;

  constructor(fields: readonly HeaderField[], bodyStart: number, bodyEnd: number, fallbackType: string) {
    this.fields = fields;
    this.bodyStart = bodyStart;
    this.bodyEnd = bodyEnd;
    const type = this.find("content-type");
    const stated = type === undefined ? { type: fallbackType, params: {} } : parseContentType(type.rawValue);
    // A type without its second half is read as plain text (RFC 2045 §5.2), lest the text be hidden from us.
    this.contentType = stated.type === "text/" ? { ...stated, type: "text/plain" } : stated;
    const encoding = this.find("content-transfer-encoding");
    this.encoding = encoding === undefined ? "7bit" : (ENCODINGS[parseTransferEncoding(encoding.rawValue)] ?? "7bit");
  }

  /** Undefined for a part that is no node. */
  static keptIn(part: Part): Kept | undefined {
    return #kept in part ? part.#kept : undefined;
  }

  private find(key: string): HeaderField | undefined {
    return this.fields.find((field) => field.key === key);
  }

  private get dispositionValue(): { value: string; params: Readonly<Record<string, string>> } {
    return (this.#disposition ??= parseParams(this.find("content-disposition")?.rawValue ?? ""));
  }

  get disposition(): Part["disposition"] {
    const word = this.dispositionValue.value.toLowerCase();
    return word === "attachment" || word === "inline" ? word : word === "" ? "none" : "attachment";
  }

  get fileName(): string | undefined {
    return this.dispositionValue.params["filename"] ?? this.contentType.params["name"];
  }

  get contentId(): string | undefined {
    return this.find("content-id")?.rawValue.trim().replace(/^<|>$/g, "");
  }

  get message(): Mail | undefined {
    if (typeof this.nested === "function") this.nested = this.nested();
    return this.nested;
  }
}
