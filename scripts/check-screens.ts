// Draws docs/screens/check-*.png: the check page before and after a mail, in both languages, on a phone and on a desk, light and
// dark. Needs Chromium and a built page (npm run build).
import { mkdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Page } from "playwright-core";
import { CHROMIUM } from "../test/ci.ts";
import { serveCheck } from "../test/check-server.ts";

interface Shot {
  readonly name: string;
  readonly lang: "ja" | "en";
  readonly width: number;
  readonly dark?: boolean;
  /** The whole page, not only the first screen. */
  readonly whole?: boolean;
  act?(page: Page): Promise<unknown>;
}

const example = async (page: Page): Promise<void> => {
  await page.click('[data-action="example"]');
  await page.waitForSelector('body[data-view="report"] .verdict');
};
const file =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page.setInputFiles("#file", { name, mimeType: "message/rfc822", buffer: readFileSync(`examples/${name}`) });
    await page.waitForSelector('body[data-view="report"] .verdict');
  };
const pasted = async (page: Page): Promise<void> => {
  await page.fill("#text", "差出人: XSERVER SUPPORT\n件名: 12 件のメッセージが保留されています\n\nお客様各位 下記よりご確認ください。");
  await page.click('[data-part="paste"] button[type="submit"]');
  await page.waitForSelector('body[data-view="report"] .verdict');
};
const problem = async (page: Page): Promise<void> => {
  await page.setInputFiles("#file", { name: "a.zip", mimeType: "application/zip", buffer: Buffer.from("504b030414000000", "hex") });
  await page.waitForSelector(".problem");
};

const SHOTS: readonly Shot[] = [
  { name: "start-ja-phone", lang: "ja", width: 390 },
  { name: "start-en", lang: "en", width: 1280 },
  { name: "start-ja-dark", lang: "ja", width: 1280, dark: true },
  { name: "report-ja", lang: "ja", width: 1280, act: example, whole: true },
  { name: "report-en-dark", lang: "en", width: 1280, dark: true, act: example, whole: true },
  { name: "report-ja-phone", lang: "ja", width: 390, act: example, whole: true },
  { name: "report-en-phone-320", lang: "en", width: 320, act: file("qr-code-sign-in.eml"), whole: true },
  { name: "genuine-en", lang: "en", width: 1280, act: file("xserver-genuine.eml"), whole: true },
  { name: "pasted-ja-phone-dark", lang: "ja", width: 390, dark: true, act: pasted, whole: true },
  { name: "problem-ja-phone", lang: "ja", width: 390, act: problem },
];

const folder = process.argv[2] ?? "docs/screens";
mkdirSync(folder, { recursive: true });
const server = await serveCheck();
const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-lcd-text"] });
try {
  for (const { name, lang, width, dark = false, whole = false, act } of SHOTS) {
    const context = await browser.newContext({
      viewport: { width, height: width < 500 ? 844 : 900 },
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
      hasTouch: width < 500,
      isMobile: width < 500,
    });
    const page = await context.newPage();
    await page.goto(`${server.url}?lang=${lang}`);
    await page.waitForSelector('body[data-examiner="complete"]');
    await act?.(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) throw new Error(`${name}: content is ${wide} wide`);
    await page.screenshot({ path: `${folder}/check-${name}.png`, fullPage: whole });
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
