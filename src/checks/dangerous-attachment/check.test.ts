import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { dangerousAttachment } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-shortcut", "shortcut"],
  ["hit-program-in-archive", "program"],
  ["hit-profile", "profile"],
  ["weak-macros", "macro-document"],
  ["miss-document", "clear"],
];

for (const [file, expected] of cases) {
  test(`dangerous-attachment: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(dangerousAttachment, `src/checks/dangerous-attachment/${file}.eml`)), expected);
  });
}
