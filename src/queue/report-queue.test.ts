import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { ReportQueue } from "./report-queue.ts";
import type { Report } from "./report.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Opened {
  readonly queue: ReportQueue;
  readonly again: () => ReportQueue;
  readonly folder: string;
}

async function withQueue(body: (opened: Opened) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "queue-"));
  let clock = 0;
  const open = (): ReportQueue =>
    new ReportQueue(path.join(folder, "queue.sqlite"), { now: () => new Date(Date.UTC(2026, 0, 1) + clock++ * 1000).toISOString(), tries: 2 });
  const opened: ReportQueue[] = [];
  const add = (): ReportQueue => {
    opened.push(open());
    return opened.at(-1) as ReportQueue;
  };
  try {
    await body({ queue: add(), again: add, folder });
  } finally {
    for (const one of opened) one.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("what is taken comes out in its order, with its bytes, and is seen by whoever opens the file next", async () => {
  await withQueue(async ({ queue, again }) => {
    const taken = await Promise.all(["one", "two", "one"].map((text) => queue.take({ raw: bytes(text), reporter: "a" })));
    assert.equal(queue.waiting, 3);
    assert.equal(new Set(taken.map((one) => one.id)).size, 3);
    assert.equal(taken[0]?.sha256, taken[2]?.sha256);
    // Another process opens the file while this one is still there, as after a kill.
    const other = again();
    assert.equal(other.waiting, 3);
    for (const [at, text] of ["one", "two", "one"].entries()) {
      const next = other.next();
      assert.equal(next?.report.id, taken[at]?.id);
      assert.deepEqual(Uint8Array.from(next?.raw ?? []), bytes(text));
      if (next !== undefined) other.settle(next.report, { kind: "examined", cases: [`c${at}`] });
    }
    assert.equal(other.next(), undefined);
    assert.deepEqual(other.counts(), { waiting: 0, examined: 3, refused: 0, aside: 0 });
    assert.deepEqual(other.byId(taken[1]?.id ?? "")?.cases, ["c1"]);
  });
});

test("a report that fails is tried again, then set aside with its bytes, and can be tried anew", async () => {
  await withQueue(async ({ queue }) => {
    const { id } = await queue.take({ raw: bytes("x"), reporter: undefined });
    const why = { ja: "だめ", en: "no" };
    for (const tries of [1, 2]) {
      const next = queue.next();
      assert.ok(next);
      queue.settle(next.report, { kind: "failed", why });
      assert.equal(queue.byId(id)?.tries, tries);
    }
    assert.equal(queue.next(), undefined);
    assert.deepEqual([queue.byId(id)?.state, queue.byId(id)?.why, queue.waiting], ["aside", why, 0]);
    assert.equal(queue.retry(id), true);
    assert.equal(queue.retry(id), false);
    assert.deepEqual(Uint8Array.from(queue.next()?.raw ?? []), bytes("x"));
  });
});

test("attempts that end with the process do not count as the mail's fault, unless there are many", async () => {
  await withQueue(async ({ queue, again }) => {
    const { id } = await queue.take({ raw: bytes("x"), reporter: undefined });
    // Each opening stands for a process that goes down while it examines.
    for (let begun = 0; begun < 9; begun++) assert.equal(again().next()?.report.id, id);
    const [lasting] = [again()];
    const last = lasting.next();
    assert.ok(last);
    lasting.giveBack(last.report);
    for (let begun = 0; begun < 10; begun++) assert.equal(again().next()?.report.id, id);
    assert.equal(again().next(), undefined);
    assert.equal(queue.byId(id)?.state, "aside");
  });
});

test("several are taken at once, in their order, and nobody takes them again until they are settled or given back", async () => {
  await withQueue(async ({ queue }) => {
    for (const text of ["one", "two", "three", "a long one", "five"]) await queue.take({ raw: bytes(text), reporter: undefined });
    const texts = (taken: readonly { raw: Uint8Array }[]): string[] => taken.map(({ raw }) => new TextDecoder().decode(raw));
    const first = queue.nextFew(2, 100);
    assert.deepEqual(texts(first), ["one", "two"]);
    assert.deepEqual(texts(queue.nextFew(9, 10)), ["three"], "no more bytes than asked for");
    const [long] = queue.nextFew(9, 5);
    assert.equal(long?.report.bytes, 10, "one alone may have more");
    assert.deepEqual(texts(queue.nextFew(9, 100)), ["five"]);
    assert.deepEqual(queue.nextFew(9, 100), []);
    assert.equal(queue.waiting, 5, "all of them wait still");
    queue.settle(first[0]?.report as Report, { kind: "examined", cases: [] });
    queue.giveBack(first[1]?.report as Report);
    assert.deepEqual(texts(queue.nextFew(9, 100)), ["two"]);
  });
});

test("a reporter is forgotten with what waits; the same bytes of somebody else stay", async () => {
  await withQueue(async ({ queue }) => {
    await Promise.all([
      queue.take({ raw: bytes("x"), reporter: "a" }),
      queue.take({ raw: bytes("y"), reporter: "a" }),
      queue.take({ raw: bytes("x"), reporter: "b" }),
    ]);
    assert.deepEqual(queue.forgetReporter("a"), { reports: 2, unexamined: 2, underWay: [] });
    assert.equal(queue.waiting, 1);
    const next = queue.next();
    assert.equal(next?.report.reporter, "b");
    assert.deepEqual(Uint8Array.from(next?.raw ?? []), bytes("x"));
  });
});

test("who is forgotten by another process: it is told what is being examined, and the bytes are gone from the file", async () => {
  await withQueue(async ({ queue, again, folder }) => {
    const other = again();
    const secret = "a secret of the recipient ".repeat(800);
    const { id } = await queue.take({ raw: bytes(secret), reporter: "a" });
    await queue.take({ raw: bytes(`${secret}2`), reporter: "a" });
    const next = queue.next();
    assert.deepEqual(other.forgetReporter("a"), { reports: 2, unexamined: 2, underWay: [id] });
    assert.equal(queue.waiting, 2, "not heard of yet");
    queue.settle(next?.report as Report, { kind: "examined", cases: ["c1"] });
    assert.deepEqual([queue.waiting, queue.next(), queue.byId(id)], [0, undefined, undefined]);
    const left = readdirSync(folder).filter((file) => readFileSync(path.join(folder, file)).includes("a secret of the recipient"));
    assert.deepEqual(left, []);
  });
});

test("lines of what is done go after their time; what was set aside stays", async () => {
  await withQueue(async ({ queue }) => {
    await queue.take({ raw: bytes("x"), reporter: undefined });
    const next = queue.next();
    assert.ok(next);
    queue.settle(next.report, { kind: "refused", why: { ja: "あ", en: "a" } });
    assert.equal(queue.forgetDone("2025-12-31T00:00:00.000Z"), 0);
    assert.equal(queue.forgetDone("2027-01-01T00:00:00.000Z"), 1);
    assert.equal(queue.byId(next.report.id), undefined);
  });
});
