import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { linksOffSender } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "all-links-foreign"],
  ["miss-wants-nothing", "clear"],
  ["miss-own", "clear"],
  ["miss-mailing-list", "clear"],
];

for (const [file, expected] of cases) {
  test(`links-off-sender: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(linksOffSender, `src/checks/links-off-sender/${file}.eml`)), expected);
  });
}
