import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { defaultAdvisories } from "../../advisories/index.ts";
import { defaultRegistry } from "../../brands/index.ts";
import { gatherEvidence } from "../../evidence/gather.ts";
import { parseMail } from "../../mail/index.ts";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { failedAuthentication } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-dmarc-refused", "dmarc-refused"],
  ["hit-spf-refused", "spf-refused"],
  ["hit-dmarc-failed", "dmarc-failed"],
  ["hit-softfail", "unlisted-and-unsigned"],
  ["hit-other-domain", "passed-for-other-domain"],
  ["hit-broken-signature", "check-failed"],
  ["hit-none", "nothing-to-check"],
  ["hit-unsigned-gmail", "unsigned-by-signer"],
  ["miss-pass", "clear"],
  ["unknown-list", "unknown"],
  ["miss-arc", "clear"],
  ["miss-no-results", "clear"],
];

for (const [file, expected] of cases) {
  test(`failed-authentication: ${file} → ${expected}`, () => {
    const result = runCheckOn(failedAuthentication, `src/checks/failed-authentication/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    assert.ok(point.seen.ja !== "" && point.seen.en !== "" && point.seen.ja !== point.seen.en);
  });
}

test("failed-authentication: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(failedAuthentication, "examples/forwarded-inline.eml")), "unknown");
});

test("failed-authentication: unknown where a name server did not answer", () => {
  const registry = defaultRegistry();
  const gathered = gatherEvidence(parseMail(new Uint8Array(readFileSync("src/checks/failed-authentication/miss-no-results.eml"))), registry);
  const evidence = { ...gathered, authentication: { kind: "failed", why: "a name server did not answer", temporary: true } as const };
  const result = failedAuthentication.run(evidence, { registry, advisories: defaultAdvisories() });
  assert.equal(kindsOf(result), "unknown");
});
