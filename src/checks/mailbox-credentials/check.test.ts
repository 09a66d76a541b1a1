import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { mailboxCredentials } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-ja", "mailbox-and-foreign-links"],
  ["hit-en", "mailbox-and-foreign-links"],
  ["weak-recipients-own-site", "mailbox-words"],
  ["miss", "clear"],
];

for (const [file, expected] of cases) {
  test(`mailbox-credentials: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(mailboxCredentials, `src/checks/mailbox-credentials/${file}.eml`)), expected);
  });
}
