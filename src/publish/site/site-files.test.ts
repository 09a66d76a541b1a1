import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { SaxesParser } from "saxes";
import { z } from "zod";
import { both, nthArticle, sampleArticle } from "../../../test/site-articles.ts";
import { defaultRegistry } from "../../brands/index.ts";
import type { SiteSource } from "./site.ts";
import { siteFiles } from "./site-files.ts";

const BASE = "https://warnings.example/mail/";
const brands = defaultRegistry().brands.filter(({ id }) => ["xserver", "amazon", "rakuten", "japan-post", "kohls"].includes(id));
const withdrawn = sampleArticle({
  slug: "xserver-00000000dead",
  state: "withdrawn",
  title: both("もう言わないこと", "no longer said"),
  corrections: [{ at: "2026-11-22T00:00:00.000Z", note: both("誤りでした。", "It was wrong.") }],
});
const many = Array.from({ length: 130 }, (_, n) => nthArticle(n));
const articles = [...many, withdrawn, sampleArticle({ slug: "xserver-0000000draft", state: "draft" }), sampleArticle({ updated: "2026-11-21T00:00:00.000Z" })];
const source: SiteSource = { articles, brands, base: BASE, title: { ja: "怪しいメールの注意喚起", en: "Warnings about suspicious mail" } };
const build = (changes: Partial<SiteSource> = {}): Map<string, string> =>
  new Map([...siteFiles({ ...source, ...changes })].map(({ path, content }) => [path, content]));
const files = build();
const file = (path: string): string => files.get(path) ?? assert.fail(`no file ${path}`);
const pages = [...files].filter(([path]) => path.endsWith(".html"));

test("the files of the site are the same each time, each once", () => {
  assert.deepEqual([...build()], [...files]);
  assert.equal([...siteFiles(source)].length, files.size);
});

test("every page is valid HTML", async (context) => {
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended", "html-validate:standard", "html-validate:a11y"] });
  const wrong: string[] = [];
  for (const [path, content] of pages) {
    const report = await validator.validateString(content, path);
    wrong.push(...report.results.flatMap(({ messages }) => messages.map((message) => `${path}:${message.line} ${message.ruleId} ${message.message}`)));
  }
  assert.deepEqual(wrong, []);
  context.diagnostic(`${pages.length} pages`);
});

/** Values of the attributes of a page that name another address. */
const addressesIn = (content: string): string[] => [...content.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map((match) => match[1] ?? "");

test("every link inside the site leads to a file of it, and nothing is loaded from elsewhere", () => {
  for (const [path, content] of pages) {
    for (const address of addressesIn(content)) {
      const target = new URL(address.replaceAll("&amp;", "&"), new URL(path, BASE));
      if (!target.href.startsWith(BASE)) continue;
      const name = target.pathname.slice(new URL(BASE).pathname.length);
      assert.ok(files.has(name.endsWith("/") || name === "" ? `${name}index.html` : name), `${path} leads to ${address}`);
    }
    for (const [, address = ""] of content.matchAll(/<(?:img|script|link rel="(?:stylesheet|icon)"[^>]*)[^>]*\s(?:src|href)="([^"]*)"/g))
      assert.ok(new URL(address, new URL(path, BASE)).href.startsWith(BASE), `${path} loads ${address}`);
    assert.doesNotMatch(content, /<style|\sstyle=|\son[a-z]+=|<script(?! type="application\/ld\+json"| type="module" src=)/i, path);
  }
});

test("a draft is nowhere; of a withdrawn warning only that it was withdrawn is left", () => {
  for (const [path, content] of files) {
    assert.doesNotMatch(path + content, /0000000draft/, path);
    if (!path.includes("00000000dead")) assert.doesNotMatch(content, /00000000dead/, path);
    assert.doesNotMatch(content, /もう言わないこと|no longer said/, path);
  }
  assert.match(file("w/xserver-00000000dead/index.html"), /誤りでした。/);
  assert.match(file("w/xserver-00000000dead/index.html"), /noindex/);
});

test("an article page names its language, its other language and its data", () => {
  const page = file("en/w/xserver-0123456789ab/index.html");
  assert.match(page, /<html lang="en">/);
  assert.match(page, /hreflang="ja" href="https:\/\/warnings\.example\/mail\/w\/xserver-0123456789ab\/"/);
  const blocks = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
    (match) => JSON.parse(match[1] ?? "") as Record<string, unknown>,
  );
  assert.deepEqual(
    blocks.map((block) => block["@type"]),
    ["Article", "BreadcrumbList"],
  );
  assert.equal(blocks[0]?.["datePublished"], "2026-11-20T10:00:00.000Z");
  assert.deepEqual(blocks[0]?.["about"], { "@type": "Organization", name: "Xserver", url: "https://xserver.ne.jp/" });
});

test("a brand's page shows what is official with its source, how to reach it, and our warnings", () => {
  const page = file("brand/xserver/index.html");
  assert.match(
    page,
    /xserver\.ne\.jp<\/bdi><\/td><td>サイト・メールの送信<\/td><td><a href="https:\/\/www\.xserver\.ne\.jp\/support\/information_phishing\.php"/,
  );
  assert.match(page, /https:\/\/www\.xserver\.ne\.jp\/support\//);
  assert.match(page, /注意喚起 34 件/);
  assert.match(page, /w\/xserver-0123456789ab\//);
});

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: XmlElement[];
}

/** The document's root; the parser throws on what is not well-formed. */
function xml(content: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, text: "", children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => assert.fail(error));
  parser.on("opentag", (tag) => {
    const element: XmlElement = { name: tag.name, attributes: tag.attributes as Record<string, string>, text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(content).close();
  return root.children[0] ?? assert.fail("no element");
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const all = (element: XmlElement, name: string): XmlElement[] => element.children.filter((child) => child.name === name);
const one = (element: XmlElement, name: string): XmlElement => {
  const found = all(element, name);
  assert.equal(found.length, 1, `${found.length} of ${name} in ${element.name}`);
  return found[0] as XmlElement;
};

/** What RFC 4287 asks of a feed or an entry (sections 4.1.1 and 4.1.2). */
function isAtomContainer(element: XmlElement): void {
  const id = one(element, "id").text;
  assert.ok(URL.canParse(id), `id ${id}`);
  assert.notEqual(one(element, "title").text.trim(), "");
  assert.match(one(element, "updated").text, RFC_3339);
  const alternates = all(element, "link").filter((link) => (link.attributes["rel"] ?? "alternate") === "alternate");
  assert.equal(new Set(alternates.map((link) => `${link.attributes["type"] ?? ""} ${link.attributes["hreflang"] ?? ""}`)).size, alternates.length);
  for (const link of all(element, "link")) assert.ok(URL.canParse(link.attributes["href"] ?? ""));
}

for (const [name, lang] of [
  ["feed.xml", "ja"],
  ["en/feed.xml", "en"],
] as const)
  test(`${name} keeps the rules of RFC 4287`, () => {
    const feed = xml(file(name));
    assert.equal(feed.name, "feed");
    assert.equal(feed.attributes["xmlns"], "http://www.w3.org/2005/Atom");
    assert.equal(feed.attributes["xml:lang"], lang);
    isAtomContainer(feed);
    // Section 4.1.1: an author in the feed serves entries without one. Section 4.2.7.2: the feed should name itself.
    assert.notEqual(one(one(feed, "author"), "name").text, "");
    assert.equal(all(feed, "link").find((link) => link.attributes["rel"] === "self")?.attributes["href"], BASE + name);
    const entries = all(feed, "entry");
    assert.equal(entries.length, 50);
    for (const entry of entries) {
      isAtomContainer(entry);
      assert.match(one(entry, "published").text, RFC_3339);
      // Section 4.1.2: without content an entry must have an alternate link.
      assert.ok(all(entry, "link").some((link) => link.attributes["rel"] === "alternate"));
      for (const child of entry.children) assert.ok(["id", "title", "published", "updated", "link", "category", "summary"].includes(child.name), child.name);
    }
    const ids = entries.map((entry) => one(entry, "id").text);
    assert.equal(new Set(ids).size, ids.length, "two entries with the same id");
    assert.equal(one(feed, "updated").text, "2026-11-21T00:00:00.000Z");
    assert.equal(ids[0], `${BASE}${lang === "ja" ? "" : "en/"}w/xserver-0123456789ab/`);
  });

/** https://www.jsonfeed.org/version/1.1/: the members it knows and no others. */
const jsonFeed = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.enum(["ja", "en"]),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      title: z.string(),
      content_text: z.string(),
      date_published: z.iso.datetime({ offset: true }),
      date_modified: z.iso.datetime({ offset: true }),
      tags: z.array(z.string()),
      language: z.enum(["ja", "en"]),
    }),
  ),
});

test("feed.json is a JSON Feed 1.1", () => {
  for (const name of ["feed.json", "en/feed.json"]) assert.equal(jsonFeed.parse(JSON.parse(file(name))).items.length, 50);
});

test("the sitemap names every page that may be found, in both languages", () => {
  const map = xml(file("sitemap.xml"));
  const listed = all(map, "url").map((url) => one(url, "loc").text.slice(BASE.length));
  const expected = pages
    .filter(([path, content]) => path.endsWith("index.html") && !content.includes("noindex"))
    .map(([path]) => path.slice(0, -"index.html".length));
  assert.deepEqual(listed.sort(), expected.sort());
  assert.match(file("robots.txt"), /Disallow: \/mail\/search\/index\/\n\nSitemap: https:\/\/warnings\.example\/mail\/sitemap\.xml/);
});

test("a long sitemap is split below the 50,000 addresses of the protocol", async () => {
  const { sitemapFiles } = await import("./sitemap.ts");
  const paths = Array.from({ length: 30_000 }, (_, n) => (lang: string) => `${lang}/${n}/`);
  const split = sitemapFiles(BASE, [], paths);
  assert.deepEqual(
    split.map(({ path }) => path),
    ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"],
  );
  assert.equal(
    split.slice(0, -1).reduce((sum, { content }) => sum + all(xml(content), "url").length, 0),
    60_000,
  );
  assert.equal(all(xml(split.at(-1)?.content ?? ""), "sitemap").length, 3);
});

test("without an address there are no feeds, and links still work in any folder", () => {
  const local = build({ base: undefined });
  assert.ok(!local.has("feed.xml") && !local.has("sitemap.xml"));
  assert.doesNotMatch(local.get("w/xserver-0123456789ab/index.html") ?? "", /canonical|site\.invalid/);
  assert.ok([...local].every(([path, content]) => path === "404.html" || !/(?:href|src|action)="\//.test(content)));
});

test("a new warning changes no other warning's page and no full page of the archive", () => {
  const more = build({ articles: [...articles, sampleArticle({ slug: "amazon-00000000beef", brand: "amazon", published: "2026-11-23T00:00:00.000Z" })] });
  const changed = [...files].filter(([path, content]) => more.get(path) !== content).map(([path]) => path);
  assert.deepEqual(
    changed.filter((path) => /^(?:en\/)?w\/|archive\/1\//.test(path)),
    [],
  );
  assert.ok(changed.includes("index.html") && changed.includes("archive/2/index.html") && changed.includes("brand/amazon/index.html"));
});

test("what no page can be made of is refused with a reason", () => {
  assert.throws(() => build({ base: "ftp://x.example/" }), /must be like https/);
  assert.throws(() => build({ articles: [sampleArticle({ slug: "../escape" })] }), /no name for a page/);
  assert.throws(() => build({ articles: [...many].reverse() }), /order of publication/);
});
