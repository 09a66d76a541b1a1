import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { loginFormAttachment } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-password", "password-field"],
  ["hit-encoded", "encoded-page"],
  ["hit-drawing", "drawing-with-script"],
  ["weak-leads-on", "leads-on"],
  ["miss-page", "clear"],
];

for (const [file, expected] of cases) {
  test(`login-form-attachment: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(loginFormAttachment, `src/checks/login-form-attachment/${file}.eml`)), expected);
  });
}
