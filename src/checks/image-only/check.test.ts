import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { imageOnly } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "picture-with-link"],
  ["miss-text", "clear"],
];

for (const [file, expected] of cases) {
  test(`image-only: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(imageOnly, `src/checks/image-only/${file}.eml`)), expected);
  });
}
