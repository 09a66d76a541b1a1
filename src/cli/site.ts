import { existsSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Article } from "../article/article.ts";
import { defaultRegistry } from "../brands/index.ts";
import { finishCommit, loadPainter, publishFolder, serveSite, siteFiles } from "../publish/site/index.ts";
import type { Published } from "../publish/site/index.ts";
import type { Bilingual, Language } from "../terms/index.ts";
import { archivePlace } from "./archive-place.ts";
import { readArticles } from "./article-files.ts";
import type { Streams } from "./examine.ts";
import { languageOfLocale } from "./language.ts";
import { liveRegistry } from "./live-registry.ts";

const OPTIONS = {
  out: { type: "string" },
  base: { type: "string" },
  archive: { type: "string" },
  articles: { type: "string" },
  title: { type: "string" },
  brands: { type: "string" },
  port: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const PORT = 8787;
const TITLE: Bilingual = { ja: "怪しいメールの注意喚起", en: "Warnings about suspicious mail" };

/** What `ayashii site --help` and `ayashii serve --help` teach. */
const HELP: Bilingual = {
  ja: `公開した注意喚起から、そのまま置けるサイトを作ります。通信はしません。

使い方
  ayashii site build --out DIR                   保管庫の公開済みの記事から
  ayashii site build --out DIR --articles DIR    ayashii article --out が書いた .json のフォルダーから
  ayashii serve DIR [--port N]                   作ったサイトをこの機械の中だけで見る(既定: ${PORT})

オプション(site build)
  --out DIR       書き先。空か、前に ayashii が作ったフォルダー
  --base URL      サイトを置くアドレス。フィード・サイトマップ・正規 URL に要ります
  --archive FILE  保管庫(既定: ayashii examine --save と同じ)
  --articles DIR  保管庫の代わりに、記事の .json のあるフォルダー
  --title TEXT    サイトの名前
  --brands DIR    ブランドのファイルを読むフォルダー

下書きと確認待ちの記事は載りません。取り下げた記事の場所には、取り下げたことだけが残ります。
変わらないファイルは書き直しません。途中で止められても、書きかけのページが見えることはありません。

例
  ayashii site build --out public --base https://example.org/warnings/
  ayashii serve public
`,
  en: `Makes a site of the published warnings that any web host can take. Opens no connection.

Usage
  ayashii site build --out DIR                   from the published articles of the archive
  ayashii site build --out DIR --articles DIR    from the .json files that ayashii article --out wrote
  ayashii serve DIR [--port N]                   look at the built site, on this machine only (default: ${PORT})

Options (site build)
  --out DIR       where to write: an empty folder, or one that ayashii made before
  --base URL      where the site will stand; feeds, sitemap and canonical addresses need it
  --archive FILE  the archive (default: that of ayashii examine --save)
  --articles DIR  in place of the archive, a folder with .json files of articles
  --title TEXT    name of the site
  --brands DIR    read the brand files of this folder

Drafts and articles in review are left out. Where an article was withdrawn, only that fact remains.
Files that did not change are not written again. A build that is stopped never shows half a page.

Examples
  ayashii site build --out public --base https://example.org/warnings/
  ayashii serve public
`,
};

const USAGE: Bilingual = {
  ja: "site build には --out DIR が要ります。--archive と --articles は同時に使えません(ayashii site --help)",
  en: "site build needs --out DIR; --archive and --articles do not go together (ayashii site --help)",
};

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>["values"];

/** `ayashii site build` and `ayashii serve`; `args` begins with the command. Returns the exit code; `serve` waits for `stop`. */
export async function siteCommand(args: readonly string[], environment: NodeJS.ProcessEnv, streams: Streams, stop = interrupted()): Promise<number> {
  const locale = languageOfLocale(environment);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const lang: Language = values.lang === "ja" || values.lang === "en" ? values.lang : locale;
    const [command, ...words] = positionals;
    if (values.help === true) return say(streams, HELP[lang]);
    if (command === "serve" && words.length <= 1) return await serveFolder(words[0], values, lang, streams, stop);
    if (command === "site" && words[0] === "build" && words.length === 1 && values.out !== undefined)
      return await build(values.out, values, lang, streams, environment);
    return complain(streams, USAGE[lang]);
  } catch (error) {
    return complain(streams, error instanceof Error ? error.message : String(error));
  }
}

/** Aborts when the person at the terminal, or the system, wants the command to end. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

async function build(out: string, values: Values, lang: Language, streams: Streams, environment: NodeJS.ProcessEnv): Promise<number> {
  if (values.archive !== undefined && values.articles !== undefined) return complain(streams, USAGE[lang]);
  const live = liveRegistry(values.brands);
  if (live.problems.length > 0) return complain(streams, live.problems.join("\n"));
  const { brands } = live.registry ?? defaultRegistry();
  const articles = inOrder(values.articles === undefined ? await publishedIn(archivePlace(values.archive, environment)) : await readArticles(values.articles));
  const title = values.title === undefined ? TITLE : { ja: values.title, en: values.title };
  const painter = values.base === undefined ? undefined : await loadPainter();
  const published = publishFolder(out, siteFiles({ articles, brands, base: values.base, title, painter }));
  if (values.base === undefined) streams.err(NO_BASE[lang]);
  else if (painter === undefined) streams.err(NO_PICTURES[lang]);
  return say(streams, report(published, articles, out, lang));
}

const NO_BASE: Bilingual = {
  ja: "ayashii: --base がないため、フィード・サイトマップ・SNS 用の画像は作っていません\n",
  en: "ayashii: without --base there are no feeds, no sitemap and no social pictures\n",
};

const NO_PICTURES: Bilingual = {
  ja: "ayashii: 任意のパッケージ @resvg/resvg-wasm と @expo-google-fonts/noto-sans-jp がないため、SNS 用の画像(OpenGraph)は作っていません\n",
  en: "ayashii: the optional packages @resvg/resvg-wasm and @expo-google-fonts/noto-sans-jp are missing, so there are no OpenGraph pictures\n",
};

async function publishedIn(file: string): Promise<readonly Article[]> {
  if (!existsSync(file)) throw new Error(`no archive: ${file}`);
  const { openSqliteArchive } = await import("../archive/sqlite-archive.ts");
  const archive = await openSqliteArchive(file);
  try {
    return [...(await archive.articles("published")), ...(await archive.articles("withdrawn"))];
  } finally {
    await archive.close();
  }
}

/** The order the site wants: oldest publication first, then by name. */
function inOrder(articles: readonly Article[]): readonly Article[] {
  const key = (article: Article): string => `${article.published ?? article.created} ${article.slug}`;
  return [...articles].sort((left, right) => (key(left) < key(right) ? -1 : 1));
}

function report({ added, replaced, removed, unchanged }: Published, articles: readonly Article[], out: string, lang: Language): string {
  const shown = articles.filter((article) => article.state === "published").length;
  return lang === "ja"
    ? `${out}: 注意喚起 ${shown} 件。新しいファイル ${added}、書き換え ${replaced}、削除 ${removed}、そのまま ${unchanged}\n`
    : `${out}: ${shown} warnings. Files: ${added} new, ${replaced} replaced, ${removed} removed, ${unchanged} unchanged\n`;
}

async function serveFolder(folder: string | undefined, values: Values, lang: Language, streams: Streams, stop: AbortSignal): Promise<number> {
  const port = values.port === undefined ? PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return complain(streams, lang === "ja" ? "--port は 0 から 65535 の整数です" : "--port is a whole number from 0 to 65535");
  if (folder === undefined || !existsSync(folder) || !statSync(folder).isDirectory())
    return complain(streams, lang === "ja" ? "serve には site build で作ったフォルダーが要ります" : "serve takes the folder that site build wrote");
  finishCommit(folder);
  const server = await serveSite(folder, port);
  streams.err(lang === "ja" ? `${server.url} で見られます(Ctrl-C で終わり)\n` : `Serving ${server.url} (Ctrl-C to stop)\n`);
  await new Promise<void>((resolve) => (stop.aborted ? resolve() : stop.addEventListener("abort", () => resolve(), { once: true })));
  await server.close();
  return 0;
}

function say(streams: Streams, text: string): number {
  streams.out(text);
  return 0;
}

function complain(streams: Streams, message: string): number {
  streams.err(`ayashii: ${message}\n`);
  return 2;
}
