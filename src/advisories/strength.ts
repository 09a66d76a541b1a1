import type { AdvisoryMatch } from "./advisory.ts";
import type { CompiledCase } from "./compiled-case.ts";
import { weigh } from "./compiled-case.ts";
import { asPrinted, hostOf, printedHost } from "./case-keys.ts";
import type { MatchInput } from "./matching.ts";
import { isMasked, isPrintedHost, isPrintedSender } from "./sender-pattern.ts";
import { skeletonOf } from "./skeleton.ts";
import { tellingWeight } from "./telling.ts";
import type { Unit } from "./template.ts";

/** What of a case was found in a mail. */
export interface Found {
  readonly subject: Unit | undefined;
  readonly body: readonly Unit[];
  /** The sender is one the case prints, and not the brand's own. */
  readonly sender: boolean;
  /** A link leads to a host the case prints. */
  readonly host: boolean;
}

/** Strongest first. */
export const STRENGTHS = ["whole", "subject-and-part", "body", "subject-and-source", "subject", "sender", "link", "subject-listed"] as const;

/** Fixed characters a subject needs to stand for a case by itself ("ログイン通知" has 6). */
const LONG_SUBJECT = 12;
/** Of them, those outside brackets and stock words: fewer in a mail that names the brand and does not come from its address. */
const TELLING_SUBJECT = 5;
const TELLING_BESIDE_CLAIM = 3;
/** The same for a subject the company itself calls a fake's: shorter, and with less to tell, but not with nothing. */
const OWN_WORD_SUBJECT = 9;
const TELLING_OWN_WORD = 2;
/** In a mail that says nowhere who it is from the listed subject need not tell anything, only be more than a word. */
const NAMELESS_SUBJECT = 6;
/** Share of the body that makes it the whole, or a part beside the subject, or enough without the subject. */
const WHOLE = 0.8;
const PART = 0.25;
const BODY_ALONE = 0.6;
const BODY_ALONE_WEIGHT = 40;
const BODY_ALONE_UNITS = 2;

/** How well what was found describes the mail; undefined when it may as well be a genuine one. */
export function strengthOf(entry: CompiledCase, found: Found, mail: MatchInput): AdvisoryMatch["strength"] | undefined {
  const share = entry.bodyWeight === 0 ? 0 : weigh(found.body) / entry.bodyWeight;
  const told = found.body.filter((unit) => entry.telling.has(unit));
  if (found.subject !== undefined && told.length > 0 && found.subject.weight + weigh(told) >= BODY_ALONE_WEIGHT) {
    if (share >= WHOLE) return "whole";
    // Under a subject any mail may have, one sentence may be the brand's own as well.
    const enough = told.length >= 2 || entry.body.length < 2 || tellingWeight(found.subject.text) >= TELLING_SUBJECT;
    if (share >= PART && enough) return "subject-and-part";
  }
  if (share >= BODY_ALONE && weigh(told) >= BODY_ALONE_WEIGHT && told.length >= BODY_ALONE_UNITS) return "body";
  if (found.subject !== undefined) return subjectStrength(entry, found, found.subject, mail);
  return sourceStrength(entry, found);
}

function subjectStrength(entry: CompiledCase, found: Found, subject: Unit, mail: MatchInput): AdvisoryMatch["strength"] | undefined {
  if (found.sender || found.host) return "subject-and-source";
  if (entry.case.subjectAlsoGenuine === true && mail.nameless !== true) return undefined;
  const claimed = mail.claimed?.includes(entry.advisory.brand);
  if (claimed === false) return isListed(entry, subject, mail) ? "subject-listed" : undefined;
  const besideClaim = claimed === true && !(mail.isOfficialSender?.(entry.advisory.brand) ?? false);
  const ownWord = besideClaim && (entry.advisory.issuerRole ?? "brand") === "brand";
  const enough = ownWord ? TELLING_OWN_WORD : besideClaim ? TELLING_BESIDE_CLAIM : TELLING_SUBJECT;
  return subject.weight >= (ownWord ? OWN_WORD_SUBJECT : LONG_SUBJECT) && tellingWeight(subject.text) >= enough ? "subject" : undefined;
}

/**
 * A mail that names nobody, under a subject that is the listed one and nothing more. Who warned of it is worth telling; it
 * proves nothing, as the words are few and anybody may write them. A company's own mail says somewhere whose it is: where
 * nothing does, plainer words will do.
 */
function isListed(entry: CompiledCase, subject: Unit, mail: MatchInput): boolean {
  if (!namesNobody(mail) || mail.isOfficialSender?.(entry.advisory.brand) === true) return false;
  const enough =
    mail.nameless === true ? subject.weight >= NAMELESS_SUBJECT : subject.weight >= OWN_WORD_SUBJECT && tellingWeight(subject.text) >= TELLING_OWN_WORD;
  return enough && isWholeSubject(subject, mail);
}

/** Whether the mail was looked at for names of brands and has none, but for the domain it comes from. */
export function namesNobody(mail: MatchInput): boolean {
  return mail.claimed?.length === 0 || mail.namesNobody === true;
}

/** Whether the subject of the mail is the case's and nothing more. */
export function isWholeSubject(subject: Unit, mail: MatchInput): boolean {
  const room = subject.gaps.flat().reduce((sum, variable) => sum + variable.room, 0);
  return skeletonOf(mail.subject).text.length <= subject.fixed.join("").length + room;
}

/** Beside a subject or a body the sender is often the brand's own or another victim's, forged: alone it says nothing. */
function sourceStrength(entry: CompiledCase, found: Found): AdvisoryMatch["strength"] | undefined {
  if (entry.case.subjects.length > 0 || entry.body.length > 0) return undefined;
  return found.sender ? "sender" : found.host ? "link" : undefined;
}

/**
 * Whether the sender is one the case prints. The brand's own address, forged, is no mark of a fake, and a sender
 * printed without its local part counts only in a mail that names the brand, or under the very subject of the case in one
 * that names nobody (`beside`).
 */
export function hasPrintedSender(entry: CompiledCase, mail: MatchInput, beside = false): boolean {
  if (mail.isOfficialSender?.(entry.advisory.brand) === true) return false;
  const printed = entry.case.senderAddresses.find((address) => isPrintedSender(address, mail.senderAddress));
  if (printed === undefined) return false;
  if (!isMasked(printed) && !printed.startsWith("@")) return true;
  // `root@www○○○.sakura.ne.jp` is any customer's server: the display name must be the printed one too, where one is.
  const named = mail.claimed?.includes(entry.advisory.brand) === true || (beside && namesNobody(mail) && mail.sharedSender !== true);
  return named && hasPrintedName(entry, mail);
}

function hasPrintedName(entry: CompiledCase, mail: MatchInput): boolean {
  const { senderNames } = entry.case;
  return senderNames.length === 0 || senderNames.some((name) => skeletonOf(name).text === skeletonOf(mail.senderName.slice(0, 200)).text);
}

/** Whether a link leads to a host the case prints, in a mail that names the brand; or one that names nobody and has little else. */
export function hasPrintedHost(entry: CompiledCase, mail: MatchInput, beside = false): boolean {
  if (entry.case.urls.length === 0) return false;
  const claims = mail.claimed?.includes(entry.advisory.brand) === true;
  if (!claims && !(namesNobody(mail) && (beside || mail.nameless === true))) return false;
  const masked = new Set(entry.case.urls.filter(isMasked).map(asPrinted));
  if (masked.size > 0 && mail.urls.slice(0, MAX_LINKS).some((url) => masked.has(asPrinted(url)))) return true;
  const printed = entry.case.urls.map((url) => printedHost(url)).filter((host) => host !== "" && (claims || !isMasked(host)));
  return printed.length > 0 && mail.urls.slice(0, MAX_LINKS).some((url) => printed.some((host) => isPrintedHost(host, hostOf(url))));
}

/** Links of a mail that are compared with those of a case. */
const MAX_LINKS = 40;
