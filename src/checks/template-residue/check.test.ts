import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { templateResidue } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-ja", "unfilled-in-text"],
  ["hit-subject", "unfilled-in-header"],
  ["hit-percent", "unfilled-in-text"],
  ["miss-programming", "clear"],
];

for (const [file, expected] of cases) {
  test(`template-residue: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(templateResidue, `src/checks/template-residue/${file}.eml`)), expected);
  });
}
