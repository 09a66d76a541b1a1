import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import type { AdvisoryCase } from "../advisory.ts";
import { readNotice } from "../notice.ts";
import { caseOf } from "./layout.ts";

const FOLDER = "src/advisories/layouts/fixtures";
interface Expected {
  readonly cases: readonly (Partial<AdvisoryCase> & { readonly name: string })[];
  readonly officialAddresses?: readonly string[];
  readonly urlRules?: readonly string[];
  readonly published?: string;
  readonly title?: string;
  readonly unreadWhy?: readonly string[];
}

const pages = readdirSync(FOLDER).filter((name) => !name.endsWith(".json"));

for (const page of pages) {
  test(`notice ${page}`, () => {
    const expected = JSON.parse(readFileSync(`${FOLDER}/${page.replace(/\.\w+$/, ".json")}`, "utf8")) as Expected;
    const notice = readNotice(readFileSync(`${FOLDER}/${page}`, "utf8"), page.endsWith(".html") ? "html" : "text");
    assert.deepEqual(
      notice.cases,
      expected.cases.map(({ name, ...fields }) => caseOf(name, fields)),
    );
    if (expected.officialAddresses !== undefined) assert.deepEqual(notice.officialAddresses, expected.officialAddresses);
    if (expected.urlRules !== undefined) assert.deepEqual(notice.urlRules, expected.urlRules);
    if (expected.published !== undefined) assert.equal(notice.published, expected.published);
    if (expected.title !== undefined) assert.equal(notice.title, expected.title);
    for (const why of expected.unreadWhy ?? [])
      assert.ok(
        notice.unread.some((line) => line.why === why),
        why,
      );
  });
}

test("every layout A1 to A20 has a page, in HTML and in text", () => {
  for (let n = 1; n <= 20; n++)
    assert.ok(
      pages.some((page) => page.startsWith(`a${String(n).padStart(2, "0")}-`)),
      `A${n}`,
    );
  assert.ok(pages.filter((page) => page.endsWith(".html")).length >= 10);
  assert.ok(pages.filter((page) => page.endsWith(".txt")).length >= 10);
});
