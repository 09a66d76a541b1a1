import { type InlineKey, readFieldLine } from "./forward-fields.ts";

import type { Mail } from "./mail.ts";
import { parseMail } from "./parse.ts";

/** What a reader copies from the top of a mail window is a handful of lines. */
const mostHeaderLines = 12;

/**
 * Makes a mail of text a person copied from their mail window. Lines such as `件名: …` or `From: …` at the very top
 * become its fields; nothing else is known of the header, which the evidence level `pasted-text` says.
 * Ranges refer to `Mail.raw`, the UTF-8 bytes made here.
 */
export function mailFromPastedText(text: string): Mail {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const { fields, bodyFrom } = topFields(lines);
  const header = [...fields].map(([key, value]) => `${fieldName[key]}: ${value}`);
  header.push("MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit");
  return parseMail(new TextEncoder().encode(header.join("\r\n") + "\r\n\r\n" + lines.slice(bodyFrom).join("\r\n")));
}

const fieldName: Readonly<Record<Exclude<InlineKey, "other">, string>> = { from: "From", subject: "Subject", date: "Date", to: "To" };

function topFields(lines: readonly string[]): { fields: Map<Exclude<InlineKey, "other">, string>; bodyFrom: number } {
  const fields = new Map<Exclude<InlineKey, "other">, string>();
  let bodyFrom = 0;
  for (let index = 0; index < lines.length && index < mostHeaderLines; index++) {
    const text = (lines[index] ?? "").trim();
    if (text === "") continue;
    const line = readFieldLine(text);
    if (!line) break;
    if (line.key !== "other" && !fields.has(line.key)) fields.set(line.key, line.value);
    bodyFrom = index + 1;
  }
  return { fields, bodyFrom };
}
