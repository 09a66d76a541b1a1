import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { parseDocument } from "yaml";
import { readRecord } from "../advisories/notice-record.ts";
import type { Bilingual } from "../terms/index.ts";
import type { ImportContext } from "./advisories-import.ts";

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
}

const WORDS = {
  choose: {
    ja: "[s] 保存 [e] エディターで直す [f] 項目ごとに直す [b] ブランド [d] 事例を消す [q] やめる > ",
    en: "[s]ave [e]dit in $EDITOR [f]ield by field [b]rand [d]rop a case [q]uit > ",
  },
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
    for (const { line, column, message } of problems) streams.err(`! ${line}:${column}: ${message}\n`);
    const answer = (await ask(WORDS.choose[lang]))?.trim().toLowerCase();
    if (answer === undefined || answer === "q") return undefined;
    if (answer === "s") return { yaml, brand };
    if (answer === "b") brand = (await ask(`${WORDS.brand[lang]} (${brand ?? "?"}) > `))?.trim() || brand;
    if (answer === "e") yaml = inEditor(yaml, environment) ?? (streams.err(`${WORDS.noEditor[lang]}\n`), yaml);
    if (answer === "f") yaml = await fieldByField(yaml, ask, WORDS.keep[lang]);
    if (answer === "d") yaml = dropCase(yaml, Number(await ask(`${WORDS.drop[lang]} > `)));
    if (answer === "e" || answer === "f" || answer === "d") streams.err(yaml);
  }
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
