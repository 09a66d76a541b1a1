import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import type * as Ayashii from "../src/index.ts";
import { CHROMIUM, COMMAND, skipUnless } from "./ci.ts";

/** The pure examiner as a browser gets it. No polyfill: an import of a Node module fails the build. */
async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: ["src/index.ts"],
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "ayashii",
    target: "es2022",
    write: false,
    minify: true,
    metafile: true,
  });
  assert.deepEqual(result.warnings, []);
  const inputs = Object.keys(result.metafile.inputs);
  assert.deepEqual(
    inputs.filter((input) => input.startsWith("node:") || input.includes("(disabled)")),
    [],
    "Node modules in the bundle",
  );
  return result.outputFiles[0]?.text ?? "";
}

/** A hundred mails spread evenly over the development corpora beside the checkout, where they are. */
function corpusSample(folder: string): string[] {
  const unpack = "../shared/corpora/unpack";
  if (!existsSync(unpack)) return [];
  assert.equal(spawnSync(unpack, [folder]).status, 0, "unpacking the corpora");
  const all = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".eml"))
    .sort();
  return Array.from({ length: Math.min(100, all.length) }, (_, i) => path.join(folder, all[Math.floor((i * all.length) / 100)] ?? ""));
}

function commandReports(files: readonly string[]): unknown[] {
  const { stdout, stderr, error } = spawnSync(process.execPath, [COMMAND, "examine", "--json", ...files], { encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(error, undefined);
  const reports = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => withoutRun(JSON.parse(line) as Record<string, unknown>));
  assert.equal(reports.length, files.length, stderr);
  return reports;
}

/** What may differ between two runs: the time taken and the name of the file. */
function withoutRun({ ms: _ms, file: _file, ...report }: Record<string, unknown>): unknown {
  return report;
}

test("the examiner bundles for the browser without a polyfill", async () => {
  assert.ok((await bundle()).length > 10_000);
});

test("headless Chromium gives the same JSON as the command", { skip: skipUnless(CHROMIUM !== undefined, "chromium") }, async (context) => {
  const folder = mkdtempSync(path.join(tmpdir(), "corpora-"));
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  try {
    const examples = readdirSync("examples")
      .filter((name) => name.endsWith(".eml"))
      .map((name) => `examples/${name}`);
    const files = [...examples, ...corpusSample(folder)];
    const expected = commandReports(files);
    const page = await browser.newPage();
    const asked: string[] = [];
    const different: { file: string; seen: unknown; expected: unknown }[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.addScriptTag({ content: await bundle() });
    for (const [index, file] of files.entries()) {
      const text = await page.evaluate(inPage, readFileSync(file).toString("base64"));
      const seen = withoutRun(JSON.parse(text) as Record<string, unknown>);
      if (!isDeepStrictEqual(seen, expected[index])) different.push({ file, seen, expected: expected[index] });
    }
    const [first] = different;
    assert.deepEqual(first?.seen, first?.expected, `different in ${different.length} of ${files.length}: ${different.map(({ file }) => file).join(" ")}`);
    assert.deepEqual(asked, [], "the page asked the network");
    context.diagnostic(`${examples.length} examples and ${files.length - examples.length} corpus mails are equal`);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Runs inside the page, where only the bundle's global exists. */
function inPage(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const { examine, toJsonReport } = (globalThis as unknown as { ayashii: typeof Ayashii }).ayashii;
  return JSON.stringify(toJsonReport(examine(bytes), "", 0));
}
