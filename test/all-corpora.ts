const USAGE = `npm run smoke [-- DIR]

Every mail of a folder is examined; none may break a check, take longer than 2 s, or bring the memory over 300 MB.

  DIR     .eml files in it and below it (the corpora beside the checkout, unpacked for the run); mails of the suites beside
          the checkout are added where they are there
  --help  this text

Example:
  npm run smoke -- corpora/newsletters

Figures: crashed are mails on which a check broke; the five slowest are named. Exit code 1 when a bound is not kept.`;
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { holdHeapSmall } from "../src/cli/heap.ts";
import { examine } from "../src/index.ts";
import { commandLine, emlIn, Fault } from "../scripts/command-line.ts";
import { progress } from "../scripts/progress.ts";

const MAX_MS = 2_000;
const MAX_RSS_MB = 300;
const shared = path.resolve("../shared");

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
  return crashed.length === 0 && (slow[0]?.ms ?? 0) <= MAX_MS && rss <= MAX_RSS_MB;
}

// As the command does it.
holdHeapSmall();
const { words } = commandLine(USAGE, {}, { most: 1 });
const unpack = path.join(shared, "corpora/unpack");
if (words[0] === undefined && !existsSync(unpack)) throw new Fault("no corpora beside the checkout; name a folder of .eml (npm run smoke -- DIR)");
const unpacked = words[0] === undefined ? mkdtempSync(path.join(tmpdir(), "smoke-")) : undefined;
try {
  if (unpacked !== undefined) spawnSync(unpack, [unpacked], { stdio: "inherit" });
  process.exitCode = run([...emlIn(unpacked ?? words[0] ?? "."), ...smokeFiles()]) ? 0 : 1;
} finally {
  if (unpacked !== undefined) rmSync(unpacked, { recursive: true, force: true });
}
