import { parseMail, textParts } from "../src/mail/index.ts";

/** What any mail library has to do before a question can be asked: the structure, the header and every text decoded. */
export function bareParse(raw: Uint8Array): number {
  return textParts(parseMail(raw)).reduce((length, part) => length + part.text.length, 0);
}
