// `npm run view:hostile [-- COUNT] [--suites DIR]`: hostile mails drawn in Chromium; counts, times, and a non-zero end when
// anything ran, left or was drawn that must not. With a folder of published suites (cases.jsonl) their XSS payloads too.
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { CHROMIUM } from "./ci.ts";
import { hostileMails } from "./hostile-mails.ts";
import { drawHostile, quantile } from "./mail-view-hostile.ts";
import { suitePayloads } from "./suite-payloads.ts";

const { values, positionals } = parseArgs({ options: { suites: { type: "string" } }, allowPositionals: true });
const count = Number(positionals[0] ?? 10_000);
const further = suitePayloads(values.suites ?? "../shared/suites");
if (CHROMIUM === undefined) throw new Error("no Chromium found: name it in the environment variable CHROMIUM");

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const report = await drawHostile(browser, hostileMails(count, further), (done) => {
  if (done % 1000 === 0) console.error(`${done} of ${count}`);
});
await browser.close();
const times = (ascending: readonly number[]): string => [0.5, 0.99, 1].map((share) => quantile(ascending, share).toFixed(1)).join(" / ");
console.log(`mails drawn                      ${report.mails} (payloads of published suites: ${further.length})`);
console.log(`elements drawn, marks            ${report.elements}, ${report.marks}`);
console.log(`scripts that ran                 ${report.ran.length}`);
console.log(`requests after the page was up   ${report.requests.length}`);
console.log(`elements that do not belong      ${report.foreign.length}`);
console.log(`errors and policy violations     ${report.violations.length}`);
console.log(`ms to make a view  p50/p99/max   ${times(report.viewing)}`);
console.log(`ms to draw a view  p50/p99/max   ${times(report.drawing)}`);
const bad = [...report.ran, ...report.requests, ...report.foreign, ...report.violations];
for (const line of new Set(bad)) console.error(line.slice(0, 300));
if (bad.length > 0) process.exitCode = 1;
