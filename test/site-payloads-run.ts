const USAGE = `npm run site:payloads [-- --suites DIR]

Hostile texts in every field of a published warning, its pages opened in Chromium without their own policy: nothing may run or leave.

  --suites DIR  a folder of published suites (cases.jsonl), whose payloads are tried too (../shared/suites, where it is there)
  --help        this text

Needs Chromium (or its file in the environment variable CHROMIUM).

Example:
  npm run site:payloads

Figures: what ran or left must be 0; the same texts put bare into a page must be noticed, which shows that looking works. Exit
code 1 otherwise.`;
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium } from "playwright-core";
import type { BrowserContext, Page } from "playwright-core";
import { articleHtml } from "../src/article/index.ts";
import { siteFiles } from "../src/publish/site/index.ts";
import { browserOf, commandLine, Fault, text } from "../scripts/command-line.ts";
import { CHROMIUM } from "./ci.ts";
import { hostileArticle } from "./site-hostile.ts";
import { PAYLOADS } from "./site-payloads.ts";
import { suitePayloads } from "./suite-payloads.ts";

const { values } = commandLine(USAGE, { suites: text });
const executablePath = browserOf(CHROMIUM);
const further = suitePayloads(values.suites ?? "../shared/suites");
if (values.suites !== undefined && further.length === 0) throw new Fault(`${values.suites}: no cases.jsonl with payloads in it`);
const payloads = [...PAYLOADS, ...further];
const files = new Map<string, string>();
const [pages, controls]: [string[], string[]] = [[], []];

/** The warning on the site in both languages, its page as one file, and the bare payload, which shows that running is noticed. */
function addPages(payload: string, number: number): void {
  const slug = `xserver-${number.toString(16).padStart(12, "0")}`;
  const article = hostileArticle(slug, payload);
  const source = { articles: [article], brands: [], base: "https://warnings.test/", title: { ja: "注意喚起", en: "Warnings" } };
  for (const { path, content } of siteFiles(source)) {
    if (path.includes(slug) || path.startsWith("assets/")) files.set(`/${path}`, content);
    if (path.includes(slug) && path.endsWith("/index.html")) pages.push(`/${path.slice(0, -"index.html".length)}`);
  }
  for (const lang of ["ja", "en"] as const) {
    files.set(`/file/${lang}/${slug}.html`, articleHtml(article, lang));
    pages.push(`/file/${lang}/${slug}.html`);
  }
  files.set(`/control/${slug}.html`, `<!DOCTYPE html><title>control</title><body>${payload}`);
  controls.push(`/control/${slug}.html`);
}
for (const [number, payload] of payloads.entries()) addPages(payload, number);

const TYPES: Readonly<Record<string, string>> = { svg: "image/svg+xml", css: "text/css", js: "text/javascript" };
const server = createServer((request, response) => {
  const asked = new URL(request.url ?? "/", "http://site.test").pathname;
  const content = files.get(asked.endsWith("/") ? `${asked}index.html` : asked);
  const type = TYPES[asked.slice(asked.lastIndexOf(".") + 1)] ?? "text/html; charset=utf-8";
  response.writeHead(content === undefined ? 404 : 200, { "content-type": type }).end(content);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });

/** What happened on the pages that should not: dialogs, calls, requests elsewhere, moves to another page. */
async function happenings(paths: readonly string[]): Promise<readonly string[]> {
  const context = await browser.newContext({ bypassCSP: true });
  const seen: string[] = [];
  await watch(context, paths, seen);
  for (const path of paths) {
    const page = await context.newPage();
    page.on("dialog", (dialog) => void dialog.dismiss());
    await touch(page, base + path);
    await page.close();
  }
  await context.close();
  return seen;
}

async function watch(context: BrowserContext, paths: readonly string[], seen: string[]): Promise<void> {
  await context.exposeBinding("hostileRan", (_source, what) => void seen.push(`ran ${String(what)}`));
  await context.addInitScript(() => {
    const page = globalThis as unknown as Record<string, unknown> & { hostileRan(what: string): void };
    for (const name of ["alert", "confirm", "prompt"]) page[name] = () => page.hostileRan(`${name} on ${location.pathname}`);
  });
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    const own = url.origin === base;
    if (!own || (route.request().isNavigationRequest() && !paths.includes(url.pathname))) seen.push(`asked for ${url.href.slice(0, 200)}`);
    await (own ? route.continue() : route.abort());
  });
}

/** Loads the page and does what a reader does over it. A payload of the control may hold the page up: that is waited for a second only. */
async function touch(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: "load", timeout: 10_000 }).catch(() => undefined);
  const moved = page.evaluate(() => {
    for (const element of document.querySelectorAll("body *"))
      for (const type of ["mouseover", "focus"]) element.dispatchEvent(new Event(type, { bubbles: true }));
  });
  await Promise.race([moved.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 1000))]);
}

const bad = await happenings(pages);
const control = await happenings(controls);
await browser.close();
server.close();
console.log(`${payloads.length} payloads (of published suites: ${further.length}), ${pages.length} pages opened without their policy`);
console.log(`what ran or left: ${bad.length}; of the bare payloads, for comparison: ${control.length}`);
for (const line of new Set(bad)) console.error(line);
if (bad.length > 0 || control.length === 0) process.exitCode = 1;
