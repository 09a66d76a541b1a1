import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { deskFiles, exampleMail, fillDesk, keepMail, NOW } from "../../../../test/desk-fixture.ts";
import type { DeskFiles } from "../../../../test/desk-fixture.ts";
import { deskUnderTest } from "../../../../test/desk-server.ts";
import type { DeskUnderTest } from "../../../../test/desk-server.ts";
import { follow, get, post } from "../../../../test/desk-requests.ts";

let files: DeskFiles;
let desk: DeskUnderTest;
let made: Awaited<ReturnType<typeof fillDesk>>;

before(async () => {
  files = await deskFiles();
  made = await fillDesk(files);
});
beforeEach(() => void (desk = deskUnderTest(files)));
after(() => files.close());

const casePath = (what = ""): string => `/desk/cases/${made.pending.id}${what}`;

test("verdict, points with evidence, claims, campaign, history", async () => {
  const { status, text } = await get(desk.app, casePath());
  assert.equal(status, 200);
  for (const piece of ['class="verdict impersonation"', "xserver.ne.jp", "バイト目", "名乗っている", "14 通", "最初の結果", "reporter-1"])
    assert.ok(text.includes(piece), piece);
  const { text: en } = await get(desk.app, casePath(), { lang: "en" });
  assert.match(en, /14 mails from/);
  assert.doesNotMatch(en.replace(/<(?:h1|title|bdi|td|code|a|footer)[^]*?<\/(?:h1|title|bdi|td|code|a|footer)>/g, ""), /判断|報告した人|見つかった/);
});

test("an unknown, a malformed and another reporter's case are all not there", async () => {
  for (const id of ["c000000000000", "x", "%27%20or%201=1", "c".repeat(500)]) assert.equal((await get(desk.app, `/desk/cases/${id}`)).status, 404);
  const others = (await files.archive.cases({ campaign: made.pending.campaign ?? "" })).find(({ id }) => id !== made.pending.id);
  assert.equal((await get(desk.app, `/desk/cases/${others?.id}`, { role: "reporter" })).status, 404);
  assert.equal((await get(desk.app, `/desk/cases/${others?.id}/source`, { role: "reporter" })).status, 404);
  const { status, text } = await get(desk.app, casePath(), { role: "reporter" });
  assert.equal(status, 200);
  assert.doesNotMatch(text, /\/decide|\/forget|\/reexamine|報告した人|sato@example|\/desk\/brands"/);
  assert.doesNotMatch(text, new RegExp(`/desk/cases/(?!${made.pending.id})c`));
});

test("agree, then overrule; the history keeps both", async () => {
  const agreed = await follow(desk.app, await post(desk.app, casePath("/decide"), { agrees: "yes", reason: "" }));
  assert.match(agreed.text, /判断を記録しました/);
  const { text } = await follow(desk.app, await post(desk.app, casePath("/decide"), { agrees: "no", really: "genuine", reason: "本人に<確認>した" }));
  assert.match(text, /改めた → 本物と確認/);
  assert.match(text, /本人に&lt;確認&gt;した/);
  assert.deepEqual(
    (await files.archive.decisionsOf(made.pending.id)).map(({ agrees, by }) => [agrees, by]),
    [
      [true, "editor-1"],
      [false, "editor-1"],
    ],
  );
  assert.deepEqual(
    desk.audited.map(({ action, on }) => [action, on]),
    ["decide", "decide"].map((action) => [action, made.pending.id]),
  );
  assert.equal((await post(desk.app, casePath("/decide"), { agrees: "no", really: "nonsense", reason: "x" })).status, 422);
  assert.equal((await post(desk.app, "/desk/cases/c000000000000/decide", { agrees: "yes" })).status, 404);
});

test("every action asks for the token and the role", async () => {
  for (const action of ["decide", "reexamine", "forget", "article"]) {
    assert.equal((await post(desk.app, casePath(`/${action}`), {}, { csrf: "" })).status, 403, action);
    assert.equal((await post(desk.app, casePath(`/${action}`), { sure: "yes" }, { role: "reporter" })).status, 403, action);
  }
  assert.deepEqual(desk.audited, []);
});

test("the source is saved as text, byte for byte, and never drawn", async () => {
  const { status, headers, text } = await get(desk.app, casePath("/source"));
  assert.equal(status, 200);
  assert.match(headers.get("Content-Type") ?? "", /^text\/plain/);
  assert.match(headers.get("Content-Disposition") ?? "", /^attachment; filename="c[0-9a-f]+\.eml"$/);
  assert.equal(headers.get("X-Content-Type-Options"), "nosniff");
  assert.match(headers.get("Content-Security-Policy") ?? "", /sandbox/);
  assert.equal(text, exampleMail("xserver-pending-messages").toString());
  assert.equal(desk.audited[0]?.action, "download-source");
});

test("examined again: the same, or what changed; what was examined online is left as it is", async () => {
  assert.match((await follow(desk.app, await post(desk.app, casePath("/reexamine"), {}))).text, /結果は前と同じです/);
  const old = JSON.stringify({ verdict: { level: "no-sign" }, evidenceLevel: "full-source", points: [] });
  const made1 = { caseId: made.pending.id, toolVersion: "0.0.1", registryVersion: "r0", at: NOW, json: old };
  await files.archive.addExamination(made1, "no-sign", undefined);
  assert.match((await get(desk.app, casePath())).text, /古い版の記録です/);
  const { text } = await follow(desk.app, await post(desk.app, casePath("/reexamine"), {}));
  assert.match(text, /下の履歴に違いがあります/);
  assert.match(text, /← 怪しい点なし/);
  await files.archive.addExamination({ ...made1, json: JSON.stringify({ ...JSON.parse(old), examinedOnline: NOW }) }, "no-sign", undefined);
  assert.equal((await post(desk.app, casePath("/reexamine"), {})).status, 409);
  await files.archive.addExamination({ ...made1, json: "{" }, "impersonation", "xserver");
  assert.equal((await get(desk.app, casePath())).status, 200);
});

test("forgetting a reporter asks twice, and takes only their mails", async () => {
  const extra = await keepMail(files.archive, exampleMail("bank-through-list"), NOW, "gone@example.com");
  const path = `/desk/cases/${extra.id}/forget`;
  assert.equal((await post(desk.app, path, { reporter: "gone@example.com" })).status, 422);
  assert.equal((await post(desk.app, path, { reporter: "somebody else", sure: "yes" })).status, 404);
  const { text } = await follow(desk.app, await post(desk.app, path, { reporter: "gone@example.com", sure: "yes" }));
  assert.match(text, /保管庫: その人だけが届け出たメール 1 件を、そこから作ったものごと消しました/);
  assert.equal(await files.archive.caseById(extra.id), undefined);
  assert.doesNotMatch(JSON.stringify(desk.audited), /gone@example/);
});

test("a mail with a hostile subject is drawn as text on its own page", async () => {
  const { text } = await get(desk.app, `/desk/cases/${made.hostile.id}`);
  assert.doesNotMatch(text, /<script>alert|<img src=x/);
});

test("an article is drafted once, and refused with the reason where nothing is suspicious", async () => {
  const { location } = await post(desk.app, casePath("/article"), {});
  assert.match(location, /^\/desk\/articles\/xserver-[0-9a-f]{12}\?done=drafted$/);
  assert.equal((await files.archive.articleOf(made.pending.id))?.state, "draft");
  const [genuine] = await files.archive.cases({ level: "genuine", limit: 1 });
  const refused = await post(desk.app, `/desk/cases/${genuine?.id}/article`, {});
  assert.equal(refused.status, 409);
  assert.match(refused.text, /role="alert"/);
});
