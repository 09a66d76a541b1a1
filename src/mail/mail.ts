import type { Where } from "../terms/index.ts";

/** An e-mail address as written: never validated away, since hostile senders write broken ones. */
export interface MailAddress {
  /** addr-spec as written, comments removed, e.g. `support@xserver.ne.jp`. Empty when none could be read. */
  readonly address: string;
  /** Part after the last `@`, lower case, as written (Unicode or A-label). Empty when there is none. */
  readonly domain: string;
  /** Decoded display name (RFC 2047 and raw 8-bit read). Empty when there is none. */
  readonly displayName: string;
}

/** One header field. All offsets are bytes in `Mail.raw`, half-open. */
export interface HeaderField {
  /** Name as written, e.g. `Subject`. */
  readonly name: string;
  /** Name in lower case, to look up by. */
  readonly key: string;
  /** Unfolded value before RFC 2047 decoding, one char per byte (latin1). */
  readonly rawValue: string;
  /** Unfolded, decoded value: RFC 2047 words, raw UTF-8/ISO-2022-JP/Shift_JIS/EUC-JP bytes. */
  readonly value: string;
  readonly start: number;
  readonly valueStart: number;
  /** After the value, before the line break that ends the field. */
  readonly end: number;
}

/** Something in the mail that is not as the standards say; read all the same. */
export interface Defect {
  /** Short kebab-case name, e.g. `missing-end-boundary`, `charset-mislabelled`, `duplicate-field`. */
  readonly kind: string;
  readonly where: Where;
}

/** `type/subtype` in lower case with decoded parameters (RFC 2045, RFC 2231), keys lower case. */
export interface ContentType {
  readonly type: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A node of the MIME tree. Offsets are bytes in `Mail.raw` of the outermost mail. */
export interface Part {
  readonly contentType: ContentType;
  readonly encoding: "7bit" | "8bit" | "binary" | "base64" | "quoted-printable" | "uuencode";
  readonly disposition: "inline" | "attachment" | "none";
  /** Decoded file name from Content-Disposition or Content-Type; never a path to write to. */
  readonly fileName: string | undefined;
  readonly contentId: string | undefined;
  readonly fields: readonly HeaderField[];
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /**
   * Set for a part that is no MIME part but stands inside the content of one (a file in a winmail.dat, a uuencoded block
   * in a text): its bytes. The offsets are then where the content stands, as narrowly as can be said.
   */
  readonly content?: Uint8Array;
  readonly children: readonly Part[];
  /** For message/rfc822: the nested mail, offsets still in the outermost raw (when not transfer-encoded). */
  readonly message: Mail | undefined;
}

/**
 * A mail read from bytes. Reading never throws; what was odd stands in `defects`.
 * Nested mails share `raw` with the outermost, so every range can be looked up in the bytes handed in;
 * a nested mail that was base64/QP-encoded has its own `raw` (decoded) and `rawOrigin: "decoded"`.
 */
export interface Mail {
  readonly raw: Uint8Array;
  readonly rawOrigin: "given" | "decoded";
  /** Range of this mail inside `raw`. */
  readonly start: number;
  readonly end: number;
  readonly fields: readonly HeaderField[];
  readonly root: Part;
  readonly defects: readonly Defect[];
}

/** A text part with its decoded text. `toWhere` maps an index range of `text` back to bytes of `Mail.raw`. */
export interface TextPart {
  readonly part: Part;
  readonly kind: "plain" | "html";
  readonly text: string;
  /** Charset the text was really read with, WHATWG label, e.g. `iso-2022-jp`. */
  readonly charset: string;
  toWhere(start: number, end: number): Where;
}
