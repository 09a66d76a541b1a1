import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { unconfirmedCallToAction } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-nothing", "unconfirmed-and-elsewhere"],
  ["hit-other-domain", "unconfirmed-and-elsewhere"],
  ["hit-dmarc-failed", "unconfirmed-and-elsewhere"],
  ["miss-aligned", "clear"],
  ["miss-own-link", "clear"],
  ["miss-address-shown", "clear"],
  ["miss-broken-signature", "clear"],
  ["miss-list", "clear"],
  ["miss-delivery-service", "clear"],
  ["miss-no-answer", "clear"],
  ["miss-no-results", "clear"],
];

for (const [file, expected] of cases) {
  test(`unconfirmed-call-to-action: ${file} → ${expected}`, () => {
    const result = runCheckOn(unconfirmedCallToAction, `src/checks/unconfirmed-call-to-action/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    assert.ok(point.seen.ja !== "" && point.seen.en !== "" && point.seen.ja !== point.seen.en);
  });
}

test("unconfirmed-call-to-action: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(unconfirmedCallToAction, "examples/forwarded-inline.eml")), "unknown");
});
