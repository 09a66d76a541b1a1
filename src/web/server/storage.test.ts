import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { openBeside } from "../../archive/beside-file.ts";
import { QUEUE_SCHEMA } from "../../queue/tables.ts";
import { freeBytes, nearlyFull, storageProblem } from "./storage.ts";

test("a full file is told as such, not by the transaction that SQLite has ended by itself; with room it goes on", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "storage-"));
  const file = openBeside(path.join(folder, "queue.sqlite"), QUEUE_SCHEMA);
  const write = (): number =>
    file.transaction(() => file.run("insert into mail (sha256, raw) values (?, ?) on conflict do nothing", "x", new Uint8Array(500_000)));
  try {
    file.all("pragma max_page_count = 20");
    let met: unknown;
    assert.throws(write, (error) => (met = error) !== undefined);
    const { problem, line } = storageProblem(met) ?? {};
    assert.equal(problem?.problem.kind, "full");
    assert.match(problem?.problem.detail?.ja ?? "", /ディスクがいっぱい/);
    assert.match(line ?? "", /^nothing can be written \(full\)/);
    file.all("pragma max_page_count = 100000");
    assert.equal(write(), 1);
  } finally {
    file.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("other errors are none of the disk's", () => {
  assert.equal(storageProblem(new Error("x")), undefined);
  assert.equal(storageProblem(undefined), undefined);
});

test("how much room there is; nothing is said where nobody knows", () => {
  assert.ok((freeBytes(path.join(tmpdir(), "a.sqlite")) ?? 0) > 0);
  assert.equal(freeBytes("/nowhere/at/all/a.sqlite"), undefined);
  assert.equal(nearlyFull("/nowhere/at/all/a.sqlite"), undefined);
});
