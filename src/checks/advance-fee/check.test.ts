import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { advanceFee } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-reply", "fortune-and-free-reply-address"],
  ["weak-form-of-a-website", "fortune-words"],
  ["hit-tale", "fortune-tale"],
  ["weak-words", "fortune-words"],
  ["miss", "clear"],
  ["hit-taken-address", "stranger-and-free-reply-address"],
  ["hit-contact", "fortune-and-free-contact"],
  ["miss-club", "clear"],
  ["miss-minutes", "clear"],
];

for (const [file, expected] of cases) {
  test(`advance-fee: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(advanceFee, `src/checks/advance-fee/${file}.eml`)), expected);
  });
}
