import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const pageState = z.object({
  /** ISO time at which the page was last asked for, whatever came of it. */
  asked: z.iso.datetime(),
  validators: z.object({ url: z.string(), etag: z.string().optional(), lastModified: z.string().optional() }).optional(),
  /** SHA-256 of what was read on the page, to tell a changed page without a readable case. */
  content: z.string().optional(),
  /** Keys of the cases that were shown to somebody already. */
  seen: z.array(z.string()).default([]),
});
const watchState = z.object({ version: z.literal(1), pages: z.record(z.string(), pageState) });

export type PageState = z.infer<typeof pageState>;
export type WatchState = Map<string, PageState>;

const FILE = "watch.json";

/** What the watcher knows from before. No file: nothing; a file that cannot be read is an error, since asking too often is not polite. */
export function readState(directory: string): WatchState {
  const file = path.join(directory, FILE);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Map();
    throw error;
  }
  return new Map(Object.entries(parseFile(watchState, file, () => JSON.parse(text)).pages));
}

/** What a file holds, as its schema has it; what is wrong with it is an error of one line that names the file. */
export function parseFile<T>(schema: z.ZodType<T>, file: string, content: () => unknown): T {
  let value: unknown;
  try {
    value = content();
  } catch (error) {
    throw new Error(`${file}: ${String(error instanceof Error ? error.message : error).split("\n")[0]}`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}

/** Writes the state so that a crash leaves the old one or the new one, never a piece. */
export function writeState(directory: string, state: WatchState): void {
  writeWhole(path.join(directory, FILE), `${JSON.stringify({ version: 1, pages: Object.fromEntries(state) }, null, 1)}\n`);
}

/** Writes a file whole or not at all: beside it, to the disk, then renamed. */
export function writeWhole(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.new`;
  const handle = openSync(beside, "w", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}
