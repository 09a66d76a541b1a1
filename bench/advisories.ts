const USAGE = `npm run bench:advisories [-- options]

One mail against many published warnings: is the right one first, does genuine mail match none, how long does it take?
Everything is generated from seeds.

  --cases N      synthetic warnings (100,000)
  --mails N      mutated copies of mails that the warnings tell of (1,000)
  --genuine N    generated genuine mails (10,000)
  --corpora DIR  folders of genuine mails, named *_ham, too (the corpora beside the checkout, where they are)
  --misses       mutated mails whose warning is not first, and genuine ones that match, as they come
  --help         this text

Example:
  npm run bench:advisories -- --cases 10000 --genuine 1000

Figures: right first is the share of mutated mails whose own warning is the best match; of genuine mails none should match.
Clock times also count what the machine does meanwhile, CPU times do not.`;
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ADVISORIES } from "../src/advisories/advisories.generated.ts";
import { ADVISORY_RUNS } from "../src/advisories/advisory-runs.generated.ts";
import { compileAdvisories } from "../src/advisories/match.ts";
import { runsFromText } from "../src/advisories/pairs-text.ts";
import type { AdvisoryIndex, MatchInput } from "../src/advisories/matching.ts";
import { defaultRegistry } from "../src/brands/index.ts";
import { gatherEvidence } from "../src/evidence/gather.ts";
import { parseMail } from "../src/mail/index.ts";
import { amount, commandLine, Fault, flag, folderOf, text } from "../scripts/command-line.ts";
import { percent, table } from "../scripts/table.ts";
import { genuineMail, mailOf, MUTATIONS, warningOf } from "./advisory-mails.ts";
import { Seeded } from "./seeded.ts";

const { values } = commandLine(USAGE, { cases: amount(100_000), mails: amount(1000), genuine: amount(10_000), corpora: text, misses: flag });
const caseCount = values.cases;
const mailCount = values.mails;
if (values.corpora !== undefined && genuineFolders(values.corpora).length === 0)
  throw new Fault(`${values.corpora}: no folder of genuine mails in it; their names end with _ham or _ham_1`);

function heapMb(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const times: number[] = [];
/** CPU time of the whole process a mail, compiler and collector threads included: the wall clock of a shared machine also counts its neighbours. */
const cpuTimes: number[] = [];

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed(index: AdvisoryIndex, mail: MatchInput): ReturnType<AdvisoryIndex["match"]> {
  const cpu = cpuMs();
  const began = performance.now();
  const matches = index.match(mail);
  times.push(performance.now() - began);
  cpuTimes.push(cpuMs() - cpu);
  return matches;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function timesLine(what: string): string {
  const [wall, cpu] = [times, cpuTimes].map((list) => list.splice(0).sort((a, b) => a - b)) as [number[], number[]];
  const line = (sorted: readonly number[]): string =>
    `p50 ${quantile(sorted, 0.5).toFixed(3)} ms, p99 ${quantile(sorted, 0.99).toFixed(3)} ms, most ${(sorted.at(-1) ?? 0).toFixed(2)} ms`;
  return `${what}, ${wall.length} mails: clock ${line(wall)}; CPU ${line(cpu)}`;
}

function rightFirst(index: AdvisoryIndex): void {
  const names = Object.keys(MUTATIONS);
  const rows = new Map(names.map((name) => [name, { mails: 0, first: 0, among: 0 }]));
  for (let i = 0; i < mailCount; i++) {
    const name = names[i % names.length] as string;
    const random = new Seeded(i + 0xabcd);
    const number = random.below(caseCount);
    const mail = (MUTATIONS[name] as (typeof MUTATIONS)[string])(mailOf(number, i + 1), random);
    const matches = timed(index, mail);
    const row = rows.get(name) as { mails: number; first: number; among: number };
    row.mails++;
    if (matches[0]?.advisory.id === `bench/${number}`) row.first++;
    else if (values.misses)
      console.log(
        `${name}: wanted ${number}, got ${matches.map((match) => `${match.advisory.id} ${match.strength} ${match.coverage.toFixed(2)}`).join("; ")}\n${mail.subject}\n`,
      );
    if (matches.some((match) => match.advisory.id === `bench/${number}`)) row.among++;
  }
  const total = [...rows.values()].reduce((sum, row) => ({ mails: sum.mails + row.mails, first: sum.first + row.first, among: sum.among + row.among }));
  console.log(
    table(
      ["mutated mails", "mails", "right first", "share", "among the matches"],
      [...rows, ["all", total] as const].map(([name, row]) => [
        name,
        String(row.mails),
        String(row.first),
        percent(row.first, row.mails),
        percent(row.among, row.mails),
      ]),
    ),
  );
  console.log(timesLine("matching a mutated mail"));
}

function countMatches(index: AdvisoryIndex, mails: Iterable<MatchInput>, what: string): void {
  let count = 0;
  let matched = 0;
  for (const mail of mails) {
    count++;
    const [first] = timed(index, mail);
    if (first === undefined) continue;
    matched++;
    if (values.misses) console.log(`${what}: ${first.advisory.id} ${first.strength} ${first.coverage.toFixed(2)} ${mail.subject}`);
  }
  if (count === 0) throw new Fault(`${what}: there are none; name their folder with --corpora DIR`);
  console.log(`${what}: ${matched} of ${count} match a warning. ${timesLine("time")}`);
}

function* generated(): Generator<MatchInput> {
  for (let i = 0; i < values.genuine; i++) yield genuineMail(i);
}

function genuineFolders(corpora: string): string[] {
  return readdirSync(folderOf(corpora)).filter((name) => /_ham(?:_\d+)?$/.test(name));
}

/** Genuine mails of the corpora as the check hands them to the matching. */
function* corpusMails(folder: string): Generator<MatchInput> {
  const registry = defaultRegistry();
  for (const corpus of genuineFolders(folder)) {
    for (const file of readdirSync(path.join(folder, corpus)).filter((name) => name.endsWith(".eml"))) {
      const evidence = gatherEvidence(parseMail(new Uint8Array(readFileSync(path.join(folder, corpus, file)))), registry);
      const from = evidence.sender.kind === "found" ? evidence.sender.value.from[0] : undefined;
      yield {
        subject: evidence.subject?.text ?? "",
        senderName: from?.displayName ?? "",
        senderAddress: from?.address ?? "",
        visibleText: evidence.visibleText,
        urls: evidence.links.kind === "found" ? evidence.links.value.flatMap((link) => link.targetUrl ?? []) : [],
      };
    }
  }
}

function shipped(): AdvisoryIndex {
  const cpu = cpuMs();
  const began = performance.now();
  const index = compileAdvisories(ADVISORIES, runsFromText(ADVISORY_RUNS));
  const took = performance.now() - began;
  const cpuTook = cpuMs() - cpu;
  const cases = index.advisories.reduce((sum, advisory) => sum + advisory.cases.length, 0);
  console.log(
    `shipped library: ${index.advisories.length} warnings, ${cases} cases, index loaded in ${took.toFixed(1)} ms, ${cpuTook.toFixed(1)} ms of CPU (first use, cold)`,
  );
  return index;
}

const unpack = path.resolve("../shared/corpora/unpack");
const unpacked = values.corpora === undefined && existsSync(unpack) ? mkdtempSync(path.join(tmpdir(), "bench-")) : undefined;
try {
  const library = shipped();
  const before = heapMb();
  const began = performance.now();
  const warnings = Array.from({ length: caseCount }, (_, i) => warningOf(i));
  const generatedAt = performance.now();
  const texts = heapMb();
  const compiledFrom = performance.now();
  const index = compileAdvisories(warnings);
  console.log(
    `${caseCount} synthetic warnings: generated in ${((generatedAt - began) / 1000).toFixed(1)} s, index built in ${((performance.now() - compiledFrom) / 1000).toFixed(1)} s; ` +
      `texts ${(texts - before).toFixed(0)} MB, index ${(heapMb() - texts).toFixed(0)} MB (run with --expose-gc for true sizes)`,
  );
  for (let i = 0; i < 200; i++) index.match(mailOf(i, i));
  rightFirst(index);
  countMatches(index, generated(), "generated genuine mails");
  if (unpacked !== undefined) spawnSync(unpack, [unpacked], { stdio: "inherit" });
  const corpora = values.corpora ?? unpacked;
  if (corpora !== undefined) {
    countMatches(index, corpusMails(corpora), "genuine mails of the corpora, against the synthetic warnings");
    countMatches(library, corpusMails(corpora), "genuine mails of the corpora, against the shipped library");
  }
} finally {
  if (unpacked !== undefined) rmSync(unpacked, { recursive: true, force: true });
}
