import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { disguisedAttachment } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-two-endings", "two-endings"],
  ["hit-reversed-letters", "reversed-letters"],
  ["hit-other-content", "other-content"],
  ["hit-blanks-in-archive", "two-endings"],
  ["miss-versions", "clear"],
];

for (const [file, expected] of cases) {
  test(`disguised-attachment: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(disguisedAttachment, `src/checks/disguised-attachment/${file}.eml`)), expected);
  });
}
