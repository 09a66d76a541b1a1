import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { storageLure } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-es", "storage-and-foreign-links"],
  ["hit-free-mail", "storage-and-free-mail"],
  ["hit-nobody", "storage-of-nobody"],
  ["weak-own-name", "storage-words"],
  ["weak-own-house", "storage-words"],
  ["miss", "clear"],
  ["miss-icloud", "clear"],
];

for (const [file, expected] of cases) {
  test(`storage-lure: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(storageLure, `src/checks/storage-lure/${file}.eml`)), expected);
  });
}
