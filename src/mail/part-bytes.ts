import type { Mail, Part } from "./mail.ts";
import { keptOf } from "./part.ts";
import { decodeBase64, decodeQuotedPrintable, decodeUuencode } from "./transfer-encoding.ts";
import type { Decoded } from "./transfer-encoding.ts";

/** The content of a part with its transfer encoding taken off (RFC 2045 §6). Containers give their raw body. */
export function partBytes(mail: Mail, part: Part): Uint8Array {
  if (part.content !== undefined) return part.content;
  const kept = keptOf(part);
  return (kept.bytes ??= decodePart(mail.raw, part, false).bytes);
}

/** The content of a part as it stands in `raw`; `mapped` tells where each byte came from. */
export function decodePart(raw: Uint8Array, part: Part, mapped: boolean): Decoded {
  const { bodyStart, bodyEnd, encoding } = part;
  if (part.children.length === 0) {
    if (encoding === "base64") return decodeBase64(raw, bodyStart, bodyEnd, mapped);
    if (encoding === "quoted-printable") return decodeQuotedPrintable(raw, bodyStart, bodyEnd, mapped);
    if (encoding === "uuencode") return decodeUuencode(raw, bodyStart, bodyEnd, mapped);
  }
  return { bytes: raw.subarray(bodyStart, bodyEnd), starts: undefined, ends: undefined };
}
