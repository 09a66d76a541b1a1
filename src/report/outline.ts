import type { Point } from "../checks/check.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import type { Examination } from "./examination.ts";
import { STRONGEST, TEXTS } from "./lang.ts";
import { hostLine, oneLine } from "./plain-text.ts";
import { tellOnce } from "./told.ts";
import type { Told } from "./told.ts";

/** What every report shows in which place, decided once for terminal and HTML. */
export interface Outline {
  /** Who the mail says it is, as a sentence. */
  readonly speaksAs: Bilingual | undefined;
  /** What limits the answer and the reader should know at once. */
  readonly notes: readonly Bilingual[];
  /** At most three, shown in full as ①②③. */
  readonly strongest: readonly Told[];
  readonly strongestTitle: Bilingual;
  /** Further points leaning phishing, as a short list. */
  readonly further: readonly Point[];
  /** Points of low severity: a line each, and never decisive. */
  readonly small: readonly Point[];
  /** Points for genuineness that are not already among the strongest. */
  readonly genuine: readonly Point[];
  /** Set where the genuine points do not decide. */
  readonly genuineNote: Bilingual | undefined;
  /** Only where the verdict has no points to show. */
  readonly reasons: readonly Bilingual[];
  /** The step that would give a better founded answer. */
  readonly raise: Bilingual | undefined;
  /** Domain of the From address as written. */
  readonly senderDomain: string;
  readonly showTypedIn: boolean;
}

const SHOWN = 3;

/** Sorts the findings into their places. */
export function outlineOf(examination: Examination): Outline {
  const { verdict, points } = examination;
  const phishing = points.filter((point) => point.leans === "phishing");
  const genuine = points.filter((point) => point.leans === "genuine");
  const drill = points.filter((point) => point.leans === "simulation");
  const isGenuine = verdict.level === "genuine";
  const isDrill = verdict.level === "simulation";
  const main = isGenuine || isDrill ? (isDrill ? drill : genuine).map(alone) : tellOnce(phishing).filter((told) => told.point.severity !== "low");
  const strongest = main.slice(0, SHOWN);
  const shown = new Set(strongest.flatMap((told) => [told.point, ...told.also]));
  const rest = [...phishing, ...drill].filter((point) => !shown.has(point));
  const small = rest.filter((point) => point.severity === "low");
  return {
    speaksAs: speaksAs(examination),
    notes: notesOf(examination, genuine),
    strongest,
    strongestTitle: STRONGEST[verdict.level],
    further: rest.filter((point) => point.severity !== "low"),
    small,
    genuine: genuine.filter((point) => !shown.has(point)),
    genuineNote: isGenuine || genuine.length === 0 ? undefined : TEXTS.forGenuineNote,
    reasons: verdict.level === "undecided" || verdict.level === "no-sign" ? verdict.reasons : [],
    raise: examination.raiseLevel ?? raiseByNameServers(examination),
    senderDomain: domainOf(examination.mail.fromAddress),
    showTypedIn: verdict.level === "impersonation" || verdict.level === "suspicious" || verdict.level === "undecided" || isDrill,
  };
}

function alone(point: Point): Told {
  return { point, also: [] };
}

/** Says where the answer rests on official facts that nobody has confirmed yet. */
function notesOf({ verdict }: Examination, genuine: readonly Point[]): readonly Bilingual[] {
  if (verdict.level === "suspicious") {
    const facts = verdict.reasons.flatMap((point) => point.fact ?? []);
    return facts.length > 0 && facts.every((fact) => fact.status === "assumed") ? [TEXTS.assumedSoSuspicious] : [];
  }
  const unconfirmed = genuine.some((point) => point.severity === "high" && point.fact?.status === "assumed");
  return unconfirmed && (verdict.level === "no-sign" || verdict.level === "undecided") ? [TEXTS.assumedSoNotGenuine] : [];
}

/** At full source the header is there, but only name servers can confirm a signature nobody has looked at. */
function raiseByNameServers(examination: Examination): Bilingual | undefined {
  const open = examination.notChecked.some((missing) => missing.topic === "authentication");
  const whole = examination.evidenceLevel === "full-source" || examination.evidenceLevel === "attached-original";
  return open && whole && examination.examinedOnline === undefined ? TEXTS.raiseByNameServers : undefined;
}

function speaksAs(examination: Examination): Bilingual | undefined {
  const { verdict } = examination;
  const label = brandLabel(examination);
  if (label === undefined) return undefined;
  if (verdict.level === "genuine") return { ja: `${label.ja}から届いたメールです`, en: `This mail is from ${label.en}` };
  return { ja: `${label.ja}を名乗るメールです`, en: `The mail says it is ${label.en}` };
}

function brandLabel(examination: Examination): Bilingual | undefined {
  const { verdict, claims } = examination;
  const id = "impersonates" in verdict ? verdict.impersonates : "brand" in verdict ? verdict.brand : undefined;
  const claim = claims.find((candidate) => candidate.brand === id) ?? claims.find((candidate) => candidate.kind === "speaks");
  return claim?.label ?? (id === undefined ? undefined : { ja: id, en: id });
}

/** The part after the last `@`. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1).trim();
}

const NAME_LIMIT = 80;
const ADDRESS_LIMIT = 120;

/** `Name <address>` as a mail app shows it. A long name never pushes the address out of sight. */
export function mailboxText(mail: Examination["mail"], lang: Language): string {
  const address = mail.fromAddress === "" ? "" : `<${hostLine(mail.fromAddress, ADDRESS_LIMIT)}>`;
  const text = `${oneLine(mail.fromName, NAME_LIMIT)} ${address}`.trim();
  return text === "" ? TEXTS.none[lang] : text;
}

/** An ISO instant as a reader writes it: Japanese time in Japanese, UTC in English; unreadable text stays. */
export function dateText(instant: string, lang: Language): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  const shifted = new Date(ms + (lang === "ja" ? 9 * 3_600_000 : 0)).toISOString();
  const text = `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
  return lang === "ja" ? `${text}(日本時間)` : `${text} UTC`;
}

/** What was contacted to examine the mail, and when. */
export function contactedText(examination: Examination, lang: Language): string {
  const at = examination.examinedOnline;
  return at === undefined ? TEXTS.noConnection[lang] : `${TEXTS.askedNameServers[lang]} (${dateText(at, lang)})`;
}
