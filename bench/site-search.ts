const USAGE = `npm run bench:site-search [-- WARNINGS [QUERIES]]

How long the search of the public site takes in a browser.

  WARNINGS  made-up warnings on the site (100,000)
  QUERIES   subjects to search for (200)
  --help    this text

Needs Chromium (or its file in the environment variable CHROMIUM).

Example:
  npm run bench:site-search -- 5000 50

Figures: milliseconds in the page's own clock from the query to its list, without the wait for typing to end; a first search also
loads its part of the index.`;
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { ASSETS } from "../src/publish/site/assets.ts";
import { publishFolder, serveSite } from "../src/publish/site/index.ts";
import type { SiteFile } from "../src/publish/site/index.ts";
import { pageFile } from "../src/publish/site/layout.ts";
import { SearchIndex } from "../src/publish/site/search-index.ts";
import { searchPage } from "../src/publish/site/search-page.ts";
import { browserOf, commandLine, wholeNumber } from "../scripts/command-line.ts";
import { CHROMIUM } from "../test/ci.ts";
import { variedArticle } from "./site-warnings.ts";
import { Seeded } from "./seeded.ts";

const { words } = commandLine(USAGE, {}, { most: 2 });
const warnings = wholeNumber("WARNINGS", words[0], 100_000);
const queries = wholeNumber("QUERIES", words[1], 200);
const executablePath = browserOf(CHROMIUM);
const folder = mkdtempSync(path.join(tmpdir(), "site-search-"));
const ms = (from: number): string => `${Math.round(performance.now() - from)} ms`;

function* files(): Generator<SiteFile> {
  yield* Object.values(ASSETS);
  const index = new SearchIndex();
  let from = performance.now();
  for (let n = 0; n < warnings; n++) index.add(variedArticle(n));
  console.log(`index of ${warnings} warnings gathered in ${ms(from)}, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB resident`);
  from = performance.now();
  let [count, bytes, largest] = [0, 0, 0];
  for (const file of index.files()) {
    count++;
    bytes += file.content.length;
    largest = Math.max(largest, file.content.length);
    yield file;
  }
  console.log(`${count} files, ${(bytes / 2 ** 20).toFixed(1)} Mi characters, the largest ${(largest / 1024).toFixed(0)} Ki, written in ${ms(from)}`);
  yield pageFile({ base: undefined, title: { ja: "注意喚起", en: "Warnings" } }, searchPage("ja"));
}

/** From setting the query to the list being there, in the page's own clock; the search's wait for typing to end is not in it. */
async function inPage(query: string): Promise<{ took: number; first: string }> {
  const input = document.querySelector("#q") as HTMLInputElement;
  const list = document.querySelector("#results") as HTMLElement;
  input.value = query;
  const began = performance.now();
  input.form?.requestSubmit();
  while (list.dataset["answered"] !== query.trim()) await new Promise((resolve) => setTimeout(resolve));
  return { took: performance.now() - began, first: list.querySelector("a")?.href.split("/").at(-2) ?? "" };
}

const quantile = (sorted: readonly number[], share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);

try {
  publishFolder(folder, files());
  const server = await serveSite(folder, 0);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  const random = new Seeded(5);
  for (const cold of [true, false]) {
    const times: number[] = [];
    let right = 0;
    let page = await browser.newPage();
    await page.goto(`${server.url}search/`, { waitUntil: "networkidle" });
    for (let query = 0; query < queries; query++) {
      const article = variedArticle(random.below(warnings));
      if (cold) {
        // A visitor's first search: of the index only the small meta.json is read, as it is when the page opens.
        await page.close();
        page = await browser.newPage();
        await page.goto(`${server.url}search/`, { waitUntil: "networkidle" });
      }
      const { took, first } = await page.evaluate(inPage, article.mail.subject);
      times.push(took);
      if (first === article.slug) right++;
    }
    times.sort((left, right) => left - right);
    console.log(
      `${cold ? "first search on a page" : "further searches"}: median ${quantile(times, 0.5)} ms, 95 % ${quantile(times, 0.95)} ms, 99 % ${quantile(times, 0.99)} ms, worst ${quantile(times, 1)} ms; ${right} of ${queries} found the very warning first`,
    );
    await page.close();
  }
  await browser.close();
  await server.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
