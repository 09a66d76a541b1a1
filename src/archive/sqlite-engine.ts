import { createRequire } from "node:module";
import { archiveProblem } from "./problem.ts";

/** A value that SQLite stores. Text must hold no NUL: see `storable`. */
export type SqlValue = null | number | bigint | string | Uint8Array;

export interface SqliteStatement {
  all(...values: SqlValue[]): unknown[];
  run(...values: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
}

/** What `node:sqlite` and the package that stands in for it on Node 20 have in common, as far as it is used here. */
export interface SqliteConnection {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

type Engine = new (file: string, options?: { readonly readOnly?: boolean; readonly timeout?: number }) => SqliteConnection;

/** How long a writer waits for another one, in milliseconds. */
const BUSY_MS = 5000;
const require = createRequire(import.meta.url);

/** `node:sqlite` without a command-line option: https://nodejs.org/api/sqlite.html, 22.13. */
function nodeHasSqlite(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}

/** Loads `node:sqlite` without its note that the API is young, which would stand in every command's output. */
function nodeEngine(): Engine {
  const emit = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return (require("node:sqlite") as { DatabaseSync: Engine }).DatabaseSync;
  } finally {
    process.emitWarning = emit;
  }
}

let engine: Engine | undefined;

/** Node's own SQLite where Node has one, the same interface from a package with its library inside where not. */
function loadEngine(): Engine {
  engine ??= nodeHasSqlite(process.versions.node) ? nodeEngine() : (require("@photostructure/sqlite") as { DatabaseSync: Engine }).DatabaseSync;
  return engine;
}

function engineFor(file: string): Engine {
  try {
    return loadEngine();
  } catch (error) {
    throw archiveProblem("unsupported", file, error);
  }
}

/** Opens a database file; throws the engine's own error. */
export function connect(file: string, readOnly = false): SqliteConnection {
  const Database = engineFor(file);
  const connection = new Database(file, { readOnly, timeout: BUSY_MS });
  connection.exec(`pragma busy_timeout = ${BUSY_MS}`);
  return connection;
}
