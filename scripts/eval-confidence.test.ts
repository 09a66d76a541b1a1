import assert from "node:assert/strict";
import { test } from "node:test";
import type { Confidence } from "../src/checks/check.ts";
import { ENOUGH, measureFiring, wilson } from "./eval-confidence.ts";
import type { Firing } from "./eval-tally.ts";

const kept = (phish: number, ham: number, declared: Confidence, leans: Firing["leans"] = "phishing"): string =>
  measureFiring({
    ...{ check: "x", kind: "a", leans, severity: "high", declared },
    mails: { phish, spam: 500, ham },
    campaigns: { phish: new Set(["p"]), spam: new Set(), ham: new Set() },
  }).kept;

test("Wilson: known values, and the ends stay in [0, 1]", () => {
  assert.deepEqual(
    wilson(10, 10).map((end) => end.toFixed(4)),
    ["0.7225", "1.0000"],
  );
  assert.deepEqual(
    wilson(81, 263).map((end) => end.toFixed(3)),
    ["0.255", "0.366"],
  );
  assert.deepEqual(wilson(0, 0), [0, 1]);
});
test("with enough mails the measured share itself is held against the promise", () => {
  assert.equal(kept(99, 1, "strong"), "yes");
  assert.equal(kept(98, 2, "strong"), "NO");
  assert.equal(kept(ENOUGH - 1, 1, "strong"), "NO");
});
test("with few mails only what cannot be chance fails", () => {
  assert.equal(kept(ENOUGH - 1, 0, "strong"), "few");
  assert.equal(kept(3, 3, "strong"), "NO");
  assert.equal(kept(ENOUGH - 2, 1, "strong"), "few");
});
test("certain fails on the first genuine mail, however many it is right about", () => {
  assert.equal(kept(5000, 1, "certain"), "NO");
  assert.equal(kept(5000, 0, "certain"), "yes");
});
test("weak promises nothing", () => {
  assert.equal(kept(1, 99, "weak"), "-");
});
test("a point for genuineness is right about genuine mail", () => {
  assert.equal(kept(0, 50, "strong", "genuine"), "yes");
  assert.equal(kept(5, 50, "strong", "genuine"), "NO");
  assert.equal(kept(1, 6, "strong", "genuine"), "few");
});
