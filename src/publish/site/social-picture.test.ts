import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import stringWidth from "string-width";
import { both, sampleArticle } from "../../../test/site-articles.ts";
import { loadPainter } from "./painter.ts";
import { siteFiles } from "./site-files.ts";
import type { SiteFile } from "./site.ts";
import { folded, socialPicture } from "./social-picture.ts";

const SITE = { ja: "怪しいメールの注意喚起", en: "Warnings about suspicious mail" };
const article = sampleArticle({});
const painter = await loadPainter();

function build(base: string | undefined): readonly SiteFile[] {
  return [...siteFiles({ articles: [article], brands: [], base, title: SITE, painter: () => Uint8Array.of(1) })];
}

test("a page names the picture that stands beside it", () => {
  const files = build("https://warnings.example/");
  const picture = files.find(({ path }) => /^w\/.*\/social-[0-9a-f]{12}\.png$/.test(path));
  assert.ok(picture?.drawn);
  const page = files.find(({ path }) => path === `w/${article.slug}/index.html`)?.content ?? "";
  assert.ok(page.includes(`<meta property="og:image" content="https://warnings.example/${picture.path}">`), page.slice(0, 2000));
  assert.ok(page.includes(`content="summary_large_image"`));
});

test("without an address of the site there is no picture", () => {
  assert.ok(build(undefined).every(({ drawn }) => drawn === undefined));
});

test("the picture is a PNG of the size that is said", { skip: painter === undefined ? "the optional packages are not installed" : false }, () => {
  const png = painter?.(socialPicture(article, SITE, "ja")) ?? new Uint8Array();
  const view = new DataView(png.buffer, png.byteOffset);
  assert.deepEqual([...png.subarray(1, 4)], [0x50, 0x4e, 0x47]);
  assert.deepEqual([view.getUint32(16), view.getUint32(20)], [1200, 630]);
});

test("other words make another picture", { skip: painter === undefined ? "the optional packages are not installed" : false }, () => {
  const drawn = ["件名", "別名"].map((title) => painter?.(socialPicture(sampleArticle({ title: both(title, title) }), SITE, "ja")));
  assert.notDeepEqual(drawn[0], drawn[1]);
});

test("whatever the title, the drawing is well-formed and every line fits", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (title) => {
      const parser = new SaxesParser();
      parser.on("error", (error) => assert.fail(error));
      parser.write(socialPicture(sampleArticle({ title: both(title, title) }), SITE, "en")).close();
      const lines = folded(title, 35, 4);
      assert.ok(lines.length <= 4);
      for (const line of lines) assert.ok(stringWidth(line) <= 35, line);
    }),
    { numRuns: 200 },
  );
});

test("English is broken between words, Japanese anywhere, and what is too long ends in an ellipsis", () => {
  assert.deepEqual(folded("Beware of a mail that poses as a shop", 16, 4), ["Beware of a mail", "that poses as a", "shop"]);
  assert.deepEqual(folded("ああああああ", 4, 4), ["ああ", "ああ", "ああ"]);
  assert.deepEqual(folded("ああああああ", 4, 2), ["ああ", "あ…"]);
});
