import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { urlDisguise } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-userinfo", "name-before-at"],
  ["hit-number", "encoded-number"],
  ["hit-decimal", "encoded-number"],
  ["hit-unseen", "unseen-characters"],
  ["hit-letters", "look-alike-letters"],
  ["hit-encoded-host", "encoded-host"],
  ["hit-number-for-company", "number-for-name"],
  ["hit-other-script", "letters-of-other-scripts"],
  ["miss-japanese-host", "clear"],
  ["weak-number", "number-for-name"],
  ["weak-backslash", "backslash"],
  ["miss", "clear"],
];

for (const [file, expected] of cases) {
  test(`url-disguise: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(urlDisguise, `src/checks/url-disguise/${file}.eml`)), expected);
  });
}
