import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { accountThreat } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-ja", "pressing-words-and-foreign-links"],
  ["hit-en", "pressing-words-and-foreign-links"],
  ["hit-among-official", "pressing-words-and-foreign-call-to-action"],
  ["hit-free-mail", "pressing-words-and-free-mail"],
  ["weak-own-site", "pressing-words"],
  ["weak-delivery-tracker", "pressing-words"],
  ["miss", "clear"],
];

for (const [file, expected] of cases) {
  test(`account-threat: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(accountThreat, `src/checks/account-threat/${file}.eml`)), expected);
  });
}
