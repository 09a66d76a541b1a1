import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { micromark } from "micromark";
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from "micromark-extension-gfm-autolink-literal";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { articlePage, fromMarkdown, pictureOf, toMarkdown } from "../src/article/index.ts";
import type { Article } from "../src/article/index.ts";
import { scanForLeaks } from "../src/redact/index.ts";
import { EXAMPLE, hostileMail, made, PAYLOADS } from "./article-fixture.ts";
import { CHROMIUM, skipUnless } from "./ci.ts";

/** What a page did that a dead page does not. */
interface Done {
  readonly requests: readonly string[];
  readonly dialogs: readonly string[];
  readonly hit: unknown;
  readonly forbidden: readonly string[];
}

/** Loads a page as a reader's browser does and clicks what can be clicked; whatever it asks for is refused and noted. */
async function open(browser: Browser, content: string): Promise<Done> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const dialogs: string[] = [];
  await page.route("**/*", (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.setContent(content);
  await page.mouse.move(50, 50);
  const found = await page.evaluate(() => ({
    hit: (globalThis as { hit?: unknown }).hit ?? null,
    // Elements that no article has, and attributes that act.
    forbidden: [...document.querySelectorAll("*")].flatMap((element) => [
      ...(/^(script|iframe|object|embed|form|input|button|img|image|use|base|link|animate|set|foreignobject|math)$/i.test(element.tagName)
        ? [element.tagName]
        : []),
      ...[...element.attributes]
        .filter(({ name, value }) => /^on|^src|^action|xlink/i.test(name) || /^\s*(?:javascript|data):/i.test(value))
        .map(({ name }) => name),
    ]),
  }));
  await page.close();
  return { requests, dialogs, ...found };
}

const DEAD: Done = { requests: [], dialogs: [], hit: null, forbidden: [] };
const withoutPolicy = (page: string): string => page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
const withState = (article: Article): Article => ({ ...article, state: "published", published: article.created });

test(
  "articles of hostile mails run nothing and ask for nothing",
  { skip: skipUnless(CHROMIUM !== undefined, "chromium"), timeout: 300_000 },
  async (context) => {
    const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
    try {
      // Without a trap that springs, none of the rest would say anything.
      const alive = await open(browser, `<img src="https://evil.example/a"><script>window.hit=1</script>`);
      assert.deepEqual([alive.requests.length, alive.hit], [1, 1]);
      let pages = 0;
      for (const payload of PAYLOADS) {
        const { article, publicText, secrets } = made(hostileMail(payload));
        const edited = fromMarkdown({ ja: `${payload}\n\n${toMarkdown(article, "ja")}\n${payload}\n` }, publicText);
        for (const lang of ["ja", "en"] as const) {
          for (const one of [article, { ...article, words: edited.words }]) {
            const page = articlePage(withState(one), lang);
            // The escaping alone must hold; the policy is a second wall.
            assert.deepEqual(await open(browser, withoutPolicy(page)), DEAD, payload);
            assert.deepEqual(scanForLeaks(page, secrets), [], payload);
            assert.doesNotMatch(page, /href="[^"]*evil/, payload);
            pages++;
          }
          // The Markdown, made HTML by a processor that lets raw HTML through and makes links of bare addresses: the least careful a site can be.
          const careless = micromark(toMarkdown(article, lang), {
            allowDangerousHtml: true,
            allowDangerousProtocol: true,
            extensions: [gfmAutolinkLiteral()],
            htmlExtensions: [gfmAutolinkLiteralHtml()],
          });
          const pictureless = careless.replace(/<img src="[a-z0-9-]+\.(?:ja|en)\.svg"[^>]*>/, "");
          assert.deepEqual(await open(browser, pictureless), DEAD, payload);
          assert.doesNotMatch(careless, /href="[^"]*evil/, payload);
        }
      }
      context.diagnostic(`${PAYLOADS.length} payloads, ${pages} pages`);
    } finally {
      await browser.close();
    }
  },
);

test("pictures are well-formed and stay inside their sheet", { skip: skipUnless(CHROMIUM !== undefined, "chromium"), timeout: 300_000 }, async () => {
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  try {
    const page = await browser.newPage();
    const pictures = [
      pictureOf(made(readFileSync(EXAMPLE)).article.mail, "ja"),
      ...PAYLOADS.map((payload) => pictureOf(made(hostileMail(payload)).article.mail, "en")),
    ];
    for (const svg of pictures) {
      const problem = await page.evaluate(
        (text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")?.textContent ?? "",
        svg,
      );
      assert.equal(problem, "");
      await page.setContent(svg);
      const outside = await page.evaluate(() => {
        const { left, right, bottom } = document.querySelector("svg")!.getBoundingClientRect();
        return [...document.querySelectorAll("text, rect")]
          .filter((one) => {
            const box = one.getBoundingClientRect();
            return box.right > right || box.left < left || box.bottom > bottom;
          })
          .map((one) => one.textContent);
      });
      assert.deepEqual(outside, []);
    }
  } finally {
    await browser.close();
  }
});

for (const width of [320, 360, 1100]) {
  test(`the article fits a screen ${width} wide`, { skip: skipUnless(CHROMIUM !== undefined, "chromium") }, async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
    try {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      for (const lang of ["ja", "en"] as const) {
        await page.setContent(articlePage(made(readFileSync(EXAMPLE)).article, lang));
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, lang);
      }
    } finally {
      await browser.close();
    }
  });
}
