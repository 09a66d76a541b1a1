import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { simplifiedChinese } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "simplified-characters"],
  ["miss-japanese", "clear"],
  ["miss-chinese", "clear"],
];

for (const [file, expected] of cases) {
  test(`simplified-chinese: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(simplifiedChinese, `src/checks/simplified-chinese/${file}.eml`)), expected);
  });
}
