import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Article } from "../article/article.ts";
import type { Archive } from "../archive/archive.ts";
import type { ExportedFile, Exporter, Reporter, Surroundings } from "../publish/exporter.ts";
import { exporters } from "../publish/exporters.generated.ts";
import { refangAddress } from "../publish/refang.ts";
import { sendDraft } from "../publish/wordpress/client.ts";
import { draftOf } from "../publish/wordpress/exporter.ts";
import { oneLine } from "../report/index.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { archivePlace } from "./archive-place.ts";
import { readArticle } from "./article-files.ts";
import type { Streams } from "./examine.ts";
import { EXPORT_HELP, formatLines } from "./export-help.ts";
import { languageOfLocale } from "./language.ts";

const OPTIONS = {
  all: { type: "boolean" },
  article: { type: "string", multiple: true },
  archive: { type: "string" },
  out: { type: "string", short: "o" },
  url: { type: "string" },
  "reporter-name": { type: "string" },
  "reporter-mail": { type: "string" },
  to: { type: "string" },
  user: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>["values"];

/** What the command is given beside its words; a test hands in its own clock and archive. */
export interface ExportDoor {
  now(): string;
  open(file: string): Promise<Pick<Archive, "articles" | "articleBySlug" | "close">>;
}

const DOOR: ExportDoor = {
  now: () => new Date().toISOString(),
  open: async (file) => {
    if (!existsSync(file)) throw new Error(`no archive: ${file}`);
    return (await import("../archive/sqlite-archive.ts")).openSqliteArchive(file);
  },
};

/** Said to the person, ended with the exit code. */
class Stop extends Error {
  readonly code: 1 | 2;
  readonly text: Bilingual;
  constructor(code: 1 | 2, ja: string, en: string) {
    super(en);
    this.code = code;
    this.text = { ja, en };
  }
}

/** `ayashii export FORMAT …` (docs/export.md). Exit code: 0 written, 1 nothing to write or refused, 2 wrong usage or unreadable. */
export async function exportCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  streams: Streams,
  door: ExportDoor = DOOR,
): Promise<number> {
  let lang = languageOfLocale(environment);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.lang === "ja" || values.lang === "en") lang = values.lang;
    else if (values.lang !== undefined) throw new Stop(2, "--lang は ja か en です", "--lang is ja or en");
    const [format, ...slugs] = positionals;
    if (values.help === true || (format === "list" && slugs.length === 0)) return say(streams, values.help === true ? EXPORT_HELP[lang] : formatLines(lang));
    const exporter = exporterNamed(format);
    const surroundings = surroundingsOf(exporter, values, lang, door.now());
    const articles = await chosen(exporter, slugs, values, archivePlace(values.archive, environment), door);
    if (values.to !== undefined) return await send(exporter, articles, values, surroundings, environment, streams);
    return await write(exporter, articles, values.out, surroundings, streams);
  } catch (error) {
    const text = error instanceof Stop ? error.text[lang] : oneLine(error instanceof Error ? error.message : String(error), 500);
    streams.err(`ayashii: ${text}\n`);
    return error instanceof Stop ? error.code : 2;
  }
}

function exporterNamed(format: string | undefined): Exporter {
  const found = exporters.find(({ id }) => id === format);
  if (found !== undefined) return found;
  const names = exporters.map(({ id }) => id).join(", ");
  if (format === undefined) throw new Stop(2, `形式を指定してください: ${names}`, `name a format: ${names}`);
  throw new Stop(2, `「${oneLine(format, 50)}」という形式はありません。あるのは ${names}`, `there is no format "${oneLine(format, 50)}"; there are ${names}`);
}

function surroundingsOf(exporter: Exporter, values: Values, lang: Language, at: string): Surroundings {
  const { url } = values;
  if (url !== undefined && (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)))
    throw new Stop(2, "--url は http か https のアドレスです", "--url is an http or https address");
  const root = url === undefined || url.endsWith("/") ? url : `${url}/`;
  const reporter = reporterOf(values);
  if (exporter.needsReporter && reporter === undefined)
    throw new Stop(2, `${exporter.id} には --reporter-name と --reporter-mail が要ります`, `${exporter.id} needs --reporter-name and --reporter-mail`);
  return { lang, at, reporter, addressOf: (slug) => (root === undefined ? undefined : new URL(`${slug}/`, root).href) };
}

function reporterOf(values: Values): Reporter | undefined {
  const [name, mail] = [values["reporter-name"]?.trim(), values["reporter-mail"]];
  if ((name === undefined || name === "") && mail === undefined) return undefined;
  const address = mail === undefined ? undefined : refangAddress(mail.trim());
  if (name === undefined || name === "" || address === undefined)
    throw new Stop(
      2,
      "--reporter-name と、メールアドレスとして読める --reporter-mail を一緒に指定してください",
      "give --reporter-name together with a --reporter-mail that is a mail address",
    );
  return { name, address };
}

/** The articles asked for, each in a state the format takes. */
async function chosen(exporter: Exporter, slugs: readonly string[], values: Values, archiveFile: string, door: ExportDoor): Promise<readonly Article[]> {
  const ways = [slugs.length > 0, values.all === true, values.article !== undefined].filter(Boolean).length;
  if (ways !== 1)
    throw new Stop(
      2,
      "記事は、SLUG か --all か --article FILE のどれか 1 つで指定してください",
      "name articles by SLUG, by --all or by --article FILE, one of the three",
    );
  const found = values.article === undefined ? await ofArchive(exporter, slugs, archiveFile, door) : await Promise.all(values.article.map(readArticle));
  for (const { slug, state } of found) {
    if (!exporter.takes.includes(state))
      throw new Stop(
        1,
        `${slug}: ${exporter.id} は「${state}」の記事を受け付けません(${exporter.takes.join(", ")} のみ)`,
        `${slug}: ${exporter.id} takes no article in state "${state}" (only ${exporter.takes.join(", ")})`,
      );
  }
  return found;
}

/** `--all` is what is public, and what was taken back where the format can say so; drafts only by name. */
async function ofArchive(exporter: Exporter, slugs: readonly string[], file: string, door: ExportDoor): Promise<readonly Article[]> {
  const archive = await door.open(file);
  try {
    if (slugs.length === 0) {
      const states = (["published", "withdrawn"] as const).filter((state) => exporter.takes.includes(state));
      const all = (await Promise.all(states.map((state) => archive.articles(state)))).flat();
      return all.sort((left, right) => (left.slug < right.slug ? -1 : 1));
    }
    return await Promise.all(
      slugs.map(async (slug) => {
        const article = await archive.articleBySlug(slug);
        if (article === undefined) throw new Stop(2, `「${oneLine(slug, 100)}」という記事はありません`, `there is no article "${oneLine(slug, 100)}"`);
        return article;
      }),
    );
  } finally {
    await archive.close();
  }
}

async function write(exporter: Exporter, articles: readonly Article[], out: string | undefined, surroundings: Surroundings, streams: Streams): Promise<number> {
  const files = exporter.files(articles, surroundings);
  if (files.length === 0)
    throw new Stop(
      1,
      `${exporter.id} に載せられるものがありません(責めてよいと確かめられたリンク先がない、など)`,
      `nothing for ${exporter.id}: no linked page is certain enough to accuse, or there is no article`,
    );
  await mustBeValid(exporter, files);
  if (out === undefined) {
    const [only, ...more] = files;
    if (more.length > 0)
      throw new Stop(2, `ファイルが ${files.length} 個できます。-o フォルダー を指定してください`, `this makes ${files.length} files; give -o FOLDER`);
    streams.out(only!.text);
    return 0;
  }
  for (const file of placed(files, out)) {
    writeWhole(file.place, file.text);
    streams.err(`${file.place}\n`);
  }
  return 0;
}

/** Nothing leaves that the format's own rules refuse. */
async function mustBeValid(exporter: Exporter, files: readonly ExportedFile[]): Promise<void> {
  for (const file of files) {
    const [problem] = await exporter.problems(file);
    if (problem !== undefined)
      throw new Stop(1, `${file.name} が ${exporter.id} の形式に合いません: ${problem}`, `${file.name} is no valid ${exporter.id}: ${problem}`);
  }
}

function placed(files: readonly ExportedFile[], out: string): readonly { readonly place: string; readonly text: string }[] {
  const isFolder = files.length > 1 || /[/\\]$/.test(out) || (existsSync(out) && statSync(out).isDirectory());
  if (!isFolder) return [{ place: out, text: files[0]!.text }];
  mkdirSync(out, { recursive: true });
  return files.map(({ name, text }) => ({ place: path.join(out, name), text }));
}

/** Servers read lists while they are replaced: the old file stays until the new one is whole. */
function writeWhole(place: string, text: string): void {
  const part = `${place}.part`;
  writeFileSync(part, text);
  renameSync(part, place);
}

async function send(
  exporter: Exporter,
  articles: readonly Article[],
  { to, user }: Values,
  surroundings: Surroundings,
  environment: Readonly<Record<string, string | undefined>>,
  streams: Streams,
): Promise<number> {
  if (exporter.id !== "wordpress") throw new Stop(2, "--to は wordpress にだけ使えます", "--to goes with wordpress alone");
  const password = environment["AYASHII_WORDPRESS_PASSWORD"] ?? "";
  if (user === undefined || password === "")
    throw new Stop(
      2,
      "--user と、環境変数 AYASHII_WORDPRESS_PASSWORD(アプリケーションパスワード)が要ります",
      "--user and the variable AYASHII_WORDPRESS_PASSWORD (an application password) are needed",
    );
  await mustBeValid(exporter, exporter.files(articles, surroundings));
  let failed = false;
  for (const article of articles) {
    const sent = await sendDraft({ site: to ?? "", user, password }, draftOf(article, surroundings));
    if (sent.kind === "refused") streams.err(`ayashii: ${article.slug}: ${oneLine(sent.why[surroundings.lang], 500)}\n`);
    else streams.out(`${article.slug}\t${sent.kind}\t${sent.edit}\n`);
    failed ||= sent.kind === "refused";
  }
  return failed ? 1 : 0;
}

function say(streams: Streams, text: string): number {
  streams.out(text);
  return 0;
}
