import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { giftCard } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "gift-card-favour"],
  ["hit-line-group", "favour-words"],
  ["miss-shop", "clear"],
];

for (const [file, expected] of cases) {
  test(`gift-card: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(giftCard, `src/checks/gift-card/${file}.eml`)), expected);
  });
}
