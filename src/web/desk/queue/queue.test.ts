import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { deskFiles, fillDesk, HOSTILE, mailWith, keepMail, NOW } from "../../../../test/desk-fixture.ts";
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

/** Texts between tags, without what is only read aloud. */
const count = (text: string, piece: string | RegExp): number => text.split(piece).length - 1;

test("a campaign is one line that says how many came today", async () => {
  const { status, text } = await get(desk.app, "/desk");
  assert.equal(status, 200);
  assert.match(text, /同じメールが今日 13 件/);
  assert.equal(count(text, 'name="campaign"'), 1);
  const { text: each } = await get(desk.app, "/desk?view=mails");
  assert.ok(count(each, 'name="case"') >= 20);
  assert.match((await get(desk.app, "/desk", { lang: "en" })).text, /the same mail 13 times today/);
});

test("filters, search and one campaign alone", async () => {
  assert.doesNotMatch((await get(desk.app, "/desk?level=genuine")).text, /同じメールが今日/);
  assert.match((await get(desk.app, "/desk?level=genuine&view=mails")).text, /本物と確認/);
  assert.match((await get(desk.app, `/desk?q=${encodeURIComponent("保留")}`)).text, new RegExp(made.pending.id));
  assert.match((await get(desk.app, `/desk?q=${encodeURIComponent("存在しない言葉だけの文")}`)).text, /条件に合う報告はありません/);
  const { text } = await get(desk.app, `/desk?campaign=${made.pending.campaign}`);
  assert.equal(count(text, 'name="case"'), 14);
  assert.match((await get(desk.app, "/desk?brand=Xserver&period=today")).text, /value="xserver"/);
  assert.match((await get(desk.app, "/desk?state=published")).text, /条件に合う報告はありません/);
});

test("nonsense in the address is as if it were not there", async () => {
  const { status, text } = await get(desk.app, `/desk?level=%3Cscript%3E&state=x&period=9&before=..&campaign=1&view=z&q=${"あ".repeat(3000)}`);
  assert.equal(status, 200);
  assert.doesNotMatch(text, /<script>/);
});

test("a subject is text, whatever is in it", async () => {
  const { text } = await get(desk.app, "/desk?view=mails&state=all");
  assert.doesNotMatch(text, /<script>alert|<img src=x/);
  assert.match(text, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  assert.doesNotMatch(text, /\u202e/);
  assert.ok(HOSTILE.includes("\u202e"));
});

test("pages follow each other without a gap", async () => {
  for (let n = 0; n < 45; n++) await keepMail(files.archive, mailWith(`別の話 ${n}`, `${n} ${"いろはにほへと".slice(n % 7)} ${"x".repeat(n)}`), NOW);
  const seen = new Set<string>();
  let path: string | undefined = "/desk?view=mails&state=all";
  let pages = 0;
  while (path !== undefined) {
    const { text }: { text: string } = await get(desk.app, path);
    const ids = [...text.matchAll(/name="case" value="(c[0-9a-f]+)"/g)].map(([, id]) => id ?? "");
    for (const id of ids) assert.ok(!seen.has(id));
    for (const id of ids) seen.add(id);
    path = /class="button second" href="([^"]*before=[^"]*)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
    assert.ok(++pages < 10);
  }
  assert.equal(seen.size, await files.archive.countCases({}));
});

test("many at once: agree with some, overrule a campaign, and only what had no decision", async () => {
  const decided = await files.archive.cases({ campaign: made.pending.campaign ?? "", limit: 2 });
  const [first] = decided;
  assert.ok(first !== undefined);
  await files.archive.decide(first.id, true, "前から");
  const answer = await post(desk.app, "/desk/decide", {
    campaign: made.pending.campaign ?? "",
    case: made.hostile.id,
    agrees: "no",
    really: "simulation",
    reason: "社内の訓練だった",
    back: "?level=impersonation",
  });
  const { text } = await follow(desk.app, answer);
  assert.match(answer.location, /^\/desk\?level=impersonation&done=decided-many&n=\d+$/);
  assert.match(text, /\d+ 件の判断を記録しました/);
  assert.equal((await files.archive.caseById(first.id))?.decision?.reason, "前から");
  assert.equal((await files.archive.caseById(made.hostile.id))?.decision?.level, "simulation");
  assert.equal(desk.audited.filter(({ action }) => action === "decide").length, 2);
  assert.match((await get(desk.app, "/desk?state=overruled&view=mails")).text, /改めた → 訓練/);
});

test("refusals: nothing ticked, overruled without a reason, no token, too low a role", async () => {
  const id = made.hostile.id;
  assert.equal((await post(desk.app, "/desk/decide", { agrees: "yes" })).status, 422);
  assert.equal((await post(desk.app, "/desk/decide", { case: id, agrees: "no", reason: "x" })).status, 422);
  assert.equal((await post(desk.app, "/desk/decide", { case: id, agrees: "no", really: "genuine" })).status, 422);
  for (const csrf of ["", "wrong"]) {
    const { status, text } = await post(desk.app, "/desk/decide", { case: id, agrees: "yes" }, { csrf });
    assert.equal(status, 403);
    assert.match(text, /読み込み直して/);
  }
  assert.equal((await post(desk.app, "/desk/decide", { case: id, agrees: "yes" }, { role: "reporter" })).status, 403);
  assert.deepEqual(desk.audited, []);
});

test("a reporter sees their own mails and nothing to decide", async () => {
  const { text } = await get(desk.app, "/desk", { role: "reporter" });
  assert.equal(count(text, "/desk/cases/c"), 2);
  assert.doesNotMatch(text, /checkbox|\/desk\/decide|\/desk\/articles/);
  assert.doesNotMatch(
    (await get(desk.app, `/desk?campaign=${made.pending.campaign}&q=XSERVER`, { role: "reporter" })).text,
    new RegExp(`cases/(?!${made.pending.id}|${made.hostile.id})c`),
  );
});

test("an empty desk says what to do next", async () => {
  const empty = await deskFiles();
  try {
    const { app } = deskUnderTest(empty);
    assert.match((await get(app, "/desk")).text, /まだ 1 件も報告がありません/);
    assert.match((await get(app, "/desk", { role: "reporter" })).text, /まだ報告したメールはありません/);
    const { id } = await keepMail(empty.archive, mailWith("一通だけ", "本文"), NOW);
    await empty.archive.decide(id, true, "");
    assert.match((await get(app, "/desk", { lang: "en" })).text, /Nothing waits for a decision/);
  } finally {
    await empty.close();
  }
});
