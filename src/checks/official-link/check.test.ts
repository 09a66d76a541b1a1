import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { officialLink } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-foreign", "foreign-link"],
  ["hit-displayed", "displayed-official-leads-elsewhere"],
  ["hit-mixed", "foreign-link-among-official"],
  ["genuine", "all-links-official"],
  ["miss-signed-with-partner-link", "clear"],
  ["miss-no-link", "clear"],
];

for (const [file, expected] of cases) {
  test(`official-link: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(officialLink, `src/checks/official-link/${file}.eml`)), expected);
  });
}

test("official-link: the displayed host stands against the real one", () => {
  const result = runCheckOn(officialLink, "src/checks/official-link/hit-displayed.eml");
  assert.equal(result.kind, "points");
  if (result.kind === "points") assert.deepEqual(result.points[0].link, { displayed: "www.xserver.ne.jp", real: "login.panel-check.example" });
});
