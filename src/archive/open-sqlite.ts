import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { Kysely } from "kysely";
import { sqliteDialect } from "./kysely-driver.ts";
import { LATEST_VERSION, migrate } from "./migrations.ts";
import { archiveProblem, asArchiveProblem } from "./problem.ts";
import { connect } from "./sqlite-engine.ts";
import type { SqliteConnection } from "./sqlite-engine.ts";
import type { ArchiveTables } from "./tables.ts";

/** `Ayas` in ASCII: tells our files from other programs' (https://www.sqlite.org/pragma.html#pragma_application_id). */
const APPLICATION_ID = 0x41796173;

/**
 * A commit returns when it is on disk (FULL also in WAL mode); the cache is 64 MB; 64 MB of log are gathered before they
 * go into the file, so that fewer than one commit in a hundred pays for it.
 */
const SETTINGS = [
  "pragma journal_mode = wal",
  "pragma synchronous = full",
  "pragma foreign_keys = on",
  "pragma secure_delete = fast",
  "pragma cache_size = -65536",
  "pragma wal_autocheckpoint = 16000",
  "pragma temp_store = memory",
];

/** An open archive file at the present version. */
export interface OpenFile {
  readonly db: Kysely<ArchiveTables>;
  readonly connection: SqliteConnection;
}

/** Opens the file, makes it if asked, brings it up to date. Throws `ArchiveProblem`. */
export async function openFile(file: string, create: boolean, target = LATEST_VERSION): Promise<OpenFile> {
  let connection: SqliteConnection | undefined;
  try {
    connection = connected(file, create);
    checkIsOurs(connection, file);
    for (const setting of SETTINGS) connection.exec(setting);
    const db = new Kysely<ArchiveTables>({ dialect: sqliteDialect(connection) });
    await migrate(db, target);
    return { db, connection };
  } catch (error) {
    closeQuietly(connection);
    throw asArchiveProblem(error, file);
  }
}

function connected(file: string, create: boolean): SqliteConnection {
  if (file !== ":memory:" && !existsSync(file)) {
    if (!create) throw archiveProblem("missing", file);
    makePrivateFile(file);
  }
  return connect(file);
}

/** People's mail: nobody else on the machine may read it. */
function makePrivateFile(file: string): void {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, "a", 0o600));
  } catch (error) {
    throw archiveProblem("unwritable", file, error);
  }
}

function numberOf(connection: SqliteConnection, sql: string): number {
  const [row] = connection.prepare(sql).all() as [Record<string, number>?];
  return row === undefined ? 0 : (Object.values(row)[0] ?? 0);
}

/** Throws unless the file is an archive that this version can read; an empty file becomes one. */
export function checkIsOurs(connection: SqliteConnection, file: string): void {
  const application = numberOf(connection, "pragma application_id");
  const version = numberOf(connection, "pragma user_version");
  if (application === 0 && version === 0 && numberOf(connection, "select count(*) from sqlite_master") === 0) {
    connection.exec(`pragma application_id = ${APPLICATION_ID}`);
    return;
  }
  if (application !== APPLICATION_ID) throw archiveProblem("foreign", file);
  if (version > LATEST_VERSION) throw archiveProblem("newer", file);
}

export function closeQuietly(connection: SqliteConnection | undefined): void {
  try {
    connection?.close();
  } catch {
    // Closed already.
  }
}
