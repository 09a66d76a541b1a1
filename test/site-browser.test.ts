import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { defaultRegistry } from "../src/brands/index.ts";
import { publishFolder, serveSite, siteFiles } from "../src/publish/site/index.ts";
import { CHROMIUM, skipUnless } from "./ci.ts";
import { both, nthArticle, sampleArticle } from "./site-articles.ts";
import { hostileArticle } from "./site-hostile.ts";
import { PAYLOADS } from "./site-payloads.ts";
import { violationsOn } from "./axe.ts";

const skip = skipUnless(CHROMIUM !== undefined, "chromium");
const folder = mkdtempSync(path.join(tmpdir(), "site-browser-"));
let browser: Browser;
let server: Awaited<ReturnType<typeof serveSite>>;

const related = { slug: nthArticle(0).slug, title: nthArticle(0).title, why: "brand" as const };
const sample = sampleArticle({ related: [related], corrections: [{ at: "2026-11-21T00:00:00.000Z", note: both("直しました。", "Corrected.") }] });
const hostileSlug = (index: number): string => `xserver-aaaa${index.toString(16).padStart(8, "0")}`;

before(async () => {
  if (skip !== false) return;
  const articles = [
    ...Array.from({ length: 120 }, (_, n) => nthArticle(n)),
    sample,
    ...PAYLOADS.map((payload, index) => hostileArticle(hostileSlug(index), payload)),
  ];
  const brands = defaultRegistry().brands.filter(({ id }) => ["xserver", "amazon", "rakuten", "japan-post"].includes(id));
  publishFolder(
    folder,
    siteFiles({ articles, brands, base: "https://warnings.test/", title: { ja: "怪しいメールの注意喚起", en: "Warnings about suspicious mail" } }),
  );
  server = await serveSite(folder, 0);
  browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Counts what a page did that it must not: scripts of others, requests to others, errors. */
function watched(context: BrowserContext): { readonly outside: string[]; readonly errors: string[] } {
  const seen = { outside: [] as string[], errors: [] as string[] };
  context.on("request", (request) => {
    if (!request.url().startsWith(server.url)) seen.outside.push(request.url());
  });
  context.on("weberror", (error) => seen.errors.push(String(error.error())));
  context.on("console", (message) => {
    // A browser asks for this name by itself where a document, such as a picture, names no icon.
    if (message.type() === "error" && !message.location().url.endsWith("/favicon.ico")) seen.errors.push(`${message.text()} ${message.location().url}`);
  });
  context.on("dialog", (dialog) => {
    seen.errors.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  return seen;
}

const KINDS: readonly string[] = [
  "",
  "w/xserver-0123456789ab/",
  "brand/xserver/",
  "brand/",
  "campaign/k1/",
  "archive/",
  "archive/1/",
  `search/?q=${encodeURIComponent("お支払い方法")}`,
  "404.html",
];
const inBoth = (of: readonly string[]): string[] => [...of, ...of.filter((one) => one !== "404.html").map((one) => `en/${one}`)];

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing on any kind of page, ${colorScheme}, on a phone and on a desk`, { skip, timeout: 300_000 }, async () => {
    for (const width of [360, 1100]) {
      // The page's own policy forbids foreign scripts, so the checker comes in past it.
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      const page = await context.newPage();
      for (const kind of inBoth(KINDS)) {
        await page.goto(server.url + kind, { waitUntil: kind.includes("search") ? "networkidle" : "load" });
        assert.deepEqual(await violationsOn(page), [], `${kind} at ${width}`);
      }
      await context.close();
    }
  });

test("no page is wider than a small phone, and each works without scripts and prints", { skip, timeout: 120_000 }, async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: true });
  const page = await context.newPage();
  for (const kind of [...inBoth(KINDS), `w/${hostileSlug(0)}/`, `w/${hostileSlug(26)}/`]) {
    await page.goto(server.url + kind, { waitUntil: kind.includes("search") ? "networkidle" : "load" });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, kind);
  }
  await page.goto(`${server.url}w/xserver-0123456789ab/`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("header.site nav").isVisible(), false);
  assert.equal(await page.locator("#transcript").isVisible(), true);
  await context.close();
});

test("the skip link is the first stop of the keyboard and leads to the content", { skip }, async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}w/xserver-0123456789ab/`);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "content");
  await page.close();
});

test("nothing that stands in an article runs or is fetched", { skip, timeout: 300_000 }, async (context) => {
  for (const bypassCSP of [false, true]) {
    // Without the policy too: the escaping alone must hold.
    const session = await browser.newContext({ bypassCSP });
    const seen = watched(session);
    const page = await session.newPage();
    for (const [index, payload] of PAYLOADS.entries())
      for (const lang of ["", "en/"]) {
        await page.goto(`${server.url}${lang}w/${hostileSlug(index)}/`, { waitUntil: "load" });
        assert.equal(await page.evaluate("window.ran"), undefined, payload);
        assert.equal(
          await page
            .locator(
              "main script, main style, main iframe, main object, main embed, main form, main base, main meta, main link, main svg, main [onerror], main [onfocus]",
            )
            .count(),
          0,
          payload,
        );
        assert.equal(await page.locator("main img").count(), 1, payload);
        assert.ok(
          (await page.locator("main .body").textContent())?.includes("window.ran") || !payload.includes("window.ran"),
          `the text is not shown: ${payload}`,
        );
      }
    assert.deepEqual(seen, { outside: [], errors: [] });
    await session.close();
  }
  context.diagnostic(`${PAYLOADS.length} payloads in both languages, with and without the content policy`);
});

test("pictures of hostile mails opened by themselves run nothing; lists, feeds and search of them neither", { skip, timeout: 120_000 }, async () => {
  const session = await browser.newContext({ bypassCSP: true });
  const seen = watched(session);
  const page = await session.newPage();
  for (const index of PAYLOADS.keys()) {
    await page.goto(`${server.url}w/${hostileSlug(index)}/`);
    const picture = await page.locator("main img").getAttribute("src");
    await page.goto(`${server.url}w/${hostileSlug(index)}/${picture ?? ""}`);
    assert.equal(await page.evaluate("window.ran"), undefined);
    assert.equal(await page.evaluate("document.querySelectorAll('script, image, foreignObject, a').length"), 0);
    assert.equal(await page.evaluate("document.querySelector('parsererror')"), null, "the picture is not well-formed");
  }
  for (const kind of [
    "",
    "en/",
    "archive/2/",
    "brand/xserver/",
    "campaign/k1/",
    "feed.xml",
    "en/feed.xml",
    `search/?q=${encodeURIComponent("<script>window.ran")}`,
  ]) {
    await page.goto(server.url + kind, { waitUntil: kind.includes("search") ? "networkidle" : "load" });
    assert.equal(await page.evaluate("window.ran"), undefined, kind);
  }
  assert.ok((await page.goto(`${server.url}search/?q=${encodeURIComponent('"><img src=x onerror=window.ran=1>')}`)) !== null);
  await page.waitForSelector("#results li");
  assert.equal(await page.evaluate("window.ran"), undefined);
  assert.deepEqual(seen, { outside: [], errors: [] });
  await session.close();
});

/** What the search shows for a query, by slugs. */
async function found(page: Page, lang: string, query: string): Promise<string[]> {
  await page.goto(`${server.url}${lang}search/`);
  await page.fill("#q", query);
  await page.keyboard.press("Enter");
  await page.waitForFunction((asked) => (document.querySelector("#results") as HTMLElement).dataset["answered"] === asked, query.trim());
  return page.locator("#results a").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href.split("/").at(-2) ?? ""));
}

test("a pasted subject, sentence, address or URL finds its warning, also in other writing", { skip, timeout: 60_000 }, async () => {
  const session = await browser.newContext();
  const seen = watched(session);
  const page = await session.newPage();
  const wanted = sample.slug;
  for (const [query, lang] of [
    ["【重要】8 件のメッセージが保留されています", ""],
    ["【重要】23件のメッセージが保留されています", ""],
    ["ﾒｯｾｰｼﾞが保留されて", "en/"],
    ["notice@mail.example", "en/"],
    ["https://webmail-login.example/pending/abc123", ""],
    ["保留", ""],
  ] as const)
    assert.equal((await found(page, lang, query))[0], wanted, query);
  const { subject } = nthArticle(77).mail;
  assert.equal((await found(page, "", subject))[0], nthArticle(77).slug);
  assert.deepEqual(await found(page, "en/", "量子力学の夕べに関する覚え書き"), []);
  assert.match((await page.locator("#said").textContent()) ?? "", /no proof that the mail is genuine/);
  await page.fill("#q", "x");
  await page.keyboard.press("Enter");
  assert.match((await page.locator("#said").textContent()) ?? "", /at least two characters/);
  assert.deepEqual(seen, { outside: [], errors: [] });
  await session.close();
});

test("the box on the home page leads to an answered search; a result leads to its page", { skip, timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.fill("#q", sample.mail.subject);
  await page.keyboard.press("Enter");
  await page.locator("#results a").first().click();
  await page.waitForURL(`${server.url}w/${sample.slug}/`);
  assert.equal(await page.locator("h1").textContent(), sample.title.ja);
  await page.close();
});

test("title and address are copied by one press", { skip, timeout: 60_000 }, async () => {
  const session = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await session.newPage();
  await page.goto(`${server.url}w/${sample.slug}/`);
  await page.click("#tell-copy");
  await page.waitForFunction(() => document.querySelector("#tell-done")?.textContent !== "");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${sample.title.ja}\nhttps://warnings.test/w/${sample.slug}/`);
  await session.close();
});
