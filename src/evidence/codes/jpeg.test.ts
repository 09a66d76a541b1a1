import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { jpegPixels } from "./jpeg.ts";
import { BASELINE, CODE, PROGRESSIVE } from "./jpeg.fixture.ts";
import { PictureBudget, readPicture } from "./picture-codes.ts";

test("jpeg: the code of a baseline and of a progressive picture is read", () => {
  for (const bytes of [BASELINE, PROGRESSIVE]) assert.deepEqual(readPicture(bytes, new PictureBudget()), { kind: "read", texts: [CODE] });
});

test("jpeg: both ways of storing a picture give the same brightness, dark modules on light ground", () => {
  const [one, other] = [jpegPixels(BASELINE), jpegPixels(PROGRESSIVE)];
  assert.deepEqual([one.width, one.height], [99, 99]);
  assert.ok(one.grey.every((value, index) => Math.abs(value - other.grey[index]!) <= 2));
  // BT.601 luma of the two colours drawn: 45 and 244.
  assert.ok(Math.abs(one.grey[7 * 99 + 7]! - 45) < 25);
  assert.ok(one.grey[2]! > 225);
});

test("jpeg: a picture that breaks off keeps its upper part", () => {
  const { grey } = jpegPixels(BASELINE.subarray(0, BASELINE.length - 800));
  assert.ok(Math.abs(grey[7 * 99 + 7]! - 45) < 25);
});

test("jpeg: changed bytes never do more than throw", () => {
  const change = fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.constantFrom(BASELINE, PROGRESSIVE), change, (bytes, changes) => {
      const broken = Uint8Array.from(bytes);
      for (const [at, value] of changes) broken[at % broken.length] = value;
      assert.notEqual(readPicture(broken, new PictureBudget()).kind, undefined);
    }),
    { numRuns: 300 },
  );
});
