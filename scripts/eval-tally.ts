import { defaultRegistry } from "../src/brands/index.ts";
import type { Confidence, Point } from "../src/checks/check.ts";
import type { Examination } from "../src/index.ts";
import type { CorpusMail } from "./corpus.ts";

export type Label = "phish" | "spam" | "ham";
/** How often something happened, by the label of the mail. Campaigns: near-duplicates counted once. */
export interface Firing {
  readonly name: string;
  readonly leans: Point["leans"];
  readonly declared: Confidence;
  readonly mails: Record<Label, number>;
  readonly campaigns: Record<Label, Set<string>>;
}
/** Verdict levels of one group of mails (a corpus, or a label in one language). */
export interface Levels {
  mails: number;
  crashed: number;
  readonly levels: Record<string, number>;
}
/** Is the brand named that the index says is claimed? Only mails whose brand the registry knows are counted. */
export interface BrandNaming {
  known: number;
  /** The verdict (impersonation or suspicious) names it. */
  named: number;
  other: number;
  /** The strongest point leaning phishing is about it. */
  topReason: number;
  notInRegistry: number;
}
export interface Tally {
  readonly corpora: Map<string, Levels>;
  readonly languages: Map<string, Levels>;
  readonly firings: Map<string, Firing>;
  readonly brands: BrandNaming;
  readonly misses: { readonly what: string; readonly path: string; readonly said: string }[];
}

export function emptyTally(): Tally {
  return { corpora: new Map(), languages: new Map(), firings: new Map(), brands: { known: 0, named: 0, other: 0, topReason: 0, notInRegistry: 0 }, misses: [] };
}

const ACCUSED = new Set(["impersonation", "suspicious"]);

/** Adds one examined mail to everything that is counted. */
export function addMail(tally: Tally, mail: CorpusMail, examination: Examination): void {
  const label: Label = mail.label === "phish" || mail.label === "spam" ? mail.label : "ham";
  addLevel(tally.corpora, `${mail.corpus}\t${label}`, examination);
  addLevel(tally.languages, `${mail.language}\t${label}`, examination);
  addFirings(tally.firings, mail, label, examination);
  if (label === "phish") addBrand(tally.brands, mail, examination);
  addMiss(tally, mail, label, examination);
}

function addLevel(groups: Map<string, Levels>, group: string, examination: Examination): void {
  const levels = groups.get(group) ?? { mails: 0, crashed: 0, levels: {} };
  groups.set(group, levels);
  levels.mails++;
  levels.levels[examination.verdict.level] = (levels.levels[examination.verdict.level] ?? 0) + 1;
  if (examination.results.some((result) => result.kind === "crashed")) levels.crashed++;
}

function addFirings(firings: Map<string, Firing>, mail: CorpusMail, label: Label, examination: Examination): void {
  // A check counts once a mail however many points it makes; likewise each kind at each declared confidence.
  const seen = new Map<string, Point>();
  for (const point of examination.points) {
    for (const name of [`${point.check} (${point.confidence})`, `${point.check}/${point.kind} (${point.confidence})`])
      seen.set(`${name} ${point.leans}`, point);
  }
  for (const [key, point] of seen) {
    const name = key.slice(0, key.lastIndexOf(" ("));
    const firing = firings.get(key) ?? {
      name,
      leans: point.leans,
      declared: point.confidence,
      mails: { phish: 0, spam: 0, ham: 0 },
      campaigns: { phish: new Set(), spam: new Set(), ham: new Set() },
    };
    firings.set(key, firing);
    firing.mails[label]++;
    firing.campaigns[label].add(mail.campaign);
  }
}

/** The index writes some brands as a group (`Mastercard/Visa`); any of them is right. */
function brandIds(claimed: string): Set<string> {
  const registry = defaultRegistry();
  return new Set([claimed, ...claimed.split("/")].flatMap((name) => registry.findBrand(name.trim())?.id ?? []));
}

function addBrand(brands: BrandNaming, mail: CorpusMail, examination: Examination): void {
  if (mail.claimedBrand === "") return;
  const ids = brandIds(mail.claimedBrand);
  if (ids.size === 0) {
    brands.notInRegistry++;
    return;
  }
  brands.known++;
  const { verdict } = examination;
  const named = verdict.level === "impersonation" || verdict.level === "suspicious" ? verdict.impersonates : undefined;
  if (named !== undefined && ids.has(named)) brands.named++;
  else if (named !== undefined) brands.other++;
  const top = examination.points.find((point) => point.leans === "phishing");
  if (top?.brand !== undefined && ids.has(top.brand)) brands.topReason++;
}

function addMiss(tally: Tally, mail: CorpusMail, label: Label, examination: Examination): void {
  const { level } = examination.verdict;
  const accused = ACCUSED.has(level);
  const reasons = examination.points.filter((point) => point.leans === "phishing").map((point) => `${point.check}/${point.kind}:${point.brand ?? "-"}`);
  const said = `${level} ${reasons.slice(0, 3).join(" ")}`.trim();
  if (label === "ham" && accused) tally.misses.push({ what: "false alarm", path: mail.path, said });
  if (label === "phish" && level === "genuine") tally.misses.push({ what: "false genuine", path: mail.path, said });
  if (label === "phish" && !accused && level !== "genuine") tally.misses.push({ what: "not accused", path: mail.path, said });
  for (const result of examination.results)
    if (result.kind === "crashed") tally.misses.push({ what: "crashed", path: mail.path, said: `${result.check}: ${result.error}` });
}
