import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { examineKeeping } from "../src/app/examine.ts";
import { COLOUR_NAMES } from "../src/report/mail-view/colour-names.ts";
import { mailView, sourceView } from "../src/report/mail-view/index.ts";
import type { Language } from "../src/terms/index.ts";
import { CHROMIUM, skipUnless } from "./ci.ts";
import { hostileMails } from "./hostile-mails.ts";
import { drawHostile, quantile, WATCH } from "./mail-view-hostile.ts";
import { serveView, viewPage } from "./mail-view-server.ts";
import { violationsOn } from "./axe.ts";

const skip = skipUnless(CHROMIUM !== undefined, "chromium");
const SEED = "examples/xserver-pending-messages.eml";
const EXAMPLES = [SEED, ...["qr-code-sign-in", "shop-newsletter-genuine", "forwarded-inline"].map((name) => `examples/${name}.eml`)];
let browser: Browser;
let server: Awaited<ReturnType<typeof serveView>>;

before(async () => {
  if (skip !== false) return;
  server = await serveView();
  browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

async function show(context: BrowserContext, file: string, lang: Language): Promise<Page> {
  const { evidence, examination } = examineKeeping(readFileSync(file));
  server.set(viewPage(mailView(evidence, examination, lang), examination));
  const page = await context.newPage();
  await page.goto(server.url, { waitUntil: "load" });
  await page.locator(".window").waitFor();
  return page;
}

test("hostile mails run nothing, fetch nothing and draw nothing foreign", { skip, timeout: 120_000 }, async () => {
  const report = await drawHostile(browser, hostileMails(300));
  assert.equal(report.mails, 300);
  assert.ok(report.elements > 3000 && report.marks > 100, "the mails are really drawn");
  assert.deepEqual([report.ran, report.requests, report.foreign, report.violations], [[], [], [], []]);
  assert.ok(quantile(report.drawing, 1) < 5000, `slowest draw: ${quantile(report.drawing, 1)} ms`);
});

test("the watch sees what would run or be fetched if it were drawn as markup", { skip }, async () => {
  const context = await browser.newContext();
  const requests: string[] = [];
  await context.route("**", async (route) => {
    requests.push(route.request().url());
    return await route.abort();
  });
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  await page.evaluate(`document.body.innerHTML = '<img src="http://outside.test/x" onerror="window.ran=1"><img src=x onerror="alert(1)">'`);
  await page.waitForTimeout(300);
  const watched = (await page.evaluate("watched")) as string[];
  await context.close();
  assert.ok(watched.includes("ran") && watched.includes("alert 1"), watched.join());
  assert.ok(requests.includes("http://outside.test/x"));
});

test("under the strict policy the constructed style sheet and the mail's own styles are in force", { skip }, async () => {
  const context = await browser.newContext();
  const errors: string[] = [];
  context.on("console", (message) => void (message.type() === "error" && !message.location().url.endsWith("favicon.ico") && errors.push(message.text())));
  const page = await show(context, SEED, "ja");
  const round = await page
    .locator(".mark")
    .first()
    .evaluate((mark) => getComputedStyle(mark).borderRadius);
  const button = await page
    .locator(".link")
    .first()
    .evaluate((link) => getComputedStyle(link).backgroundColor);
  await context.close();
  assert.equal(round, "12px");
  assert.match(button, /^rgb\(/);
  assert.notEqual(button, "rgba(0, 0, 0, 0)");
  assert.deepEqual(errors, []);
});

test("mark and card answer each other by pointer, keyboard and tap", { skip }, async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true, reducedMotion: "reduce" });
  const page = await show(context, SEED, "en");
  const mark = page.getByRole("button", { name: /^Point 2: / }).first();
  const card = page.locator('[data-mark="2"]');
  await mark.hover();
  assert.match((await card.getAttribute("class")) ?? "", /is-lit/);
  await page.mouse.move(0, 0);
  assert.doesNotMatch((await card.getAttribute("class")) ?? "", /is-lit/);
  await mark.focus();
  assert.match((await card.getAttribute("class")) ?? "", /is-lit/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-mark")), "2");
  await page.getByRole("button", { name: "Show 2 in the mail" }).tap();
  assert.equal(await page.evaluate(() => document.querySelector("[data-mail-view]")?.shadowRoot?.activeElement?.textContent), "2");
  assert.ok((await page.locator(".mark.lit").count()) > 1);
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing in a drawn mail, and no page is wider than a small phone, ${colorScheme}`, { skip, timeout: 120_000 }, async () => {
    for (const lang of ["ja", "en"] as const) {
      const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 700 }, bypassCSP: true });
      for (const file of EXAMPLES) {
        const page = await show(context, file, lang);
        assert.deepEqual(await violationsOn(page), [], `${file} ${lang}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, file);
        await page.close();
      }
      await context.close();
    }
  });

test("the source shows the same numbers, answers the cards and has nothing axe would name", { skip }, async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, bypassCSP: true });
  const page = await show(context, SEED, "ja");
  const { evidence, examination } = examineKeeping(readFileSync(SEED));
  await page.evaluate(
    (view) => {
      const host = document.querySelector("main")?.appendChild(document.createElement("div"));
      (globalThis as unknown as { showSourceView(host: unknown, view: unknown): void }).showSourceView(host, view);
    },
    sourceView(evidence, examination, "ja"),
  );
  await page.locator(".source .mark").first().hover();
  assert.equal(await page.locator("li.is-lit").count(), 1);
  assert.deepEqual(await violationsOn(page), []);
  await context.close();
});

test("the named colours are those of the browser", { skip }, async () => {
  const page = await browser.newPage();
  const seen = await page.evaluate(
    (names) => {
      const span = document.body.appendChild(document.createElement("span"));
      return names.map((name) => {
        span.style.color = name;
        return (getComputedStyle(span).color.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, "0")).join("");
      });
    },
    [...COLOUR_NAMES.keys()],
  );
  await page.close();
  assert.equal(COLOUR_NAMES.size, 148);
  assert.deepEqual(seen, [...COLOUR_NAMES.values()]);
});
