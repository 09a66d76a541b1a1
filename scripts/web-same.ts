const USAGE = `npm run web:same -- FOLDER [COUNT]

Whether the check page's worker finds in mails what ayashii examine --json prints for them, apart from file name and time.

  FOLDER  .eml files in it and below it
  COUNT   mails to compare, spread evenly over the folder (300)
  --help  this text

Needs Chromium (or its file in the environment variable CHROMIUM).

Example:
  npm run web:same -- corpora 500

Figures: mails whose two reports are the same; each other one is named with the first difference, and makes the exit code 1.`;
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { examine } from "../src/app/examine.ts";
import { readMails } from "../src/intake/index.ts";
import { toJsonReport } from "../src/report/json.ts";
import { CHROMIUM } from "../test/ci.ts";
import { serveCheck } from "../test/check-server.ts";
import { comparable, workerReports } from "../test/check-worker.ts";
import { browserOf, commandLine, emlIn, Fault, wholeNumber } from "./command-line.ts";

const BATCH = 50;
/** As the page itself refuses larger ones. */
const LARGEST = 25 * 1024 * 1024;
const { words } = commandLine(USAGE, {}, { least: 1, most: 2, missing: "name a folder of mails" });
const [folder = "", wanted] = words;
const count = wholeNumber("COUNT", wanted, 300);

function spread(all: readonly string[], count: number): readonly string[] {
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, n) => all[Math.floor(n * step)] ?? "");
}

/** What the command prints for it; the first mail only. */
async function printed(file: string): Promise<unknown> {
  for await (const item of readMails([file]))
    return item.kind === "mail" ? plain(toJsonReport(examine(item.raw, { pasted: item.pasted }), "", 0)) : item.message.en;
  return undefined;
}

const plain = (report: unknown): unknown => JSON.parse(JSON.stringify(report));

const files = spread(emlIn(folder), count).filter((file) => statSync(file).size <= LARGEST);
if (files.length === 0) throw new Fault(`${folder}: all mails are larger than the page takes`);
const executablePath = browserOf(CHROMIUM);
const server = await serveCheck();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const page = await browser.newPage();
await page.goto(server.url);
await page.waitForSelector('body[data-examiner="complete"]');
let [same, other] = [0, 0];
for (let at = 0; at < files.length; at += BATCH) {
  const batch = files.slice(at, at + BATCH);
  const found = await workerReports(
    page,
    batch.map((file) => ({ name: path.basename(file), bytes: readFileSync(file) })),
  );
  for (const [n, file] of batch.entries()) {
    const node = await printed(file);
    try {
      if (typeof node === "string" || typeof found[n] === "string") assert.equal(typeof found[n], typeof node);
      else assert.deepEqual(comparable(plain(found[n])), comparable(node));
      same++;
    } catch (error) {
      other++;
      console.error(`${file}: ${error instanceof Error ? error.message.split("\n").slice(0, 20).join("\n") : String(error)}`);
    }
  }
}
await browser.close();
await server.close();
console.log(`${same} of ${files.length} mails: the same`);
process.exit(other === 0 ? 0 : 1);
