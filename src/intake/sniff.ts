/** What a file is, judged by its first bytes and never by its name alone. */
export type FileKind =
  | { readonly kind: "mail" | "mbox" | "msg" | "text" | "utf-16le" | "utf-16be" | "emlx" }
  | { readonly kind: "other"; readonly name: string };

/** Enough to see a header's first fields. */
export const sniffedBytes = 4096;

const signatures: readonly (readonly [string, string])[] = [
  ["89504e47", "PNG"],
  ["ffd8ff", "JPEG"],
  ["47494638", "GIF"],
  ["504b0304", "ZIP"],
  ["504b0506", "ZIP"],
  ["1f8b", "gzip"],
  ["425a68", "bzip2"],
  ["fd377a585a", "xz"],
  ["377abcaf271c", "7-Zip"],
  ["526172211a", "RAR"],
  ["25504446", "PDF"],
  ["4d5a", "Windows EXE"],
  ["7f454c46", "ELF"],
  ["2142444e", "Outlook PST"],
  ["53514c69746520", "SQLite"],
];

const ASCII = new TextDecoder("windows-1252");

/** Judges by the first `sniffedBytes`. Pure; runs in a browser too. */
export function sniff(head: Uint8Array): FileKind {
  const hex = Array.from(head.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex === "d0cf11e0a1b11ae1") return { kind: "msg" };
  if (hex.startsWith("fffe")) return { kind: "utf-16le" };
  if (hex.startsWith("feff")) return { kind: "utf-16be" };
  // A character a byte, whatever the charset: only ASCII is looked at. No Buffer: the check page sniffs in a browser.
  const text = ASCII.decode(head.subarray(0, sniffedBytes)).replace(/^\xef\xbb\xbf/, "");
  // "MZ" and "BZh" are letters too: a mail's header decides first.
  if (/^From \S[^\r\n]*\d{1,2}:\d{2}[^\r\n]*\r?\n/.test(text)) return { kind: "mbox" };
  if (/^\d{1,10}[ \t]*\r?\n/.test(text) && startsWithHeader(text.slice(text.indexOf("\n") + 1))) return { kind: "emlx" };
  if (startsWithHeader(text.replace(/^(?:\r?\n)+/, "").replace(/^>?From [^\r\n]*[\r\n]+/, ""))) return { kind: "mail" };
  const found = signatures.find(([prefix]) => hex.startsWith(prefix));
  if (found) return { kind: "other", name: found[1] };
  return /[\x00-\x06\x0e-\x1a\x1c-\x1f]/.test(text) ? { kind: "other", name: "binary" } : { kind: "text" };
}

/** Fields only a mail has; `From` and `Subject` count as well, since test mails and drafts have no others. */
const mailFields =
  /^(?:received|return-path|delivered-to|message-id|mime-version|content-[a-z-]+|date|from|to|cc|bcc|subject|sender|reply-to|dkim-[a-z-]+|arc-[a-z-]+|authentication-results|list-[a-z-]+|x-[a-z0-9_-]+|envelope-to|received-spf|domainkey-signature|user-agent|importance|references|in-reply-to)$/i;

function startsWithHeader(text: string): boolean {
  const header = text.split(/\r?\n\r?\n|\r\r/, 1)[0] ?? "";
  const names = header
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => /^([!-9;-~]{1,76})[ \t]*:/.exec(line)?.[1]);
  // Copied from a mail window: "Sent:" stands in no header, and Japanese labels are no field names.
  if (names.some((name) => name?.toLowerCase() === "sent") && !names.some((name) => /^(?:received|message-id|mime-version)$/i.test(name ?? ""))) return false;
  return names[0] !== undefined && names.some((name) => name !== undefined && mailFields.test(name));
}
