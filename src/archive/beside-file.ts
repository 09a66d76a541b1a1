import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { archiveProblem, asArchiveProblem } from "./problem.ts";
import { connect } from "./sqlite-engine.ts";
import type { SqliteConnection, SqlValue } from "./sqlite-engine.ts";

/** Tables of a file that lies beside the archive; step n (SQL statements) makes version n, and is never changed once released. */
export interface BesideSchema {
  /** `pragma application_id`: tells the file from other programs'. */
  readonly application: number;
  readonly steps: readonly (readonly string[])[];
}

/**
 * `full`: a commit returns when it is on disk. `normal`: it may be lost with the power, not with this process; what was
 * committed before by `full` is never harmed (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
export type Durability = "full" | "normal";

/** The log goes into the file after 16 MB. */
const SETTINGS = ["pragma journal_mode = wal", "pragma foreign_keys = on", "pragma secure_delete = fast", "pragma wal_autocheckpoint = 4000"];

/** Opens a SQLite file that only its owner may read, makes it if there is none. Throws `ArchiveProblem`. */
export function openBeside(file: string, schema: BesideSchema, durability: Durability = "full"): BesideFile {
  let connection: SqliteConnection | undefined;
  try {
    if (file !== ":memory:" && !existsSync(file)) makePrivate(file);
    connection = connect(file);
    for (const setting of SETTINGS) connection.exec(setting);
    connection.exec(`pragma synchronous = ${durability}`);
    bringUpToDate(connection, file, schema);
    return new BesideFile(connection);
  } catch (error) {
    connection?.close();
    throw asArchiveProblem(error, file);
  }
}

function makePrivate(file: string): void {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, "a", 0o600));
  } catch (error) {
    throw archiveProblem("unwritable", file, error);
  }
}

function bringUpToDate(connection: SqliteConnection, file: string, { application, steps }: BesideSchema): void {
  connection.exec("begin immediate");
  try {
    const version = pragma(connection, "user_version");
    const maker = pragma(connection, "application_id");
    if (maker !== application && (maker !== 0 || version !== 0)) throw archiveProblem("foreign", file);
    if (version > steps.length) throw archiveProblem("newer", file);
    for (const statement of steps.slice(version).flat()) connection.exec(statement);
    connection.exec(`pragma application_id = ${application}`);
    connection.exec(`pragma user_version = ${steps.length}`);
    connection.exec("commit");
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}

/** A full disk has SQLite roll back by itself (https://www.sqlite.org/lang_transaction.html, 3); then there is nothing left to end. */
function rollBack(connection: SqliteConnection): void {
  try {
    connection.exec("rollback");
  } catch {
    // What went wrong before is what counts.
  }
}

/** Throws unless the file has these tables, of this version or an older one. */
export function checkIsBeside(connection: SqliteConnection, file: string, { application, steps }: BesideSchema): void {
  if (pragma(connection, "application_id") !== application) throw archiveProblem("foreign", file);
  if (pragma(connection, "user_version") > steps.length) throw archiveProblem("newer", file);
}

function pragma(connection: SqliteConnection, name: string): number {
  const [row] = connection.prepare(`pragma ${name}`).all() as [Record<string, number>?];
  return row?.[name] ?? 0;
}

/** One open connection, statements kept prepared. Every call blocks until SQLite has answered: keep them small. */
export class BesideFile {
  readonly #connection: SqliteConnection;
  readonly #prepared = new Map<string, ReturnType<SqliteConnection["prepare"]>>();

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  /** Rows of a select, or of a change with `returning`. The SQL is one of a fixed set: it is kept prepared. */
  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  /** How many rows were changed. */
  run(sql: string, ...values: SqlValue[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  /** All or nothing; on disk when it returns. */
  transaction<T>(work: () => T): T {
    this.#connection.exec("begin immediate");
    try {
      const result = work();
      this.#connection.exec("commit");
      return result;
    } catch (error) {
      rollBack(this.#connection);
      throw error;
    }
  }

  close(): void {
    this.#prepared.clear();
    try {
      this.#connection.exec("pragma wal_checkpoint(truncate)");
    } finally {
      this.#connection.close();
    }
  }

  #statement(sql: string): ReturnType<SqliteConnection["prepare"]> {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) this.#prepared.set(sql, (statement = this.#connection.prepare(sql)));
    return statement;
  }
}
