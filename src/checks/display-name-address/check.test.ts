import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { displayNameAddress } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-official", "official-address-in-name"],
  ["hit-other", "other-address-in-name"],
  ["hit-list", "other-address-in-name"],
  ["miss-same-domain", "clear"],
  ["hit-begins", "official-address-in-name"],
  ["miss-plain", "clear"],
];

for (const [file, expected] of cases) {
  test(`display-name-address: ${file} → ${expected}`, () => {
    const result = runCheckOn(displayNameAddress, `src/checks/display-name-address/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    assert.ok(point.seen.ja !== "" && point.seen.en !== "" && point.seen.ja !== point.seen.en);
  });
}

test("display-name-address: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(displayNameAddress, "examples/forwarded-inline.eml")), "unknown");
});
