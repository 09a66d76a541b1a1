import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { parseDocument } from "yaml";
import type { UnreadLine } from "../advisories/layouts/layout.ts";
import { readRecord } from "../advisories/notice-record.ts";
import type { RecordProblem } from "../advisories/notice-record.ts";
import type { Bilingual } from "../terms/index.ts";
import type { ImportContext } from "./advisories-import.ts";
import { recordProblemText } from "./advisories-problem.ts";
import { putUnread } from "./advisories-unread.ts";

/** Puts a question to the person and gives the line they answer, undefined at the end of input. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Questions at the terminal, on stderr: stdout holds the record. */
export function terminalAsk(): Ask {
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const closed = new Promise<undefined>((resolve) => terminal.once("close", () => resolve(undefined)));
    try {
      return await Promise.race([terminal.question(question), closed]);
    } finally {
      terminal.close();
    }
  };
}

export interface Correctable {
  readonly yaml: string;
  readonly brand: string | undefined;
  /** Lines of the notice that were not read: a person may put them into a field. */
  readonly unread?: readonly UnreadLine[] | undefined;
}

const WORDS = {
  choose: {
    ja: "[s]保存 [m]足りない項目 [u]読めなかった行 [f]全項目 [e]エディター [b]ブランド [d]事例を消す [q]やめる > ",
    en: "[s]ave [m]issing [u]nread [f]ields [e]ditor [b]rand [d]rop case [q]uit > ",
  },
  unread: {
    ja: "項目: subjects(件名) senderNames(差出人名) senderAddresses(アドレス) body(本文) urls\n行番号 事例の番号 項目(例: 19 2 body、8-11 1 body)",
    en: "fields: subjects senderNames senderAddresses body urls\nline, case, field (for example: 19 2 body, or 8-11 1 body)",
  },
  notUnderstood: { ja: "その行、事例、項目はありません", en: "there is no such line, case or field" },
  nothingMissing: { ja: "足りない項目はありません", en: "nothing is missing" },
  noBrand: { ja: "ブランドが分かりません。[b] で入れてください", en: "the brand is not known: give it with [b]" },
  unknownKey: { ja: "s m u f e b d q のどれかを入れてください", en: "type one of s m u f e b d q" },
  brand: { ja: "ブランドの id", en: "id of the brand" },
  drop: { ja: "消す事例の番号", en: "number of the case to drop" },
  keep: { ja: "そのままなら Enter、消すなら -、複数は || で区切る", en: "Enter keeps, - clears, || between several" },
  noEditor: { ja: "エディターが終了コード 0 で終わりませんでした", en: "the editor did not end with exit code 0" },
} satisfies Record<string, Bilingual>;
const FIELDS = ["name", "observed", "subjects", "senderNames", "senderAddresses", "body", "urls"] as const;
const LISTS = new Set<string>(["subjects", "senderNames", "senderAddresses", "urls"]);

/** Lets a person correct a record until they save it (the record) or give up (undefined). */
export async function correct(given: Correctable, ask: Ask, context: ImportContext): Promise<Correctable | undefined> {
  const { lang, streams, environment } = context;
  let { yaml, brand } = given;
  for (;;) {
    const { problems } = readRecord(yaml, brand ?? "unknown", "draft");
    for (const problem of problems) streams.err(`! ${recordProblemText(problem, lang)}\n`);
    if (brand === undefined) streams.err(`! ${WORDS.noBrand[lang]}\n`);
    const answer = (await ask(WORDS.choose[lang]))?.trim().toLowerCase();
    if (answer === undefined || answer === "q") return undefined;
    if (answer === "s") return { yaml, brand };
    if (answer === "b") brand = (await ask(`${WORDS.brand[lang]} (${brand ?? "?"}) > `))?.trim() || brand;
    if (answer === "e") yaml = inEditor(yaml, environment) ?? (streams.err(`${WORDS.noEditor[lang]}\n`), yaml);
    if (answer === "m") yaml = await missing(yaml, problems, ask, context);
    if (answer === "u") yaml = await unreadInto(yaml, given.unread ?? [], ask, context);
    if (answer === "f") yaml = await fieldByField(yaml, ask, WORDS.keep[lang]);
    if (answer === "d") yaml = dropCase(yaml, Number(await ask(`${WORDS.drop[lang]} > `)));
    if (/^[emufd]$/u.test(answer)) streams.err(yaml);
    else if (answer !== "b") streams.err(`${WORDS.unknownKey[lang]}\n`);
  }
}

/** Asks for the fields that keep the record from being saved, and for no other. */
async function missing(yaml: string, problems: readonly RecordProblem[], ask: Ask, { lang, streams }: ImportContext): Promise<string> {
  const paths = [...new Set(problems.map(({ message }) => message.split(": ")[0] ?? ""))].filter((path) => /^[\w.]+$/u.test(path) && path !== "file");
  if (paths.length === 0) streams.err(`${WORDS.nothingMissing[lang]}\n`);
  const document = parseDocument(yaml);
  for (const path of paths)
    await askField(
      document,
      path.split(".").map((part) => (/^\d+$/u.test(part) ? Number(part) : part)),
      ask,
      WORDS.keep[lang],
    );
  return document.toString({ lineWidth: 0 });
}

async function unreadInto(yaml: string, unread: readonly UnreadLine[], ask: Ask, { lang, streams }: ImportContext): Promise<string> {
  for (const { line, text } of unread) streams.err(`  ${line}: ${text.slice(0, 120)}\n`);
  const put = putUnread(yaml, (await ask(`${WORDS.unread[lang]} > `)) ?? "", unread);
  if (put !== "not-understood") return put;
  streams.err(`${WORDS.notUnderstood[lang]}\n`);
  return yaml;
}

/** The text as the person's editor leaves it; undefined when the editor failed. */
function inEditor(text: string, environment: NodeJS.ProcessEnv): string | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), "ayashii-advisory-"));
  const file = path.join(folder, "advisory.yaml");
  try {
    writeFileSync(file, text);
    const editor = environment["VISUAL"] || environment["EDITOR"] || "vi";
    // EDITOR may hold arguments, so a shell reads it; the file's name is an argument of its own.
    const { status } = spawnSync("sh", ["-c", `${editor} "$1"`, "sh", file], { stdio: "inherit" });
    return status === 0 ? readFileSync(file, "utf8") : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fieldByField(yaml: string, ask: Ask, keep: string): Promise<string> {
  const document = parseDocument(yaml);
  for (const field of ["title", "url", "published"]) await askField(document, [field], ask, keep);
  for (const language of ["ja", "en"]) await askField(document, ["issuer", language], ask, keep);
  const { cases } = document.toJS() as { cases?: readonly unknown[] };
  for (let i = 0; i < (cases?.length ?? 0); i++) for (const field of FIELDS) await askField(document, ["cases", i, field], ask, keep);
  return document.toString({ lineWidth: 0 });
}

async function askField(document: ReturnType<typeof parseDocument>, at: readonly (string | number)[], ask: Ask, keep: string): Promise<void> {
  const value = (document.toJS() as Record<string, unknown>) ?? {};
  const now = at.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);
  const shown = Array.isArray(now) ? now.join(" || ") : typeof now === "string" ? now.replaceAll("\n", "\\n") : "";
  const answer = (await ask(`${at.join(".")} = ${shown}\n(${keep}) > `))?.trim();
  if (answer === undefined || answer === "") return;
  if (answer === "-") return void document.deleteIn(at);
  const list = LISTS.has(String(at.at(-1)));
  document.setIn(
    at,
    list
      ? document.createNode(
          answer
            .split("||")
            .map((part) => part.trim())
            .filter((part) => part !== ""),
        )
      : answer.replaceAll("\\n", "\n"),
  );
}

function dropCase(yaml: string, number: number): string {
  const document = parseDocument(yaml);
  if (Number.isInteger(number) && number >= 1) document.deleteIn(["cases", number - 1]);
  return document.toString({ lineWidth: 0 });
}
