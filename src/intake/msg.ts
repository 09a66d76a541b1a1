import { createRequire } from "node:module";
import iconv from "iconv-lite";
import { deEncapsulateSync } from "rtf-stream-parser";
import type * as msgreader from "@kenjiuno/msgreader";
import type { FieldsData } from "@kenjiuno/msgreader";
import { charsetOfCodepage, decompressedRtf } from "../mail/index.ts";
import { buildMail, type MimeLeaf } from "./mime-writer.ts";

// A CommonJS package whose class stands under `default` in a way the type checker and Node see differently.
const MsgReader = (createRequire(import.meta.url)("@kenjiuno/msgreader") as typeof msgreader.default).default;

/** Mails attached to mails attached to mails; deeper ones are left out. */
const deepestMessage = 4;

/**
 * Rebuilds an internet mail from an Outlook .msg ([MS-OXMSG]): the transport header as Outlook kept it, the bodies and
 * attachments as new MIME parts. Undefined when the file is none. Signatures over the body cannot be verified any more.
 */
export function mailFromMsg(bytes: Uint8Array): Buffer | undefined {
  try {
    const reader = new MsgReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    // Old Japanese mails hold their texts in the ANSI code page.
    reader.parserConfig = { ansiEncoding: "cp932" };
    const fields = reader.getFileData();
    if (fields.dataType !== "msg" || !isMessage(fields)) return undefined;
    return rebuild(fields, (attachment) => contentOf(reader, attachment), 0);
  } catch {
    return undefined;
  }
}

type ReadAttachment = (attachment: FieldsData) => Uint8Array;

function contentOf(reader: InstanceType<typeof MsgReader>, attachment: FieldsData): Uint8Array {
  try {
    return reader.getAttachment(attachment).content;
  } catch {
    return new Uint8Array(0);
  }
}

/** Other Office files are compound files too, without a mail's properties. */
function isMessage(fields: FieldsData): boolean {
  const { subject, headers, body, senderEmail, messageClass } = fields;
  return [subject, headers, body, senderEmail, messageClass].some((text) => typeof text === "string");
}

function rebuild(fields: FieldsData, read: ReadAttachment, depth: number): Buffer {
  const header = transportHeader(fields.headers ?? "") || ownHeader(fields);
  const bodies: MimeLeaf[] = [];
  if (fields.body) bodies.push({ type: "text/plain; charset=utf-8", content: Buffer.from(fields.body, "utf8") });
  const html = htmlOf(fields);
  if (html) bodies.push(html);
  const attachments = (fields.attachments ?? []).map((attachment) => attached(attachment, read, depth));
  return buildMail(
    header,
    bodies,
    attachments.filter((leaf) => leaf !== undefined),
  );
}

/** The received header without the fields that described the MIME structure it no longer has. */
function transportHeader(headers: string): string {
  const unfolded = headers
    .replace(/\0+$/, "")
    .replace(/\r\n|\r|\n/g, "\n")
    .replace(/^Microsoft Mail Internet Headers[^\n]*\n/i, "");
  const block = (unfolded.split("\n\n", 1)[0] ?? "").replace(/^\n+/, "");
  const fields = block
    .split(/\n(?![ \t])/)
    .filter((field) => /^[!-9;-~]+[ \t]*:/.test(field) && !/^(?:content-(?:type|transfer-encoding|disposition)|mime-version)[ \t]*:/i.test(field));
  return fields.map((field) => field.replace(/\n/g, "\r\n") + "\r\n").join("");
}

/** For mails that were never sent over the internet, and drafts: from the properties. */
function ownHeader(fields: FieldsData): string {
  const sender = fields.senderSmtpAddress ?? fields.sentRepresentingSmtpAddress ?? fields.senderEmail ?? "";
  const from = mailbox(fields.senderName ?? "", sender);
  const lines = from === "" ? [] : [`From: ${from}`];
  const to = (fields.recipients ?? []).filter((one) => one.recipType !== "cc" && one.recipType !== "bcc");
  if (to.length > 0) lines.push(`To: ${to.map((one) => mailbox(one.name ?? "", one.smtpAddress ?? one.email ?? "")).join(",\r\n ")}`);
  if (fields.subject !== undefined) lines.push(`Subject: ${encoded(fields.subject)}`);
  const date = fields.clientSubmitTime ?? fields.messageDeliveryTime;
  if (date) lines.push(`Date: ${oneLine(date)}`);
  if (fields.messageId) lines.push(`Message-ID: ${oneLine(fields.messageId)}`);
  return lines.map((line) => line + "\r\n").join("");
}

function mailbox(name: string, address: string): string {
  // An Exchange directory name (/O=…/CN=…) is no address.
  const spec = address.includes("@") ? `<${oneLine(address)}>` : "";
  return [name && encoded(name), spec].filter(Boolean).join(" ");
}

/** RFC 2047 words of whole characters, each at most 75 characters long. */
function encoded(text: string): string {
  const line = oneLine(text);
  if (/^[\x20-\x7e]*$/.test(line)) return /[,;:<>@"()]/.test(line) ? `"${line.replace(/["\\]/g, "\\$&")}"` : line;
  const words: string[] = [];
  const characters = [...line];
  for (let at = 0; at < characters.length; at += 10) words.push(characters.slice(at, at + 10).join(""));
  return words.map((word) => `=?utf-8?B?${Buffer.from(word, "utf8").toString("base64")}?=`).join("\r\n ");
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\0]+/g, " ").trim();
}

/** HTML as a string, as bytes in the mail's code page, or wrapped into RTF ([MS-OXRTFEX]). */
function htmlOf(fields: FieldsData): MimeLeaf | undefined {
  if (fields.bodyHtml) return { type: "text/html; charset=utf-8", content: Buffer.from(fields.bodyHtml, "utf8") };
  if (fields.html?.length)
    return { type: `text/html; charset=${charsetOfCodepage(fields.internetCodepage ?? 65001) ?? "utf-8"}`, content: Buffer.from(fields.html) };
  if (!fields.compressedRtf?.length) return undefined;
  try {
    const rtf = Buffer.from(decompressedRtf(Uint8Array.from(fields.compressedRtf)) ?? []);
    const found = deEncapsulateSync(rtf, { decode: (bytes, encoding) => iconv.decode(bytes, encoding) });
    const text = found.text.toString();
    if (found.mode === "text") return fields.body ? undefined : { type: "text/plain; charset=utf-8", content: Buffer.from(text, "utf8") };
    return { type: "text/html; charset=utf-8", content: Buffer.from(text, "utf8") };
  } catch {
    // RTF written as RTF: the plain body beside it says the same.
    return undefined;
  }
}

function attached(attachment: FieldsData, read: ReadAttachment, depth: number): MimeLeaf | undefined {
  const name = attachment.fileName ?? attachment.fileNameShort ?? attachment.name ?? "attachment";
  if (attachment.innerMsgContent) {
    const inner = attachment.innerMsgContentFields;
    return inner && depth < deepestMessage ? { type: "message/rfc822", name, content: rebuild(inner, read, depth + 1) } : undefined;
  }
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(attachment.attachMimeTag ?? "") ? attachment.attachMimeTag : "application/octet-stream";
  const id = attachment.pidContentId;
  return { type: type ?? "application/octet-stream", name, content: Buffer.from(read(attachment)), ...(id ? { contentId: oneLine(id) } : {}) };
}
