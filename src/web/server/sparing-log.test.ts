import assert from "node:assert/strict";
import { test } from "node:test";
import { sparing } from "./sparing-log.ts";

test("the same line stands once in half a minute, and says how often it was left out", () => {
  const lines: string[] = [];
  let now = 0;
  const log = sparing(
    (line) => lines.push(line),
    () => now,
  );
  for (; now < 31_000; now += 1_000) log("full");
  log("other");
  assert.deepEqual(lines, ["full", "full (29 more times since)", "other"]);
  now += 60_000;
  log("other");
  for (let n = 0; n < 1_000; n++) log(`line ${n}`);
  log("line 999");
  assert.equal(lines.length, 1_004);
});
