// Draws docs/screens/article-*.png: the article of the example, in both languages, on a phone and on a desk. Needs Chromium.
import { mkdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { articleOf } from "../src/app/article-of.ts";
import { articlePage } from "../src/article/index.ts";
import { CHROMIUM } from "../test/ci.ts";

const EXAMPLE = "examples/xserver-pending-messages.eml";
const made = articleOf(readFileSync(EXAMPLE), { created: "2026-11-25T00:00:00Z" });
if (made.kind === "refused") throw new Error(made.why.en);
mkdirSync("docs/screens", { recursive: true });
const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-lcd-text"] });
try {
  for (const lang of ["ja", "en"] as const) {
    for (const width of [360, 1100]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.setContent(articlePage({ ...made.article, state: "published", published: "2026-11-25T00:00:00Z" }, lang));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) throw new Error(`${lang} at ${width}: content is ${wide} wide`);
      await page.screenshot({ path: `docs/screens/article-${lang}-${width}.png`, fullPage: true });
      await page.close();
    }
  }
} finally {
  await browser.close();
}
