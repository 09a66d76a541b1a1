// `npm run smoke [-- DIR]`: every mail of the corpora and of the suites is examined; the slowest and the memory must stay in bounds.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { holdHeapSmall } from "../src/cli/heap.ts";
import { examine } from "../src/index.ts";
import { progress } from "../scripts/progress.ts";

const MAX_MS = 2_000;
const MAX_RSS_MB = 300;
const shared = path.resolve("../shared");

const emlIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((file) => path.join(folder, String(file)))
    .filter((file) => file.endsWith(".eml"));

function smokeFiles(): string[] {
  const cases = path.join(shared, "suites/cases.jsonl");
  if (!existsSync(cases)) return [];
  return readFileSync(cases, "utf8")
    .split("\n")
    .filter((line) => line.includes('"mail.smoke"'))
    .map((line) => path.join(shared, "suites", (JSON.parse(line) as { input_path: string }).input_path));
}

function run(files: readonly string[]): boolean {
  const tell = progress("smoke", files.length);
  const slow: { file: string; ms: number }[] = [];
  const crashed: string[] = [];
  for (const [index, file] of files.entries()) {
    const started = performance.now();
    try {
      const broken = examine(new Uint8Array(readFileSync(file))).results.find((result) => result.kind === "crashed");
      if (broken !== undefined) crashed.push(`${file}: ${broken.check}: ${broken.kind === "crashed" ? broken.error : ""}`);
    } catch (error) {
      crashed.push(`${file}: ${String(error)}`);
    }
    slow.push({ file, ms: performance.now() - started });
    tell(index + 1);
  }
  slow.sort((a, b) => b.ms - a.ms);
  const rss = process.resourceUsage().maxRSS / 1024;
  console.log(`${files.length} mails, ${crashed.length} crashed, slowest ${(slow[0]?.ms ?? 0).toFixed(0)} ms, peak memory ${rss.toFixed(0)} MB`);
  for (const { file, ms } of slow.slice(0, 5)) console.log(`  ${ms.toFixed(0)} ms  ${path.relative(process.cwd(), file)}`);
  for (const line of crashed) console.log(`  crashed  ${line}`);
  return files.length > 0 && crashed.length === 0 && (slow[0]?.ms ?? 0) <= MAX_MS && rss <= MAX_RSS_MB;
}

// As the command does it.
holdHeapSmall();
const unpacked = process.argv[2] === undefined ? mkdtempSync(path.join(tmpdir(), "smoke-")) : undefined;
try {
  if (unpacked !== undefined && existsSync(path.join(shared, "corpora/unpack")))
    spawnSync(path.join(shared, "corpora/unpack"), [unpacked], { stdio: "inherit" });
  const files = [...emlIn(unpacked ?? process.argv[2] ?? "."), ...smokeFiles()];
  if (files.length === 0) console.error("smoke: no mails; name a folder of .eml (npm run smoke -- DIR)");
  process.exitCode = files.length === 0 ? 2 : run(files) ? 0 : 1;
} finally {
  if (unpacked !== undefined) rmSync(unpacked, { recursive: true, force: true });
}
