import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { relayedWords } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "relayed-lure"],
  ["weak", "relayed-words"],
  ["weak-own-notice", "relayed-words"],
  ["miss", "clear"],
  ["hit-refund", "relayed-lure"],
  ["hit-throwaway", "relayed-for-throwaway"],
  ["hit-form", "relayed-lure"],
  ["hit-desk", "relayed-by-desk"],
  ["hit-look-alike", "relayed-look-alike"],
  ["hit-planted-name", "planted-in-notice"],
  ["hit-planted-greeting", "planted-in-notice"],
  ["hit-planted-ja", "planted-in-notice"],
  ["miss-name", "clear"],
  ["miss-greeting", "clear"],
  ["miss-desk", "clear"],
  ["weak-colleague", "relayed-words"],
  ["weak-talk", "relayed-words"],
];

for (const [file, expected] of cases) {
  test(`relayed-words: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(relayedWords, `src/checks/relayed-words/${file}.eml`)), expected);
  });
}
