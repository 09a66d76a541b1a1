import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { extortion } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-en", "hacked-and-pay"],
  ["hit-ja", "hacked-and-pay"],
  ["hit-address", "hacked-and-pay"],
  ["miss-security-news", "clear"],
];

for (const [file, expected] of cases) {
  test(`extortion: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(extortion, `src/checks/extortion/${file}.eml`)), expected);
  });
}
