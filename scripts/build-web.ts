// Builds the check page into dist/web/check/: bundles, style sheet, icons, each beside its packed forms, and files.json, which lists
// them (src/web/check/files.ts). The same sources give the same bytes; what did not change is not packed again.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { buildDesk } from "./build-desk.ts";
import type { CheckFile } from "../src/web/check/files.ts";
import { manifestOf } from "../src/web/check/manifest.ts";
import { checkPage } from "../src/web/check/page.ts";
import { bundles, serviceWorker, SOURCE, styles } from "./web-bundles.ts";

const OUT = "dist/web/check";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};

/** Already packed by their format. */
const PACKED = new Set([".png"]);

const hashOf = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

function fileOf(name: string, bytes: Uint8Array): CheckFile {
  const type = TYPES[path.extname(name)];
  if (type === undefined) throw new Error(`no content type for ${name}`);
  const hash = hashOf(bytes);
  // The page is at `/`, so the worker beside the files must be allowed to look after more than its own folder.
  const headers: Record<string, string> = name === "sw.js" ? { "Service-Worker-Allowed": "/" } : {};
  const whole = { path: name, type, bytes: bytes.length, hash, immutable: name.startsWith("part-"), headers };
  return PACKED.has(path.extname(name)) ? whole : { ...whole, ...packedSizes(name, bytes, hash) };
}

/** Packs as small as possible, unless the same bytes were packed before. */
function packedSizes(name: string, bytes: Uint8Array, hash: string): Pick<CheckFile, "br" | "gz"> {
  const known = before.get(name);
  const there = [".br", ".gz"].every((ending) => existsSync(path.join(OUT, name + ending)));
  if (known?.hash === hash && there) return { br: known.br, gz: known.gz };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const br = brotliCompressSync(bytes, { params });
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

/** Everything but the service worker, which names the others. */
async function contents(): Promise<Map<string, Uint8Array>> {
  const made = await bundles();
  made.set("check.css", await styles());
  for (const lang of ["ja", "en"] as const) made.set(`${lang}.webmanifest`, new TextEncoder().encode(`${JSON.stringify(manifestOf(lang), undefined, 1)}\n`));
  for (const name of readdirSync(`${SOURCE}/static`)) made.set(name, readFileSync(`${SOURCE}/static/${name}`));
  return made;
}

/** The version of all that is kept for use without a connection, the document itself among it. */
function versionOf(made: ReadonlyMap<string, Uint8Array>): string {
  const hashes = [...made].map(([name, bytes]) => `${name} ${hashOf(bytes)}`).sort();
  return hashOf([...hashes, checkPage("ja"), checkPage("en")].join("\n"));
}

process.chdir(rootOf(fileURLToPath(import.meta.url)));
mkdirSync(OUT, { recursive: true });
const before = builtBefore();
const made = await contents();
made.set("sw.js", await serviceWorker([...made.keys()], versionOf(made)));
const files = [...made].map(([name, bytes]) => {
  writeFileSync(path.join(OUT, name), bytes);
  return fileOf(name, bytes);
});
files.sort((left, right) => (left.path < right.path ? -1 : 1));
writeFileSync(path.join(OUT, "files.json"), `${JSON.stringify(files, undefined, 1)}\n`);
const kept = new Set(["files.json", ...files.flatMap(({ path: name }) => [name, `${name}.br`, `${name}.gz`])]);
for (const name of readdirSync(OUT)) if (!kept.has(name)) rmSync(path.join(OUT, name), { recursive: true });
console.error(`${OUT}: ${files.length} files, ${Math.round(files.reduce((sum, file) => sum + (file.br ?? file.bytes), 0) / 1024)} KB packed (brotli)`);
console.error(`dist/web/desk: ${(await buildDesk()).join(", ")}`);

/** The script runs from its source and from what was compiled of it. */
function rootOf(script: string): string {
  const above = path.dirname(path.dirname(script));
  return path.basename(above) === "dist" ? path.dirname(above) : above;
}
