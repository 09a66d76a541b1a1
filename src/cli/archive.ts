import { readdirSync } from "node:fs";
import path from "node:path";
import { forgottenTexts } from "../app/forgotten.ts";
import type { Bilingual } from "../terms/index.ts";
import { oneLine } from "../report/index.ts";
import { complain, withArchive } from "./archive-commands.ts";
import type { ArchiveTask } from "./archive-commands.ts";

const USAGE = {
  ja: "archive backup FILE | restore FILE [--force] | expire --before DAY | forget REPORTER のどれかです",
  en: "archive takes backup FILE | restore FILE [--force] | expire --before DAY | forget REPORTER",
};

/** `ayashii archive backup|restore|expire|forget`: what keeps an archive well and small. */
export async function archiveCareCommand(task: ArchiveTask): Promise<number> {
  const [verb, word, ...rest] = task.words;
  const { before } = task.values;
  if (rest.length > 0) return complain(task.streams, USAGE[task.lang]);
  if (verb === "backup" && word !== undefined) return backup(task, word);
  if (verb === "restore" && word !== undefined) return restoreFrom(task, word);
  if (verb === "expire" && word === undefined && before !== undefined) return expire(task, before);
  if (verb === "forget" && word !== undefined && word !== "") return forget(task, word);
  return complain(task.streams, USAGE[task.lang]);
}

async function backup(task: ArchiveTask, to: string): Promise<number> {
  const { lang, streams } = task;
  const { backupServer } = await import("./whole-server.ts");
  const files = await withArchive(task, (archive) => backupServer(archive, task.file, to));
  streams.out(lang === "ja" ? "控えを作りました。\n" : "Backup written.\n");
  list(streams, files, lang);
  if (files.length > 1)
    streams.out(
      lang === "ja"
        ? "公開サイトは入っていません(serve が作り直します)。serve --data のフォルダーは、別に控えてください。\n"
        : "The public site is not in it: serve makes it anew. Keep a copy of the folder of serve --data yourself.\n",
    );
  return 0;
}

/** What each of the files is. */
const WHAT: readonly (readonly [ending: string, what: Bilingual])[] = [
  [".accounts.sqlite", { ja: "アカウント、トークン、操作の記録", en: "accounts, tokens, audit log" }],
  [".queue.sqlite", { ja: "届け出の列", en: "reports that wait" }],
  ["", { ja: "保管庫", en: "archive" }],
];

function list(streams: ArchiveTask["streams"], files: readonly string[], lang: ArchiveTask["lang"]): void {
  for (const file of files) streams.out(`  ${file}  ${WHAT.find(([ending]) => file.endsWith(ending))?.[1][lang] ?? ""}\n`);
}

async function restoreFrom({ file, values, lang, streams }: ArchiveTask, from: string): Promise<number> {
  const { restoreServer } = await import("./whole-server.ts");
  const { files, before } = restoreServer(from, file, values.force === true);
  streams.out(lang === "ja" ? "戻しました。\n" : "Restored.\n");
  list(streams, files, lang);
  for (const aside of before) streams.out(lang === "ja" ? `  それまでのもの: ${aside}\n` : `  what was there before: ${aside}\n`);
  if (files.some((one) => one.endsWith(".accounts.sqlite")))
    streams.out(
      lang === "ja"
        ? "パスワードとトークンは、控えを作ったときのものです。ログインはすべて切れました。\n"
        : "Passwords and tokens are those of the backup. Nobody is logged in any more.\n",
    );
  return 0;
}

const DAY = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/;

async function expire(task: ArchiveTask, before: string): Promise<number> {
  const { lang, streams } = task;
  if (!DAY.test(before) || Number.isNaN(Date.parse(before)))
    return complain(streams, lang === "ja" ? "--before は 2026-01-31 のような日付です" : "--before is a day such as 2026-01-31");
  const count = await withArchive(task, (archive) => archive.expire(new Date(before).toISOString()));
  streams.out(lang === "ja" ? `${count} 件を取り除きました(記事のもとになったものは残ります)\n` : `${count} cases removed (those an article rests on stay)\n`);
  return 0;
}

async function forget(task: ArchiveTask, reporter: string): Promise<number> {
  const { lang, streams } = task;
  const { forgetInFiles } = await import("../web/server/forgetting.ts");
  const forgotten = await withArchive(task, (archive) => forgetInFiles(reporter, task.file, archive));
  const who = oneLine(reporter, 100);
  streams.out(lang === "ja" ? `${who} の記録を消しました。\n` : `${who} is forgotten.\n`);
  for (const text of forgottenTexts(forgotten)) streams.out(`${text[lang]}\n`);
  for (const copy of copiesBeside(task.file))
    streams.out(lang === "ja" ? `まだ残っている古い保管庫: ${copy}\n` : `An old archive that still holds it: ${copy}\n`);
  return 0;
}

/** What `restore` had put aside. */
function copiesBeside(file: string): readonly string[] {
  const { dir, base } = path.parse(path.resolve(file));
  return readdirSync(dir)
    .filter((name) => name.startsWith(`${base}.before-restore`))
    .map((name) => path.join(dir, name));
}
