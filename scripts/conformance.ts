const USAGE = `npm run conformance [-- options]

Our answers against published test suites, a row a suite (docs/conformance.md).

  --suites DIR   folder of the suites: cases.jsonl, and the runner check.mjs, which decides what counts as equal (../shared/suites)
  --suite NAMES  only these suites, parted by commas
  --fail N       missed cases to print of each suite, with our answer (0)
  --json         the figures as JSON
  --help         this text

Example:
  npm run conformance -- --suite tb-dates,tb-words --fail 5

Figures: offered are cases of operations that we have; pass is counted among them, and errors are misses that threw.`;
import { spawn } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { amount, commandLine, Fault, flag, text } from "./command-line.ts";
import { percent, table } from "./table.ts";

interface Answer {
  readonly suite: string;
  readonly id: string;
  readonly ok: boolean;
  readonly actual: unknown;
}
interface Row {
  readonly suite: string;
  cases: number;
  offered: number;
  pass: number;
  error: number;
  readonly missed: string[];
}

const { values } = commandLine(USAGE, { suites: text, suite: text, fail: amount(0, 0), json: flag });
const suites = path.resolve(values.suites ?? "../shared/suites");
const checker = path.join(suites, "check.mjs");
const casesFile = path.join(suites, "cases.jsonl");
if (!existsSync(checker) || !existsSync(casesFile)) throw new Fault(`no suites in ${suites} (check.mjs and cases.jsonl); name their folder with --suites DIR`);

/** Runs the suites' own runner, which decides what counts as equal, and returns its answers. */
async function answers(): Promise<Answer[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "conformance-"));
  const out = path.join(folder, "answers.jsonl");
  try {
    const args = [
      checker,
      "--adapter",
      path.resolve("test/conformance/adapter.mjs"),
      "--json",
      out,
      "--fail",
      "0",
      ...(values.suite === undefined ? [] : ["--suite", values.suite]),
    ];
    // Cases name their files relative to the suites' folder.
    const child = spawn(process.execPath, args, { cwd: suites, stdio: ["pipe", "ignore", "inherit"] });
    child.stdin.on("error", () => undefined);
    createReadStream(casesFile).pipe(child.stdin);
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    if (code !== 0) throw new Fault(`the runner of the suites ended with ${code}`);
    return lines(out).map((line) => JSON.parse(line) as Answer);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lines = (file: string): string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");

function rowsOf(all: readonly Answer[]): Row[] {
  const rows = new Map<string, Row>();
  const row = (suite: string): Row => {
    const known = rows.get(suite) ?? { suite, cases: 0, offered: 0, pass: 0, error: 0, missed: [] };
    rows.set(suite, known);
    return known;
  };
  for (const line of lines(casesFile)) {
    const { suite } = JSON.parse(line) as { suite: string };
    if (values.suite === undefined || values.suite.split(",").includes(suite)) row(suite).cases++;
  }
  for (const answer of all) count(row(answer.suite), answer);
  return [...rows.values()];
}

function count(row: Row, answer: Answer): void {
  row.offered++;
  if (answer.ok) row.pass++;
  else row.missed.push(answer.id);
  if (typeof answer.actual === "object" && answer.actual !== null && "error" in answer.actual && !answer.ok) row.error++;
}

const all = await answers();
const rows = rowsOf(all);
if (all.length === 0)
  throw new Fault(
    values.suite === undefined ? `${casesFile}: nothing in it was answered` : `no cases of ${values.suite} were answered; is that the suite's name?`,
  );
const offered = rows.filter((row) => row.offered > 0);
if (values.json === true) {
  console.log(JSON.stringify({ suites: rows.map((row) => ({ ...row, share: row.offered === 0 ? null : row.pass / row.offered })) }));
} else {
  console.log(
    table(
      ["suite", "cases", "offered", "pass", "miss", "of those errors", "share"],
      offered.map((row) => [row.suite, row.cases, row.offered, row.pass, row.offered - row.pass, row.error, percent(row.pass, row.offered)]),
    ),
  );
  console.log(
    `not offered: ${
      rows
        .filter((row) => row.offered === 0)
        .map((row) => row.suite)
        .join(", ") || "none"
    }`,
  );
  const shown = values.fail;
  for (const row of offered)
    for (const id of row.missed.slice(0, shown))
      console.log(`${row.suite}\t${id}\t${JSON.stringify(all.find((answer) => answer.id === id && answer.suite === row.suite)?.actual)?.slice(0, 200) ?? ""}`);
}
