import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { lintAdvisory } from "../advisories/lint.ts";
import { defaultRegistry } from "../brands/index.ts";
import type { Registry } from "../brands/registry.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { ADVISORIES_HELP } from "./advisories-help.ts";
import { loadAdvisories } from "./advisories-files.ts";
import type { AdvisoryFile } from "./advisories-files.ts";
import { importNotice, IMPORT_OPTIONS } from "./advisories-import.ts";
import type { Door, ImportContext } from "./advisories-import.ts";
import { pendingCommand } from "./advisories-pending.ts";
import { WATCH_OPTIONS, watchAdvisories } from "./advisories-watch.ts";
import type { WatchDoor } from "./advisories-watch.ts";
import type { Streams } from "./examine.ts";
import { languageOfLocale } from "./language.ts";
import { liveRegistry } from "./live-registry.ts";

const USAGE: Bilingual = {
  ja: "advisories import FILE|URL|- | list | show ID | lint [DIR] | watch | pending list|approve|reject のどれかです(ayashii advisories --help)",
  en: "advisories takes import FILE|URL|- | list | show ID | lint [DIR] | watch | pending list|approve|reject (ayashii advisories --help)",
};

/** `ayashii advisories …`: official warnings read in, listed, shown, checked. Returns the exit code (docs/advisories.md). */
export async function advisoriesCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  streams: Streams,
  door: Partial<Door & WatchDoor> = {},
): Promise<number> {
  const locale = languageOfLocale(environment);
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: { ...IMPORT_OPTIONS, ...WATCH_OPTIONS }, allowPositionals: true });
  } catch (error) {
    return complain(streams, String(error instanceof Error ? error.message : error).split(/[.\n]/u)[0] ?? "");
  }
  const { values, positionals } = parsed;
  const lang: Language = values.lang === "ja" || values.lang === "en" ? values.lang : locale;
  const [verb, ...rest] = positionals;
  if (values.help === true) {
    streams.out(ADVISORIES_HELP[lang]);
    return 0;
  }
  const json = values.json === true;
  const context = (): ImportContext => ({ lang, environment, streams, registry: liveRegistry(values.brands).registry ?? defaultRegistry() });
  if (verb === "import" && rest.length === 1) return importNotice(rest[0] as string, values, context(), door);
  try {
    if (verb === "watch" && rest.length === 0) return await watchAdvisories(values, context(), door);
    if (verb === "pending") return await pendingCommand(rest, values, context(), door);
    if (verb === "list" && rest.length === 0) return list(loadAdvisories(values.advisories), json, streams);
    if (verb === "show" && rest.length === 1) return show(loadAdvisories(values.advisories), rest[0] as string, json, streams);
    if (verb === "lint" && rest.length <= 1)
      return lint(loadAdvisories(rest[0] ?? values.advisories), liveRegistry(values.brands).registry ?? defaultRegistry(), lang, streams);
  } catch (error) {
    return complain(streams, error instanceof Error ? error.message : String(error));
  }
  return complain(streams, USAGE[lang]);
}

function complain(streams: Streams, message: string): number {
  streams.err(`ayashii: ${message}\n`);
  return 2;
}

/** One record a line: id, day, number of cases, title. Broken files go to stderr. */
function list(files: readonly AdvisoryFile[], json: boolean, streams: Streams): number {
  for (const { advisory } of files) {
    if (advisory === undefined) continue;
    const { id, published, title, url, cases } = advisory;
    streams.out(
      json ? `${JSON.stringify({ id, published, title, url, cases: cases.length })}\n` : `${[id, published ?? "-", cases.length, title].join("\t")}\n`,
    );
  }
  return complainOf(files, streams);
}

/** One record as its file has it, or as JSON. */
function show(files: readonly AdvisoryFile[], id: string, json: boolean, streams: Streams): number {
  const found = files.find((file) => `${file.brand}/${file.id}` === id);
  if (found === undefined) {
    streams.err(`no advisory "${id}"\n`);
    return 1;
  }
  if (found.advisory === undefined) return complainOf([found], streams);
  streams.out(json ? `${JSON.stringify(found.advisory)}\n` : readFileSync(found.path, "utf8"));
  return 0;
}

function complainOf(files: readonly AdvisoryFile[], streams: Streams): number {
  for (const { file, problems } of files) for (const { line, column, message } of problems) streams.err(`${file}:${line}:${column}: ${message}\n`);
  return files.some((file) => file.problems.length > 0) ? 2 : 0;
}

/** Every problem a line with its place; exit 1 when there is one. What a person should look at is told and is no error. */
function lint(files: readonly AdvisoryFile[], registry: Registry, lang: Language, streams: Streams): number {
  let errors = files.reduce((sum, file) => sum + file.problems.length, 0);
  complainOf(files, streams);
  for (const { file, advisory } of files) {
    for (const remark of advisory === undefined ? [] : lintAdvisory(advisory, registry)) {
      streams.err(`${file}:1:1: ${remark.kind === "error" ? "" : lang === "ja" ? "(確認) " : "(look) "}${remark.message[lang]}\n`);
      if (remark.kind === "error") errors++;
    }
  }
  if (errors === 0) streams.out(lang === "ja" ? `${files.length} 件の注意喚起、誤りなし\n` : `${files.length} advisories, no problem\n`);
  return errors === 0 ? 0 : 1;
}
