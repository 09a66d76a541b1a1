import { checks } from "../src/checks/checks.generated.ts";
import { brokenPromises, ENOUGH, measureFiring } from "./eval-confidence.ts";
import type { MeasuredFiring } from "./eval-confidence.ts";
import type { Floor } from "./eval-floors.ts";
import type { BrandNaming, Label, Levels, Tally } from "./eval-tally.ts";
import { percent, table } from "./table.ts";

const LEVELS = ["impersonation", "suspicious", "undecided", "no-sign", "genuine", "simulation"];

/** Verdict levels of a corpus, a language, or both together, for one label. */
export interface Group {
  readonly name: string;
  readonly label: Label;
  mails: number;
  crashed: number;
  readonly levels: Record<string, number>;
}
export interface Evaluation {
  readonly corpora: readonly Group[];
  readonly languages: readonly Group[];
  readonly corporaByLanguage: readonly Levels[];
  readonly firings: readonly MeasuredFiring[];
  /** Checks none of whose points fired on these mails. */
  readonly silent: readonly string[];
  readonly brands: readonly (BrandNaming & { readonly corpus: string })[];
  readonly brandTotal: BrandNaming;
  readonly broken: readonly string[];
}

/** Everything counted, as plain data for `--json`. */
export function measured(tally: Tally): Evaluation {
  const firings = [...tally.firings.values()].map(measureFiring).sort(byName);
  const spoke = new Set(firings.map((firing) => firing.check));
  const brands = [...tally.brands].map(([corpus, naming]) => ({ corpus, ...naming }));
  return {
    corpora: grouped(tally, (levels) => levels.corpus),
    languages: grouped(tally, (levels) => levels.language),
    corporaByLanguage: [...tally.groups.values()],
    firings,
    silent: checks.map((check) => check.id).filter((id) => !spoke.has(id)),
    brands,
    brandTotal: totalNaming(brands),
    broken: brokenPromises(firings),
  };
}

const byName = (a: MeasuredFiring, b: MeasuredFiring): number =>
  b.leans.localeCompare(a.leans) || a.check.localeCompare(b.check) || a.kind.localeCompare(b.kind) || a.declared.localeCompare(b.declared);

function grouped(tally: Tally, nameOf: (levels: Levels) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const levels of tally.groups.values()) {
    const key = `${nameOf(levels)}\t${levels.label}`;
    const group = groups.get(key) ?? { name: nameOf(levels), label: levels.label, mails: 0, crashed: 0, levels: {} };
    groups.set(key, group);
    addTo(group, levels);
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.label) - ORDER.indexOf(b.label) || b.mails - a.mails);
}
const ORDER: readonly Label[] = ["phish", "ham", "spam"];

function addTo(group: Group, other: Omit<Group, "name">): void {
  group.mails += other.mails;
  group.crashed += other.crashed;
  for (const [level, count] of Object.entries(other.levels)) group.levels[level] = (group.levels[level] ?? 0) + count;
}

function totalNaming(rows: readonly BrandNaming[]): BrandNaming {
  const of = (key: keyof BrandNaming): number => rows.reduce((sum, row) => sum + row[key], 0);
  return {
    ...{ labelled: of("labelled"), labelledFlagged: of("labelledFlagged"), anyFlagged: of("anyFlagged"), anyRight: of("anyRight") },
    ...{ notInRegistry: of("notInRegistry"), fromOnly: of("fromOnly"), unnamed: of("unnamed") },
    ...{ known: of("known"), flagged: of("flagged"), right: of("right"), other: of("other"), none: of("none"), verdictRight: of("verdictRight") },
  };
}

function levelsTable(first: string, rows: readonly Group[]): string {
  return table(
    [first, "label", "mails", ...LEVELS, "crashed", "suspicious+", "impersonation"],
    rows.map((row) => {
      const at = (level: string): number => row.levels[level] ?? 0;
      const counts = LEVELS.map(at);
      return [
        row.name,
        row.label,
        row.mails,
        ...counts,
        row.crashed,
        percent(at("impersonation") + at("suspicious"), row.mails),
        percent(at("impersonation"), row.mails),
      ];
    }),
  );
}

/** Languages with fewer mails say nothing by themselves; `--json` has them all. */
const FEW = 20;
function common(rows: readonly Group[]): Group[] {
  const rest = new Map<Label, Group>();
  for (const row of rows.filter((each) => each.mails < FEW)) {
    const sum = rest.get(row.label) ?? { name: "others", label: row.label, mails: 0, crashed: 0, levels: {} };
    addTo(sum, row);
    rest.set(row.label, sum);
  }
  return [...rows.filter((row) => row.mails >= FEW), ...rest.values()];
}

/** All mails of a label together: recall for phishing, false alarms for genuine mail. */
function totals(rows: readonly Group[]): Group[] {
  return ORDER.flatMap((label) => {
    const sum: Group = { name: "all", label, mails: 0, crashed: 0, levels: {} };
    for (const row of rows.filter((each) => each.label === label)) addTo(sum, row);
    return sum.mails === 0 ? [] : sum;
  });
}

const share = (value: number | null): string => (value === null ? "-" : `${(value * 100).toFixed(2)} %`);

function firingsTable(rows: readonly MeasuredFiring[]): string {
  return table(
    ["check/kind", "leans", "severity", "phish", "spam", "ham", "campaigns: phish", "ham", "declared", "measured", "by campaign", "at least", "kept"],
    rows.map((row) => [
      ...[`${row.check}/${row.kind}`, row.leans, row.severity, row.phish, row.spam, row.ham, row.phishCampaigns, row.hamCampaigns],
      ...[row.declared, share(row.measured), share(row.measuredCampaigns), share(row.atLeast), row.kept],
    ]),
  );
}

function brandsTable({ brands, brandTotal }: Evaluation): string {
  return table(
    [
      "claimed brand",
      "labelled",
      "flagged",
      "not in registry",
      "From only",
      "unnamed",
      "known",
      "flagged",
      "top reason right",
      "other brand",
      "no brand",
      "share right",
      "verdict right",
    ],
    [...brands, { corpus: "all", ...brandTotal }].map((row) => [
      ...[row.corpus, row.labelled, percent(row.labelledFlagged, row.labelled), row.notInRegistry, row.fromOnly, row.unnamed, row.known, row.flagged],
      ...[row.right, row.other, row.none, percent(row.right, row.flagged), percent(row.verdictRight, row.flagged)],
    ]),
  );
}

/** The evaluation for a person at a terminal. */
export function evaluationText(evaluation: Evaluation): string {
  const { corpora, languages, firings, silent, broken } = evaluation;
  const promises = `certain >= 99.9 %, strong >= 99 % of the phishing and genuine mails a point fires on; from ${ENOUGH} mails on`;
  return [
    levelsTable("corpus", [...corpora, ...totals(corpora)]),
    levelsTable("language", common(languages)),
    firingsTable(firings),
    ...(silent.length === 0 ? [] : [`checks without a point on these mails: ${silent.join(", ")}`]),
    brandsTable(evaluation),
    broken.length === 0
      ? `every check keeps what it declares (${promises})`
      : `FAILED: ${broken.length} declared confidences do not hold (${promises})\n  ${broken.join("\n  ")}`,
  ].join("\n\n");
}

/** The floors as a table: `no` is a floor not reached. */
export function floorsText(rows: readonly Floor[]): string {
  return table(
    ["floor", "wanted", "measured", "met"],
    rows.map((row) => [row.name, row.wanted, row.measured, row.met === undefined ? "-" : row.met ? "yes" : "NO"]),
  );
}
