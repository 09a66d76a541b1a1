import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { formInMail } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-password", "password-field"],
  ["hit-card", "secret-field"],
  ["miss-questionnaire", "clear"],
];

for (const [file, expected] of cases) {
  test(`form-in-mail: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(formInMail, `src/checks/form-in-mail/${file}.eml`)), expected);
  });
}
