import assert from "node:assert/strict";
import { test } from "node:test";
import { findTextLinks } from "./text-links.ts";

const found = (text: string): readonly string[] => findTextLinks(text).map((link) => link.raw);

test("Japanese text may follow an address at once", () => {
  assert.deepEqual(found("こちらhttps://www.example.com/loginからどうぞ。"), ["https://www.example.com/login"]);
  assert.deepEqual(found("【https://example.com/a?b=1】"), ["https://example.com/a?b=1"]);
  assert.deepEqual(found("（https://example.com/）"), ["https://example.com/"]);
  assert.deepEqual(found("https://example.comにアクセス"), ["https://example.com"]);
  assert.deepEqual(found("www.example.co.jpを開く、example.com。"), ["www.example.co.jp", "example.com"]);
});

test("a dot before the path belongs to the host", () => {
  assert.deepEqual(found("http://example.co./ad.jp"), ["http://example.co./ad.jp"]);
  assert.deepEqual(found("See http://example.com. / Next"), ["http://example.com"]);
});

test("hosts in Japanese script are kept", () => {
  assert.deepEqual(found("http://日本語.jp/"), ["http://日本語.jp/"]);
});

test("the user part before @ belongs to the address, so that the real host is judged", () => {
  assert.deepEqual(found("https://www.example.com@evil.test/x"), ["https://www.example.com@evil.test/x"]);
});

test("what only looks like a host is none", () => {
  for (const text of ["v1.2.3", "readme.md", "node.js", "終わり.次へ", "Thank you.Click here", "/path/to/file.pl", "e.g. this", "a..b"])
    assert.deepEqual(found(text), [], text);
});

test("punctuation of the sentence is left out", () => {
  assert.deepEqual(found("See http://example.com/a_(b), or (http://example.com/c)."), ["http://example.com/a_(b)", "http://example.com/c"]);
});

test("hostile length costs linear time", () => {
  const started = performance.now();
  for (const unit of ["a.", "http://", "a@", "//", "(", "x-", "mailto:", ".com"]) findTextLinks(unit.repeat(200_000));
  assert.ok(performance.now() - started < 4000);
});
