import assert from "node:assert/strict";
import { unzipSync } from "fflate";
import { after, before, beforeEach, test } from "node:test";
import { deskFiles, fillDesk } from "../../../../test/desk-fixture.ts";
import type { DeskFiles } from "../../../../test/desk-fixture.ts";
import { deskUnderTest } from "../../../../test/desk-server.ts";
import type { DeskUnderTest } from "../../../../test/desk-server.ts";
import { follow, get, post } from "../../../../test/desk-requests.ts";

let files: DeskFiles;
let desk: DeskUnderTest;
let slug: string;
let home: string;

before(async () => {
  files = await deskFiles();
  const { pending } = await fillDesk(files);
  slug = `xserver-${pending.id.slice(1)}`;
  home = `/desk/articles/${slug}`;
  await post(deskUnderTest(files).app, `/desk/cases/${pending.id}/article`, {});
});
beforeEach(() => void (desk = deskUnderTest({ ...files, publicAddress: "https://warnings.test/" })));
after(() => files.close());

const unescape = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

/** What the two text areas of the editor hold. */
async function written(): Promise<{ ja: string; en: string }> {
  const { text } = await get(desk.app, home);
  const area = (name: string): string => unescape(new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n?([^]*?)</textarea>`).exec(text)?.[1] ?? "");
  return { ja: area("ja"), en: area("en") };
}

const own = (markdown: string, words: string): string => markdown.replace("<!-- /ayashii:lead -->", `<!-- /ayashii:lead -->\n\n${words}`);
const stateOf = async (): Promise<string | undefined> => (await files.archive.articleBySlug(slug))?.state;

test("the list, by state, and what stands there when nothing is", async () => {
  assert.match((await get(desk.app, "/desk/articles")).text, new RegExp(home));
  assert.match((await get(desk.app, "/desk/articles?state=withdrawn")).text, /この状態の記事はありません/);
  const empty = await deskFiles();
  assert.match((await get(deskUnderTest(empty).app, "/desk/articles")).text, /まだ記事がありません/);
  await empty.close();
});

test("nobody but editors, nothing without a token, nothing that is not there", async () => {
  for (const path of ["/desk/articles", home, `${home}/files/${slug}.json`, `${home}/export?format=stix`])
    assert.equal((await get(desk.app, path, { role: "reporter" })).status, 403, path);
  for (const path of [home, `${home}/preview`]) assert.equal((await post(desk.app, path, { do: "submit" }, { csrf: "" })).status, 403, path);
  for (const path of ["/desk/articles/none", "/desk/articles/..%2f", `${home}/files/passwd`, `${home}/export?format=none`])
    assert.equal((await get(desk.app, path)).status, 404, path);
  assert.equal(await stateOf(), "draft");
});

test("words are kept, and those of the recipient are blanked", async () => {
  const { ja, en } = await written();
  assert.match(ja, /<!-- ayashii:lead \w+ -->/);
  const answer = await post(desk.app, home, { do: "save", ja: own(ja, "宛先は taro@example.com でした。\n\n**ご注意を**").replaceAll("\n", "\r\n"), en });
  const { text } = await follow(desk.app, answer);
  assert.match(text, /保存しました/);
  assert.match(text, /<strong>ご注意を<\/strong>/);
  assert.doesNotMatch(text, /taro@example/);
  assert.match((await files.archive.articleBySlug(slug))?.words["lead"]?.ja ?? "", /\{メールアドレス\}/);
  assert.deepEqual(
    desk.audited.map(({ action, on }) => [action, on]),
    [["edit-article", slug]],
  );
});

test("a preview shows what would be, and keeps nothing", async () => {
  const { ja, en } = await written();
  const fields = { ja: own(ja, "まだ保存していない taro@example.com の文"), en };
  const pane = await post(desk.app, `${home}/preview`, fields);
  assert.match(pane.text, /^<section class="live" id="preview"/);
  assert.match(pane.text, /まだ保存していない/);
  assert.match(pane.text, /受け取った人のことは残っていません/);
  assert.doesNotMatch(pane.text, /taro@example|<script|<style|style="/);
  const page = await post(desk.app, home, { ...fields, do: "preview" });
  assert.equal(page.status, 200);
  assert.match(page.text, /<textarea[^]*まだ保存していない taro@example\.com/);
  assert.doesNotMatch(JSON.stringify((await files.archive.articleBySlug(slug))?.words), /まだ保存していない/);
});

test("script and markup in the author's words are text", async () => {
  const { ja, en } = await written();
  const { text } = await post(desk.app, `${home}/preview`, { ja: own(ja, "<script>alert(1)</script>\n\n[x](javascript:alert(1))\n\n<!-- ayashii"), en });
  assert.doesNotMatch(text, /<script|javascript:/);
});

test("an edit of the machine's part is refused with its place, and what was typed is shown again", async () => {
  const { ja, en } = await written();
  const edited = ja.replace("出回っています", "出回っているようです");
  assert.notEqual(edited, ja);
  const { status, text } = await post(desk.app, home, { do: "save", ja: edited, en });
  assert.equal(status, 422);
  assert.match(text, /書き換えられています[^<]*ja ayashii:lead/);
  assert.match(text, /出回っているようです/);
});

test("review, back, review, publish; then it is on the site with its words", async () => {
  const { ja, en } = await written();
  assert.match((await follow(desk.app, await post(desk.app, home, { do: "submit", ja: own(ja, "見つけた経緯です。"), en }))).text, /確認に出しました/);
  assert.equal(await stateOf(), "review");
  await post(desk.app, home, { do: "send-back" });
  assert.equal(await stateOf(), "draft");
  assert.equal((await post(desk.app, home, { do: "publish", ...(await written()) })).status, 409);
  await post(desk.app, home, { do: "submit", ...(await written()) });
  files.clock.now = "2026-11-25T04:00:00.000Z";
  assert.match((await follow(desk.app, await post(desk.app, home, { do: "publish", ...(await written()) }))).text, /公開しました/);
  assert.equal(await stateOf(), "published");
  assert.match((await get(desk.app, `/warnings/w/${slug}/`)).text, /見つけた経緯です/);
  assert.deepEqual(
    desk.audited.map(({ action }) => action),
    ["submit", "send-back", "submit", "publish"],
  );
});

test("a published article is corrected and withdrawn with a reason, stays to be corrected, and comes back", async () => {
  const { ja, en } = await written();
  for (const button of ["correct", "withdraw"]) assert.equal((await post(desk.app, home, { do: button, ja, en })).status, 422);
  const corrected = await post(desk.app, home, {
    do: "correct",
    ja: own(ja, "追記です。"),
    en,
    note: "宛先 taro@example.com を消した",
    "note-en": "Took out an address",
  });
  assert.match((await follow(desk.app, corrected)).text, /訂正を公開し/);
  assert.match((await get(desk.app, `/warnings/w/${slug}/`)).text, /追記です/);
  assert.doesNotMatch(JSON.stringify(desk.audited), /taro@/);
  await post(desk.app, home, { do: "withdraw", note: "誤りでした" });
  assert.equal(await stateOf(), "withdrawn");
  const { text } = await get(desk.app, home);
  assert.match(text, /もう一度確認に出す/);
  assert.match(text, /誤りでした/);
  await post(desk.app, home, { do: "submit", ...(await written()) });
  assert.equal(await stateOf(), "review");
  await post(desk.app, home, { do: "publish", ...(await written()) });
  assert.equal((await files.archive.articleBySlug(slug))?.corrections.length, 2);
});

test("downloads: the article's files, and every format that takes it", async () => {
  const { text } = await get(desk.app, home);
  assert.match(text, new RegExp(`https://warnings\\.test/w/${slug}/`));
  const markdown = await get(desk.app, `${home}/files/${slug}.ja.md`);
  assert.match(markdown.headers.get("Content-Disposition") ?? "", /^attachment/);
  assert.match(markdown.text, /^<!-- ayashii:head/);
  for (const [, format] of text.matchAll(/<option value="([a-z0-9-]+)"/g)) {
    const path = `${home}/export?format=${format}&reporter-name=${encodeURIComponent("例の会社")}&reporter-mail=csirt@reporter.example`;
    const response = await desk.app.request(path);
    assert.equal(response.status, 200, `${format} ${(await response.clone().text()).slice(0, 300)}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const all = response.headers.get("Content-Type") === "application/zip" ? Object.values(unzipSync(bytes)) : [bytes];
    for (const one of all) assert.doesNotMatch(new TextDecoder().decode(one), /taro@example/, format);
  }
  assert.equal((await get(desk.app, `${home}/export?format=xarf`)).status, 422);
});

test("without a public address nothing of this machine gets into an article", async () => {
  const local = deskUnderTest(files);
  assert.match((await get(local.app, home)).text, /この機械の中でだけ開けます/);
  assert.doesNotMatch((await get(local.app, `${home}/files/${slug}.ja.md`)).text, /localhost|127\.0\.0\.1/);
});
