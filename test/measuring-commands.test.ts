import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

/** The measuring commands: npm scripts that build and then start a compiled file; by name, what they start Node with. */
const scripts = (JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: Readonly<Record<string, string>> }).scripts;
const STARTED = /^npm run build --silent && node (.+)$/;
const commands = new Map(Object.entries(scripts).flatMap(([name, script]) => (STARTED.test(script) ? [[name, STARTED.exec(script)![1]!.split(" ")]] : [])));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** One process; one that does not end is killed, as its command would measure instead of answering. */
function run(start: readonly string[], ...words: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [...start, ...words], { stdio: ["ignore", "pipe", "pipe"], timeout: 20_000, killSignal: "SIGKILL" });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  return new Promise((resolve, reject) => child.once("error", reject).once("close", (code) => resolve({ code, out, err })));
}

function fault(name: string, { code, out, err }: Ended, says: RegExp): void {
  assert.equal(err.trimEnd().split("\n").length, 1, `${name}: one line, not\n${err}`);
  assert.ok(err.startsWith(`${name}: `), err);
  assert.match(err, says);
  assert.equal(out, "", `${name}: nothing is reported`);
  assert.equal(code, 2, `${name}: ${err}`);
}

/** Two at a time: reading the registry is most of what each does. */
async function each<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all].values();
  const next = async (): Promise<void> => {
    for (const one of waiting) await work(one);
  };
  await Promise.all([next(), next()]);
}

test("every npm script that starts a compiled file, but the build, is taken for a measuring command", () => {
  const started = Object.entries(scripts).filter(([name, script]) => name !== "build" && script.includes("dist/"));
  assert.deepEqual(
    [...commands.keys()],
    started.map(([name]) => name),
  );
  assert.ok(commands.size >= 22, `${commands.size}`);
  const page = readFileSync("docs/measuring.md", "utf8");
  for (const name of commands.keys()) assert.match(page, new RegExp(`\\bnpm run ${name}[\\s\`]`), "docs/measuring.md");
});

test("--help says what is measured, its options, an example and what the figures mean, and ends with 0", async () => {
  await each(commands, async ([name, start]) => {
    const { code, out, err } = await run(start, "--help");
    assert.equal(err, "", name);
    assert.equal(code, 0, name);
    assert.ok(out.startsWith(`npm run ${name}`), `${name}: ${out}`);
    for (const part of [/^  --help +this text$/m, /^Examples?:\n  \S/m, /^Figures: /m]) assert.match(out, part, name);
    assert.ok(
      out.split("\n").every((line) => line.length <= 140),
      `${name}: a line is too long`,
    );
  });
});

test("an unknown option is one line that names it and the way to the help, and ends with 2", async () => {
  await each(commands, async ([name, start]) =>
    fault(name, await run(start, "--no-such-option"), /unknown option '--no-such-option'; `npm run \S+ -- --help` tells more/),
  );
});

const folder = mkdtempSync(path.join(tmpdir(), "commands-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const empty = path.join(folder, "empty");
const gone = path.join(folder, "gone");
const indexed = path.join(folder, "indexed");
const nothing = path.join(folder, "nothing.txt");
for (const made of [empty, indexed]) mkdirSync(made);
writeFileSync(path.join(indexed, "index.tsv"), "path\tlabel\na.eml\tham\n");
writeFileSync(nothing, "");

/** What was typed, and what the one line must say. */
const WRONG: readonly (readonly [name: string, words: readonly string[], says: RegExp])[] = [
  ["leaks", ["0"], /MAILS is a whole number from 1, not "0"/],
  ["kill", ["many"], /RUNS is a whole number from 1, not "many"/],
  ["view:hostile", ["1", "--suites", gone], /no cases\.jsonl/],
  ["site:payloads", ["--suites", empty], /no cases\.jsonl|no browser found/],
  ["bench", ["--dir", gone], /gone: there is no such folder/],
  ["bench", ["--dir", empty], /empty: there are no \.eml files in it/],
  ["bench:advisories", ["--corpora", empty], /_ham/],
  ["bench:archive", ["--cases", "1e9x"], /--cases is a whole number from 50/],
  ["bench:search", ["--articles", ""], /--articles/],
  ["bench:campaigns", ["--mails", "1"], /--mails is a whole number from 2/],
  ["bench:load", ["--rates", "100,,200"], /each of --rates/],
  ["bench:desk", ["now"], /"now" is one word too many/],
  ["conformance", ["--suites", empty], /no suites in/],
  ["eval", [], /name a folder of mails/],
  ["eval", [empty], /no index\.tsv in it or above it/],
  ["eval", [indexed], /none of the 1 mails that its index\.tsv names is there/],
  ["eval:registry", [gone], /there is no such file/],
  ["eval:registry", [nothing], /no line "label,count" in it/],
  ["eval:cases", [nothing], /no case in it/],
  ["eval:cases", ["package.json"], /line 1 is no JSON object/],
  ["view:marks", [empty], /there are no \.eml files in it/],
  ["web:same", [gone], /there is no such folder|no browser found/],
  ["smoke", [gone], /there is no such folder/],
];

test("a number that is none, a folder or a file that is not there or empty: one line, nothing measured, 2", async () => {
  await each(WRONG, async ([name, words, says]) => fault(name, await run(commands.get(name)!, ...words), says));
});
