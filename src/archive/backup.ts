import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import type { Kysely } from "kysely";
import { checkIsBeside } from "./beside-file.ts";
import type { BesideSchema } from "./beside-file.ts";
import { checkIsOurs, closeQuietly } from "./open-sqlite.ts";
import { archiveProblem, asArchiveProblem } from "./problem.ts";
import { connect } from "./sqlite-engine.ts";
import type { SqliteConnection } from "./sqlite-engine.ts";
import type { ArchiveTables } from "./tables.ts";

/** A copy of one moment, while others go on writing; under its name only when it is whole and on disk. */
export async function copyTo(db: Kysely<ArchiveTables>, file: string): Promise<void> {
  await made(file, async (unfinished) => void (await sql`vacuum into ${unfinished}`.execute(db)));
}

/** The same of any of our files. Throws `ArchiveProblem`. */
export async function copyFile(from: string, file: string): Promise<void> {
  await made(file, (unfinished) => {
    const connection = connect(from);
    try {
      connection.exec(`vacuum into '${unfinished.replaceAll("'", "''")}'`);
    } finally {
      connection.close();
    }
  });
}

async function made(file: string, write: (unfinished: string) => void | Promise<void>): Promise<void> {
  if (existsSync(file)) throw archiveProblem("exists", file);
  const unfinished = `${file}.unfinished`;
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 });
    rmSync(unfinished, { force: true });
    closeSync(openSync(unfinished, "a", 0o600));
    await write(unfinished);
    settle(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw (error as NodeJS.ErrnoException).syscall === undefined ? asArchiveProblem(error, file) : archiveProblem("unwritable", file, error);
  }
}

/** Gives a finished file its name; both survive a power failure. */
function settle(from: string, to: string): void {
  syncPath(from);
  renameSync(from, to);
  syncPath(path.dirname(path.resolve(to)));
}

function syncPath(file: string): void {
  const handle = openSync(file, "r");
  try {
    fsyncSync(handle);
  } catch (error) {
    // Windows does not sync folders.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  } finally {
    closeSync(handle);
  }
}

/** A file of a backup and the place it belongs to; `schema` for one that lies beside an archive. */
export interface Restored {
  readonly backup: string;
  readonly file: string;
  readonly schema?: BesideSchema | undefined;
}

/**
 * Puts a backup in the archive's place after reading all of it. An archive that stands there is kept beside, under the
 * returned name.
 */
export function restore(backup: string, file: string, force: boolean): string | undefined {
  return restoreAll([{ backup, file }], force)[0];
}

/** The same with several files that belong together: nothing is moved before all are read, and copied. Returns what stands beside now. */
export function restoreAll(files: readonly Restored[], force: boolean): readonly string[] {
  for (const one of files) {
    if (!existsSync(one.backup)) throw archiveProblem("missing", one.backup);
    inspect(one);
    if (existsSync(one.file) && !force) throw archiveProblem("exists", one.file);
  }
  for (const { backup, file } of files) bringNear(backup, file);
  const before: string[] = [];
  for (const { file } of files) {
    if (existsSync(file)) before.push(setAside(file));
    settle(`${file}.unfinished`, file);
  }
  return before;
}

function bringNear(backup: string, file: string): void {
  const unfinished = `${file}.unfinished`;
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 });
    rmSync(unfinished, { force: true });
    // Made for its owner alone whatever the backup is: a copy keeps the mode of what it is copied over.
    closeSync(openSync(unfinished, "a", 0o600));
    copyFileSync(backup, unfinished);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw archiveProblem((error as NodeJS.ErrnoException).code === "ENOSPC" ? "full" : "unwritable", file, error);
  }
}

/** Throws when a file is none of ours, a newer one, or damaged anywhere. */
function inspect({ backup, schema }: Restored): void {
  let connection: SqliteConnection | undefined;
  try {
    connection = connect(backup, true);
    if (schema !== undefined) checkIsBeside(connection, backup, schema);
    else {
      if ((connection.prepare("pragma application_id").all()[0] as { application_id: number }).application_id === 0) throw archiveProblem("foreign", backup);
      checkIsOurs(connection, backup);
    }
    const [row] = connection.prepare("pragma integrity_check(1)").all() as [Record<string, string>];
    if (Object.values(row)[0] !== "ok") throw archiveProblem("broken", backup);
  } catch (error) {
    throw asArchiveProblem(error, backup);
  } finally {
    closeQuietly(connection);
  }
}

/** Moves an archive out of the way with what its log still holds. Refuses while another program has it open. */
function setAside(file: string): string {
  foldLog(file);
  const aside = `${file}.before-restore`;
  let free = aside;
  for (let n = 2; existsSync(free); n++) free = `${aside}-${n}`;
  renameSync(file, free);
  for (const ending of ["-wal", "-shm"]) rmSync(file + ending, { force: true });
  return free;
}

/** Leaving WAL mode needs the file alone and writes the log into it. A damaged file is moved as it is. */
function foldLog(file: string): void {
  let connection: SqliteConnection | undefined;
  try {
    connection = connect(file);
    connection.exec("pragma busy_timeout = 500");
    const [row] = connection.prepare("pragma journal_mode = delete").all() as [{ journal_mode: string }];
    if (row.journal_mode !== "delete") throw archiveProblem("locked", file);
  } catch (error) {
    const problem = asArchiveProblem(error, file) as { kind?: string };
    if (problem.kind !== "broken") throw problem;
  } finally {
    closeQuietly(connection);
  }
}
