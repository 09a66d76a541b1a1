import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { dataOrScriptLink } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-data", "data-link"],
  ["weak-script", "script-link"],
  ["miss-void", "clear"],
];

for (const [file, expected] of cases) {
  test(`data-or-script-link: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(dataOrScriptLink, `src/checks/data-or-script-link/${file}.eml`)), expected);
  });
}
