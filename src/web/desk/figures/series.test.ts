import assert from "node:assert/strict";
import { test } from "node:test";
import { bucketsOf, percentile, topOf } from "./series.ts";

test("days without anything are there too; what is outside of the period is not", () => {
  const rows = [
    { day: "2026-11-02", key: "a", count: 2 },
    { day: "2026-11-02", key: "b", count: 1 },
    { day: "2026-11-09", key: "a", count: 5 },
  ] as const;
  assert.deepEqual(bucketsOf("2026-11-01", "2026-11-03", ["a", "b"], rows), {
    buckets: [
      { day: "2026-11-01", values: [0, 0] },
      { day: "2026-11-02", values: [2, 1] },
      { day: "2026-11-03", values: [0, 0] },
    ],
    step: 1,
  });
});

test("a year is drawn in weeks and nothing is lost", () => {
  const rows = Array.from({ length: 365 }, (_, n) => ({ day: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10), key: "a" as const, count: 1 }));
  const { buckets, step } = bucketsOf("2026-01-01", "2026-12-31", ["a"], rows);
  assert.deepEqual([step, buckets.length, buckets.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)], [7, 53, 365]);
});

test("percentiles by the nearest rank", () => {
  assert.equal(percentile([], 0.5), undefined);
  assert.equal(percentile([5], 0.9), 5);
  assert.equal(percentile([4, 1, 3, 2], 0.5), 2);
  assert.equal(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9), 9);
});

test("the top of a scale holds the largest value and divides by four", () => {
  for (const largest of [0, 1, 4, 5, 9, 13, 41, 99, 100, 101, 999, 12_345]) {
    assert.ok(topOf(largest) >= largest && topOf(largest) % 4 === 0 && topOf(largest) <= Math.max(4, largest * 2.5), String(largest));
  }
});
