import { existsSync, rmSync } from "node:fs";
import { openBeside } from "../archive/beside-file.ts";
import { copyFile, restoreAll } from "../archive/backup.ts";
import type { Restored } from "../archive/backup.ts";
import { holdAlone } from "../archive/hold-alone.ts";
import { archiveProblem } from "../archive/problem.ts";
import type { SqliteArchive } from "../archive/sqlite-archive.ts";
import { QUEUE_SCHEMA } from "../queue/tables.ts";
import { ACCOUNTS_SCHEMA } from "../web/server/accounts/tables.ts";
import { filesBeside } from "../web/server/options.ts";

/** An archive with what its server keeps beside it; the public site is made anew from them. */
const BESIDE = [
  { name: "accounts", schema: ACCOUNTS_SCHEMA },
  { name: "queue", schema: QUEUE_SCHEMA },
] as const;

/**
 * Copies an archive and what lies beside it, under the same names beside `to`, while a server goes on. The queue before the
 * archive: a report that was taken in then is in one of them, and one that is in both counts once, by its receipt. Returns
 * the files written; all or none. Throws `ArchiveProblem`.
 */
export async function backupServer(archive: SqliteArchive, file: string, to: string): Promise<readonly string[]> {
  const [from, into] = [filesBeside(file), filesBeside(to)];
  const beside = BESIDE.filter(({ name }) => existsSync(from[name]));
  for (const target of [to, ...BESIDE.map(({ name }) => into[name])]) if (existsSync(target)) throw archiveProblem("exists", target);
  const written: string[] = [];
  try {
    for (const { name } of beside) {
      await copyFile(from[name], into[name]);
      written.push(into[name]);
    }
    await archive.backup(to);
    return [to, ...written];
  } catch (error) {
    for (const copy of written) rmSync(copy, { force: true });
    throw error;
  }
}

/** What was put in place, and under which names what stood there before lies now. */
export interface RestoredServer {
  readonly files: readonly string[];
  readonly before: readonly string[];
}

/** Puts a backup back, as whole as it is; refuses while a server works there. Nobody is logged in afterwards. Throws `ArchiveProblem`. */
export function restoreServer(backup: string, file: string, force: boolean): RestoredServer {
  const [from, into] = [filesBeside(backup), filesBeside(file)];
  const beside: Restored[] = BESIDE.filter(({ name }) => existsSync(from[name])).map(({ name, schema }) => ({ backup: from[name], file: into[name], schema }));
  const files: Restored[] = [...beside, { backup, file }];
  if (!existsSync(backup)) throw archiveProblem("missing", backup);
  const held = holdAlone(into.lock, file);
  try {
    const before = restoreAll(files, force);
    if (beside.some(({ schema }) => schema === ACCOUNTS_SCHEMA)) endSessions(into.accounts);
    return { files: files.map((one) => one.file), before };
  } finally {
    held.close();
  }
}

/** Who has logged out, or lost the right to, since the backup was made is not logged in again. */
function endSessions(accounts: string): void {
  const file = openBeside(accounts, ACCOUNTS_SCHEMA);
  try {
    file.run("delete from session");
  } finally {
    file.close();
  }
}
