import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { malformedSender } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-no-address", "no-address"],
  ["hit-impossible", "impossible-domain"],
  ["hit-styled", "styled-domain"],
  ["hit-several", "several-authors"],
  ["hit-unknown-ending", "unknown-ending"],
  ["miss-two-authors", "clear"],
  ["miss-machine", "clear"],
  ["miss-localhost", "clear"],
];

for (const [file, expected] of cases) {
  test(`malformed-sender: ${file} → ${expected}`, () => {
    const result = runCheckOn(malformedSender, `src/checks/malformed-sender/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    assert.ok(point.seen.ja !== "" && point.seen.en !== "" && point.seen.ja !== point.seen.en);
  });
}

test("malformed-sender: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(malformedSender, "examples/forwarded-inline.eml")), "unknown");
});
