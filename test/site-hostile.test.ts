import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { siteFiles } from "../src/publish/site/index.ts";
import { sampleArticle } from "./site-articles.ts";
import { hostileArticle } from "./site-hostile.ts";
import { PAYLOADS } from "./site-payloads.ts";

const SLUG = "xserver-0123456789ab";

/** All pages and other files of a site whose only warning holds the text everywhere, but for the author's Markdown. */
function filesWith(text: string): Map<string, string> {
  const article = { ...hostileArticle(SLUG, text), words: {} };
  // Where a text is empty or no URL the page leaves something out; these stay what they are so that all pages have one shape.
  const { contact, advisories } = sampleArticle();
  const kept = { ...article, contact, advisories: article.advisories.map((one) => ({ ...one, url: advisories[0]?.url ?? "" })) };
  const source = { articles: [kept], brands: [], base: "https://warnings.test/", title: { ja: "注意喚起", en: "Warnings" } };
  return new Map([...siteFiles(source)].map(({ path, content }) => [path.replace(/mail-[0-9a-f]{12}/, "mail"), content]));
}

/** Names of the elements and attributes of a page in document order. `bdi` may carry the language of its text. */
function shapeOf(content: string): string[] {
  const shape: string[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [parse(content)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("tagName" in node)
      shape.push(
        `${node.tagName} ${node.attrs
          .map(({ name }) => name)
          .filter((name) => node.tagName !== "bdi" || name !== "lang")
          .join(" ")}`,
      );
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
  return shape;
}

const PAGES = [`w/${SLUG}/index.html`, `en/w/${SLUG}/index.html`, "index.html", "archive/1/index.html", "campaign/k1/index.html"];
const plain = filesWith("x");
const shapes = new Map(PAGES.map((page) => [page, shapeOf(plain.get(page) ?? "")]));

function keepsItsShape(text: string): void {
  const files = filesWith(text);
  for (const page of PAGES) assert.deepEqual(shapeOf(files.get(page) ?? ""), shapes.get(page), page);
  for (const [name, content] of files) {
    assert.ok(content.isWellFormed(), name);
    if (name.endsWith(".json")) JSON.parse(content);
    for (const [, block = ""] of content.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)) JSON.parse(block);
  }
}

test("no payload changes what a page consists of", () => {
  for (const payload of PAYLOADS) keepsItsShape(payload);
});

const PIECES = [
  "<",
  ">",
  "</",
  "<!--",
  "-->",
  "]]>",
  '"',
  "'",
  "`",
  "&",
  "&#",
  ";",
  "=",
  " ",
  "\n",
  "\r",
  "\0",
  "script",
  "svg",
  "style",
  "title",
  "textarea",
  "on",
  "x",
  "\ud800",
  "\u202e",
  "\u2028",
  "\\",
  "{",
  "}",
  "あ",
];

test("no text whatever changes what a page consists of", () => {
  const pieces = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((some) => `x${some.join("")}`);
  const anything = fc.string({ unit: "binary", minLength: 1, maxLength: 40 }).map((some) => `x${some}`);
  fc.assert(fc.property(fc.oneof(pieces, anything), keepsItsShape), { numRuns: 150 });
});
