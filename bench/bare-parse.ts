import { fields, mailAddressesOf, parseDate, parseMail, partBytes, textParts } from "../src/mail/index.ts";
import type { Mail, Part } from "../src/mail/mail.ts";

const ADDRESS_FIELDS = ["from", "sender", "reply-to", "to", "cc", "bcc", "return-path", "delivered-to"];

/**
 * What postal-mime and mailparser hand out for a mail, by our own parser, which is lazy and would otherwise be measured
 * at finding offsets: the tree, every header field decoded, the addresses, the date, every text and every attachment
 * decoded. Returns how much came out, so that nothing can be left undone.
 */
export function bareParse(raw: Uint8Array): number {
  const mail = parseMail(raw);
  return headerLength(mail) + textLength(mail) + bytesOfLeaves(mail);
}

function headerLength(mail: Mail): number {
  let length = 0;
  for (const field of mail.fields) length += field.value.length;
  for (const key of ADDRESS_FIELDS) for (const field of fields(mail, key)) length += mailAddressesOf(field).length;
  for (const field of fields(mail, "date")) length += parseDate(field.value)?.length ?? 0;
  return length;
}

/** The part of parsing that our own examiner asks of every mail: the structure, and the texts a reader is shown. */
export const textsOnly = (raw: Uint8Array): number => textLength(parseMail(raw));

const textLength = (mail: Mail): number => textParts(mail).reduce((length, part) => length + part.text.length, 0);

function bytesOfLeaves(mail: Mail): number {
  let length = 0;
  const waiting: Part[] = [mail.root];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    waiting.push(...part.children);
    if (part.children.length === 0) length += partBytes(mail, part).length;
  }
  return length;
}
