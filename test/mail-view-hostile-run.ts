const USAGE = `npm run view:hostile [-- COUNT] [--suites DIR]

Hostile mails drawn in Chromium: nothing may run, leave or be drawn that must not.

  COUNT         mails to draw (10,000)
  --suites DIR  a folder of published suites (cases.jsonl), whose payloads are drawn too (../shared/suites, where it is there)
  --help        this text

Needs Chromium (or its file in the environment variable CHROMIUM).

Example:
  npm run view:hostile -- 500

Figures: scripts, requests, foreign elements and violations must all be 0, else each is named and the exit code is 1; times are
milliseconds for half of the mails, 99 % of them and the slowest.`;
import { chromium } from "playwright-core";
import { browserOf, commandLine, Fault, text, wholeNumber } from "../scripts/command-line.ts";
import { CHROMIUM } from "./ci.ts";
import { hostileMails } from "./hostile-mails.ts";
import { drawHostile, quantile } from "./mail-view-hostile.ts";
import { suitePayloads } from "./suite-payloads.ts";

const { values, words } = commandLine(USAGE, { suites: text }, { most: 1 });
const count = wholeNumber("COUNT", words[0], 10_000);
const further = suitePayloads(values.suites ?? "../shared/suites");
if (values.suites !== undefined && further.length === 0) throw new Fault(`${values.suites}: no cases.jsonl with payloads in it`);

const browser = await chromium.launch({ executablePath: browserOf(CHROMIUM), args: ["--no-sandbox", "--disable-dev-shm-usage"] });
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
