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
  await withArchive(task, (archive) => archive.backup(to));
  task.streams.out(task.lang === "ja" ? `控えを作りました: ${to}\n` : `backup written: ${to}\n`);
  return 0;
}

async function restoreFrom({ file, values, lang, streams }: ArchiveTask, from: string): Promise<number> {
  const { restore } = await import("../archive/backup.ts");
  const aside = restore(from, file, values.force === true);
  streams.out(lang === "ja" ? `戻しました: ${file}\n` : `restored: ${file}\n`);
  if (aside !== undefined) streams.out(lang === "ja" ? `それまでの保管庫: ${aside}\n` : `the archive that was there: ${aside}\n`);
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
  const count = await withArchive(task, (archive) => archive.forgetReporter(reporter));
  const who = oneLine(reporter, 100);
  streams.out(
    lang === "ja" ? `${who} のメール ${count} 件と、そこから作ったものを取り除きました\n` : `${count} mails of ${who} removed, with what was made of them\n`,
  );
  streams.out(
    lang === "ja" ? "控え(archive backup)には残っています。控えも作り直してください\n" : "Backups still hold them: make those anew, and delete the old ones\n",
  );
  return 0;
}
