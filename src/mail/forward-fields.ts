import type { MailAddress } from "./mail.ts";

/** Names a mail program gives the fields it quotes above a forwarded mail, in English and Japanese. */
const names: readonly (readonly [InlineKey, string])[] = [
  ["from", "from|差出人|送信者|送信元|差出し人"],
  ["subject", "subject|件名|題名|タイトル"],
  ["date", "date|sent|日時|日付|送信日時|送信日|受信日時"],
  ["to", "to|宛先|宛て先|送信先"],
  ["other", "cc|bcc|reply-to|importance|attachments?|返信先|重要度|添付ファイル|優先度|resent-from|organization"],
];

export type InlineKey = "from" | "subject" | "date" | "to" | "other";

const keyOf: ReadonlyMap<string, InlineKey> = new Map(
  names.flatMap(([key, spellings]) => spellings.split("|").map((spelling) => [spelling.replace("?", ""), key] as const)),
);

/** `件名: …`, `> From: …`, `*Sent:* …` as one line; undefined when the line is no such field. */
export function readFieldLine(line: string): { readonly key: InlineKey; readonly value: string } | undefined {
  const found = /^[\s>|*\u3000]{0,20}([A-Za-z-]{2,12}|[\u3040-\u30ff\u4e00-\u9fff]{2,8})[\s*\u3000]{0,8}[:\uff1a]\*?(.*)$/.exec(line);
  const key = found && keyOf.get((found[1] ?? "").toLowerCase());
  return key ? { key, value: (found[2] ?? "").replace(/^[\s*\u3000]+|[\s\u3000]+$/g, "") } : undefined;
}

/** Reads `Name <a@b>`, `Name [mailto:a@b]`, `a@b`, `Name`. Never throws; what is not there is empty. */
export function readInlineAddress(value: string): MailAddress {
  const text = value.slice(0, 1000);
  const found = /(?:mailto:)?([^\s<>"'();:,[\]\uff1c\uff1e]{1,200}@[^\s<>"'();:,[\]\uff1c\uff1e]{1,255})/.exec(text);
  const address = found?.[1] ?? "";
  const name = found ? text.slice(0, found.index) : text;
  return {
    address,
    domain: address.slice(address.lastIndexOf("@") + 1).toLowerCase(),
    displayName: name.replace(/[<[(\uff1c"'\s]+$/, "").replace(/^["'\s]+/, ""),
  };
}

/** `Fwd:`, `FW:`, `転送:`, also after a list's `[tag]`. A reply to a forward (`Re: Fwd:`) is a reply. */
export function isForwardSubject(subject: string): boolean {
  return /^\s*(?:\[[^\]]{0,60}\]\s*)?(?:fwd?|fw|転送)\s*(?:\[\d{1,3}\]\s*)?[:\uff1a]/i.test(subject.normalize("NFKC"));
}
