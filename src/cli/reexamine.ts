import type { CaseSummary } from "../archive/archive.ts";
import type { SqliteArchive } from "../archive/sqlite-archive.ts";
import { examineKeeping } from "../app/examine.ts";
import { brandOf } from "../app/kept-case.ts";
import { defaultRegistry } from "../brands/index.ts";
import type { Registry } from "../brands/registry.ts";
import { oneLine, toJsonLine, toJsonReport } from "../report/index.ts";
import type { Language } from "../terms/index.ts";
import { complain, withArchive } from "./archive-commands.ts";
import type { ArchiveTask } from "./archive-commands.ts";
import { levelWord } from "./case-lines.ts";
import { liveRegistry } from "./live-registry.ts";
import { programFingerprint } from "./program-fingerprint.ts";
import { reportedPoints } from "./reported-points.ts";
import type { Reported, ReportedPoint } from "./reported-points.ts";

const PAGE = 200;
const USAGE = { ja: "reexamine [CASE...] [--all] です", en: "reexamine takes [CASE...] [--all]" };

/** What a new examination says otherwise than the one before. */
export interface Change {
  readonly case: string;
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  readonly added: readonly ReportedPoint[];
  readonly removed: readonly ReportedPoint[];
}

interface Tally {
  examined: number;
  changed: number;
  upToDate: number;
  online: number;
}

/** `ayashii reexamine [CASE...]`: examines kept mails anew where checks or registry are no longer those of then. */
export async function reexamineCommand(task: ArchiveTask): Promise<number> {
  if (task.words.some((word) => !/^c[0-9a-f]{12,64}$/.test(word))) return complain(task.streams, USAGE[task.lang]);
  const live = liveRegistry(task.values.brands);
  for (const problem of live.problems) task.streams.err(`${problem}\n`);
  if (live.problems.length > 0) return 2;
  const tally: Tally = { examined: 0, changed: 0, upToDate: 0, online: 0 };
  await withArchive(task, async (archive) => {
    for await (const one of wanted(archive, task)) await again(archive, one, live.registry ?? defaultRegistry(), task, tally);
  });
  task.streams.err(lastLine(tally, task.lang));
  return 0;
}

async function* wanted(archive: SqliteArchive, { words, streams, lang }: ArchiveTask): AsyncGenerator<CaseSummary> {
  for (const id of words) {
    const one = await archive.caseById(id);
    if (one === undefined) streams.err(lang === "ja" ? `ayashii: ${id} という事例はありません\n` : `ayashii: there is no case ${id}\n`);
    else yield one;
  }
  if (words.length > 0) return;
  let page = await archive.cases({ limit: PAGE });
  while (page.length > 0) {
    yield* page;
    page = await archive.cases({ limit: PAGE, before: page.at(-1)?.id ?? "" });
  }
}

async function again(archive: SqliteArchive, one: CaseSummary, registry: Registry, task: ArchiveTask, tally: Tally): Promise<void> {
  const { values, streams, lang } = task;
  const last = (await archive.examinationsOf(one.id)).at(-1);
  const same = last?.toolVersion === programFingerprint() && last.registryVersion === registry.version;
  if (same && values.all !== true) return void tally.upToDate++;
  const before = reportedPoints(last?.json ?? "");
  // Name servers would answer otherwise today; without them points would go that were proven then.
  if (before.examinedOnline !== undefined) return void tally.online++;
  const raw = await archive.rawOf(one.id);
  if (raw === undefined) return;
  const started = performance.now();
  const examined = examineKeeping(raw, { registry, pasted: before.evidenceLevel === "pasted-text" });
  const { examination } = examined;
  const json = toJsonLine(toJsonReport(examination, one.id, performance.now() - started));
  const made = { caseId: one.id, toolVersion: programFingerprint(), registryVersion: registry.version, at: new Date().toISOString(), json };
  await archive.addExamination(made, examination.verdict.level, brandOf(examination));
  tally.examined++;
  const change = changeOf(one, before, reportedPoints(json));
  if (change === undefined) return;
  tally.changed++;
  streams.out(values.json === true ? `${JSON.stringify(change)}\n` : changeText(change, lang));
}

/** Undefined when both say the same. A point is the same when the same check found the same kind. */
export function changeOf(one: Pick<CaseSummary, "id" | "subject">, before: Reported, after: Reported): Change | undefined {
  const added = withoutThose(after.points, before.points);
  const removed = withoutThose(before.points, after.points);
  if (before.level === after.level && added.length === 0 && removed.length === 0) return undefined;
  return { case: one.id, subject: one.subject, before: before.level, after: after.level, added, removed };
}

const nameOf = ({ check, kind }: ReportedPoint): string => `${check}/${kind}`;

/** Point by point: of two of a kind where there was one, one is new. */
function withoutThose(points: readonly ReportedPoint[], others: readonly ReportedPoint[]): ReportedPoint[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(nameOf(other), (left.get(nameOf(other)) ?? 0) + 1);
  return points
    .filter((point) => {
      const count = left.get(nameOf(point)) ?? 0;
      left.set(nameOf(point), count - 1);
      return count <= 0;
    })
    .map(({ check, kind, leans, title }) => ({ check, kind, leans, title }));
}

function changeText({ case: id, subject, before, after, added, removed }: Change, lang: Language): string {
  const level = before === after ? levelWord(after, lang) : `${levelWord(before, lang)} → ${levelWord(after, lang)}`;
  const line = (sign: string) => (point: ReportedPoint) => `  ${sign} ${oneLine(point.title[lang], 200)} [${nameOf(point)}]`;
  return `${[`${id}  ${level}  ${oneLine(subject, 200)}`, ...removed.map(line("-")), ...added.map(line("+"))].join("\n")}\n`;
}

function lastLine({ examined, changed, upToDate, online }: Tally, lang: Language): string {
  if (lang === "ja") {
    const skipped = online > 0 ? `。通信して調べた ${online} 件は、署名の証拠が失われるため調べ直していません` : "";
    return `調べ直した ${examined} 件のうち、変わったもの ${changed} 件。もとのままで新しいもの ${upToDate} 件${skipped}\n`;
  }
  const skipped = online > 0 ? `; ${online} examined online are left as they are, their signatures could not be verified again` : "";
  return `${examined} examined anew, ${changed} of them changed; ${upToDate} were up to date${skipped}\n`;
}
