import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { brandSpelling } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-styled", "styled-letters"],
  ["hit-unseen", "unseen-characters"],
  ["hit-marks", "unseen-characters"],
  ["hit-cyrillic", "look-alike-letters"],
  ["hit-kanji", "look-alike-letters"],
  ["hit-blanks", "blanks-inside"],
  ["hit-zero", "look-alike-letters"],
  ["hit-text", "styled-letters-in-text"],
  ["miss-full-width", "clear"],
  ["miss-plain", "clear"],
];

for (const [file, expected] of cases) {
  test(`brand-spelling: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(brandSpelling, `src/checks/brand-spelling/${file}.eml`)), expected);
  });
}
