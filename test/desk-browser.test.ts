import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { buildDesk } from "../scripts/build-desk.ts";
import { CHROMIUM, skipUnless } from "./ci.ts";
import { exampleDesk } from "./desk-example.ts";
import type { ExampleDesk } from "./desk-example.ts";
import { deskFiles, exampleMail, keepMail, NOW } from "./desk-fixture.ts";
import { deskUnderTest, listen } from "./desk-server.ts";
import { violationsOn } from "./axe.ts";

const skip = skipUnless(CHROMIUM !== undefined, "chromium");
let browser: Browser;
let desk: ExampleDesk;
let server: Awaited<ReturnType<typeof listen>>;

before(async () => {
  if (skip !== false) return;
  await buildDesk();
  desk = await exampleDesk();
  server = await listen(desk.app);
  browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
});

after(async () => {
  await browser?.close();
  await server?.close();
  await desk?.close();
});

type Given = NonNullable<Parameters<Browser["newContext"]>[0]> & { readonly lang?: "ja" | "en"; readonly role?: string };

async function contextFor({ lang = "ja", role = "admin", ...given }: Given): Promise<BrowserContext> {
  return browser.newContext({ ...given, extraHTTPHeaders: { "X-Role": role, "X-Lang": lang } });
}

/** What a page did that it must not: errors, also those of the policy, and requests to others. */
function watched(context: BrowserContext, url: string): string[] {
  const wrong: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(url)) wrong.push(`request ${request.url()}`);
  });
  context.on("weberror", (error) => wrong.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error" && !message.location().url.endsWith("/favicon.ico")) wrong.push(message.text());
  });
  context.on("dialog", (dialog) => {
    wrong.push(`dialog ${dialog.message()}`);
    void dialog.accept();
  });
  return wrong;
}

for (const lang of ["ja", "en"] as const)
  for (const colorScheme of ["light", "dark"] as const)
    test(`axe finds nothing on any page, ${lang}, ${colorScheme}`, { skip, timeout: 300_000 }, async () => {
      // The pages' own policy forbids foreign scripts, so the checker comes in past it.
      const context = await contextFor({ lang, colorScheme, viewport: { width: 390, height: 800 }, bypassCSP: true });
      const page = await context.newPage();
      const found: string[] = [];
      for (const path of Object.values(desk.pages)) {
        await page.goto(server.url + path, { waitUntil: "networkidle" });
        for (const summary of await page.locator("details > summary").all()) await summary.click();
        found.push(...(await violationsOn(page)));
      }
      assert.deepEqual(found, []);
      await context.close();
    });

test("no page is wider than a small phone or a desk, and none breaks the policy", { skip, timeout: 300_000 }, async () => {
  for (const width of [320, 1280]) {
    const context = await contextFor({ viewport: { width, height: 700 } });
    const wrong = watched(context, server.url);
    const page = await context.newPage();
    for (const [name, path] of Object.entries(desk.pages)) {
      await page.goto(server.url + path, { waitUntil: "networkidle" });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `${name} at ${width}`);
    }
    assert.deepEqual(
      wrong.filter((one) => !one.includes("404")),
      [],
    );
    await context.close();
  }
});

test("the keyboard goes through the queue, ticks, explains itself, and can be switched off", { skip, timeout: 60_000 }, async () => {
  const context = await contextFor({ viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${server.url}/desk`);
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
  const subjects = await page.locator(".queue a.subject").allTextContents();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await focused(), subjects[1]);
  await page.keyboard.press("k");
  assert.equal(await focused(), subjects[0]);
  await page.keyboard.press("x");
  assert.equal(await page.locator(".queue input").first().isChecked(), true);
  await page.locator("#field-q").focus();
  await page.keyboard.type("jx?");
  assert.equal(await page.locator("#field-q").inputValue(), "jx?");
  await page.locator(".queue a.subject").first().focus();
  await page.keyboard.press("?");
  assert.equal(await page.locator("dialog#keys").isVisible(), true);
  await page.locator("#keys-on").uncheck();
  await page.keyboard.press("Escape");
  await page.locator(".queue a.subject").first().focus();
  await page.keyboard.press("j");
  assert.equal(await focused(), subjects[0]);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/cases\//);
  await context.close();
});

test("marks in the mail and cards beside it answer each other", { skip, timeout: 60_000 }, async () => {
  const context = await contextFor({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const wrong = watched(context, server.url);
  const page = await context.newPage();
  await page.goto(server.url + (desk.pages["case"] ?? ""), { waitUntil: "networkidle" });
  const mark = page.locator("[data-mail-view] button.mark").first();
  await mark.click();
  assert.equal(await page.locator(".point.is-lit").count(), 1);
  await page.locator(".point[data-mark='1'] [data-mark-show]").click();
  assert.equal(await page.evaluate(() => (document.querySelector("[data-mail-view]")?.shadowRoot?.activeElement as HTMLElement | null)?.dataset["n"]), "1");
  await page.goto(server.url + (desk.pages["case-hostile"] ?? ""), { waitUntil: "networkidle" });
  assert.deepEqual(wrong, []);
  await context.close();
});

test("the preview follows what is typed, redacted", { skip, timeout: 60_000 }, async () => {
  const context = await contextFor({ viewport: { width: 1280, height: 900 } });
  const wrong = watched(context, server.url);
  const page = await context.newPage();
  await page.goto(server.url + (desk.pages["editor"] ?? ""), { waitUntil: "networkidle" });
  await page.locator("#field-ja").evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 0));
  await page.locator("#field-ja").focus();
  await page.keyboard.type("打った文 taro@example.com です。\n\n");
  await page.locator("#preview").getByText("打った文 {メールアドレス} です。").waitFor();
  assert.doesNotMatch(await page.locator("#preview").innerText(), /taro@/);
  assert.deepEqual(wrong, []);
  await context.close();
});

/** A desk of its own with one mail, in a browser without scripts when asked. */
async function journey(javaScriptEnabled: boolean): Promise<void> {
  const files = await deskFiles();
  const { app } = deskUnderTest(files);
  const own = await listen(app);
  const context = await contextFor({ role: "editor", javaScriptEnabled, viewport: { width: 1100, height: 900 } });
  try {
    const { id } = await keepMail(files.archive, exampleMail("xserver-pending-messages"), NOW);
    const page = await context.newPage();
    const said = (): Promise<string> => page.locator("[role=status]").innerText();
    await page.goto(`${own.url}/desk`);
    await page.locator("a.subject").click();
    assert.match(await page.locator(".verdict").innerText(), /なりすまし/);
    await page.getByRole("button", { name: "判断を記録する" }).click();
    assert.equal(await said(), "判断を記録しました。");
    await page.getByRole("button", { name: "記事の下書きを作る" }).click();
    assert.match(await said(), /下書きを作りました/);
    const area = page.locator("#field-ja");
    await area.fill((await area.inputValue()).replace("<!-- /ayashii:lead -->", "<!-- /ayashii:lead -->\n\n知人の会社にも届きました。"));
    await page.getByRole("button", { name: "プレビュー" }).click();
    assert.match(await page.locator("#preview").innerText(), /知人の会社にも届きました/);
    await page.getByRole("button", { name: "保存して確認に出す" }).click();
    assert.match(await said(), /確認に出しました/);
    await page.getByRole("button", { name: "保存して公開する" }).click();
    assert.equal(await said(), "公開しました。");
    await page.getByRole("link", { name: "公開ページを見る" }).click();
    assert.match(await page.locator("main").innerText(), /知人の会社にも届きました/);
    assert.doesNotMatch(await page.content(), /taro@example/);
    await overruleAndWithdraw(page, own.url, id);
    assert.deepEqual((await files.archive.caseById(id))?.decision?.level, "simulation");
  } finally {
    await context.close();
    await own.close();
    await files.close();
  }
}

async function overruleAndWithdraw(page: Page, url: string, id: string): Promise<void> {
  await page.goto(`${url}/desk/cases/${id}`);
  await page.getByLabel("結果を改める", { exact: true }).check();
  await page.getByLabel("改めるなら、本当は").selectOption("simulation");
  await page.getByLabel("理由").fill("社内の訓練だった");
  await page.getByRole("button", { name: "判断を記録する" }).click();
  assert.match(await page.locator("main").innerText(), /改めた → 訓練/);
  await page.getByRole("link", { name: /にご注意を/ }).click();
  await page.getByLabel("理由", { exact: true }).fill("訓練でした");
  await page.getByRole("button", { name: "取り下げる" }).click();
  assert.match(await page.locator("[role=status]").innerText(), /取り下げました/);
  assert.equal(await page.getByRole("button", { name: "保存して、もう一度確認に出す" }).count(), 1);
}

test("from report to published warning, overruled and withdrawn", { skip, timeout: 120_000 }, () => journey(true));
test("the same without any script", { skip, timeout: 120_000 }, () => journey(false));
