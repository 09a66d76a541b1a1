import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { prizeLure } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-ja", "prize-and-foreign-links"],
  ["hit-de-shortener", "prize-and-anonymous-link"],
  ["weak-own-site", "prize-words"],
  ["weak-long-terms", "prize-words"],
  ["miss", "clear"],
  ["hit-insurer", "gift-in-a-company-name"],
  ["hit-picture", "prize-as-picture"],
  ["weak-sales-voucher", "prize-words"],
  ["weak-survey-team", "prize-words"],
  ["miss-club", "clear"],
];

for (const [file, expected] of cases) {
  test(`prize-lure: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(prizeLure, `src/checks/prize-lure/${file}.eml`)), expected);
  });
}
