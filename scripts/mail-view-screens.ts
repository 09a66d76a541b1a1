// Draws docs/screens/mail-view-*.png: examples as the pages show them, in both languages, on a phone and on a desk, light and
// dark. Needs Chromium. `--all` draws every example in every way into the folder named after it, to be looked at.
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { examineKeeping } from "../src/app/examine.ts";
import { mailView } from "../src/report/mail-view/index.ts";
import { CHROMIUM } from "../test/ci.ts";
import { serveView, viewPage } from "../test/mail-view-server.ts";

const SEED = "examples/xserver-pending-messages.eml";
const OTHERS = ["forwarded-inline", "parcel-fee", "qr-code-sign-in", "shop-newsletter-genuine", "xserver-survey"].map((name) => `examples/${name}.eml`);
const at = process.argv.indexOf("--all");
const all = at >= 0;
const folder = all ? (process.argv[at + 1] ?? "") : "docs/screens";
const files = all ? [SEED, ...OTHERS, ...process.argv.slice(at + 2)] : [SEED];
mkdirSync(folder, { recursive: true });
const server = await serveView();
const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-lcd-text"] });
try {
  for (const file of files) {
    for (const lang of ["ja", "en"] as const) {
      const { evidence, examination } = examineKeeping(readFileSync(file));
      server.set(viewPage(mailView(evidence, examination, lang), examination));
      for (const [width, colorScheme] of [
        [390, "light"],
        [1280, "light"],
        [1280, "dark"],
      ] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        await page.goto(server.url, { waitUntil: "networkidle" });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) throw new Error(`${file} ${lang} at ${width}: content is ${wide} wide`);
        await page.screenshot({
          path: path.join(folder, `mail-view-${all ? `${path.basename(file, ".eml")}-` : ""}${lang}-${width}${colorScheme === "dark" ? "-dark" : ""}.png`),
          fullPage: true,
        });
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
