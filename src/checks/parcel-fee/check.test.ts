import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { parcelFee } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-ja", "parcel-and-foreign-links"],
  ["hit-en", "parcel-and-foreign-links"],
  ["weak-own-site", "parcel-words"],
  ["weak-shop-to-carrier", "parcel-words"],
  ["miss", "clear"],
];

for (const [file, expected] of cases) {
  test(`parcel-fee: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(parcelFee, `src/checks/parcel-fee/${file}.eml`)), expected);
  });
}
