import type { Registry } from "../brands/registry.ts";
import { findJudgedMail } from "../mail/forward.ts";
import type { JudgedMail } from "../mail/forward.ts";
import { field, parseDate, textParts } from "../mail/index.ts";
import type { Mail } from "../mail/mail.ts";
import { later } from "../terms/index.ts";
import type { Quote } from "../terms/index.ts";
import { claimsInput } from "./claims/lay-out.ts";
import { settleClaims } from "./claims/settle.ts";
import type { Authentication, Evidence, Gathered, Link, Sender } from "./evidence.ts";
import { readTexts, whereOf } from "./reading.ts";
import type { ReadText } from "./reading.ts";
import { gatherAuthentication } from "./topics/authentication.ts";
import { gatherClaims } from "./topics/claims.ts";
import { linksOfParts } from "./files/part-links.ts";
import { gatherCodes } from "./topics/codes.ts";
import { gatherFiles } from "./topics/files.ts";
import { gatherLinks } from "./topics/links.ts";
import { gatherSender, senderOf } from "./topics/sender.ts";
import { gatherTrace, quoteOf } from "./topics/trace.ts";
import { gatherWording } from "./topics/wording.ts";

/**
 * Stage 2 of a mail's journey: finds the mail to judge (a forward is judged by what it forwards) and collects every
 * topic, the costly ones when a check first asks. Never throws: a topic that breaks is `failed`, which later reads as "not checked", never as "clear".
 */
export function gatherEvidence(outer: Mail, registry: Registry, pasted = false): Evidence {
  const judged: JudgedMail = attempt<JudgedMail>(
    () => findJudgedMail(outer),
    () => ({
      mail: outer,
      level: "full-source",
      texts: attempt(
        () => textParts(outer),
        () => [],
      ),
    }),
  );
  const { mail, inlineHeader, texts } = judged;
  const read = attempt(
    () => readTexts(texts, inlineHeader),
    () => [],
  );
  const main = mainText(read, judged);
  const sender = topic(() => (inlineHeader === undefined ? gatherSender(mail) : inlineSender(inlineHeader)));
  const trace = topic(() => (inlineHeader === undefined ? gatherTrace(mail) : { kind: "absent" }));
  const subject = subjectOf(judged);
  const date = attempt(
    () => parseDate(inlineHeader === undefined ? (field(mail, "date")?.value ?? "") : (inlineHeader.date ?? "")),
    () => undefined,
  );
  const authentication = once(() =>
    topic(() => (inlineHeader === undefined ? gatherAuthentication(mail, sender.kind === "found" ? sender.value : undefined) : HEADER_LOST)),
  );
  const files = once(() => topic(() => gatherFiles(mail, () => `${subject?.text ?? ""}\n${main?.visibleText ?? ""}`)));
  const codes = once(() => topic(() => gatherCodes(files(), read)));
  const links = once(() => topic(() => withLinksOfParts(linksOf(read, inlineHeader !== undefined), () => linksOfParts(mail, files(), codes()))));
  const wording = once(() => topic(() => gatherWording(subject, main)));
  const claims = once(() => topic(() => settleClaims(gatherClaims(claimsInput({ subject, sender, trace, date, main }), registry), evidence, registry)));
  const gathered: Omit<Evidence, "authentication" | "links" | "files" | "codes" | "hiddenInWords" | "wording" | "claims"> = {
    mail,
    level: pasted ? "pasted-text" : judged.level,
    subject,
    date,
    sender,
    trace,
    texts,
    visibleText: main === undefined ? "" : main.visibleText.slice(main.visibleFrom),
    visibleWhere: (start, end) =>
      main === undefined ? { kind: "raw", start: mail.start, end: mail.start } : whereOf(main, main.visibleFrom + start, main.visibleFrom + end),
  };
  // Of a mail that speaks for nobody known, no check asks for these.
  const evidence: Evidence = later(gathered, { authentication, links, files, codes, hiddenInWords: () => read.flatMap(hiddenInWords), wording, claims });
  return evidence;
}

const HEADER_LOST: Gathered<Authentication> = { kind: "failed", why: "the original header was lost when the mail was forwarded inline", temporary: false };

/** Gathers when first asked and remembers. */
function once<T extends object>(gather: () => T): () => T {
  let gathered: T | undefined;
  return () => (gathered ??= gather());
}

function attempt<T>(gather: () => T, otherwise: () => T): T {
  try {
    return gather();
  } catch {
    return otherwise();
  }
}

function topic<T>(gather: () => Gathered<T>): Gathered<T> {
  try {
    return gather();
  } catch (error) {
    return { kind: "failed", why: error instanceof Error ? error.message : String(error), temporary: false };
  }
}

/** What a mail program shows: the HTML part when it has text, else the plain part; of an inline forward the part its header block is in. */
function mainText(read: readonly ReadText[], judged: JudgedMail): ReadText | undefined {
  const forwarded = judged.inlineHeader === undefined ? undefined : read.find((text) => text.from > 0);
  return forwarded ?? read.find((text) => text.html !== undefined && text.visibleText.trim() !== "") ?? read.find((text) => text.visibleText.trim() !== "");
}

function subjectOf(judged: JudgedMail): Quote | undefined {
  const { inlineHeader, mail } = judged;
  if (inlineHeader !== undefined) return inlineHeader.subject === undefined ? undefined : { text: inlineHeader.subject, where: inlineHeader.where };
  const written = field(mail, "subject");
  return written === undefined ? undefined : quoteOf(written);
}

/** The sender as the forwarder's mail program wrote it down: it proves nothing, but it is what the reader saw. */
function inlineSender(header: NonNullable<JudgedMail["inlineHeader"]>): Gathered<Sender> {
  if (header.from === undefined) return { kind: "absent" };
  const from = { ...header.from, quote: { text: header.from.address, where: header.where } };
  return { kind: "found", value: senderOf([from], { replyTo: [], sender: undefined, returnPath: undefined, to: [] }) };
}

/** In a forward everything is quoted: there the mark of a quoted original says nothing. */
function linksOf(read: readonly ReadText[], forwarded: boolean): Gathered<readonly Link[]> {
  const links = gatherLinks(read);
  if (!forwarded || links.kind !== "found") return links;
  return { kind: "found", value: links.value.map((link) => ({ ...link, inQuotedOriginal: false })) };
}

/** Links of QR codes and attached files follow those of the text; when they cannot be read, those of the text remain. */
function withLinksOfParts(links: Gathered<readonly Link[]>, ofParts: () => readonly Link[]): Gathered<readonly Link[]> {
  if (links.kind === "failed") return links;
  const more = attempt(ofParts, () => []);
  return more.length === 0 ? links : { kind: "found", value: [...(links.kind === "found" ? links.value : []), ...more] };
}

function hiddenInWords({ html, part }: ReadText): readonly Quote[] {
  // Bytes are looked up only for the few that are quoted.
  return (html?.hiddenInWords ?? []).map(({ text, start, end }) => later({ text }, { where: () => part.toWhere(start, end) }));
}
