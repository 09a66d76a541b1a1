import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { relayedWords } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "relayed-lure"],
  ["weak", "relayed-words"],
  ["weak-own-notice", "relayed-words"],
  ["miss", "clear"],
];

for (const [file, expected] of cases) {
  test(`relayed-words: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(relayedWords, `src/checks/relayed-words/${file}.eml`)), expected);
  });
}
