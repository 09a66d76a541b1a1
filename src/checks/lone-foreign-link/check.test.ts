import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { loneForeignLink } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "only-call-to-action-foreign"],
  ["miss-all-foreign", "clear"],
  ["miss-no-company", "clear"],
];

for (const [file, expected] of cases) {
  test(`lone-foreign-link: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(loneForeignLink, `src/checks/lone-foreign-link/${file}.eml`)), expected);
  });
}
