import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { CHECK_FOLDER, checkFiles, checkPage } from "../src/web/check/index.ts";

/** What a reader may have to load before the first examination of a mail without attachments: bytes as brotli packs them. */
export const MOST_BYTES = 350_000;

export interface Size {
  readonly br: number;
  readonly gz: number;
  readonly bytes: number;
}

const files = new Map(checkFiles().map((file) => [file.path, file]));

/** A file and all that it imports at once. */
function withImports(name: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const source = readFileSync(path.join(CHECK_FOLDER, name), "utf8");
  for (const match of source.matchAll(/(?:from|import)"\.\/(part-[A-Z0-9]+\.js)"/g)) withImports(match[1] ?? "", found);
  return found;
}

function sizeOf(name: string): Size {
  const { bytes = 0, br = bytes, gz = bytes } = files.get(name) ?? {};
  return { br, gz, bytes };
}

function documentSize(): Size {
  const page = Buffer.from(checkPage("ja"));
  return { br: brotliCompressSync(page).length, gz: gzipSync(page).length, bytes: page.length };
}

const sum = (sizes: readonly Size[]): Size =>
  sizes.reduce((left, right) => ({ br: left.br + right.br, gz: left.gz + right.gz, bytes: left.bytes + right.bytes }), { br: 0, gz: 0, bytes: 0 });

/** The sizes of the built page, by what they are needed for. Throws when it is not built. */
export function webSizes(): {
  readonly document: Size;
  readonly style: Size;
  readonly page: Size;
  readonly worker: Size;
  readonly parts: number;
  readonly first: Size;
  readonly later: Size;
} {
  const names = [...withImports("worker.js")];
  const [document, style, page, worker] = [documentSize(), sizeOf("check.css"), sizeOf("check.js"), sum(names.map(sizeOf))];
  const others = [...files.keys()].filter((name) => !names.includes(name) && name !== "check.css" && name !== "check.js");
  return { document, style, page, worker, parts: names.length - 1, first: sum([document, style, page, worker]), later: sum(others.map(sizeOf)) };
}
