// npm run web:same -- FOLDER [COUNT]: whether the check page's worker finds in the mails of a folder what `ayashii examine --json`
// prints for them, apart from file name and time. COUNT mails (300) spread evenly over the folder.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { examine } from "../src/app/examine.ts";
import { readMails } from "../src/intake/index.ts";
import { toJsonReport } from "../src/report/json.ts";
import { CHROMIUM } from "../test/ci.ts";
import { serveCheck } from "../test/check-server.ts";
import { comparable, workerReports } from "../test/check-worker.ts";

const BATCH = 50;
/** As the page itself refuses larger ones. */
const LARGEST = 25 * 1024 * 1024;
const [folder, wanted = "300"] = process.argv.slice(2);
if (folder === undefined || CHROMIUM === undefined) {
  console.error(folder === undefined ? "web:same: name a folder with mails (npm run web:same -- FOLDER [COUNT])" : "web:same: no browser found (set CHROMIUM)");
  process.exit(2);
}

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

const all = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".eml"));
const files = spread(all.toSorted(), Number(wanted))
  .map((name) => path.join(folder, name))
  .filter((file) => statSync(file).size <= LARGEST);
const server = await serveCheck();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
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
