import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { textTargetMismatch } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-sender", "shows-sender-leads-elsewhere"],
  ["hit-nameless", "shows-name-leads-to-nameless-host"],
  ["weak-elsewhere", "shows-one-leads-to-another"],
  ["miss-www-and-http", "clear"],
  ["miss-delivery-tracker", "clear"],
  ["miss-own-counter", "clear"],
  ["miss-safe-links", "clear"],
  ["miss-mailto", "clear"],
];

for (const [file, expected] of cases) {
  test(`text-target-mismatch: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(textTargetMismatch, `src/checks/text-target-mismatch/${file}.eml`)), expected);
  });
}
