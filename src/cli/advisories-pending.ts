import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { Bilingual } from "../terms/index.ts";
import { correct, terminalAsk } from "./advisories-correct.ts";
import { writeRecord } from "./advisories-import.ts";
import type { Door, ImportContext, ImportValues } from "./advisories-import.ts";
import { stateFolder } from "./advisories-watch.ts";
import { pendingDrafts, pendingFolder, readPending } from "./watch/pending.ts";

const WORDS = {
  usage: { ja: "advisories pending list | approve FILE | reject FILE のどれかです", en: "advisories pending takes list | approve FILE | reject FILE" },
  missing: { ja: "そのような下書きはありません", en: "there is no such draft" },
  needsYes: { ja: "承認するには、端末で確かめるか --yes を付けてください", en: "to approve, confirm at a terminal or give --yes" },
  kept: { ja: "承認していません。下書きは残っています", en: "not approved; the draft is still there" },
  rejected: { ja: "採用しません。次の場所に移しました", en: "rejected; moved to" },
  incomplete: { ja: "(まだ埋まっていない項目があります)", en: "(something has still to be filled in)" },
} satisfies Record<string, Bilingual>;

/** `ayashii advisories pending …`: what the watcher found waits here until a person decides. Exit code 0 done, 2 not. */
export async function pendingCommand(
  words: readonly string[],
  values: ImportValues & { readonly state?: string | undefined },
  context: ImportContext,
  door: Partial<Door> = {},
): Promise<number> {
  const directory = stateFolder(values.state, context.environment);
  const [verb, file] = words;
  if (verb === "list" && words.length === 1) return list(directory, values, context);
  if (words.length !== 2 || file === undefined || (verb !== "approve" && verb !== "reject")) return complain(context, WORDS.usage);
  const found = [file, path.join(pendingFolder(directory), file), path.join(pendingFolder(directory), `${file}.yaml`)].find((name) => existsSync(name));
  if (found === undefined) return complain(context, WORDS.missing, file);
  return verb === "approve" ? approve(found, values, context, door) : reject(found, context);
}

function complain({ streams, lang }: ImportContext, message: Bilingual, file?: string): number {
  streams.err(`ayashii: ${file === undefined ? "" : `${file}: `}${message[lang]}\n`);
  return 2;
}

function list(directory: string, values: ImportValues, { streams, lang }: ImportContext): number {
  for (const { file, brand, id, advisory } of pendingDrafts(directory)) {
    const { title, url, cases } = advisory ?? {};
    if (values.json === true) streams.out(`${JSON.stringify({ file, brand, id, title, url, cases: cases?.length })}\n`);
    else streams.out(`${[file, cases?.length ?? "-", title ?? WORDS.incomplete[lang]].join("\t")}\n`);
  }
  return 0;
}

/** A person looks at the draft, corrects it, and it becomes a record of the library; the draft goes once that is written. */
async function approve(file: string, values: ImportValues, context: ImportContext, door: Partial<Door>): Promise<number> {
  const draft = readPending(file);
  let { yaml, brand } = { yaml: draft.yaml, brand: values.brand ?? draft.brand };
  const ask = door.ask ?? (process.stdin.isTTY === true && values.yes !== true ? terminalAsk() : undefined);
  if (values.yes !== true) {
    if (ask === undefined) return complain(context, WORDS.needsYes);
    context.streams.err(yaml);
    const corrected = await correct({ yaml, brand }, ask, context);
    if (corrected === undefined) return complain(context, WORDS.kept, file);
    ({ yaml, brand } = corrected);
  }
  const code = writeRecord(yaml, brand, values.id ?? draft.id, values, context);
  if (code === 0) rmSync(file);
  return code;
}

/** Kept beside, so that a slip can be undone; the watcher does not show its cases again. */
function reject(file: string, { streams, lang }: ImportContext): number {
  const folder = path.join(path.dirname(path.dirname(path.resolve(file))), "rejected");
  mkdirSync(folder, { recursive: true });
  const target = path.join(folder, path.basename(file));
  renameSync(file, target);
  streams.err(`# ${WORDS.rejected[lang]}: ${target}\n`);
  return 0;
}
