import assert from "node:assert/strict";
import { test } from "node:test";
import { Pace } from "./pace.ts";

test("the last minute, and no more, is counted", () => {
  const pace = new Pace();
  for (let second = 0; second < 90; second++) for (let n = 0; n < 3; n++) pace.count(second * 1_000 + n);
  assert.equal(pace.lastMinute(89_900), 180);
  assert.equal(pace.lastMinute(99_900), 150);
  assert.equal(pace.lastMinute(148_900), 3);
  assert.equal(pace.lastMinute(149_900), 0);
  pace.count(10_000_000);
  assert.equal(pace.lastMinute(10_000_500), 1);
});
