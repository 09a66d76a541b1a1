import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import type { FactStatus } from "../brands/brand.ts";
import { draftYaml } from "../brands/draft.ts";
import type { BrandDraft } from "../brands/draft.ts";
import { lintBrands, problemLine } from "../brands/lint.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { commonWords, loadBrandsDirectory, packageBrands } from "./brands.ts";
import { QUESTIONS } from "./brands-questions.ts";
import type { Known, Question } from "./brands-questions.ts";
import type { Streams } from "./examine.ts";
import { languageOfLocale } from "./language.ts";

/** Where answers come from when a question is asked; undefined at the end of input. */
export type NextLine = () => Promise<string | undefined>;

const WORDS = {
  missing: { ja: "--yes では答えが要ります", en: "with --yes it needs an answer" },
  wrote: { ja: "書きました", en: "written" },
  ended: { ja: "途中で入力が終わりました。何も書いていません", en: "the input ended; nothing was written" },
  needed: { ja: "答えが要ります", en: "an answer is needed" },
  optional: { ja: "なければ Enter", en: "Enter for none" },
} satisfies Record<string, Bilingual>;

type Answers = Record<string, readonly string[]>;

/**
 * `ayashii brands add [--id ID --name-ja NAME … --yes]`: asks what no option answers, checks every answer as it is given, writes the
 * file and looks for what is wrong with it. Never overwrites. Exit 0 written, 1 written but something is to be mended, 2 not written.
 */
export async function brandsAddCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  streams: Streams,
  day: string,
  nextLine: NextLine = linesOfStdin(),
): Promise<number> {
  let values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  try {
    values = parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    streams.err(`ayashii: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}\n`);
    return 2;
  }
  const lang: Language = values["lang"] === "ja" || values["lang"] === "en" ? values["lang"] : languageOfLocale(environment);
  const directory = typeof values["brands"] === "string" ? values["brands"] : packageBrands();
  const say = (text: string): void => streams.err(`${text}\n`);
  const brands = loadBrandsDirectory(directory).flatMap((file) => (file.brand === undefined ? [] : [file.brand]));
  const answers: Answers = {};
  const known: Known = { brands, answers, exists: (id) => existsSync(join(directory, `${id}.yaml`)) };
  for (const question of QUESTIONS) {
    const given = values[question.flag];
    const answer =
      given !== undefined || values["yes"] === true ? fromOption(question, given, known, lang, say) : await fromPerson(question, known, lang, say, nextLine);
    if (answer === undefined) return 2;
    answers[question.flag] = answer;
  }
  return write(directory, answers, day, streams, lang);
}

const OPTIONS = {
  ...Object.fromEntries(QUESTIONS.map((question) => [question.flag, { type: "string" as const, multiple: question.many === true }])),
  yes: { type: "boolean" as const, short: "y" },
  brands: { type: "string" as const },
  lang: { type: "string" as const },
};

const isRequired = (question: Question, known: Known): boolean =>
  typeof question.required === "function" ? question.required(known) : question.required === true;

function fromOption(question: Question, given: unknown, known: Known, lang: Language, say: (text: string) => void): readonly string[] | undefined {
  const raw = given === undefined ? (question.fallback ?? []) : given;
  const values = [raw]
    .flat()
    .map((value) => String(value).trim())
    .filter((value) => value !== "");
  if (values.length === 0 && isRequired(question, known)) {
    say(`--${question.flag}: ${WORDS.missing[lang]}`);
    return undefined;
  }
  for (const value of values) {
    const problem = question.problem(value, known);
    if (problem === undefined) continue;
    say(`--${question.flag}: ${problem[lang]}`);
    return undefined;
  }
  return values;
}

async function fromPerson(
  question: Question,
  known: Known,
  lang: Language,
  say: (text: string) => void,
  nextLine: NextLine,
): Promise<readonly string[] | undefined> {
  const required = isRequired(question, known);
  for (;;) {
    const hint = question.fallback === undefined ? (required ? "" : ` [${WORDS.optional[lang]}]`) : ` [${question.fallback}]`;
    say(`${question.ask[lang]}${hint}`);
    const line = await nextLine();
    if (line === undefined) {
      say(WORDS.ended[lang]);
      return undefined;
    }
    const text = line.trim() === "" ? (question.fallback ?? "") : line;
    const values = (question.many === true ? text.split(/[,、,]/) : [text]).map((value) => value.trim()).filter((value) => value !== "");
    const problem = values.length === 0 && required ? WORDS.needed : values.map((value) => question.problem(value, known)).find((found) => found !== undefined);
    if (problem === undefined) return values;
    say(`  ✗ ${problem[lang]}`);
  }
}

function write(directory: string, answers: Answers, day: string, streams: Streams, lang: Language): number {
  const draft = draftOf(answers, day);
  const file = join(directory, `${draft.id}.yaml`);
  try {
    // "wx": a file that came into being meanwhile is not overwritten either.
    writeFileSync(file, draftYaml(draft), { flag: "wx" });
  } catch (error) {
    streams.err(`ayashii: ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  streams.out(`${file}\n`);
  streams.err(`${WORDS.wrote[lang]}\n`);
  const problems = lintBrands(loadBrandsDirectory(directory), commonWords()).filter((problem) => problem.file.endsWith(`/${draft.id}.yaml`));
  for (const problem of problems) streams.err(`${problemLine(problem)}\n`);
  return problems.some((problem) => problem.note !== true) ? 1 : 0;
}

function draftOf(answers: Answers, day: string): BrandDraft {
  const all = (flag: string): readonly string[] => answers[flag] ?? [];
  const one = (flag: string): string | undefined => answers[flag]?.[0];
  return {
    id: one("id") ?? "",
    namesJa: all("name-ja"),
    namesEn: all("name-en"),
    topicWords: all("topic"),
    ownerJa: one("owner-ja"),
    ownerEn: one("owner-en"),
    group: one("group"),
    domains: all("domain"),
    senders: all("sender"),
    status: (one("status") ?? "assumed") as FactStatus,
    source: one("source"),
    checked: day,
    advisoryPages: all("advisory-page"),
    contactPage: one("contact"),
  };
}

function linesOfStdin(): NextLine {
  let lines: AsyncIterator<string> | undefined;
  return async () => {
    lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    const next = await lines.next();
    return next.done === true ? undefined : next.value;
  };
}
