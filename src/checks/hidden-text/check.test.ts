import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { hiddenText } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-inside-words", "hidden-in-words"],
  ["miss-preview", "clear"],
];

for (const [file, expected] of cases) {
  test(`hidden-text: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(hiddenText, `src/checks/hidden-text/${file}.eml`)), expected);
  });
}
