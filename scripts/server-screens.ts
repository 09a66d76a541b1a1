// Draws the server's own pages into docs/screens/server-*.png: `npx tsx scripts/server-screens.ts [folder]` after `npm run build`.
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import type { BrowserContext } from "playwright-core";
import { CHROMIUM } from "../test/ci.ts";
import { PASSWORD, TestServer } from "../test/server-fixture.ts";

const folder = process.argv[2] ?? "docs/screens";
mkdirSync(folder, { recursive: true });
const server = new TestServer();
await server.start();
const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const at = (page: string): string => `http://127.0.0.1:${server.port}${page}`;

const LOOKS = [
  { lang: "ja", colorScheme: "light", width: 1280 },
  { lang: "en", colorScheme: "dark", width: 390 },
] as const;

const opened = (colorScheme: "light" | "dark", width: number): Promise<BrowserContext> => browser.newContext({ colorScheme, viewport: { width, height: 900 } });

async function draw(context: BrowserContext, name: string, page: string, lang: string, width: number): Promise<void> {
  const tab = await context.newPage();
  await tab.goto(at(`${page}?lang=${lang}`), { waitUntil: "networkidle" });
  await tab.screenshot({ path: path.join(folder, `server-${name}-${lang}-${width}.png`) });
  await tab.close();
}

for (const { lang, colorScheme, width } of LOOKS) {
  const context = await opened(colorScheme, width);
  await draw(context, "setup", "/setup", lang, width);
  await context.close();
}

const first = await opened("light", 1280);
const page = await first.newPage();
await page.goto(at("/setup?lang=en"));
await page.locator("#name").fill("hanako");
await page.locator("#password").fill(PASSWORD);
await page.locator("main button").click();
await page.waitForURL(at("/account"));
for (const file of ["xserver-pending-messages.eml", "xserver-genuine.eml"]) {
  const mail = readFileSync(path.join("examples", file), "latin1");
  await page.evaluate((text) => fetch("/api/v1/reports", { method: "POST", headers: { "content-type": "message/rfc822" }, body: text }), mail);
}

for (const { lang, colorScheme, width } of LOOKS) {
  const context = await opened(colorScheme, width);
  await draw(context, "login", "/login", lang, width);
  await context.addCookies(await first.cookies());
  for (const name of ["account", "accounts", "audit", "intake"]) await draw(context, name, `/${name}`, lang, width);
  await draw(context, "api", "/api/docs", lang, width);
  await context.close();
}
await browser.close();
await server.dispose();
