import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { renewalCall } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "charge-call-and-free-mail"],
  ["weak-own-domain", "charge-and-call"],
  ["miss-no-number", "clear"],
  ["hit-invitation", "charge-call-as-invitation"],
  ["miss-invitation", "clear"],
];

for (const [file, expected] of cases) {
  test(`renewal-call: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(renewalCall, `src/checks/renewal-call/${file}.eml`)), expected);
  });
}
