const USAGE = `npm run kill [-- RUNS]

A process that keeps mails in an archive is killed (SIGKILL) at random moments; nothing it acknowledged may be lost.

  RUNS    processes to kill, one after another over one file (200)
  --help  this text

Example:
  npm run kill -- 20

Figures: acknowledged are mails and articles that the process said are kept; the first that is lost or half there ends the command.`;
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { commandLine, Fault, wholeNumber } from "../scripts/command-line.ts";
import { openSqliteArchive } from "../src/archive/sqlite-archive.ts";
import { connect } from "../src/archive/sqlite-engine.ts";
import { killMail } from "./kill-archive-mail.ts";

const CHILD = fileURLToPath(new URL(`./kill-archive-child${path.extname(import.meta.url)}`, import.meta.url));

export interface KillRun {
  readonly acknowledged: number;
  /** Kept, but killed before it could say so. */
  readonly unsaid: number;
}

/** Kills the child some milliseconds after its first line; returns the lines that arrived whole. */
async function killedRun(file: string, run: number, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [...process.execArgv.filter((argument) => !argument.startsWith("--test")), CHILD, file, String(run)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  let timer: NodeJS.Timeout | undefined;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    timer ??= setTimeout(() => child.kill("SIGKILL"), milliseconds);
  });
  const ended = await new Promise<string>((resolve) => child.on("close", (code, signal) => resolve(signal ?? `exit code ${code}`)));
  clearTimeout(timer);
  assert.equal(ended, "SIGKILL", "the child ended by itself");
  return out.split("\n").slice(0, -1);
}

/** Opens what was left and checks it whole: the file, every acknowledged mail and article, and that nothing is half there. */
async function check(file: string, lines: readonly string[]): Promise<void> {
  const connection = connect(file);
  assert.deepEqual(
    connection
      .prepare("pragma integrity_check")
      .all()
      .map((row) => ({ ...(row as object) })),
    [{ integrity_check: "ok" }],
  );
  assert.deepEqual(connection.prepare("pragma foreign_key_check").all(), []);
  for (const half of HALF) assert.deepEqual(connection.prepare(half).all(), [], half);
  connection.close();
  const archive = await openSqliteArchive(file);
  for (const line of lines) {
    const [what, name = "", id = ""] = line.split(" ");
    if (what === "case") {
      assert.deepEqual(await archive.rawOf(id), killMail(name), `lost: ${line}`);
      assert.equal((await archive.examinationsOf(id)).length, 1);
    } else assert.equal((await archive.articleOf(id))?.slug, `brand-${name}`, `lost: ${line}`);
  }
  await archive.close();
}

/** Each would list something written only in part. */
const HALF = [
  "select number from case_file where number not in (select case_number from examination)",
  "select number from case_file where number not in (select case_number from mark)",
  "select number from case_file where number not in (select case_number from report)",
  "select number from case_file where number not in (select rowid from case_subject)",
  "select number from case_file where number not in (select rowid from case_text)",
  "select sha256 from mail where sha256 not in (select sha256 from case_file)",
  "select number from article where number not in (select rowid from article_text)",
  "select number from campaign c where size <> (select count(*) from case_file where campaign = c.number)",
];

/** Run after run over one file, as a machine would live through it. Throws at the first loss. */
export async function killRuns(runs: number, random: () => number = Math.random, tell: (run: number) => void = () => undefined): Promise<KillRun> {
  const folder = mkdtempSync(path.join(tmpdir(), "kill-"));
  const file = path.join(folder, "archive.sqlite");
  let acknowledged = 0;
  try {
    for (let run = 0; run < runs; run++) {
      const lines = await killedRun(file, run, Math.floor(random() * 150));
      acknowledged += lines.length;
      await check(file, lines);
      tell(run + 1);
    }
    const connection = connect(file);
    const [{ n }] = connection.prepare("select (select count(*) from case_file) + (select count(*) from article) n").all() as [{ n: number }];
    connection.close();
    return { acknowledged, unsaid: n - acknowledged };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { words } = commandLine(USAGE, {}, { most: 1 });
  const runs = wholeNumber("RUNS", words[0], 200);
  const { acknowledged, unsaid } = await killRuns(runs, Math.random, (run) => process.stderr.isTTY && process.stderr.write(`\r${run}`));
  if (acknowledged === 0) throw new Fault(`nothing was acknowledged in ${runs} runs: nothing was measured; give more RUNS`);
  console.log(`${runs} runs killed: ${acknowledged} acknowledged, none lost; ${unsaid} more were kept and could not be acknowledged`);
}
