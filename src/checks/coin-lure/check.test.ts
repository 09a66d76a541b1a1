import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { coinLure } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "coins-and-foreign-links"],
  ["hit-ja", "coins-and-foreign-links"],
  ["hit-free-mail", "coins-and-free-mail"],
  ["weak-own-site", "coin-words"],
  ["miss", "clear"],
  ["hit-other-name", "coins-under-another-name"],
  ["weak-own-name", "coin-words"],
];

for (const [file, expected] of cases) {
  test(`coin-lure: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(coinLure, `src/checks/coin-lure/${file}.eml`)), expected);
  });
}
