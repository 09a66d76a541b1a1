import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { advance, draftOf } from "../app/article-desk.ts";
import type { Asked, Desk, DeskResult } from "../app/article-desk.ts";
import { articleOf } from "../app/article-of.ts";
import { leaksIn, outputsOf } from "../app/article-outputs.ts";
import type { Article } from "../article/article.ts";
import { STATE_NAMES } from "../article/index.ts";
import type { Place } from "../article/index.ts";
import type { Archive } from "../archive/archive.ts";
import type { Registry } from "../brands/registry.ts";
import { readMails } from "../intake/index.ts";
import { oneLine, toJsonLine } from "../report/index.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { EditedParts, wordsIn, writeOutputs } from "./article-folder.ts";
import { archivePlace } from "./archive-place.ts";
import { ARTICLE_HELP } from "./article-help.ts";
import type { Streams } from "./examine.ts";
import { languageOfLocale } from "./language.ts";
import { liveRegistry } from "./live-registry.ts";

const OPTIONS = {
  json: { type: "boolean" },
  html: { type: "boolean" },
  lang: { type: "string" },
  out: { type: "string" },
  url: { type: "string" },
  note: { type: "string" },
  "note-en": { type: "string" },
  state: { type: "string" },
  archive: { type: "string" },
  brands: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>["values"];

/** What the command is given beside its words; a test hands in its own clock and archive. */
export interface ArticleDoor {
  now(): string;
  open(file: string): Promise<Archive>;
}

const DOOR: ArticleDoor = {
  now: () => new Date().toISOString(),
  // Loaded when asked for: an article of a file needs no SQL.
  open: async (file) => (await import("../archive/sqlite-archive.ts")).openSqliteArchive(file),
};

interface Task {
  readonly values: Values;
  readonly lang: Language;
  readonly streams: Streams;
  readonly door: ArticleDoor;
  readonly archive: string;
  readonly place: Place | undefined;
  readonly registry: Registry | undefined;
}

const STEPS: Readonly<Record<string, Asked["kind"]>> = { review: "submit", return: "send-back", publish: "publish", correct: "correct", withdraw: "withdraw" };

/** `ayashii article …` (docs/article.md). Exit code: 0 done, 1 refused (no article, wrong state, a leak), 2 wrong usage or unreadable. */
export async function articleCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  streams: Streams,
  door: ArticleDoor = DOOR,
): Promise<number> {
  let lang = languageOfLocale(environment);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.lang === "ja" || values.lang === "en") lang = values.lang;
    else if (values.lang !== undefined) return complain(streams, WORDS.language[lang]);
    if (values.help === true) return say(streams, ARTICLE_HELP[lang]);
    const place = placeOf(values.url);
    if (place === "wrong") return complain(streams, WORDS.url[lang]);
    const live = liveRegistry(values.brands);
    for (const problem of live.problems) streams.err(`${problem}\n`);
    if (live.problems.length > 0) return 2;
    const archive = archivePlace(values.archive, environment);
    return await run({ values, lang, streams, door, archive, place, registry: live.registry }, positionals);
  } catch (error) {
    if (error instanceof EditedParts) return refuse(streams, editedText(error, lang));
    return complain(streams, String(error instanceof Error ? error.message : error).split("\n")[0] ?? "");
  }
}

async function run(task: Task, words: readonly string[]): Promise<number> {
  const { streams, lang, values } = task;
  const [first, second, ...rest] = words;
  if (first === undefined || (values.json === true && values.html === true)) return complain(streams, WORDS.usage[lang]);
  if (first === "list" && second === undefined) return withArchive(task, (archive) => list(task, archive));
  const asked = Object.hasOwn(STEPS, first) && !existsSync(first) ? STEPS[first] : undefined;
  if (asked !== undefined) return second === undefined || rest.length > 0 ? complain(streams, WORDS.slug[lang]) : advanceOne(task, second, asked);
  if (/^c[0-9a-f]{12}$/.test(first) && !existsSync(first)) {
    if (second !== undefined) return complain(streams, WORDS.oneCase[lang]);
    return withArchive(task, async (archive) => told(task, await draftOf(deskOf(task, archive), first, (made) => wordsIn(values.out, made))));
  }
  return articlesOfFiles(task, words);
}

const deskOf = ({ door, registry, place }: Task, archive: Archive): Desk => ({ archive, now: door.now(), registry, place });

async function withArchive(task: Task, work: (archive: Archive) => Promise<number>): Promise<number> {
  const archive = await task.door.open(task.archive);
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}

async function list(task: Task, archive: Archive): Promise<number> {
  const { state } = task.values;
  if (state !== undefined && !Object.hasOwn(STATE_NAMES, state)) return complain(task.streams, WORDS.state[task.lang]);
  const articles = await archive.articles(state as Article["state"] | undefined);
  for (const article of articles) {
    const line = [article.slug, STATE_NAMES[article.state][task.lang], oneLine(article.title[task.lang], 200)].join("\t");
    task.streams.out(task.values.json === true ? `${toJsonLine(article)}\n` : `${line}\n`);
  }
  return 0;
}

async function advanceOne(task: Task, slug: string, kind: Asked["kind"]): Promise<number> {
  const { note, "note-en": noteEn, out } = task.values;
  if ((kind === "correct" || kind === "withdraw") && (note === undefined || note.trim() === "")) return complain(task.streams, WORDS.note[task.lang]);
  const bilingual: Bilingual = { ja: note ?? "", en: noteEn ?? note ?? "" };
  const asked: Asked = kind === "correct" || kind === "withdraw" ? { kind, note: bilingual, wordsOf: (made) => wordsIn(out, made) } : { kind };
  return withArchive(task, async (archive) => told(task, await advance(deskOf(task, archive), slug, asked), `${slug}: `));
}

/** Says what became of an article that is kept, and writes it out where that is asked for. */
function told(task: Task, result: DeskResult, after?: string): number {
  const { streams, lang, values } = task;
  if (result.kind === "refused") return refuse(streams, result.why[lang]);
  if (result.kind === "leaks") return refuseLeaks(task, result.leaks);
  if (after === undefined) return show(task, result.article);
  streams.out(`${after}${STATE_NAMES[result.article.state][lang]}\n`);
  return values.out === undefined ? 0 : show(task, result.article);
}

async function articlesOfFiles(task: Task, files: readonly string[]): Promise<number> {
  const { values, streams, lang, door } = task;
  let code = 0;
  let shown = 0;
  for await (const item of readMails(files)) {
    if (item.kind === "problem") {
      streams.err(`${oneLine(item.message[lang], 500)}\n`);
      code = item.fatal ? 2 : code;
      continue;
    }
    if (shown++ > 0 && values.out === undefined) return complain(streams, WORDS.needsOut[lang]);
    const made = articleOf(item.raw, { created: door.now(), pasted: item.pasted, registry: task.registry });
    if (made.kind === "refused") {
      code = Math.max(code, refuse(streams, `${oneLine(item.file, 300)}: ${made.why[lang]}`));
      continue;
    }
    const article = { ...made.article, words: wordsIn(values.out, made) };
    const leaks = leaksIn(outputsOf(article, task.place), made.secrets);
    code = Math.max(code, leaks.length > 0 ? refuseLeaks(task, leaks) : show(task, article));
  }
  return code;
}

function show({ values, lang, streams, place }: Task, article: Article): number {
  const outputs = outputsOf(article, place);
  if (values.out !== undefined) {
    for (const file of writeOutputs(values.out, outputs)) streams.out(`${file}\n`);
    return 0;
  }
  const name = values.json === true ? `${article.slug}.json` : `${article.slug}.${lang}.${values.html === true ? "html" : "md"}`;
  streams.out(outputs.get(name) ?? "");
  return 0;
}

function refuseLeaks({ streams, lang }: Task, leaks: Extract<DeskResult, { kind: "leaks" }>["leaks"]): number {
  for (const { output, line, column, secret, encoding } of leaks) streams.err(`${output}:${line}:${column}: ${secret} (${encoding})\n`);
  return refuse(streams, WORDS.leaks[lang]);
}

function placeOf(base: string | undefined): Place | "wrong" | undefined {
  if (base === undefined) return undefined;
  if (!URL.canParse(base) || !/^https?:$/.test(new URL(base).protocol)) return "wrong";
  const root = base.endsWith("/") ? base : `${base}/`;
  return { addressOf: (slug) => new URL(`${slug}/`, root).href };
}

function editedText({ slug, parts }: EditedParts, lang: Language): string {
  const names = parts.map((part) => `${slug}.${part.replace(":", ".md: ayashii:")}`).join(", ");
  return lang === "ja"
    ? `目印の間(プログラムが書くところ)が書き換えられています。失われないよう、何も書きませんでした。文章を目印の外へ移してください: ${names}`
    : `text between the markers, which the program writes, was edited. Nothing was written, so that it is not lost; move it outside of the markers: ${names}`;
}

function say(streams: Streams, text: string): number {
  streams.out(text);
  return 0;
}

function refuse(streams: Streams, message: string): number {
  streams.err(`ayashii: ${message}\n`);
  return 1;
}

function complain(streams: Streams, message: string): number {
  streams.err(`ayashii: ${message}\n`);
  return 2;
}

const WORDS = {
  usage: {
    ja: "article CASE | FILE... | list | review|return|publish|correct|withdraw SLUG のどれかです(ayashii article --help)",
    en: "article takes CASE | FILE... | list | review|return|publish|correct|withdraw SLUG (ayashii article --help)",
  },
  slug: { ja: "記事の名前を 1 つ指定してください(ayashii article list)", en: "name one article (ayashii article list)" },
  oneCase: { ja: "事例は 1 つずつ指定してください", en: "name one case at a time" },
  note: { ja: "--note に理由を書いてください(訂正の記録として公開されます)", en: "give the reason with --note; it is published in the log of corrections" },
  needsOut: { ja: "複数のメールを記事にするときは、--out フォルダー を指定してください", en: "several mails need --out FOLDER" },
  language: { ja: "--lang は ja か en です", en: "--lang is ja or en" },
  state: { ja: "--state は draft review published withdrawn のどれかです", en: "--state is draft, review, published or withdrawn" },
  url: { ja: "--url は https:// で始まるアドレスです", en: "--url is an address that begins with https://" },
  leaks: {
    ja: "受け取った人のことが、上の場所に残っています。何も書き出さず、公開もしていません。",
    en: "Traces of the recipient stand at the places above. Nothing was written or published.",
  },
} as const satisfies Record<string, Bilingual>;
