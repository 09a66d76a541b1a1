import type { Point } from "../checks/check.ts";
import type { Language } from "../terms/index.ts";
import type { Examination } from "./examination.ts";
import { TEXTS } from "./lang.ts";

/** What every report shows in which place, decided once for terminal and HTML. */
export interface Outline {
  /** At most three, shown in full as ①②③. */
  readonly strongest: readonly Point[];
  readonly strongestLean: "phishing" | "genuine";
  /** Further points leaning phishing, as a short list. */
  readonly further: readonly Point[];
  /** Points for genuineness that are not already among the strongest. */
  readonly genuine: readonly Point[];
  /** Only where the verdict has no points to show. */
  readonly reasons: readonly { readonly ja: string; readonly en: string }[];
  readonly brandLabel: { readonly ja: string; readonly en: string } | undefined;
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
  const lean = verdict.level === "genuine" ? "genuine" : "phishing";
  const main = lean === "genuine" ? genuine : phishing;
  return {
    strongest: main.slice(0, SHOWN),
    strongestLean: lean,
    further: lean === "genuine" ? phishing : phishing.slice(SHOWN),
    genuine: lean === "genuine" ? genuine.slice(SHOWN) : genuine,
    reasons: verdict.level === "undecided" || verdict.level === "no-sign" ? verdict.reasons : [],
    brandLabel: brandLabel(examination),
    senderDomain: domainOf(examination.mail.fromAddress),
    showTypedIn: verdict.level !== "genuine" && verdict.level !== "simulation",
  };
}

function brandLabel(examination: Examination): Outline["brandLabel"] {
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

/** `Name <address>` as a mail app shows it. */
export function mailboxText(mail: Examination["mail"], lang: Language): string {
  const address = mail.fromAddress === "" ? "" : `<${mail.fromAddress}>`;
  const text = `${mail.fromName} ${address}`.trim();
  return text === "" ? (lang === "ja" ? "(なし)" : "(none)") : text;
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
