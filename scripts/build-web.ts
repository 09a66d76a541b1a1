// Builds the check page into dist/web/check/: bundles, style sheet, icons, each beside its packed forms, and files.json, which lists
// them (src/web/check/files.ts). The same sources give the same bytes; what did not change is not packed again.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { buildDesk } from "./build-desk.ts";
import type { CheckFile } from "../src/web/check/files.ts";

const SOURCE = "src/web/check";
const OUT = "dist/web/check";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".eml": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};

/** Already packed by their format. */
const PACKED = new Set([".png"]);

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/** Bundles with names that change with their content; the entries keep theirs. */
async function bundles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const common = { bundle: true, minify: true, platform: "browser", target: "es2022", charset: "utf8", write: false, legalComments: "none" } as const;
  const [page, worker] = await Promise.all([
    build({ ...common, format: "esm", entryPoints: [`${SOURCE}/client/main.ts`], outfile: "check.js" }),
    build({ ...common, format: "esm", entryPoints: [`${SOURCE}/worker/worker.ts`], outdir: ".", splitting: true, chunkNames: "part-[hash]" }),
  ]);
  return new Map([...page.outputFiles, ...worker.outputFiles].map((file) => [path.basename(file.path), file.contents]));
}

function fileOf(name: string, bytes: Uint8Array): CheckFile {
  const type = TYPES[path.extname(name)];
  if (type === undefined) throw new Error(`no content type for ${name}`);
  const hash = hashOf(bytes);
  const headers: Record<string, string> = name === "sw.js" ? { "Service-Worker-Allowed": "/" } : {};
  const whole = { path: name, type, bytes: bytes.length, hash, immutable: name.startsWith("part-"), headers };
  return PACKED.has(path.extname(name)) ? whole : { ...whole, ...packedSizes(name, bytes, hash) };
}

/** Packs as small as possible, unless the same bytes were packed before. */
function packedSizes(name: string, bytes: Uint8Array, hash: string): Pick<CheckFile, "br" | "gz"> {
  const known = before.get(name);
  const there = [".br", ".gz"].every((ending) => existsSync(path.join(OUT, name + ending)));
  if (known?.hash === hash && there) return { br: known.br, gz: known.gz };
  const br = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  const gz = gzipSync(bytes, { level: 9 });
  writeFileSync(path.join(OUT, `${name}.br`), br);
  writeFileSync(path.join(OUT, `${name}.gz`), gz);
  return { br: br.length, gz: gz.length };
}

function builtBefore(): ReadonlyMap<string, CheckFile> {
  try {
    const files = JSON.parse(readFileSync(path.join(OUT, "files.json"), "utf8")) as readonly CheckFile[];
    return new Map(files.map((file) => [file.path, file]));
  } catch {
    return new Map();
  }
}

process.chdir(rootOf(fileURLToPath(import.meta.url)));
mkdirSync(OUT, { recursive: true });
const before = builtBefore();
const made = new Map<string, Uint8Array>(await bundles());
made.set("check.css", readFileSync(`${SOURCE}/style.css`));
const files = [...made].map(([name, bytes]) => {
  writeFileSync(path.join(OUT, name), bytes);
  return fileOf(name, bytes);
});
files.sort((left, right) => (left.path < right.path ? -1 : 1));
writeFileSync(path.join(OUT, "files.json"), `${JSON.stringify(files, undefined, 1)}\n`);
const kept = new Set(["files.json", ...files.flatMap(({ path: name }) => [name, `${name}.br`, `${name}.gz`])]);
for (const name of readdirSync(OUT)) if (!kept.has(name)) rmSync(path.join(OUT, name), { recursive: true });
console.log(`${OUT}: ${files.length} files, ${Math.round(files.reduce((sum, file) => sum + (file.br ?? file.bytes), 0) / 1024)} KB packed (brotli)`);
console.log(`dist/web/desk: ${(await buildDesk()).join(", ")}`);

/** The script runs from its source and from what was compiled of it. */
function rootOf(script: string): string {
  const above = path.dirname(path.dirname(script));
  return path.basename(above) === "dist" ? path.dirname(above) : above;
}
