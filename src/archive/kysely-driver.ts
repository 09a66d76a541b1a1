import { CompiledQuery, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import type { DatabaseConnection, Dialect, Driver, QueryResult } from "kysely";
import type { SqliteConnection, SqliteStatement, SqlValue } from "./sqlite-engine.ts";
import { storable } from "./storable.ts";

/** Statements kept prepared; a query's text differs only by how many values it has. */
const PREPARED = 200;

/** Kysely over one open SQLite connection. */
export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new OneConnection(connection),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Whoever asks waits until the one before has given the connection back, so a transaction is never mixed with another. */
class OneConnection implements Driver {
  readonly #connection: SqliteConnection;
  readonly #queries: Queries;
  #free: Promise<void> = Promise.resolve();
  #giveBack: (() => void) | undefined;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
    this.#queries = new Queries(connection);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free;
    let giveBack = (): void => undefined;
    this.#free = new Promise((resolve) => (giveBack = resolve));
    await before;
    this.#giveBack = giveBack;
    return this.#queries;
  }

  async releaseConnection(): Promise<void> {
    this.#giveBack?.();
  }

  /** `immediate`: a transaction that reads first and writes later would fail where another process wrote in between. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  /**
   * The log goes into the file first: the package for Node 20 lets go of prepared statements only when they are collected,
   * and SQLite does so itself only with the last of them.
   */
  async destroy(): Promise<void> {
    try {
      this.#connection.exec("pragma wal_checkpoint(truncate)");
    } finally {
      this.#connection.close();
    }
  }
}

class Queries implements DatabaseConnection {
  readonly #connection: SqliteConnection;
  readonly #prepared = new Map<string, SqliteStatement>();

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const values = parameters.map(bindable);
    const statement = this.#statement(sql);
    if (/^\s*(?:select|with|pragma)\b|\breturning\b/i.test(sql)) return { rows: statement.all(...values) as R[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("rows are read by pages, not streamed");
  }

  #statement(sql: string): SqliteStatement {
    const known = this.#prepared.get(sql);
    const statement = known ?? this.#connection.prepare(sql);
    // Taken out and put back: the one not used for longest stands first.
    this.#prepared.delete(sql);
    this.#prepared.set(sql, statement);
    if (this.#prepared.size > PREPARED) this.#prepared.delete(this.#prepared.keys().next().value as string);
    return statement;
  }
}

function bindable(value: unknown): SqlValue {
  if (value === undefined) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "string" ? storable(value) : (value as SqlValue);
}
