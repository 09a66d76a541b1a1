import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { payoutLure } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-free-mail", "payout-and-free-mail"],
  ["hit-fr", "payout-and-foreign-links"],
  ["weak-own-site", "payout-words"],
  ["weak-person", "payout-words"],
  ["miss", "clear"],
];

for (const [file, expected] of cases) {
  test(`payout-lure: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(payoutLure, `src/checks/payout-lure/${file}.eml`)), expected);
  });
}
