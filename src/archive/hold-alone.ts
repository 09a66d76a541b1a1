import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { archiveProblem, asArchiveProblem } from "./problem.ts";
import { connect } from "./sqlite-engine.ts";

/** As long as a server that ends takes to let go, in milliseconds. */
const WAIT_MS = 1_500;

/**
 * Says that one process alone works on an archive, until it is closed or the process is gone: an exclusive lock of SQLite on an
 * empty file, which the system takes back whatever happens (https://www.sqlite.org/lockingv3.html). `file`: of the lock;
 * `archive`: what a problem is about. Throws `ArchiveProblem` `served`.
 */
export function holdAlone(file: string, archive: string): { readonly close: () => void } {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, "a", 0o600));
  } catch (error) {
    throw archiveProblem("unwritable", archive, error);
  }
  const connection = connect(file);
  try {
    connection.exec(`pragma busy_timeout = ${WAIT_MS}`);
    connection.exec("begin exclusive");
    return connection;
  } catch (error) {
    connection.close();
    const problem = asArchiveProblem(error, archive) as { kind?: string };
    throw problem.kind === "locked" ? archiveProblem("served", archive, error) : problem;
  }
}
