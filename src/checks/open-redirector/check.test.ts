import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { openRedirector } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "pushing-words-through-redirector"],
  ["hit-translate", "pushing-words-through-redirector"],
  ["weak", "through-redirector"],
  ["miss-gateway", "clear"],
  ["miss-to-own-site", "clear"],
];

for (const [file, expected] of cases) {
  test(`open-redirector: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(openRedirector, `src/checks/open-redirector/${file}.eml`)), expected);
  });
}
