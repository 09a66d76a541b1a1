import assert from "node:assert/strict";
import { test } from "node:test";
import { readNotice } from "../src/advisories/notice.ts";
import { FAMILIES, madePage, misread, pageWithoutCase } from "./notice-pages/page.ts";

/** Seeds other than those the layouts were mended with: `tsx test/notice-pages/run.ts 200` measures more. */
const FROM = 10_000;
const PAGES = 25;

for (const family of FAMILIES) {
  test(`pages made of known mails are read back: ${family}`, () => {
    for (let seed = FROM; seed < FROM + PAGES; seed++) {
      const page = madePage(family, seed);
      assert.deepEqual(misread(page, readNotice(page.content, page.kind)), [], `seed ${seed}\n${page.content}`);
    }
  });
}

test("pages with labels of genuine mail, of contacts and of advice, and no fake, have no case", () => {
  for (let seed = FROM; seed < FROM + 400; seed++) {
    const page = pageWithoutCase(seed);
    assert.deepEqual(readNotice(page.content, page.kind).cases, [], `seed ${seed}\n${page.content}`);
  }
});
