import type { CaseSummary } from "../archive/archive.ts";
import type { Examination } from "../report/examination.ts";
import { columns, cutTo, LEVEL, oneLine, padTo } from "../report/index.ts";
import type { Language } from "../terms/index.ts";

type Level = Examination["verdict"]["level"];

/** The level in words; an unknown one, from another version, as it is written. */
export function levelWord(level: string, lang: Language): string {
  return Object.hasOwn(LEVEL, level) ? LEVEL[level as Level][lang] : oneLine(level, 40);
}

/** One case a line: id, day of arrival, level, subject. */
export function caseLine(one: CaseSummary, lang: Language, width: number): string {
  const head = `${padTo(one.id, 14)}${one.mail.received.slice(0, 10)}  ${padTo(cutTo(levelWord(one.level, lang), 26), 27)}`;
  const subject = oneLine(one.subject, 300) || (lang === "ja" ? "(件名なし)" : "(no subject)");
  return `${head}${cutTo(subject, Math.max(20, width - columns(head)))}\n`;
}

/** The same as data, one line of JSON. */
export function caseJson(one: CaseSummary): string {
  return `${JSON.stringify(one)}\n`;
}
