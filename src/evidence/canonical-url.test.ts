import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalText, canonicalUrl, lookupHosts, lookupPaths } from "./canonical-url.ts";

const text = (written: string): string | undefined => {
  const url = canonicalUrl(written);
  return url === undefined ? undefined : canonicalText(url);
};

test("spellings of one address become one", () => {
  const one = "http://shop.example/a/b";
  for (const written of [
    "http://SHOP.example/a/b#x",
    "http://shop.example:80//a/./b?q",
    "shop.example/a/c/../b",
    "http://user@shop..example./%61/%2562",
    " http://shop.exa\nmple/a/b ",
  ])
    assert.equal(text(written), one, written);
  assert.equal(text("http://3221225991/x"), "http://192.0.2.7/x");
  assert.equal(text("http://shop.example"), "http://shop.example/");
});

test("what has no host is no address", () => {
  for (const written of ["", ":", "/a", "#a", "http://#a", "http:///a", "mailto:a@b.example"]) assert.equal(text(written), undefined, written);
});

test("hosts and paths to look up", () => {
  const url = canonicalUrl("http://a.b.shop.example/1/2.html?q=1");
  assert.ok(url !== undefined);
  assert.deepEqual(lookupHosts(url), ["a.b.shop.example", "b.shop.example", "shop.example"]);
  assert.deepEqual(lookupPaths(url), ["/", "/1/", "/1/2.html", "/1/2.html?q=1"]);
});

test("codes in codes are undone to a bound", () => {
  assert.equal(text(`http://shop.example/${"%25".repeat(5000)}`)?.startsWith("http://shop.example/%25"), true);
});
