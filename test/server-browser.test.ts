import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { CHROMIUM, skipUnless } from "./ci.ts";
import { PASSWORD, TestServer } from "./server-fixture.ts";
import { violationsOn } from "./axe.ts";

const skip = skipUnless(CHROMIUM !== undefined, "chromium");
const server = new TestServer();
let browser: Browser;
const at = (path: string): string => `http://127.0.0.1:${server.port}${path}`;

before(async () => {
  if (skip !== false) return;
  await server.start();
  browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
});
after(async () => {
  await browser?.close();
  await server.dispose();
});

/** What the browser refused or complained about: a style or script in a page would be named here. */
function complaints(page: Page): string[] {
  const seen: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of (?:401|403|404|422)/.test(message.text())) seen.push(message.text());
  });
  page.on("pageerror", (error) => seen.push(String(error)));
  return seen;
}

test("from nobody's server to accounts: setup, a colleague, a token, logout, login, roles", { skip }, async () => {
  const context = await browser.newContext({ locale: "ja-JP" });
  const page = await context.newPage();
  const seen = complaints(page);
  await page.goto(at("/account"));
  await page.getByRole("link", { name: "最初の管理者を作る" }).click();
  await page.getByLabel("名前").fill("花子");
  await page.getByLabel("パスワード").fill(PASSWORD);
  await page.getByRole("button", { name: "作ってログイン" }).click();
  await page.waitForURL(at("/account"));
  await page.getByLabel("何に使うか").fill("転送用");
  await page.getByRole("button", { name: "トークンを作る" }).click();
  assert.match(await page.locator("p.code").innerText(), /^ayashii_[\w-]{43}$/);
  await page.getByRole("link", { name: "アカウント一覧" }).click();
  await page.getByLabel("名前").fill("taro");
  await page.getByLabel("最初のパスワード").fill(PASSWORD);
  await page.getByRole("button", { name: "加える" }).click();
  await page.getByText("アカウントを加えました。").waitFor();
  await page.getByRole("button", { name: "ログアウト" }).click();
  await page.goto(at("/accounts"));
  await page.getByRole("heading", { name: "ログインが必要です" }).waitFor();
  await page.locator("main").getByRole("link", { name: "ログイン" }).click();
  await page.getByLabel("名前").fill("taro");
  await page.getByLabel("パスワード").fill("wrong, and long enough");
  await page.getByRole("main").getByRole("button", { name: "ログイン" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("パスワード").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "ログイン" }).click();
  await page.waitForURL(at("/"));
  await page.goto(at("/accounts"));
  await page.getByRole("heading", { name: "この操作は許可されていません" }).waitFor();
  assert.deepEqual(seen, []);
  await context.close();
});

test("the server's pages pass axe in both languages and schemes, fit a narrow phone, and are large enough to tap", { skip }, async () => {
  for (const lang of ["ja", "en"] as const)
    for (const colorScheme of ["light", "dark"] as const) {
      // The tests' own script is what the policy would refuse.
      const context = await browser.newContext({ viewport: { width: 320, height: 800 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(at(`/login?lang=${lang}`));
      await inspect(page, `login ${lang} ${colorScheme}`);
      await page.locator("#name").fill("花子");
      await page.locator("#password").fill(PASSWORD);
      await page.locator("main button").click();
      await page.waitForURL(at("/desk"));
      for (const path of ["/account", "/accounts", "/audit", "/intake", "/api/docs", "/nothing-here"]) {
        await page.goto(at(`${path}?lang=${lang}`));
        for (const details of await page.locator("details > summary").all()) await details.click();
        await inspect(page, `${path} ${lang} ${colorScheme}`);
      }
      await context.close();
    }
});

async function inspect(page: Page, what: string): Promise<void> {
  const violations = await violationsOn(page);
  const found = await page.evaluate(() => {
    const tapped = [...document.querySelectorAll("main button, main input:not([type=hidden]), main select, main a.button, header a, header button, footer a")];
    const small = tapped.filter((one) => one.getBoundingClientRect().height > 0 && one.getBoundingClientRect().height < 43.5);
    return {
      overflow: document.documentElement.scrollWidth > innerWidth,
      small: small.map((one) => one.outerHTML.slice(0, 80)),
    };
  });
  assert.deepEqual({ violations, ...found }, { violations: [], overflow: false, small: [] }, what);
}
