import { parseArgs } from "node:util";
import type { SqliteArchive } from "../archive/sqlite-archive.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { archivePlace } from "./archive-place.ts";
import type { Streams } from "./examine.ts";
import { languageOfLocale } from "./language.ts";
import { problemText } from "./problem-text.ts";

const OPTIONS = {
  archive: { type: "string" },
  brand: { type: "string" },
  level: { type: "string" },
  campaign: { type: "string" },
  limit: { type: "string" },
  before: { type: "string" },
  brands: { type: "string" },
  all: { type: "boolean" },
  output: { type: "string", short: "o" },
  force: { type: "boolean" },
  json: { type: "boolean" },
  lang: { type: "string" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>["values"];

/** What one of the archive's commands is given. */
export interface ArchiveTask {
  readonly words: readonly string[];
  readonly values: Values;
  readonly limit: number;
  readonly file: string;
  readonly lang: Language;
  readonly streams: Streams;
  readonly columns: number;
}

const LISTED = 20;
const COLUMNS = 80;

/** Each in a file of its own, loaded when it is asked for: SQL is no part of what examining a mail waits for. */
const COMMANDS: Readonly<Record<string, () => Promise<(task: ArchiveTask) => Promise<number>>>> = {
  cases: async () => (await import("./cases.ts")).casesCommand,
  search: async () => (await import("./search.ts")).searchCommand,
  reexamine: async () => (await import("./reexamine.ts")).reexamineCommand,
  labels: async () => (await import("./labels.ts")).labelsCommand,
  archive: async () => (await import("./archive.ts")).archiveCareCommand,
};

export const isArchiveCommand = (name: string | undefined): boolean => name !== undefined && Object.hasOwn(COMMANDS, name);

/** `ayashii cases|search|reexamine|archive …` (docs/archive.md). Returns the exit code: 0, 1 nothing found, 2 wrong usage or an unusable archive. */
export async function archiveCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  streams: Streams,
  columns: number | undefined,
): Promise<number> {
  let lang = languageOfLocale(environment);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.lang === "ja" || values.lang === "en") lang = values.lang;
    const [name = "", ...words] = positionals;
    const limit = Number(values.limit ?? LISTED);
    if (!Number.isInteger(limit) || limit < 1 || limit > 10_000) return complain(streams, LIMIT[lang]);
    const run = await (COMMANDS[name] ?? COMMANDS["cases"])!();
    return await run({ words, values, limit, file: archivePlace(values.archive, environment), lang, streams, columns: columns ?? COLUMNS });
  } catch (error) {
    return complain(streams, problemText(error, lang).split("\n")[0] ?? "");
  }
}

const LIMIT: Bilingual = { ja: "--limit は 1 から 10000 までの整数です", en: "--limit is a whole number from 1 to 10000" };

export function complain(streams: Streams, message: string): number {
  streams.err(`ayashii: ${message}\n`);
  return 2;
}

/** Does something with the archive and closes it, whatever happens. */
export async function withArchive<T>(task: ArchiveTask, work: (archive: SqliteArchive) => Promise<T>): Promise<T> {
  const { openSqliteArchive } = await import("../archive/sqlite-archive.ts");
  const archive = await openSqliteArchive(task.file);
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}
