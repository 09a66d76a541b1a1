import { isForwardSubject } from "./forward-fields.ts";
import { findInlineHeader, type InlineHeader } from "./forward-inline.ts";
import { field } from "./fields.ts";
import type { Mail, Part, TextPart } from "./mail.ts";
import { textParts } from "./text.ts";

/**
 * `EvidenceLevel` of the evidence stage without `pasted-text`, which the caller knows from how the text came in;
 * not imported, as mail stands before evidence.
 */
export type JudgedLevel = "full-source" | "attached-original" | "inline-forward";

export interface JudgedMail {
  /** The mail to examine: the one handed in, or the original attached to it. */
  readonly mail: Mail;
  readonly level: JudgedLevel;
  /** Its texts, as looked through for a header block: each decodes itself once. */
  readonly texts: readonly TextPart[];
  /** What the quoted header block of an inline forward says; the forwarder's program wrote it, so it proves nothing. */
  readonly inlineHeader?: InlineHeader;
}

/** Forwards of forwards exist; nobody sends this many. */
const deepestForward = 5;

/** Finds the mail the reader is unsure about: a forward is judged by what it forwards. Never throws. */
export function findJudgedMail(mail: Mail): JudgedMail {
  let judged = mail;
  for (let depth = 0; depth < deepestForward; depth++) {
    const original = attachedOriginal(judged);
    if (!original) break;
    judged = original;
  }
  const texts = textParts(judged);
  const inlineHeader = findInlineHeader(texts, field(judged, "subject")?.value ?? "");
  if (inlineHeader) return { mail: judged, level: "inline-forward", texts, inlineHeader };
  return { mail: judged, level: judged === mail ? "full-source" : "attached-original", texts };
}

/** The attached mail, when the outer one is a person's forward of it. */
function attachedOriginal(mail: Mail): Mail | undefined {
  const original = firstMessage(mail.root);
  if (original === undefined || isAutomatic(mail)) return undefined;
  if (isForwardSubject(field(mail, "subject")?.value ?? "")) return asksToAct(mail) ? undefined : original;
  return isCoverNote(mail) ? original : undefined;
}

/** Bounces and receipts (RFC 6522, and older ones known by their sender only), list digests (RFC 2046 §5.1.5, RFC 1153) and automatic replies (RFC 3834) carry mails too. */
function isAutomatic(mail: Mail): boolean {
  if (mail.root.contentType.type === "multipart/report" || mail.root.contentType.type === "multipart/digest") return true;
  const automatic = field(mail, "auto-submitted")?.value.trim().toLowerCase() ?? "no";
  if (automatic !== "" && !automatic.startsWith("no")) return true;
  if (/^\s*<>\s*$/.test(field(mail, "return-path")?.value ?? "")) return true;
  if (/\b(?:mailer-daemon|postmaster|mdaemon)\b/i.test(field(mail, "from")?.value ?? "")) return true;
  return field(mail, "list-id") !== undefined && /\bdigest\b/i.test(field(mail, "subject")?.value ?? "");
}

function firstMessage(root: Part): Mail | undefined {
  const waiting: Part[] = [root];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (part.message) return part.message;
    if (part.contentType.type === "multipart/digest" || part.contentType.type === "multipart/report") continue;
    for (let index = part.children.length - 1; index >= 0; index--) waiting.push(part.children[index] as Part);
  }
  return undefined;
}

/**
 * Under "Fwd:" people add a line and their signature, which may hold links; they do not lay out a page. A form, or
 * linked words in HTML beyond a signature's, means that the outer mail is the one that wants something: with a harmless
 * mail attached it would otherwise go unjudged.
 */
function asksToAct(mail: Mail): boolean {
  let links = 0;
  let length = 0;
  for (const part of textParts(mail)) {
    if (part.kind !== "html") continue;
    if (/<form\b/i.test(part.text)) return true;
    links += part.text.match(/<a\s[^>]{0,2000}href\s*=\s*["']?https?:/gi)?.length ?? 0;
    length += part.text.replace(/<style\b[^]{0,50000}?<\/style>|<[^<>]{0,2000}>/gi, "").trim().length;
  }
  return links > 4 || (links > 0 && length > 1500);
}

/**
 * "Is this real?" above an attached mail, under a subject of the sender's own. A text that asks to click something
 * is no cover note: otherwise a hostile mail could have a harmless attached mail judged in its place.
 */
function isCoverNote(mail: Mail): boolean {
  let length = 0;
  for (const part of textParts(mail)) {
    if (/https?:|<a\s|<form/i.test(part.text)) return false;
    if (part.kind === "plain") length += part.text.trim().length;
    else length += part.text.replace(/<[^<>]{0,2000}>/g, "").trim().length;
  }
  return length <= 600;
}
