// Draws every page of the desk into docs/screens/desk-*.png, over an archive of made-up reports: `npx tsx scripts/desk-screens.ts [folder]`
// after `npm run build`, which makes the scripts of the pages.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { CHROMIUM } from "../test/ci.ts";
import { exampleDesk } from "../test/desk-example.ts";
import { listen } from "../test/desk-server.ts";

const folder = process.argv[2] ?? "docs/screens";
mkdirSync(folder, { recursive: true });
const desk = await exampleDesk();
const server = await listen(desk.app);
const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage"] });

interface Look {
  readonly lang: "ja" | "en";
  readonly scheme: "light" | "dark";
  readonly width: 320 | 390 | 1280;
}

const LOOKS: readonly Look[] = [
  { lang: "ja", scheme: "light", width: 1280 },
  { lang: "en", scheme: "dark", width: 1280 },
  { lang: "ja", scheme: "dark", width: 390 },
  { lang: "en", scheme: "light", width: 320 },
];

async function draw(from: Browser, name: string, page: string, { lang, scheme, width }: Look): Promise<void> {
  const context = await from.newContext({ colorScheme: scheme, viewport: { width, height: 1000 }, extraHTTPHeaders: { "X-Role": "admin", "X-Lang": lang } });
  const tab = await context.newPage();
  await tab.goto(server.url + page, { waitUntil: "networkidle" });
  await tab.screenshot({ path: path.join(folder, `desk-${name}-${lang}-${scheme}-${width}.png`) });
  await context.close();
}

/** Drawn in all four looks; the others in Japanese on a desk and in English on a phone. */
const MAIN = new Set(["queue", "case", "editor", "figures"]);

for (const [name, page] of Object.entries(desk.pages)) {
  const looks = MAIN.has(name) ? LOOKS : LOOKS.filter((_, at) => at === 0 || at === 3);
  for (const look of looks) await draw(browser, name, page, look);
}
await browser.close();
await server.close();
await desk.close();
