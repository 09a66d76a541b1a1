import type { Examination } from "../report/examination.ts";
import { columns, cutTo, LEVEL, oneLine, padTo } from "../report/index.ts";
import type { Language } from "../terms/index.ts";

/** One row of the table that ends a run over several mails. */
export interface OverviewRow {
  readonly file: string;
  readonly level: Examination["verdict"]["level"];
  readonly about: string;
  readonly subject: string;
}

const ROWS = 40;
const WORDS = {
  total: { ja: "通", en: "mails" },
  more: { ja: "このほか", en: "and" },
  rest: { ja: "通(--json なら全部出ます)", en: "more (--json lists all)" },
};

export function rowOf(file: string, examination: Examination): OverviewRow {
  const { verdict } = examination;
  const about = "impersonates" in verdict ? (verdict.impersonates ?? "") : "brand" in verdict ? verdict.brand : "";
  return { file, level: verdict.level, about, subject: oneLine(examination.mail.subject, 60) };
}

/** The table: how many mails of each level, then a row a mail, the worst first. */
export function overview(rows: readonly OverviewRow[], lang: Language, width: number): string {
  const order = Object.keys(LEVEL) as OverviewRow["level"][];
  const counts = order.map((level) => [level, rows.filter((row) => row.level === level).length] as const).filter(([, count]) => count > 0);
  const names = Math.max(...counts.map(([level]) => columns(LEVEL[level][lang])));
  const summary = counts.map(([level, count]) => `${padTo(LEVEL[level][lang], names)}  ${count}`);
  const sorted = rows.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  const lines = sorted.slice(0, ROWS).map((row) => cutTo(`${padTo(row.level, 14)} ${padTo(row.about, 12)} ${row.file}  ${row.subject}`, width));
  const more = rows.length > ROWS ? [`${WORDS.more[lang]} ${rows.length - ROWS} ${WORDS.rest[lang]}`] : [];
  return [...lines, ...more, "", ...summary, `${rows.length} ${WORDS.total[lang]}`, ""].join("\n");
}
