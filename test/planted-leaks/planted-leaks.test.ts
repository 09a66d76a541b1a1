import assert from "node:assert/strict";
import { test } from "node:test";
import { ENCODINGS } from "./encodings.ts";
import { PLACES } from "./planted-mail.ts";
import { runPlanted } from "./run.ts";

// `npm run leaks` does the same with 2,000 mails and more forms of output.
test("300 mails with planted recipient data: no leak, and the scan alone finds the plants", () => {
  const outcome = runPlanted(1, 300, { formsEach: 2, articleEvery: 10 });
  assert.ok(outcome.plants >= 2000 && outcome.encodings.size === ENCODINGS.length && outcome.places.size === PLACES.length);
  assert.ok(outcome.articles >= 20, `${outcome.articles} articles`);
  assert.deepEqual(outcome.leaks, []);
  assert.deepEqual(outcome.alarms, []);
  assert.ok(outcome.missed.length <= outcome.scanned * 0.001, outcome.missed.join("\n"));
  assert.ok(outcome.blanked <= outcome.innocent * 0.02, `${outcome.blanked} of ${outcome.innocent} innocent characters`);
});
