import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { encryptedArchiveWithPassword } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-zip", "password-beside-archive"],
  ["miss-other-mail", "clear"],
  ["miss-open", "clear"],
  ["hit-pdf", "password-opens-document"],
  ["miss-example-of-password", "clear"],
];

for (const [file, expected] of cases) {
  test(`encrypted-archive-with-password: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(encryptedArchiveWithPassword, `src/checks/encrypted-archive-with-password/${file}.eml`)), expected);
  });
}
