import { defaultRegistry } from "../brands/index.ts";
import type { Registry } from "../brands/registry.ts";
import type { Point } from "../checks/check.ts";
import type { Evidence, Link } from "../evidence/evidence.ts";
import { field } from "../mail/index.ts";
import type { Mail } from "../mail/mail.ts";
import type { Examination } from "../report/examination.ts";
import type { Bilingual } from "../terms/index.ts";
import { blamesOf } from "./blame.ts";
import { cutTokens, cutTokensInText } from "./cut-tokens.ts";
import { defang } from "./defang.ts";
import { isForgedSender } from "./forged-sender.ts";
import { LONGEST_TEXT } from "./identifiers.ts";
import { pointText, publicText } from "./mail-text.ts";
import type { Redaction } from "./mail-text.ts";
import { placeholderOf } from "./placeholders.ts";
import type { PublicBilingual, PublicText } from "./public-text.ts";
import { redactText } from "./redact-text.ts";
import type { Blame, RedactedLink, RedactedMail, RedactedPoint } from "./redacted-mail.ts";
import { culpritAddresses, officialHosts, secretsOf } from "./secrets.ts";

const MOST_LINKS = 100;
const MOST_ATTACHMENTS = 50;

/**
 * The mail as anybody may see it. What of the recipient it carried, in any field, part or encoding, is replaced by
 * placeholders; links are dead and without the recipient's token; every text went through `redactText`.
 * @param mail as handed in
 */
export function redact(mail: Mail, evidence: Evidence, examination: Examination, registry: Registry = defaultRegistry()): RedactedMail {
  const secrets = secretsOf(mail, evidence, registry);
  const redaction: Redaction = { secrets, culprits: culpritAddresses(evidence), isOfficial: officialHosts(registry, evidence) };
  const sender = evidence.sender.kind === "found" ? evidence.sender.value : undefined;
  const show = (text: string): PublicText => publicText(text, redaction);
  const replyTo = sender?.replyTo[0]?.address;
  return {
    // Titles are made of these two: a real company's host is no danger there, and people search for it as it is written.
    subject: pointText(examination.mail.subject, redaction, "ja"),
    fromName: pointText(examination.mail.fromName, redaction, "ja"),
    fromAddress: addressText(examination.mail.fromAddress, redaction),
    forgedSender: isForgedSender(evidence, examination, secrets, registry),
    replyTo: replyTo === undefined || replyTo === "" ? undefined : addressText(replyTo, redaction),
    day: dayOf(evidence),
    text: show(evidence.visibleText.slice(0, LONGEST_TEXT)),
    links: linksOf(evidence, redaction, blamesOf(evidence, examination, registry)),
    attachments: attachmentsOf(evidence, redaction),
    points: pointsOf(examination, redaction, evidence),
  };
}

function addressText(address: string, { secrets }: Redaction): PublicText {
  return redactText(defang(redactText(address, secrets)), secrets);
}

/** The day in the sender's own time zone, as a reader finds it in the mail. */
function dayOf(evidence: Evidence): string | undefined {
  if (evidence.date === undefined) return undefined;
  const zone = /([+-])(\d\d)(\d\d)\b(?!.*[+-]\d{4})/.exec(field(evidence.mail, "date")?.value ?? "");
  const minutes = zone === null ? 0 : (Number(zone[2]) * 60 + Number(zone[3])) * (zone[1] === "-" ? -1 : 1);
  const at = Date.parse(evidence.date) + minutes * 60_000;
  return Number.isFinite(at) && Math.abs(at) < 8e15 ? new Date(at).toISOString().slice(0, 10) : undefined;
}

function linksOf(evidence: Evidence, redaction: Redaction, blameOf: (link: Link) => Blame): readonly RedactedLink[] {
  if (evidence.links.kind !== "found") return [];
  const found = new Map<string, RedactedLink>();
  for (const link of evidence.links.value) {
    if (link.host === "" || link.source === "base") continue;
    const one = { ...redactedLink(link, redaction), blame: blameOf(link) };
    if (found.size < MOST_LINKS) found.set(`${one.target} ${one.shown}`, one);
  }
  return [...found.values()];
}

function redactedLink(link: Link, redaction: Redaction): RedactedLink {
  const { secrets } = redaction;
  const url = redactText(link.targetUrl ?? link.url ?? link.written, secrets);
  return {
    shown: publicText(link.visibleText.slice(0, 500), redaction),
    target: redactText(defang(cutTokens(url, placeholderOf("token", "ja"))), secrets),
    host: redactText(defang(cutTokensInText(redactText(link.targetHost === "" ? link.host : link.targetHost, secrets), placeholderOf("token", "ja"))), secrets),
  };
}

function attachmentsOf(evidence: Evidence, redaction: Redaction): readonly PublicText[] {
  if (evidence.files.kind !== "found") return [];
  const names = evidence.files.value.map((file) => file.name).filter((name) => name !== undefined && name !== "");
  return names.slice(0, MOST_ATTACHMENTS).map((name) => fileText(name!.slice(0, 300), redaction));
}

/** A file's name, without a part made for one recipient; its endings stay, as they are what deceives. */
function fileText(name: string, redaction: Redaction): PublicText {
  const [stem, endings] = [name.replace(/(?:\.[a-z0-9]{1,5}){1,3}$/i, ""), /(?:\.[a-z0-9]{1,5}){1,3}$/i.exec(name)?.[0] ?? ""];
  const shown = cutTokens(redactText(stem, redaction.secrets), placeholderOf("token", "ja"));
  return redactText(`${redactText(shown, redaction.secrets)}${endings}`, redaction.secrets);
}

/** Points that warn; each that stands somewhere in what is shown has a number in the picture. */
function pointsOf(examination: Examination, redaction: Redaction, evidence: Evidence): readonly RedactedPoint[] {
  let last = 0;
  return examination.points
    .filter((point) => point.leans === "phishing")
    .map((point) => redactedPoint(point, stands(point, evidence) ? ++last : undefined, redaction));
}

/** Whether a quote of the point stands in subject, sender or text. */
function stands(point: Point, evidence: Evidence): boolean {
  const sender = evidence.sender.kind === "found" ? evidence.sender.value.from.map((one) => `${one.displayName} <${one.address}>`) : [];
  const shown = [evidence.subject?.text ?? "", ...sender, evidence.visibleText].join("\n");
  return point.quotes.some(({ text }) => text !== "" && shown.includes(text)) || point.link !== undefined;
}

function redactedPoint(point: Point, mark: number | undefined, redaction: Redaction): RedactedPoint {
  const both = (text: Bilingual): PublicBilingual => ({ ja: pointText(text.ja, redaction, "ja"), en: pointText(text.en, redaction, "en") });
  return {
    check: point.check,
    kind: point.kind,
    mark,
    title: both(point.title),
    seen: both(point.seen),
    official: both(point.official),
    why: both(point.why),
    quotes: point.quotes.map(({ text }) => publicText(text.slice(0, 2000), redaction)),
    source: point.fact?.source,
  };
}
