import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { foreignOrigin } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-forged-helo", "forged-helo"],
  ["hit-forged-helo-without-rdns", "forged-helo"],
  ["hit-named", "foreign-origin-named"],
  ["hit-by-list", "foreign-origin-named"],
  ["hit-nameless", "nameless-origin"],
  ["miss-own-server", "clear"],
  ["miss-delivery-service", "clear"],
  ["miss-authenticated", "clear"],
  ["miss-written-by-their-gateway", "clear"],
  ["miss-foreign-sender", "clear"],
  ["unknown-no-route", "unknown"],
];

for (const [file, expected] of cases) {
  test(`foreign-origin: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(foreignOrigin, `src/checks/foreign-origin/${file}.eml`)), expected);
  });
}

test("foreign-origin: the route it speaks of can be looked up in the raw mail", () => {
  const result = runCheckOn(foreignOrigin, "src/checks/foreign-origin/hit-by-list.eml");
  assert.equal(result.kind, "points");
  if (result.kind !== "points") return;
  assert.ok(result.points[0].quotes.some((quote) => quote.text.includes("out.sender.example")));
  assert.match(result.points[0].seen.ja, /out\.sender\.example/);
});
