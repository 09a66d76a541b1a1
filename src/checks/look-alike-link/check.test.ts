import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { lookAlikeLink } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-subdomain", "look-alike-link-brandInSubdomain"],
  ["hit-confusable", "look-alike-link-confusable"],
  ["hit-no-claim", "look-alike-link-brandInSubdomain"],
  ["hit-broken-by-slash", "look-alike-link-tldSwap"],
  ["miss-slash", "clear"],
  ["miss-official", "clear"],
  ["miss-foreign", "clear"],
  ["miss-signed", "clear"],
  ["miss-no-link", "clear"],
];

for (const [file, expected] of cases) {
  test(`look-alike-link: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(lookAlikeLink, `src/checks/look-alike-link/${file}.eml`)), expected);
  });
}

test("look-alike-link: links that could not be read are not checked", () => {
  const evidence = { links: { kind: "failed", why: "", temporary: false } } as unknown as Parameters<typeof lookAlikeLink.run>[0];
  assert.equal(kindsOf(lookAlikeLink.run(evidence, {} as Parameters<typeof lookAlikeLink.run>[1])), "unknown");
});
