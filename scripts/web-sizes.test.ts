import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST_BYTES, webSizes } from "./web-sizes.ts";

test("the first examination on the check page loads less than its budget", (context) => {
  const { first, worker } = webSizes();
  context.diagnostic(`${first.br} bytes brotli, ${first.gz} gzip`);
  // A worker that is all but empty would mean that its parts were not found.
  assert.ok(worker.br > 150_000, String(worker.br));
  assert.ok(first.br < MOST_BYTES, `${first.br} bytes, the budget is ${MOST_BYTES}`);
});
