const USAGE = `npm run bench [-- options]

Speed and memory of examining beside bare parsing by the same parser: the same mails, the same run, one thread.

  --dir DIR         .eml files in it and below it (the corpora beside the checkout, unpacked for the run)
  --rounds N        rounds in turn; the fastest counts (2)
  --sample N        mails that other parsers are given (1,000), or that are compared with --against (2,000)
  --against rspamd  examining beside rspamd instead, in mails a second, when it is installed
  --json            the figures as JSON
  --help            this text

Examples:
  npm run bench -- --dir corpora/newsletters
  npm run bench -- --against rspamd --sample 500

Figures: mails/s and MB/s without reading the files; "times bare parsing" is what examining costs beyond finding parts and fields.`;
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { holdHeapSmall } from "../src/cli/heap.ts";
import { examine } from "../src/index.ts";
import { amount, commandLine, emlIn, Fault, flag, text } from "../scripts/command-line.ts";
import { percent, table } from "../scripts/table.ts";
import { progress } from "../scripts/progress.ts";
import { benchAgainst } from "./against.ts";
import { bareParse, textsOnly } from "./bare-parse.ts";

const { values } = commandLine(USAGE, { dir: text, rounds: amount(2), sample: amount(undefined), against: text, json: flag });
if (values.against !== undefined && values.against !== "rspamd") throw new Fault(`--against knows rspamd, not "${values.against}"`);
const { rounds } = values;
const sampleSize = values.sample ?? 1000;

// As the command does it: the memory printed is what its users see.
holdHeapSmall();

interface Measure {
  readonly name: string;
  readonly mails: number;
  readonly bytes: number;
  readonly seconds: number;
}

type Work = (raw: Uint8Array) => unknown;

async function once(name: string, files: readonly string[], work: Work): Promise<Measure> {
  let bytes = 0;
  let milliseconds = 0;
  for (const file of files) {
    // Reading the file is not measured; only one mail is in memory at a time.
    const raw = new Uint8Array(readFileSync(file));
    bytes += raw.length;
    const started = performance.now();
    const result = work(raw);
    if (result instanceof Promise) await result;
    milliseconds += performance.now() - started;
  }
  return { name, mails: files.length, bytes, seconds: milliseconds / 1000 };
}

/** Fastest of the rounds; the two are run in turn so that neither has the warmer machine. */
async function inTurn(files: readonly string[], works: readonly (readonly [string, Work])[]): Promise<Measure[]> {
  const best = new Map<string, Measure>();
  const tell = progress("bench", rounds * works.length);
  // The first pass only warms the compiler up.
  for (const [name, work] of works) await once(name, files.slice(0, 500), work);
  for (let round = 0; round < rounds; round++) {
    for (const [index, [name, work]] of works.entries()) {
      const measure = await once(name, files, work);
      if (measure.seconds < (best.get(name)?.seconds ?? Infinity)) best.set(name, measure);
      tell(round * works.length + index + 1);
    }
  }
  return [...best.values()];
}

const spread = (files: readonly string[], count: number): string[] =>
  Array.from({ length: Math.min(count, files.length) }, (_, i) => files[Math.floor((i * files.length) / Math.min(count, files.length))] ?? "");

const quietly =
  (parse: (raw: Uint8Array) => Promise<unknown>): Work =>
  (raw) =>
    parse(raw).catch(() => undefined);

async function measure(files: readonly string[]): Promise<void> {
  const own = await inTurn(files, [
    ["bare parsing", bareParse],
    ["examine", examine],
    ["structure and texts only", textsOnly],
  ]);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const sample = spread(files, sampleSize);
  const peers = await inTurn(sample, [
    ["bare parsing (sample)", bareParse],
    ["postal-mime (sample)", quietly((raw) => new PostalMime().parse(raw))],
    ["mailparser (sample)", quietly((raw) => simpleParser(Buffer.from(raw)))],
  ]);
  report(own, peers, peakMb);
}

function report(own: readonly Measure[], peers: readonly Measure[], peakMb: number): void {
  const times = (other: Measure | undefined): number => (own[1]?.seconds ?? 0) / (other?.seconds ?? 1);
  const ratio = times(own[0]);
  const ratioToTextsOnly = times(own[2]);
  const rows = [...own, ...peers].map((measured) => ({
    ...measured,
    mailsPerSecond: measured.mails / measured.seconds,
    megabytesPerSecond: measured.bytes / 1e6 / measured.seconds,
  }));
  if (values.json === true) {
    console.log(JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, rounds, rows, ratio, ratioToTextsOnly, peakMb }));
    return;
  }
  console.log(
    table(
      ["", "mails", "MB", "seconds", "mails/s", "MB/s"],
      rows.map((row) => [
        row.name,
        row.mails,
        (row.bytes / 1e6).toFixed(1),
        row.seconds.toFixed(2),
        row.mailsPerSecond.toFixed(0),
        row.megabytesPerSecond.toFixed(1),
      ]),
    ),
  );
  console.log(
    `\nexamining costs ${ratio.toFixed(2)} times bare parsing (${percent(own[0]?.seconds ?? 0, own[1]?.seconds ?? 0)} of it is parsing), ${ratioToTextsOnly.toFixed(2)} times finding the structure and decoding the texts alone`,
  );
  console.log(
    `peak memory of parsing and examining: ${peakMb.toFixed(0)} MB; node ${process.version}, ${cpus()[0]?.model ?? "?"}, one thread, best of ${rounds} rounds`,
  );
}

const unpack = path.resolve("../shared/corpora/unpack");
if (values.dir === undefined && !existsSync(unpack)) throw new Fault("no corpora beside the checkout; name a folder of .eml with --dir DIR");
const folder = values.dir ?? mkdtempSync(path.join(tmpdir(), "bench-"));
try {
  if (values.dir === undefined) spawnSync(unpack, [folder], { stdio: "inherit" });
  const files = emlIn(folder);
  if (values.against === undefined) await measure(files);
  else if (!(await benchAgainst(spread(files, values.sample ?? 2000), rounds, values.json === true))) process.exitCode = 2;
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
} finally {
  if (values.dir === undefined) rmSync(folder, { recursive: true, force: true });
}
