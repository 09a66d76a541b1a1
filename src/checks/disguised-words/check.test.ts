import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { disguisedWords } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-mixed", "mixed-alphabets"],
  ["hit-split", "split-letters"],
  ["hit-styled", "styled-lure"],
  ["hit-text", "mixed-alphabets-in-text"],
  ["weak-styled", "styled-letters"],
  ["miss-plain", "clear"],
  ["miss-russian", "clear"],
];

for (const [file, expected] of cases) {
  test(`disguised-words: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(disguisedWords, `src/checks/disguised-words/${file}.eml`)), expected);
  });
}
