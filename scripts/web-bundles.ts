import path from "node:path";
import { readFileSync } from "node:fs";
import { build, transform } from "esbuild";
import type { Loader, Plugin } from "esbuild";
import { defaultRegistry } from "../src/brands/index.ts";
import { STYLE } from "../src/report/html-style.ts";
import { registryData } from "../src/brands/registry.generated.ts";
import { smallConfusables } from "./small-confusables.ts";
import { smallSuffixes } from "./small-suffixes.ts";
import { packColumns } from "../src/web/check/brand-columns.ts";

export const SOURCE = "src/web/check";
const WORKER = path.resolve(SOURCE, "worker");
const SHIMS = path.join(WORKER, "node-shims");

/** What stands in the place of a module in the worker's bundle; the keys are ends of resolved paths. */
const REPLACED: Readonly<Record<string, string>> = {
  "src/brands/index.ts": path.join(WORKER, "brands.ts"),
  "src/advisories/index.ts": path.join(WORKER, "advisories.ts"),
  "src/evidence/files/read-file.ts": path.join(WORKER, "late-parts.ts"),
  "src/evidence/codes/read-qr.ts": path.join(WORKER, "late-parts.ts"),
  "src/evidence/codes/decode-picture.ts": path.join(WORKER, "late-parts.ts"),
};

/** Packages and parts of Node that only the reader of .msg files asks for. */
const SHIMMED: Readonly<Record<string, string>> = {
  "iconv-lite": path.join(SHIMS, "iconv-lite.ts"),
  "node:module": path.join(SHIMS, "module.ts"),
  "node:crypto": path.join(SHIMS, "crypto.ts"),
  stream: path.join(SHIMS, "stream.ts"),
  buffer: path.resolve("node_modules/buffer/index.js"),
};

/** The modules that Node reads as they are and a browser needs smaller, or later. */
export const inBrowser: Plugin = {
  name: "in-browser",
  setup(setup) {
    const late = path.join(WORKER, "parts.ts");
    setup.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path: asked, importer, resolveDir }) => {
      const target = path.resolve(resolveDir, asked);
      const end = Object.keys(REPLACED).find((one) => target === path.resolve(one));
      // No module of src/ does anything but export: one of which nothing is used is left out.
      return { path: end === undefined || importer === late ? target : (REPLACED[end] ?? target), sideEffects: false };
    });
    setup.onResolve({ filter: /^(?:iconv-lite|node:module|node:crypto|stream|buffer)$/ }, ({ path: asked }) => ({ path: SHIMMED[asked] ?? asked }));
    // Only the tokenizer is used; the package as a whole cannot be told apart by a bundler.
    setup.onResolve({ filter: /^parse5$/ }, () => ({ path: path.resolve("node_modules/parse5/dist/tokenizer/index.js"), sideEffects: false }));
    setup.onResolve({ filter: /^virtual:/ }, ({ path: asked }) => ({ path: asked, namespace: "virtual" }));
    // Only these know Node's Buffer; as a global it would be in the first bundle.
    setup.onLoad({ filter: /src\/intake\/(?:mbox|msg|mime-writer)\.ts$/ }, ({ path: file }) => ({
      contents: `import { Buffer } from "buffer";${readFileSync(file, "utf8")}`,
      loader: "ts",
    }));
    setup.onLoad({ filter: /rtf-stream-parser\/dist\/.*\.js$/ }, ({ path: file }) => ({
      contents: `const { Buffer } = require("buffer");${readFileSync(file, "utf8")}`,
    }));
    setup.onLoad({ filter: /brand-lines$/, namespace: "virtual" }, () => ({ contents: brandLines() }));
    // Names of errors, which the tokenizer only hands to a listener that we do not have.
    setup.onLoad({ filter: /parse5\/dist\/common\/error-codes\.js$/ }, () => ({ contents: "export const ERR = {};" }));
    setup.onLoad({ filter: /tldts\/dist\/.*\/data\/trie\.js$/ }, () => ({ contents: smallSuffixes(), resolveDir: WORKER, loader: "ts" }));
    setup.onLoad({ filter: /confusables\.generated\.ts$/ }, () => ({ contents: smallConfusables(), resolveDir: WORKER, loader: "ts" }));
  },
};

function brandLines(): string {
  const { version, index } = registryData;
  return `export const version = ${JSON.stringify(version)}; export const commonWords = ${index.common}; export const brandColumns = ${JSON.stringify(packColumns(defaultRegistry().brands))};`;
}

const COMMON = {
  bundle: true,
  minify: true,
  platform: "browser",
  target: "es2022",
  charset: "utf8",
  format: "esm",
  write: false,
  legalComments: "none",
  logLevel: "warning",
  loader: { ".eml": "binary" } as Record<string, Loader>,
} as const;

/** Name → content of every bundle. Entries keep their names, parts are named by their content. */
export async function bundles(): Promise<Map<string, Uint8Array>> {
  const [page, worker] = await Promise.all([
    build({ ...COMMON, entryPoints: [`${SOURCE}/client/main.ts`], outfile: "check.js" }),
    build({
      ...COMMON,
      entryPoints: [`${SOURCE}/worker/worker.ts`],
      outdir: ".",
      splitting: true,
      chunkNames: "part-[hash]",
      plugins: [inBrowser],
    }),
  ]);
  return new Map([...page.outputFiles, ...worker.outputFiles].map((file) => [path.basename(file.path), file.contents]));
}

/** The service worker knows the files by name and their version. */
export async function serviceWorker(files: readonly string[], version: string): Promise<Uint8Array> {
  const define = { FILES: JSON.stringify(files), VERSION: JSON.stringify(version) };
  const { outputFiles } = await build({ ...COMMON, format: "iife", entryPoints: [`${SOURCE}/client/service-worker.ts`], outfile: "sw.js", define });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** The report's style sheet, and the page's own behind it. */
export async function styles(): Promise<Uint8Array> {
  const { code } = await transform(STYLE + readFileSync(`${SOURCE}/style.css`, "utf8"), { loader: "css", minify: true, target: "es2022", charset: "utf8" });
  return new TextEncoder().encode(code);
}
