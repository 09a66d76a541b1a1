import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { Lane } from "./lane.ts";

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const MAIL = { kind: "examine", raw: new TextEncoder().encode("From: a@b.example\r\nSubject: x\r\n\r\ny\r\n") } as const;

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a process that has nothing to do ends after a while; the next piece of work has a new one", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "lane-"));
  const lane = new Lane({ archive: path.join(folder, "archive.sqlite"), data: undefined }, 30_000, "soon", 100);
  try {
    assert.equal((await lane.run(MAIL)).kind, "examined");
    const first = lane.pid ?? 0;
    for (let tries = 0; isThere(first) && tries < 100; tries++) await wait(50);
    assert.ok(!isThere(first));
    assert.equal(lane.pid, undefined);
    assert.equal((await lane.run(MAIL)).kind, "examined");
    assert.notEqual(lane.pid, first);
  } finally {
    await lane.close(1_000);
    rmSync(folder, { recursive: true, force: true });
  }
});
