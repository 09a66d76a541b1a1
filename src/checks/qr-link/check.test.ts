import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { qrLink } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-picture", "code-leads-elsewhere"],
  ["hit-table", "code-leads-elsewhere"],
  ["hit-characters", "code-leads-elsewhere"],
  ["hit-service", "code-leads-elsewhere"],
  ["hit-pdf", "code-leads-elsewhere"],
  ["weak-no-claim", "code-with-link"],
  ["miss-official", "clear"],
  ["miss-no-code", "clear"],
  ["unknown-broken-picture", "unknown"],
];

for (const [file, expected] of cases) {
  test(`qr-link: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(qrLink, `src/checks/qr-link/${file}.eml`)), expected);
  });
}
