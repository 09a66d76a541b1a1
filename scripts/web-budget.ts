const USAGE = `npm run web:budget

What the check page costs a reader, measured in a real browser, and whether it keeps its budget.

  --help  this text

Needs a built page (npm run build does that first) and Chromium (or its file in the environment variable CHROMIUM).

Example:
  CHROMIUM=/usr/bin/chromium npm run web:budget

Figures: sizes are those of the packed files that the first examination of a mail without attachments needs; times are of this
machine, medians of five fresh browsers. Exit code 1 when a size or the time of the first report is over the budget.`;
import { chromium } from "playwright-core";
import type { Page } from "playwright-core";
import { CHROMIUM } from "../test/ci.ts";
import { serveCheck } from "../test/check-server.ts";
import { browserOf, commandLine } from "./command-line.ts";
import { MOST_BYTES, webSizes } from "./web-sizes.ts";
import type { Size } from "./web-sizes.ts";

/** From the drop to the drawn report of a mail of 100 KB, once the page is ready. */
const MOST_MS = 300;
const RUNS = 5;

commandLine(USAGE, {});

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(7)} KB`;
const line = (what: string, { br, gz, bytes }: Size): string => `${what.padEnd(44)} ${kb(br)} br ${kb(gz)} gzip ${kb(bytes)} plain`;

/** An ordinary newsletter-like phish of about 100 KB: paragraphs, tables, links. Made here, so that it is the same everywhere. */
function largeMail(): string {
  const row = (n: number): string =>
    `<tr><td style="padding:4px;color:#333">お知らせ ${n}: ご契約の内容とお支払い方法をご確認ください。</td><td><a href="https://news${n % 7}.mail-example.test/p/${n}?u=taro">詳しく見る ${n}</a></td></tr>\r\n`;
  let html = "";
  for (let n = 0; html.length < 78_000; n++) html += row(n);
  const head =
    "From: XSERVER SUPPORT <support@xserver.jp>\r\nTo: taro@example.com\r\nSubject: =?utf-8?B?6YeN6KaB44Gq44GK55+l44KJ44Gb?=\r\nDate: Thu, 15 Feb 2024 08:12:31 +0900\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
  return `${head}<html><body><p>エックスサーバーをご利用のお客様 taro@example.com</p><table>${html}</table><p><a href="https://login.pending-messages.example/">ログインして確認する</a></p></body></html>`;
}

async function dropped(page: Page, mail: string): Promise<number> {
  return page.evaluate(async (text) => {
    document.querySelector<HTMLElement>('[data-action="another"]')?.click();
    const input = document.querySelector<HTMLInputElement>("#file")!;
    const data = new DataTransfer();
    data.items.add(new File([text], "mail.eml", { type: "message/rfc822" }));
    input.files = data.files;
    const started = performance.now();
    input.dispatchEvent(new Event("change", { bubbles: true }));
    // Until the report with the drawn mail has been laid out.
    while ((document.querySelector('[data-part="view"]')?.shadowRoot?.querySelectorAll(".body").length ?? 0) === 0)
      await new Promise((resolve) => setTimeout(resolve, 1));
    document.body.getBoundingClientRect();
    return performance.now() - started;
  }, mail);
}

interface Times {
  readonly ready: number;
  readonly complete: number;
  readonly first: number;
  readonly later: number;
}

/** A fresh browser profile each time: nothing is cached, nothing is compiled. */
async function measured(mail: string): Promise<Times> {
  const server = await serveCheck();
  const browser = await chromium.launch({ executablePath: browserOf(CHROMIUM), args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const started = performance.now();
    await page.goto(server.url, { waitUntil: "commit" });
    await page.waitForSelector("body[data-examiner]");
    const ready = performance.now() - started;
    await page.waitForSelector('body[data-examiner="complete"]');
    const complete = performance.now() - started;
    return { ready, complete, first: await dropped(page, mail), later: await dropped(page, mail) };
  } finally {
    await browser.close();
    await server.close();
  }
}

const median = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

const sizes = webSizes();
console.log(line("document", sizes.document));
console.log(line("check.css", sizes.style));
console.log(line("check.js", sizes.page));
console.log(line(`worker.js with ${sizes.parts} parts (examiner, registry)`, sizes.worker));
console.log(line("first examination", sizes.first));
console.log(line("later (QR, PDF, .msg, mbox, redaction, icons)", sizes.later));

// The sizes above are told without a browser; whether the budget is kept is not.
browserOf(CHROMIUM);
const mail = largeMail();
const runs: Times[] = [];
for (let run = 0; run < RUNS; run++) runs.push(await measured(mail));
const of = (key: keyof Times): string => `${median(runs.map((run) => run[key])).toFixed(0)} ms (${runs.map((run) => run[key].toFixed(0)).join(", ")})`;
console.log(`\nmedian of ${RUNS} fresh browsers`);
console.log(`page to ready to examine       ${of("ready")}`);
console.log(`page to everything loaded      ${of("complete")}`);
console.log(`first report, ${Math.round(Buffer.byteLength(mail) / 1000)} KB mail    ${of("first")}`);
console.log(`the same mail again            ${of("later")}`);
const tooLarge = sizes.first.br > MOST_BYTES;
const tooSlow = median(runs.map((run) => run.first)) > MOST_MS;
if (tooLarge) console.error(`web:budget: ${sizes.first.br} bytes, the budget is ${MOST_BYTES}`);
if (tooSlow) console.error(`web:budget: the first report takes longer than ${MOST_MS} ms`);
process.exit(tooLarge || tooSlow ? 1 : 0);
