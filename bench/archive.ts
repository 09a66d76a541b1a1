const USAGE = `npm run bench:archive [-- --cases N] [--saves N] [--dir DIR]

Saving a case and finding its relatives in a large archive of made-up cases.

  --cases N  cases in the archive before anything is measured, from 50 (1,000,000)
  --saves N  cases to save, and mails to find relatives of, from 2 (2,000)
  --dir DIR  folder on the disk to measure, where the archive is made and removed again (the system's for temporary files)
  --help     this text

Example:
  npm run bench:archive -- --cases 20000 --saves 200

Figures: milliseconds; half of the arriving mails have relatives, which must be found. Writing and syncing 16 KB alone shows what
of a save is the disk's.`;
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { connect } from "../src/archive/sqlite-engine.ts";
import { openSqliteArchive } from "../src/archive/sqlite-archive.ts";
import { amount, commandLine, folderOf, text } from "../scripts/command-line.ts";
import { table } from "../scripts/table.ts";
import { fillArchive, MadeUpMarks } from "./archive-filling.ts";
import { Seeded } from "./seeded.ts";

const { values } = commandLine(USAGE, { cases: amount(1_000_000, 50), saves: amount(2000, 2), dir: text });
const { cases, saves } = values;
const folder = mkdtempSync(path.join(values.dir === undefined ? tmpdir() : folderOf(values.dir), "archive-bench-"));
const file = path.join(folder, "archive.sqlite");
const marks = new MadeUpMarks(5);
const seeded = new Seeded(99);

function times(name: string, all: readonly number[]): (string | number)[] {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2);
  return [name, all.length, at(0.5), at(0.95), at(0.99), at(1)];
}

async function timed(count: number, work: (i: number) => unknown): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < count; i++) {
    const started = performance.now();
    await work(i);
    all.push(performance.now() - started);
  }
  return all;
}

/** A mail of a template that is there, or of one that is not. */
function arriving(i: number) {
  const templates = Math.floor(cases / 50);
  return i % 2 === 0 ? marks.of(seeded.below(templates), 1_000_000 + i) : marks.of(templates * 200 + i, 0);
}

async function main(): Promise<void> {
  await (await openSqliteArchive(file, { create: true })).close();
  const connection = connect(file);
  const started = performance.now();
  const filled = fillArchive(connection, cases, marks, (done) => process.stderr.isTTY && process.stderr.write(`\rfilling ${done}`));
  connection.close();
  console.log(
    `${cases} cases written straight into the tables in ${((performance.now() - started) / 1000).toFixed(0)} s: ${filled.campaigns} campaigns of more than one, ${filled.indexed} keys, ${(statSync(file).size / 1e6).toFixed(0)} MB`,
  );
  const archive = await openSqliteArchive(file);
  const json = JSON.stringify({ schema: 1, points: Array.from({ length: 60 }, () => ({ text: seeded.code(120) })) });
  const save = (i: number) =>
    archive.saveCase(
      new TextEncoder().encode(`mail ${i} ${seeded.code(9000)}`),
      { toolVersion: "1", registryVersion: "1", at: "2026-06-01T00:00:00Z", json },
      { level: "impersonation", brand: "brand1", subject: `重要なお知らせ ${seeded.code(6)}`, fromAddress: "a@b.example", day: "2026-06-01" },
      arriving(i),
      "reporter",
      `ご利用ありがとうございます。${"お手続きをお願いします。".repeat(30)} ${seeded.code(12)}`,
    );
  await timed(50, (i) => save(-1 - i));
  let found = 0;
  const rss = process.memoryUsage.rss() / 1e6;
  const before = process.cpuUsage();
  const rows = [
    times("finding relatives", await timed(saves, async (i) => void (found += Number((await archive.relativesOf(arriving(i))) !== undefined)))),
    times("saving (with its relatives, synced)", await timed(saves, save)),
  ];
  const spent = process.cpuUsage(before);
  await archive.close();
  rows.push(times("16 KB written and synced alone, for comparison", disk()));
  console.log(table(["milliseconds", "n", "median", "95 %", "99 %", "most"], rows));
  console.log(
    `relatives found for ${found} of ${saves / 2} mails that have some; memory ${rss.toFixed(0)} MB before, ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB after`,
  );
  console.log(`${((spent.user + spent.system) / 1000 / saves).toFixed(2)} ms of processor time for finding and saving one`);
  console.log(`node ${process.version}, ${cpus()[0]?.model ?? "?"}`);
}

/** What the disk itself takes for a commit. */
function disk(): number[] {
  const handle = openSync(path.join(folder, "plain"), "w");
  const page = new Uint8Array(16_384);
  const all = Array.from({ length: 500 }, () => {
    const started = performance.now();
    writeSync(handle, page);
    fsyncSync(handle);
    return performance.now() - started;
  });
  closeSync(handle);
  return all;
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
