import { fromLatin1, latin1 } from "../../mail/bytes.ts";

/** A header field as it travels: one character per byte, its line breaks inside, none at its end. */
export interface RawField {
  /** In lower case. */
  readonly key: string;
  readonly text: string;
}

/** A mail as signatures see it: lines end in CRLF (RFC 5322 §2.1), whatever the file was stored with. */
export interface RawMessage {
  readonly fields: readonly RawField[];
  readonly body: string;
}

const MOST_FIELDS = 2000;

/** Cuts the bytes of a mail into its header fields and its body. Lines that are no field are stepped over. */
export function rawMessageOf(bytes: Uint8Array): RawMessage {
  const text = latin1(bytes).replace(/\r?\n/g, "\r\n");
  const isEmptyHeader = text.startsWith("\r\n");
  const gap = isEmptyHeader ? 0 : text.indexOf("\r\n\r\n");
  const header = gap < 0 ? text.replace(/(?:\r\n)$/, "") : text.slice(0, gap);
  return { fields: fieldsOf(header), body: gap < 0 ? "" : text.slice(gap + (isEmptyHeader ? 2 : 4)) };
}

function fieldsOf(header: string): readonly RawField[] {
  const found: string[][] = [];
  for (const line of header.split("\r\n")) {
    if (/^[ \t]/.test(line)) found.at(-1)?.push(line);
    else if (found.length >= MOST_FIELDS) break;
    else found.push([line]);
  }
  return found.flatMap((lines) => {
    const colon = (lines[0] ?? "").indexOf(":");
    const key = (lines[0] ?? "").slice(0, colon).trimEnd().toLowerCase();
    return colon > 0 && /^[!-9;-~]+$/.test(key) ? [{ key, text: lines.join("\r\n") }] : [];
  });
}

export type Canonicalization = "simple" | "relaxed";

/** RFC 6376 §3.4.1, §3.4.2. */
export function canonicalField(field: RawField, form: Canonicalization): string {
  if (form === "simple") return field.text;
  const value = field.text.slice(field.text.indexOf(":") + 1);
  return `${field.key}:${value
    .replace(/\r\n/g, "")
    .replace(/[\t ]+/g, " ")
    .replace(/^ | $/g, "")}`;
}

/** RFC 6376 §3.4.3, §3.4.4: empty lines at the end are left out; of an empty body "simple" keeps one line break. */
export function canonicalBody(body: string, form: Canonicalization): Uint8Array {
  const lines = body.split("\r\n");
  const kept = form === "simple" ? lines : lines.map((line) => line.replace(/[\t ]+/g, " ").replace(/ $/, ""));
  let length = kept.length;
  while (length > 0 && kept[length - 1] === "") length--;
  if (length === 0) return fromLatin1(form === "simple" ? "\r\n" : "");
  return fromLatin1(`${kept.slice(0, length).join("\r\n")}\r\n`);
}
