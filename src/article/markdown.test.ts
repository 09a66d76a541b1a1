import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { redactText } from "../redact/index.ts";
import type { PublicText } from "../redact/index.ts";
import { example } from "../../test/article-fixture.ts";
import { fromMarkdown, toMarkdown } from "./index.ts";
import type { Article } from "./index.ts";
import { codeSpan, escapeMarkdown, fenced } from "./markdown-escape.ts";
import { parseRegions, trimLines } from "./regions.ts";

const base = example();
const asIs = (text: string): PublicText => redactText(text, []);
const bilingual = (ja: string, en = ja): Article["title"] => ({ ja: asIs(ja), en: asIs(en) });
const read = (article: Article): ReturnType<typeof fromMarkdown> => fromMarkdown({ ja: toMarkdown(article, "ja"), en: toMarkdown(article, "en") }, asIs);

test("words an author writes between the parts come back and stay", () => {
  const words = { start: bilingual("はじめに"), lead: bilingual("筆者の一言。\n\n> 引用も **書ける**"), "point-2": bilingual("ここが決め手") };
  const once = read({ ...base, words });
  assert.deepEqual(once.words, words);
  assert.deepEqual(once.problems, []);
});

const line = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    "```",
    "<!-- ayashii:lead 0 -->",
    "<!-- /ayashii:lead -->",
    "<!-- \\ayashii:x 1 -->",
    "<!-- \\\\/ayashii:copy -->",
    "# 見出し",
    "---",
    "{{ x }}",
  ),
);
const markdown = fc.array(line, { maxLength: 8 }).map((lines) =>
  trimLines(
    lines
      .join("\n")
      .replace(/\r\n?/g, "\n")
      .replace(/^\ufeff/, ""),
  ),
);
const ids = fc.constantFrom("start", "head", "lead", "transcript", "picture", "point-1", "point-9", "further", "summary", "copy", "gone");

test("any words in any place: parse(render(article)) gives the same words", () => {
  fc.assert(
    fc.property(fc.dictionary(ids, fc.tuple(markdown, markdown), { maxKeys: 6 }), (given) => {
      const words = Object.fromEntries(Object.entries(given).map(([id, [ja, en]]) => [id, bilingual(ja, en)]));
      const { words: back, problems } = read({ ...base, words });
      const kept = Object.fromEntries(Object.entries(words).filter(([, { ja, en }]) => ja !== "" || en !== ""));
      assert.deepEqual(back, kept);
      assert.deepEqual(problems, []);
    }),
    { numRuns: 300 },
  );
});

test("rendering what was read gives the same file", () => {
  fc.assert(
    fc.property(markdown, markdown, (ja, en) => {
      const article = { ...base, words: { lead: bilingual(ja, en), gone: bilingual(en, ja) } };
      const again = { ...article, words: read(article).words };
      assert.equal(toMarkdown(again, "ja"), toMarkdown(article, "ja"));
    }),
    { numRuns: 100 },
  );
});

test("any text at all is read without throwing", () => {
  fc.assert(fc.property(markdown, (text) => parseRegions(text).unclosed.length >= 0));
});

test("an edit inside a machine's part is noticed, and so is a lost end", () => {
  const text = toMarkdown(base, "ja");
  assert.deepEqual(fromMarkdown({ ja: text.replace("出回っています", "出回っているようです") }, asIs).problems, ["ja:lead"]);
  assert.deepEqual(fromMarkdown({ ja: text.replace("<!-- /ayashii:picture -->", "") }, asIs).problems, ["ja:picture"]);
  assert.deepEqual(fromMarkdown({ ja: text.replaceAll("\n", "\r\n") }, asIs).problems, []);
});

test("what follows a part that is gone stays at the end", () => {
  const text = toMarkdown({ ...base, words: { "point-9": bilingual("残す") } }, "ja");
  assert.ok(text.indexOf("残す") > text.indexOf("<!-- /ayashii:copy -->"));
});

test("escaped text holds no construct of Markdown", () => {
  assert.equal(escapeMarkdown("[a](https://x.example) *b* `c` <d> &amp;"), "\\[a\\](https:\\/\\/x.example) \\*b\\* \\`c\\` &lt;d&gt; &amp;amp;");
  assert.equal(escapeMarkdown("www.x.example a@x.example"), "www\\.x.example `a@x.example`");
  assert.equal(escapeMarkdown("1. one"), "1\\. one");
  assert.equal(escapeMarkdown("- one\n# two"), "\\- one \\# two");
  assert.doesNotMatch(escapeMarkdown("{{< x >}} {% y %} {{{z}}}"), /\{\{|\{%|\}\}|%\}/);
});

test("a fence is longer than any run inside, and a code span keeps its ends", () => {
  assert.ok(fenced("a\n````\nb").startsWith("`````text\n"));
  assert.equal(codeSpan("`a`"), "`` `a` ``");
});
