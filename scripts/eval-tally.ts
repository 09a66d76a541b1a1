import type { Confidence, Severity } from "../src/checks/check.ts";
import type { CorpusMail } from "./corpus.ts";
import { brandsOfLabel } from "./eval-labels.ts";
import { FLAGGED } from "./eval-outcome.ts";
import type { Outcome, OutcomePoint } from "./eval-outcome.ts";
import { whyNot, whyYes } from "./eval-why.ts";

export type Label = "phish" | "spam" | "ham";
/** How often one kind of point happened, by the label of the mail. Campaigns: near-duplicates counted once. */
export interface Firing {
  readonly check: string;
  readonly kind: string;
  readonly leans: OutcomePoint["leans"];
  readonly severity: Severity;
  readonly declared: Confidence;
  readonly mails: Record<Label, number>;
  readonly campaigns: Record<Label, Set<string>>;
}
/** Verdict levels of one group of mails. */
export interface Levels {
  readonly corpus: string;
  readonly language: string;
  readonly label: Label;
  mails: number;
  crashed: number;
  readonly levels: Record<string, number>;
}
/** Does the report speak of the brand that the index says is claimed? Phishing mails of one corpus. */
export interface BrandNaming {
  /** Mails with a label, and how many of them are flagged. */
  labelled: number;
  labelledFlagged: number;
  /** Flagged mails with a label the registry knows, and those whose strongest point is about it, whatever the mail bears out. */
  anyFlagged: number;
  anyRight: number;
  /** No brand of the registry is right for the label. */
  notInRegistry: number;
  /** The mail does not bear the label out: the From address alone explains it, or nothing does. */
  fromOnly: number;
  unnamed: number;
  /** The others: a known brand that the mail names. */
  known: number;
  /** Flagged, and then: the strongest point is about a brand that is right; about another; about none. */
  flagged: number;
  right: number;
  other: number;
  none: number;
  /** The verdict itself names a right brand. */
  verdictRight: number;
}
/** One mail to read: a miss or a false alarm, with why in one line. */
export interface Listed {
  readonly what: "not flagged" | "false genuine" | "wrong brand" | "crashed" | "false alarm";
  readonly path: string;
  readonly why: string;
}
export interface Tally {
  /** By corpus, label and language. */
  readonly groups: Map<string, Levels>;
  readonly firings: Map<string, Firing>;
  readonly brands: Map<string, BrandNaming>;
  readonly misses: Listed[];
  readonly alarms: Listed[];
}

export function emptyTally(): Tally {
  return { groups: new Map(), firings: new Map(), brands: new Map(), misses: [], alarms: [] };
}

/** A label that is none of the three counts as genuine mail: a false alarm must never hide behind a spelling. */
export const labelOf = (mail: CorpusMail): Label => (mail.label === "phish" || mail.label === "spam" ? mail.label : "ham");

/** Adds one examined mail to everything that is counted. */
export function addMail(tally: Tally, mail: CorpusMail, outcome: Outcome): void {
  const label = labelOf(mail);
  addLevel(tally.groups, mail, label, outcome);
  addFirings(tally.firings, mail, label, outcome);
  if (label === "phish") addBrand(tally, mail, outcome);
  list(tally, mail, label, outcome);
}

function addLevel(groups: Map<string, Levels>, mail: CorpusMail, label: Label, outcome: Outcome): void {
  const { corpus, language } = mail;
  const key = [corpus, label, language].join("\t");
  const group = groups.get(key) ?? { corpus, language, label, mails: 0, crashed: 0, levels: {} };
  groups.set(key, group);
  group.mails++;
  group.levels[outcome.level] = (group.levels[outcome.level] ?? 0) + 1;
  if (outcome.crashed.length > 0) group.crashed++;
}

function addFirings(firings: Map<string, Firing>, mail: CorpusMail, label: Label, outcome: Outcome): void {
  // A kind counts once a mail however many points it makes.
  const seen = new Map(outcome.points.map((point) => [[point.check, point.kind, point.leans, point.severity, point.confidence].join("\t"), point]));
  for (const [key, { check, kind, leans, severity, confidence }] of seen) {
    const firing = firings.get(key) ?? { check, kind, leans, severity, declared: confidence, mails: none(), campaigns: nobody() };
    firings.set(key, firing);
    firing.mails[label]++;
    firing.campaigns[label].add(mail.campaign);
  }
}

const none = (): Record<Label, number> => ({ phish: 0, spam: 0, ham: 0 });
const nobody = (): Record<Label, Set<string>> => ({ phish: new Set(), spam: new Set(), ham: new Set() });

const emptyNaming = (): BrandNaming => ({
  labelled: 0,
  labelledFlagged: 0,
  notInRegistry: 0,
  anyFlagged: 0,
  anyRight: 0,
  fromOnly: 0,
  unnamed: 0,
  known: 0,
  flagged: 0,
  right: 0,
  other: 0,
  none: 0,
  verdictRight: 0,
});

function addBrand(tally: Tally, mail: CorpusMail, outcome: Outcome): void {
  if (mail.claimedBrand === "") return;
  const naming = tally.brands.get(mail.corpus) ?? emptyNaming();
  tally.brands.set(mail.corpus, naming);
  const flagged = FLAGGED.has(outcome.level);
  naming.labelled++;
  if (flagged) naming.labelledFlagged++;
  const ids = brandsOfLabel(mail.claimedBrand);
  if (flagged && ids.size > 0) naming.anyFlagged++;
  if (flagged && ids.has(outcome.points[0]?.brand ?? "")) naming.anyRight++;
  if (ids.size === 0) naming.notInRegistry++;
  else if (outcome.label === "from-only") naming.fromOnly++;
  else if (outcome.label === "unnamed") naming.unnamed++;
  else {
    naming.known++;
    if (flagged) addTopReason(tally, naming, mail, ids, outcome);
  }
}

function addTopReason(tally: Tally, naming: BrandNaming, mail: CorpusMail, ids: ReadonlySet<string>, outcome: Outcome): void {
  naming.flagged++;
  if (outcome.impersonates !== undefined && ids.has(outcome.impersonates)) naming.verdictRight++;
  const top = outcome.points[0]?.brand;
  if (top !== undefined && ids.has(top)) {
    naming.right++;
    return;
  }
  if (top === undefined) naming.none++;
  else naming.other++;
  tally.misses.push({ what: "wrong brand", path: mail.path, why: `index says ${mail.claimedBrand}; ${whyYes(outcome)}` });
}

function list(tally: Tally, mail: CorpusMail, label: Label, outcome: Outcome): void {
  const { path } = mail;
  const flagged = FLAGGED.has(outcome.level);
  if (label === "ham" && flagged) tally.alarms.push({ what: "false alarm", path, why: whyYes(outcome) });
  if (label === "phish" && !flagged) {
    const claimed = mail.claimedBrand === "" ? "" : `index says ${mail.claimedBrand}${outcome.label === "named" ? "" : ` (${outcome.label})`}; `;
    tally.misses.push({ what: outcome.level === "genuine" ? "false genuine" : "not flagged", path, why: claimed + whyNot(outcome) });
  }
  for (const { check, error } of outcome.crashed) tally.misses.push({ what: "crashed", path, why: `${check}: ${error}` });
}
