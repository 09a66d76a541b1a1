import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { recipientInLink } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-base64", "address-base64-and-pushing-words"],
  ["hit-fragment", "address-plain-and-pushing-words"],
  ["hit-hex", "address-hex-and-pushing-words"],
  ["weak-newsletter", "address-plain"],
  ["miss-own-site", "clear"],
];

for (const [file, expected] of cases) {
  test(`recipient-in-link: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(recipientInLink, `src/checks/recipient-in-link/${file}.eml`)), expected);
  });
}
