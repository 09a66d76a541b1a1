import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** One file of the check page, served as `/check/<path>`. */
export interface CheckFile {
  /** Relative to `/check/`, without a query. */
  readonly path: string;
  /** Value of Content-Type. */
  readonly type: string;
  /** Bytes of the file, of `<path>.br` and of `<path>.gz` beside it; the two are absent where packing gains nothing. */
  readonly bytes: number;
  readonly br?: number | undefined;
  readonly gz?: number | undefined;
  /** Hash of the content, for ETag. */
  readonly hash: string;
  /** The name changes with the content: may be kept for a year. Everything else is to be asked for again (`no-cache`). */
  readonly immutable: boolean;
  /** Further fields the answer must have, such as Service-Worker-Allowed. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Where `npm run build` writes the files: `dist/web/check/`, found from the sources as well as from what was compiled of them. */
export const CHECK_FOLDER = folder();

function folder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const root = here.slice(0, here.lastIndexOf(`${path.sep}src${path.sep}`));
  return path.join(path.basename(root) === "dist" ? path.dirname(root) : root, "dist", "web", "check");
}

/** The files as built, in order of their names. Throws with a plain word when `npm run build` has not been run. */
export function checkFiles(from: string = CHECK_FOLDER): readonly CheckFile[] {
  try {
    return JSON.parse(readFileSync(path.join(from, "files.json"), "utf8")) as readonly CheckFile[];
  } catch {
    throw new Error(`the check page is not built: run "npm run build" (no ${path.join(from, "files.json")})`);
  }
}
