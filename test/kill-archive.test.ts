import assert from "node:assert/strict";
import { test } from "node:test";
import { killRuns } from "./kill-archive.ts";

test("20 runs killed at random moments: nothing acknowledged is lost, nothing is half there", { skip: process.platform === "win32" }, async () => {
  const { acknowledged, unsaid } = await killRuns(20);
  assert.ok(acknowledged >= 20, `${acknowledged}`);
  assert.ok(unsaid >= 0 && unsaid <= 40, `${unsaid}`);
});
