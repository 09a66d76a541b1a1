import type { Examination } from "../report/examination.ts";
import { columns, cutTo, LEVEL, LEVEL_SHORT, oneLine, padTo, SYMBOL } from "../report/index.ts";
import type { Language } from "../terms/index.ts";

type Level = Examination["verdict"]["level"];

/** One row of the table that ends a run over several mails. */
export interface OverviewRow {
  readonly file: string;
  readonly level: Level;
  /** Name of the brand it poses as, or really is from; empty when none. */
  readonly about: string;
  readonly subject: string;
}

/** Rows kept, the worst of them: a run over a million mails must not grow with them. */
const ROWS = 50;
/** Below this a row would cut both the file and the subject: each gets a line. */
const WIDE = 100;
const BRAND = 16;
const ORDER = Object.keys(LEVEL) as readonly Level[];
const WORDS = {
  total: { ja: "通", en: "mails" },
  more: { ja: "このほか % 通(--json なら全部出ます)", en: "and % more (--json lists all)" },
};

export function rowOf(file: string, examination: Examination, lang: Language): OverviewRow {
  const { verdict } = examination;
  const id = "impersonates" in verdict ? verdict.impersonates : "brand" in verdict ? verdict.brand : undefined;
  const label = examination.claims.find((claim) => claim.brand === id)?.label[lang] ?? id ?? "";
  return { file: oneLine(file, 200), level: verdict.level, about: oneLine(label, 40), subject: oneLine(examination.mail.subject, 80) };
}

/** What a run found so far: a count for each level, and the worst mails. Bounded, however many mails there are. */
export class Overview {
  readonly #counts = new Map<Level, number>();
  #rows: OverviewRow[] = [];
  #total = 0;

  add(row: OverviewRow): void {
    this.#total++;
    this.#counts.set(row.level, (this.#counts.get(row.level) ?? 0) + 1);
    this.#rows.push(row);
    if (this.#rows.length >= 2 * ROWS) this.#rows = worst(this.#rows);
  }

  get total(): number {
    return this.#total;
  }

  count(level: Level): number {
    return this.#counts.get(level) ?? 0;
  }

  /** The table, the worst first, then how many mails of each level. */
  render(lang: Language, width: number): string {
    const rows = worst(this.#rows);
    const lines = rows.flatMap((row) => rowLines(row, lang, width));
    const more = this.#total > rows.length ? [cutTo(WORDS.more[lang].replace("%", String(this.#total - rows.length)), width)] : [];
    return [...lines, ...more, "", ...this.#summary(lang), `${this.#total} ${WORDS.total[lang]}`, ""].join("\n");
  }

  #summary(lang: Language): readonly string[] {
    const levels = ORDER.filter((level) => this.count(level) > 0);
    const names = Math.max(...levels.map((level) => columns(LEVEL[level][lang])));
    const digits = Math.max(...levels.map((level) => String(this.count(level)).length));
    return levels.map((level) => `${SYMBOL[level]} ${padTo(LEVEL[level][lang], names)}  ${String(this.count(level)).padStart(digits)}`);
  }
}

function worst(rows: readonly OverviewRow[]): OverviewRow[] {
  return rows.toSorted((left, right) => ORDER.indexOf(left.level) - ORDER.indexOf(right.level)).slice(0, ROWS);
}

function rowLines(row: OverviewRow, lang: Language, width: number): readonly string[] {
  const names = Math.max(...ORDER.map((level) => columns(LEVEL_SHORT[level][lang])));
  const head = `${SYMBOL[row.level]} ${padTo(LEVEL_SHORT[row.level][lang], names)}  ${padTo(cutTo(row.about, BRAND), BRAND)}  `;
  const room = width - columns(head);
  if (width < WIDE) return [head + cutStart(row.file, Math.max(8, room)), `  ${cutTo(row.subject, width - 2)}`].map((line) => cutTo(line, width).trimEnd());
  const files = Math.floor(room / 2) - 2;
  return [`${head}${padTo(cutStart(row.file, files), files)}  ${cutTo(row.subject, room - files - 2)}`.trimEnd()];
}

/** The end of a path says which file it is. */
function cutStart(path: string, width: number): string {
  if (columns(path) <= width) return path;
  let kept = [...path];
  while (kept.length > 1 && columns(`…${kept.join("")}`) > width) kept = kept.slice(Math.max(1, Math.floor((kept.length - width) / 2)));
  return `…${kept.join("")}`;
}
