import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { lookAlikeSender } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-combosquat", "look-alike-sender-combosquat"],
  ["hit-tld-swap", "look-alike-sender-tldSwap"],
  ["hit-typosquat", "look-alike-sender-typosquat"],
  ["hit-confusable", "look-alike-sender-confusable"],
  ["hit-subdomain", "look-alike-sender-brandInSubdomain"],
  ["hit-no-claim", "look-alike-sender-combosquat"],
  ["miss-foreign", "clear"],
  ["miss-official", "clear"],
  ["miss-common-word", "clear"],
  ["unknown-no-sender", "unknown"],
  ["miss-no-sender-no-claim", "clear"],
];

for (const [file, expected] of cases) {
  test(`look-alike-sender: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(lookAlikeSender, `src/checks/look-alike-sender/${file}.eml`)), expected);
  });
}
