import { writeFileSync } from "node:fs";
import type { Campaign, CaseSummary, StoredExamination } from "../archive/archive.ts";
import type { SqliteArchive } from "../archive/sqlite-archive.ts";
import { oneLine } from "../report/index.ts";
import type { Language } from "../terms/index.ts";
import { complain, withArchive } from "./archive-commands.ts";
import type { ArchiveTask } from "./archive-commands.ts";
import { caseJson, caseLine, levelWord } from "./case-lines.ts";
import { reportedPoints } from "./reported-points.ts";

const USAGE = {
  ja: "cases [list] [--brand ID] [--level LEVEL] [--campaign ID] [--before CASE] か cases show CASE [-o FILE] です",
  en: "cases takes [list] [--brand ID] [--level LEVEL] [--campaign ID] [--before CASE], or show CASE [-o FILE]",
};

/** `ayashii cases [list]`, `ayashii cases show ID`; `-o FILE` writes the mail itself into a new file. */
export async function casesCommand(task: ArchiveTask): Promise<number> {
  const [verb = "list", id, ...rest] = task.words;
  if (verb === "list" && id === undefined) return withArchive(task, (archive) => list(task, archive));
  if (verb === "show" && id !== undefined && rest.length === 0) return withArchive(task, (archive) => show(task, archive, id));
  return complain(task.streams, USAGE[task.lang]);
}

async function list({ values, limit, lang, streams, columns }: ArchiveTask, archive: SqliteArchive): Promise<number> {
  const { brand, level, campaign, before } = values;
  const cases = await archive.cases({
    limit,
    ...(brand === undefined ? {} : { brand }),
    ...(level === undefined ? {} : { level }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(before === undefined ? {} : { before }),
  });
  for (const one of cases) streams.out(values.json === true ? caseJson(one) : caseLine(one, lang, columns));
  return cases.length === 0 ? 1 : 0;
}

async function show({ values, lang, streams }: ArchiveTask, archive: SqliteArchive, id: string): Promise<number> {
  const one = await archive.caseById(id);
  if (one === undefined) {
    streams.err(lang === "ja" ? `ayashii: ${oneLine(id, 80)} という事例はありません\n` : `ayashii: there is no case ${oneLine(id, 80)}\n`);
    return 1;
  }
  if (values.output !== undefined) {
    writeFileSync(values.output, (await archive.rawOf(id)) ?? "", { mode: 0o600, flag: "wx" });
    return 0;
  }
  const examinations = await archive.examinationsOf(id);
  const campaign = one.campaign === undefined ? undefined : await archive.campaign(one.campaign);
  streams.out(values.json === true ? jsonOf(one, campaign, examinations) : textOf(one, campaign, examinations, lang));
  return 0;
}

function jsonOf(one: CaseSummary, campaign: Campaign | undefined, examinations: readonly StoredExamination[]): string {
  const made = examinations.map(({ json, toolVersion, registryVersion, at }) => ({ toolVersion, registryVersion, at, report: JSON.parse(json) as unknown }));
  return `${JSON.stringify({ ...one, campaign: campaign ?? null, examinations: made })}\n`;
}

const FIELDS = {
  ja: ["件名", "差出人", "判定", "ブランド", "届いた日時", "日付", "報告者", "同じ型", "判断", "調べた記録"],
  en: ["Subject", "From", "Verdict", "Brand", "Arrived", "Dated", "Reporter", "Same template", "Decision", "Examined"],
} as const;

function textOf(one: CaseSummary, campaign: Campaign | undefined, examinations: readonly StoredExamination[], lang: Language): string {
  const { decision } = one;
  const times = lang === "ja" ? `(${one.timesSeen} 回)` : ` (${one.timesSeen} times)`;
  const said = decision === undefined ? "" : `${SAID[lang][Number(decision.agrees)]} ${decision.at.slice(0, 10)} ${decision.reason}`;
  const values = [
    one.subject,
    one.fromAddress,
    levelWord(one.level, lang),
    one.brand ?? "",
    one.mail.received + (one.timesSeen > 1 ? times : ""),
    one.day ?? "",
    one.mail.reporter ?? "",
    campaign === undefined ? "" : campaignLine(campaign, lang),
    said,
    "",
  ];
  const lines = FIELDS[lang].flatMap((name, i) => (values[i] === "" ? [] : [`${name}: ${oneLine(values[i] ?? "", 500)}`]));
  const newest = reportedPoints(examinations.at(-1)?.json ?? "");
  const points = newest.points.map((point) => `  ${point.leans === "phishing" ? "!" : "+"} ${oneLine(point.title[lang], 200)} [${point.check}/${point.kind}]`);
  const history = examinations.map((made) => `  ${made.at}  ${made.toolVersion}  ${made.registryVersion}  ${levelWord(reportedPoints(made.json).level, lang)}`);
  return `${[one.id, ...lines, ...points, `${FIELDS[lang][9]}:`, ...history].join("\n")}\n`;
}

const SAID = { ja: ["判定に異議", "判定に同意"], en: ["disagrees", "agrees"] } as const;

function campaignLine({ id, size, firstDay, lastDay }: Campaign, lang: Language): string {
  return lang === "ja" ? `${id} ${size} 通(${firstDay} から ${lastDay})` : `${id}, ${size} mails (${firstDay} to ${lastDay})`;
}
