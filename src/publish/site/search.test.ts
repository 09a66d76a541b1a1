import assert from "node:assert/strict";
import { test } from "node:test";
import { nthArticle, sampleArticle, say } from "../../../test/site-articles.ts";
import { closestFirst, ranked, telling } from "./client/ranking.ts";
import { SearchIndex } from "./search-index.ts";
import { shardOf, termsOf } from "./search-terms.ts";
import type { DocumentLine, IndexMeta, TermShard } from "./search-terms.ts";

test("terms are pairs of neighbouring characters, whatever the writing", () => {
  assert.deepEqual(termsOf("ﾒｰﾙ A.b{メールアドレス}12"), ["めー", "ーる", "12"]);
  assert.deepEqual(termsOf("hxxps://Log[.]example"), termsOf("HTTPS://log.example"));
  assert.deepEqual(termsOf("𠮷野家"), ["𠮷野", "野家"]);
  assert.deepEqual(termsOf("あ"), []);
  assert.deepEqual(termsOf(""), []);
});

test("a hostile query takes no more than a long one", () => {
  const began = performance.now();
  for (const text of ["a".repeat(2_000_000), "{".repeat(2_000_000), "[.".repeat(1_000_000), "\ud800".repeat(1_000_000), "hxxp".repeat(500_000)]) termsOf(text);
  assert.ok(performance.now() - began < 2000);
});

/** Searches as the page does, over files in memory. */
function searcher(index: SearchIndex): (query: string) => string[] {
  const files = new Map([...index.files()].map(({ path, content }) => [path.replace("search/index/", ""), JSON.parse(content) as unknown]));
  const meta = files.get("meta.json") as IndexMeta;
  return (query) => {
    const terms = telling(termsOf(query), 14);
    const shards = [...new Set(terms.map((term) => shardOf(term, meta.shards)))].map((number) => files.get(`t/${number}.json`) as TermShard);
    const chunk = (document: number): DocumentLine[] => files.get(`d/${Math.floor(document / meta.chunk)}.json`) as DocumentLine[];
    const lines = ranked(terms, shards, meta.documents, 20).map(({ document }) => chunk(document)[document % meta.chunk] ?? assert.fail("no line"));
    return closestFirst(lines, query).map(([slug]) => slug);
  };
}

test("every warning is the first answer to its own subject, also over many files", () => {
  const index = new SearchIndex();
  // Number 0 is one pair of characters only, "00", as many others have it too.
  const articles = Array.from({ length: 3000 }, (_, n) => nthArticle(n + 1));
  for (const article of articles) index.add(article);
  const search = searcher(index);
  const wrong = articles.filter(({ slug, mail }) => search(mail.subject)[0] !== slug);
  assert.deepEqual(
    wrong.map(({ slug }) => slug),
    [],
  );
});

test("text that stands in every mail does not hide a rare word, and nothing is found for nothing", () => {
  const index = new SearchIndex();
  for (let n = 0; n < 1500; n++) index.add(nthArticle(n));
  index.add(sampleArticle({ slug: "mail-0000000rare", mail: { ...sampleArticle().mail, text: say("下のリンクからお手続きください。珈琲豆の定期便です。") } }));
  const search = searcher(index);
  assert.equal(search("お手続きください。珈琲豆の定期便")[0], "mail-0000000rare");
  assert.deepEqual(search("鸚鵡返し"), []);
  assert.deepEqual(search("__proto__ constructor toString"), []);
});

test("a word of most warnings is not searched for, and by itself gives the newest", () => {
  const index = new SearchIndex();
  for (let n = 0; n < 3000; n++) index.add(nthArticle(n));
  const search = searcher(index);
  assert.equal(search("XSERVER SUPPORT")[0], nthArticle(2999).slug);
  assert.equal(search("XSERVER SUPPORT 0031676")[0], nthArticle(4).slug);
});
