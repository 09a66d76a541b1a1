import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { authoritySender } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-en", "authority-and-free-mail"],
  ["hit-local-part", "authority-and-free-mail"],
  ["hit-ja", "authority-and-free-mail"],
  ["miss-own-domain", "clear"],
  ["miss-about", "clear"],
  ["miss-name", "clear"],
];

for (const [file, expected] of cases) {
  test(`authority-sender: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(authoritySender, `src/checks/authority-sender/${file}.eml`)), expected);
  });
}
