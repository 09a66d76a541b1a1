import assert from "node:assert/strict";
import { test } from "node:test";
import { deskFiles, fillDesk } from "../../../../test/desk-fixture.ts";
import { deskUnderTest } from "../../../../test/desk-server.ts";
import { get, post } from "../../../../test/desk-requests.ts";
import { durationText } from "./page.tsx";

test("pictures with title, description and all their numbers in a table", async () => {
  const files = await deskFiles();
  try {
    const { pending, hostile } = await fillDesk(files);
    const { app } = deskUnderTest(files);
    await post(app, "/desk/decide", { case: [pending.id, hostile.id], agrees: "yes" });
    const slug = `xserver-${pending.id.slice(1)}`;
    await post(app, `/desk/cases/${pending.id}/article`, {});
    const draft = await files.archive.articleBySlug(slug);
    assert.ok(draft !== undefined);
    await files.archive.saveArticle({ ...draft, state: "published", published: "2026-11-25T05:06:00.000Z" }, pending.id);
    files.clock.now = "2026-11-25T06:00:00.000Z";
    const { text, status } = await get(app, "/desk/figures?days=30");
    assert.equal(status, 200);
    assert.match(text, /<svg[^>]*role="img" aria-labelledby="cases-title cases-desc"/);
    assert.match(text, /<title id="cases-title">/);
    assert.match(text, /<desc id="cases-desc">なりすまし \d+, /);
    assert.match(text, /<time datetime="2026-11-25">/);
    assert.match(text, /2 時間 12 分/);
    assert.match(text, /改めた割合\)<\/dt><dd>0\.0%/);
    assert.match(text, /href="\/desk\?campaign=k\d+"/);
    assert.doesNotMatch(text, /style="|NaN|undefined|<script>alert/);
    for (const days of ["7", "90", "365", "nonsense"]) assert.equal((await get(app, `/desk/figures?days=${days}`, { lang: "en" })).status, 200);
    assert.equal((await get(app, "/desk/figures", { role: "reporter" })).status, 403);
  } finally {
    await files.close();
  }
});

test("an empty desk has figures too", async () => {
  const files = await deskFiles();
  try {
    assert.match((await get(deskUnderTest(files).app, "/desk/figures")).text, /この期間に届いたメールはありません/);
  } finally {
    await files.close();
  }
});

test("durations in words", () => {
  assert.deepEqual(
    [undefined, 59_000, 3_599_000, 3_600_000, 90_000_000].map((wait) => durationText(wait, "en")),
    ["–", "1 min", "1 h 0 min", "1 h 0 min", "1 d 1 h"],
  );
});
