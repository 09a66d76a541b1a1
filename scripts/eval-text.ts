import type { Confidence } from "../src/checks/check.ts";
import type { BrandNaming, Firing, Levels, Tally } from "./eval-tally.ts";
import { percent, table } from "./table.ts";

const LEVELS = ["impersonation", "suspicious", "undecided", "no-sign", "genuine", "simulation"];
/** Share of phishing among phishing and genuine mails on which the point fires, as `Confidence` promises. */
const PROMISED: Readonly<Record<Confidence, number>> = { certain: 0.999, strong: 0.99, weak: 0 };

export interface MeasuredFiring {
  readonly name: string;
  readonly leans: string;
  readonly declared: Confidence;
  readonly phish: number;
  readonly spam: number;
  readonly ham: number;
  readonly phishCampaigns: number;
  readonly hamCampaigns: number;
  /** Share of the mails it fires on that it is right about (spam apart); null when it never fires. */
  readonly right: number | null;
  readonly kept: boolean | null;
}
interface Group extends Levels {
  readonly name: string;
  readonly label: string;
}
export interface Evaluation {
  readonly corpora: readonly Group[];
  readonly languages: readonly Group[];
  readonly firings: readonly MeasuredFiring[];
  readonly brands: BrandNaming;
}

function measureFiring({ name, leans, declared, mails, campaigns }: Firing): MeasuredFiring {
  const judged = mails.phish + mails.ham;
  const right = judged === 0 ? null : (leans === "phishing" ? mails.phish : mails.ham) / judged;
  const counts = { phish: mails.phish, spam: mails.spam, ham: mails.ham, phishCampaigns: campaigns.phish.size, hamCampaigns: campaigns.ham.size };
  return { name, leans, declared, ...counts, right, kept: right === null ? null : right >= PROMISED[declared] };
}

const groups = (from: ReadonlyMap<string, Levels>): Group[] =>
  [...from]
    .map(([key, levels]) => ({ name: key.split("\t")[0] ?? "", label: key.split("\t")[1] ?? "", ...levels }))
    .sort((a, b) => a.label.localeCompare(b.label) || b.mails - a.mails);

/** Everything counted, as plain data for `--json`. */
export function measured(tally: Tally): Evaluation {
  const firings = [...tally.firings.values()]
    .map(measureFiring)
    .sort((a, b) => a.leans.localeCompare(b.leans) || a.name.localeCompare(b.name) || a.declared.localeCompare(b.declared));
  return { corpora: groups(tally.corpora), languages: groups(tally.languages), firings, brands: tally.brands };
}

function levelsTable(first: string, rows: readonly Group[]): string {
  return table(
    [first, "label", "mails", ...LEVELS, "crashed"],
    rows.map((row) => [row.name, row.label, row.mails, ...LEVELS.map((level) => row.levels[level] ?? 0), row.crashed]),
  );
}

/** Languages with fewer mails say nothing by themselves; `--json` has them all. */
const FEW = 20;
function common(rows: readonly Group[]): Group[] {
  const rest = new Map<string, Group>();
  for (const row of rows.filter((each) => each.mails < FEW)) {
    const sum = rest.get(row.label) ?? { name: "others", label: row.label, mails: 0, crashed: 0, levels: {} };
    sum.mails += row.mails;
    sum.crashed += row.crashed;
    for (const [level, count] of Object.entries(row.levels)) sum.levels[level] = (sum.levels[level] ?? 0) + count;
    rest.set(row.label, sum);
  }
  return [...rows.filter((row) => row.mails >= FEW), ...rest.values()];
}

function firingsTable(rows: readonly MeasuredFiring[]): string {
  return table(
    ["check / kind", "leans", "phish", "spam", "ham", "campaigns phish", "ham", "declared", "measured", "kept"],
    rows.map((row) => [
      row.name,
      row.leans,
      row.phish,
      row.spam,
      row.ham,
      row.phishCampaigns,
      row.hamCampaigns,
      row.declared,
      row.right === null ? "-" : `${(row.right * 100).toFixed(2)} %`,
      row.kept === null ? "-" : row.kept ? "yes" : "NO",
    ]),
  );
}

function totals(rows: readonly Group[]): string {
  return ["phish", "ham", "spam"]
    .map((label) => {
      const group = rows.filter((row) => row.label === label);
      const mails = group.reduce((sum, row) => sum + row.mails, 0);
      const at = (level: string): number => group.reduce((sum, row) => sum + (row.levels[level] ?? 0), 0);
      return `${label}: ${mails} mails, impersonation ${percent(at("impersonation"), mails, 2)}, suspicious ${percent(at("suspicious"), mails, 2)}, genuine ${percent(at("genuine"), mails, 2)}`;
    })
    .join("\n");
}

/** The evaluation for a person at a terminal. */
export function evaluationText(tally: Tally): string {
  const { corpora, languages, firings, brands } = measured(tally);
  const naming = `brand: of ${brands.known} phishing mails whose brand the registry knows, the verdict names it in ${brands.named} (${percent(brands.named, brands.known)}), another in ${brands.other}; the strongest point is about it in ${brands.topReason} (${percent(brands.topReason, brands.known)}). Brand not in the registry: ${brands.notInRegistry}.`;
  return [levelsTable("corpus", corpora), levelsTable("language", common(languages)), firingsTable(firings), totals(corpora), naming].join("\n\n");
}
