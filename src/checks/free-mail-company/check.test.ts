import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { freeMailCompany } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "company-in-subject"],
  ["miss-person", "clear"],
  ["miss-own-links", "clear"],
  ["miss-answer", "clear"],
];

for (const [file, expected] of cases) {
  test(`free-mail-company: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(freeMailCompany, `src/checks/free-mail-company/${file}.eml`)), expected);
  });
}
