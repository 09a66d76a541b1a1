import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { sharedHostingLink } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-company", "company-on-shared-hosting"],
  ["hit-only", "only-shared-hosting"],
  ["hit-mostly", "mostly-shared-hosting"],
  ["weak-among-own", "shared-hosting-call-to-action"],
  ["miss-own-page", "clear"],
  ["miss", "clear"],
];

for (const [file, expected] of cases) {
  test(`shared-hosting-link: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(sharedHostingLink, `src/checks/shared-hosting-link/${file}.eml`)), expected);
  });
}
