import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { deskFiles } from "../../../../test/desk-fixture.ts";
import type { DeskFiles } from "../../../../test/desk-fixture.ts";
import { deskUnderTest } from "../../../../test/desk-server.ts";
import type { DeskUnderTest } from "../../../../test/desk-server.ts";
import { follow, get, post } from "../../../../test/desk-requests.ts";
import type { Asked } from "../../../../test/desk-requests.ts";

let files: DeskFiles;
let desk: DeskUnderTest;
const ADMIN: Asked = { role: "admin" };

before(async () => {
  files = await deskFiles();
  for (const folder of ["data/brands", "data/advisories/xserver", "watch/pending"]) mkdirSync(path.join(files.folder, folder), { recursive: true });
  copyFileSync("data/brands/xserver.yaml", path.join(files.folder, "data/brands/xserver.yaml"));
});
beforeEach(() => {
  desk = deskUnderTest({ ...files, dataFolder: path.join(files.folder, "data"), watchFolder: path.join(files.folder, "watch") });
});
after(() => files.close());

const unescape = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
const area = (page: string): string => unescape(/<textarea[^>]*name="text"[^>]*>\n?([^]*?)<\/textarea>/.exec(page)?.[1] ?? "");
const versionIn = (page: string): string => /name="version" value="([^"]*)"/.exec(page)?.[1] ?? "";
const brandFile = (id: string): string => path.join(files.folder, `data/brands/${id}.yaml`);

test("brands are found by name, id and domain", async () => {
  for (const q of ["エックスサーバー", "xserver", "xserver.ne.jp", "Ｘｓｅｒｖｅｒ"])
    assert.match((await get(desk.app, `/desk/brands?q=${encodeURIComponent(q)}`)).text, /href="\/desk\/brands\/xserver"/, q);
  assert.match((await get(desk.app, "/desk/brands?q=%3Cb%3E")).text, /見つかりません/);
});

test("facts are read-only for editors, and where there is no folder; other roles and no token are refused", async () => {
  assert.match((await get(desk.app, "/desk/brands/xserver")).text, /書き換えられるのは管理者だけ/);
  const fixed = deskUnderTest(files);
  assert.match((await get(fixed.app, "/desk/brands/xserver", ADMIN)).text, /読み取り専用/);
  assert.match((await get(fixed.app, "/desk/advisories", ADMIN)).text, /読み取り専用/);
  for (const page of ["/desk/brands/xserver", "/desk/brands", "/desk/advisories", "/desk/advisories/import"]) {
    assert.equal((await post(desk.app, page, {})).status, 403, page);
    assert.equal((await post(desk.app, page, {}, { ...ADMIN, csrf: "" })).status, 403, page);
    assert.equal((await post(fixed.app, page, {}, ADMIN)).status, 409, page);
  }
  for (const page of ["/desk/brands", "/desk/brands/xserver", "/desk/advisories"]) assert.equal((await get(desk.app, page, { role: "reporter" })).status, 403);
  for (const page of ["/desk/brands/none", "/desk/brands/..%2f..%2fpackage", "/desk/advisories/xserver/none", "/desk/advisories/pending/..%2fx.yaml"])
    assert.equal((await get(desk.app, page, ADMIN)).status, 404, page);
});

test("a fact is added by the form, comments stay, and it is saved with an audit line", async () => {
  const { text } = await get(desk.app, "/desk/brands/xserver", ADMIN);
  const fields = { text: area(text), version: versionIn(text) };
  const added = await post(
    desk.app,
    "/desk/brands/xserver",
    { ...fields, do: "add", kind: "senderDomains", value: "Mail.Xserver.example.com", status: "documented", source: "https://www.xserver.ne.jp/x" },
    ADMIN,
  );
  const changed = area(added.text);
  assert.match(changed, /^# yaml-language-server/);
  assert.match(changed, /domain: mail\.xserver\.example\.com\n {4}status: documented\n {4}source: https:\/\/www\.xserver\.ne\.jp\/x\n {4}checked: 2026-11-25/);
  assert.doesNotMatch(readFileSync(brandFile("xserver"), "utf8"), /mail\.xserver\.example/);
  const saved = await post(desk.app, "/desk/brands/xserver", { text: changed, version: fields.version, do: "save" }, ADMIN);
  assert.match((await follow(desk.app, saved, ADMIN)).text, /ブランドの情報を保存しました/);
  assert.equal(readFileSync(brandFile("xserver"), "utf8"), changed);
  assert.deepEqual(desk.audited, [{ account: "admin-1", action: "edit-brand", on: "xserver" }]);
  // The page opened before knows another version.
  assert.equal((await post(desk.app, "/desk/brands/xserver", { ...fields, do: "save" }, ADMIN)).status, 409);
});

test("what is wrong is said with its line and what to do, and is not saved", async () => {
  const page = await get(desk.app, "/desk/brands/xserver", ADMIN);
  const [text, version, kept] = [area(page.text), versionIn(page.text), readFileSync(brandFile("xserver"), "utf8")];
  for (const [from, to, said] of [
    ["siteDomains:", "siteDomainz:", /unknown key → 項目の名前の打ち間違い/],
    ["status: confirmed", "status: certain", /誤り/],
    ["domain: xserver.ne.jp", "domain: amazon.co.jp", /amazon\.co\.jp is also a domain of amazon → /],
    ["domain: xserver.ne.jp", "domain: co.jp", /co\.jp is a public suffix itself → /],
    ["id: xserver", "id: other", /ファイル名と同じ/],
    ["names:", "names: [", /行目/],
  ] as const) {
    const answer = await post(desk.app, "/desk/brands/xserver", { text: text.replace(from, to), version, do: "save" }, ADMIN);
    assert.equal(answer.status, 422, to);
    assert.match(answer.text, said, to);
  }
  assert.equal(readFileSync(brandFile("xserver"), "utf8"), kept);
  assert.deepEqual(desk.audited, []);
});

test("a new brand: form, draft, save; the same id twice is refused", async () => {
  const fields = {
    id: "example-bank",
    "names-ja": "例題銀行",
    "names-en": "Example Reidai Bank",
    "owner-ja": "株式会社例題銀行",
    domains: "reidai-bank.example.com",
    status: "assumed",
  };
  const draft = await post(desk.app, "/desk/brands", fields, ADMIN);
  assert.equal(draft.status, 200);
  assert.equal(existsSync(brandFile("example-bank")), false);
  const saved = await post(desk.app, "/desk/brands/example-bank", { text: area(draft.text), version: "", do: "save" }, ADMIN);
  assert.equal(saved.status, 303, saved.text.slice(0, 3000));
  assert.match(readFileSync(brandFile("example-bank"), "utf8"), /例題銀行/);
  assert.equal((await post(desk.app, "/desk/brands", fields, ADMIN)).status, 409);
  assert.equal((await post(desk.app, "/desk/brands", { ...fields, id: "../x" }, ADMIN)).status, 422);
  assert.deepEqual(readdirSync(path.join(files.folder, "data/brands")).sort(), ["example-bank.yaml", "xserver.yaml"]);
});

const NOTICE = `XServerアカウントを装う不審なメールにご注意ください
公開日:2026年11月20日
■件名
【重要】サーバー契約の更新が必要です
■差出人
XSERVER <info@xserver-update.example>
■本文
お客様のサーバー契約は本日で終了します。
下記より更新手続きを行ってください。
https://xserver-update.example/login
このほか詳しくは窓口まで。`;

test("a pasted notice becomes a draft; what was not read is shown; it is corrected, then saved", async () => {
  const page = await post(
    desk.app,
    "/desk/advisories/import",
    { notice: NOTICE, url: "https://www.xserver.ne.jp/information_detail.php?view_id=1", brand: "xserver" },
    ADMIN,
  );
  assert.equal(page.status, 200);
  assert.match(area(page.text), /サーバー契約の更新が必要です/);
  assert.match(page.text, /読めなかった行/);
  const id = /name="id"[^>]*value="([^"]+)"/.exec(page.text)?.[1] ?? /value="([^"]+)"[^>]*name="id"/.exec(page.text)?.[1] ?? "";
  const fields = { brand: "xserver", id, text: area(page.text), version: "" };
  assert.equal((await post(desk.app, "/desk/advisories", { ...fields, text: fields.text.replace("title:", "titel:"), do: "save" }, ADMIN)).status, 422);
  assert.equal((await post(desk.app, "/desk/advisories", { ...fields, id: "../../x", do: "save" }, ADMIN)).status, 422);
  const saved = await post(desk.app, "/desk/advisories", { ...fields, do: "save" }, ADMIN);
  assert.match((await follow(desk.app, saved, ADMIN)).text, /注意喚起を保存しました/);
  assert.match(readFileSync(path.join(files.folder, `data/advisories/xserver/${id}.yaml`), "utf8"), /^# yaml-language-server/);
  assert.equal((await post(desk.app, "/desk/advisories", { ...fields, do: "save" }, ADMIN)).status, 409);
  assert.match((await get(desk.app, "/desk/advisories?q=xserver")).text, new RegExp(`/desk/advisories/xserver/${id}`));
  assert.equal((await post(desk.app, "/desk/advisories/import", { notice: " " }, ADMIN)).status, 422);
  assert.match(
    (await post(desk.app, "/desk/advisories/import", { notice: "<script>alert(1)</script> 何でもない文" }, ADMIN)).text,
    /事例を読み取れませんでした/,
  );
});

test("drafts of the watcher are approved or rejected", async () => {
  const pending = path.join(files.folder, "watch/pending");
  const record = readFileSync(
    path.join(files.folder, "data/advisories/xserver", readdirSync(path.join(files.folder, "data/advisories/xserver"))[0] ?? ""),
    "utf8",
  );
  for (const name of ["xserver.2026-11-21-one.yaml", "xserver.2026-11-21-two.yaml"]) writeFileSync(path.join(pending, name), `# note\n${record}`);
  assert.match((await get(desk.app, "/desk/advisories")).text, /pending\/xserver\.2026-11-21-one\.yaml/);
  const page = await get(desk.app, "/desk/advisories/pending/xserver.2026-11-21-one.yaml", ADMIN);
  assert.match(page.text, /採用して保存する/);
  const fields = { brand: "xserver", id: "2026-11-21-one", text: area(page.text), version: "", pending: "xserver.2026-11-21-one.yaml" };
  assert.equal((await post(desk.app, "/desk/advisories", { ...fields, do: "save" }, ADMIN)).status, 303);
  assert.ok(existsSync(path.join(files.folder, "data/advisories/xserver/2026-11-21-one.yaml")));
  assert.match(
    (await follow(desk.app, await post(desk.app, "/desk/advisories", { pending: "xserver.2026-11-21-two.yaml", do: "reject" }, ADMIN), ADMIN)).text,
    /採用しませんでした/,
  );
  assert.deepEqual(readdirSync(pending), []);
  assert.deepEqual(readdirSync(path.join(files.folder, "watch/rejected")), ["xserver.2026-11-21-two.yaml"]);
  assert.deepEqual(
    desk.audited.map(({ action }) => action),
    ["approve-advisory", "reject-advisory"],
  );
  assert.equal((await post(desk.app, "/desk/advisories", { ...fields, pending: "../../etc", do: "reject" }, ADMIN)).status, 404);
});
