import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { hostileMail } from "../../test/article-fixture.ts";
import { MemoryArchive } from "../../test/memory-archive.ts";
import { articleCommand } from "./article.ts";

const EXAMPLE = "examples/xserver-pending-messages.eml";
const folder = mkdtempSync(path.join(tmpdir(), "article-"));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let clock = 0;
async function run(archive: MemoryArchive | undefined, ...args: string[]): Promise<Ran> {
  let [out, err] = ["", ""];
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), errIsTTY: false };
  const door = {
    now: () => new Date(Date.UTC(2026, 10, 25, 0, clock++)).toISOString(),
    open: async () => archive ?? assert.fail("the archive was opened"),
  };
  return { code: await articleCommand(args, { LANG: "ja_JP.UTF-8" }, streams, door), out, err };
}

const withExample = async (): Promise<{ archive: MemoryArchive; id: string; slug: string }> => {
  const archive = new MemoryArchive();
  const id = await archive.keep(readFileSync(EXAMPLE), "xserver");
  return { archive, id, slug: `xserver-${id.slice(1)}` };
};

/** The example with another subject. */
function withSubject(subject: string): Uint8Array {
  const word = `=?utf-8?B?${Buffer.from(subject).toString("base64")}?=`;
  return Buffer.from(readFileSync(EXAMPLE, "latin1").replace(/^Subject:.*\r?\n(?:[ \t].*\r?\n)*/m, `Subject: ${word}\n`), "latin1");
}

test("a file becomes Markdown, HTML or JSON without an archive", async () => {
  assert.match((await run(undefined, EXAMPLE)).out, /^<!-- ayashii:head \w+ -->\n# XSERVER SUPPORTを名乗る「/);
  assert.match((await run(undefined, EXAMPLE, "--html", "--lang", "en")).out, /^<!doctype html>\n<html lang="en">/);
  const article = JSON.parse((await run(undefined, EXAMPLE, "--json")).out) as { slug: string; state: string };
  assert.match(article.slug, /^xserver-[0-9a-f]{12}$/);
  assert.equal(article.state, "draft");
});

test("mails with nothing against them are refused with a reason", async () => {
  const { code, out, err } = await run(undefined, "examples/xserver-genuine.eml");
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, /記事にしません/);
});

test("--out writes both languages; words of the author stay when it is written anew", async () => {
  const out = path.join(folder, "kept");
  const { code } = await run(undefined, EXAMPLE, "--out", out);
  assert.equal(code, 0);
  const names = readdirSync(out);
  assert.equal(names.length, 7);
  const file = path.join(out, names.find((name) => name.endsWith(".ja.md")) ?? "");
  writeFileSync(file, readFileSync(file, "utf8").replace("<!-- /ayashii:lead -->", "<!-- /ayashii:lead -->\n\n私にも **届きました**。"));
  assert.equal((await run(undefined, EXAMPLE, "--out", out)).code, 0);
  assert.match(readFileSync(file, "utf8"), /私にも \*\*届きました\*\*/);
  assert.match(readFileSync(file.replace(".md", ".html"), "utf8"), /私にも <strong>届きました<\/strong>/);
});

test("an edit between the markers is never lost: nothing is written, the place is named", async () => {
  const out = path.join(folder, "edited");
  await run(undefined, EXAMPLE, "--out", out);
  const file = path.join(out, readdirSync(out).find((name) => name.endsWith(".ja.md")) ?? "");
  const edited = readFileSync(file, "utf8").replace("出回っています", "出回っているようです");
  writeFileSync(file, edited);
  const { code, err } = await run(undefined, EXAMPLE, "--out", out);
  assert.equal(code, 1);
  assert.match(err, /ja\.md: ayashii:lead/);
  assert.equal(readFileSync(file, "utf8"), edited);
});

test("the recipient's address in the author's own words is blanked", async () => {
  const out = path.join(folder, "own");
  await run(undefined, EXAMPLE, "--out", out);
  const file = path.join(out, readdirSync(out).find((name) => name.endsWith(".ja.md")) ?? "");
  writeFileSync(file, `宛先は taro@example.com でした。\n\n${readFileSync(file, "utf8")}`);
  assert.equal((await run(undefined, EXAMPLE, "--out", out)).code, 0);
  for (const name of readdirSync(out)) assert.doesNotMatch(readFileSync(path.join(out, name), "utf8"), /taro/, name);
});

test("draft, review, publish, correct, withdraw", async () => {
  const { archive, id, slug } = await withExample();
  assert.match((await run(archive, id)).out, /ayashii:head/);
  assert.equal((await run(archive, "publish", slug)).code, 1);
  assert.match((await run(archive, "review", slug)).out, /確認待ち/);
  assert.match((await run(archive, "publish", slug)).out, /公開中/);
  assert.equal((await archive.articleBySlug(slug))?.state, "published");
  assert.equal((await run(archive, "correct", slug)).code, 2);
  assert.equal((await run(archive, "correct", slug, "--note", "宛先 taro@example.com を消しました")).code, 0);
  const corrected = await archive.articleBySlug(slug);
  assert.match(corrected?.corrections[0]?.note.ja ?? "", /^宛先 \{メールアドレス\} を消しました$/);
  assert.match((await run(archive, "withdraw", slug, "--note", "誤りでした", "--note-en", "It was wrong")).out, /取り下げ済み/);
  assert.equal((await archive.articleBySlug(slug))?.corrections.length, 2);
  assert.match((await run(archive, "list", "--state", "withdrawn")).out, new RegExp(`^${slug}\t取り下げ済み\tXSERVER`));
  assert.equal((await run(archive, "list", "--state", "published")).out, "");
});

test("words of a published article change only with a record", async () => {
  const { archive, id, slug } = await withExample();
  const out = path.join(folder, "published");
  await run(archive, id, "--out", out);
  await run(archive, "review", slug);
  await run(archive, "publish", slug);
  const file = path.join(out, `${slug}.ja.md`);
  await run(archive, id, "--out", out);
  writeFileSync(file, `追記です。\n\n${readFileSync(file, "utf8")}`);
  const { code, err } = await run(archive, id, "--out", out);
  assert.equal(code, 1);
  assert.match(err, /article correct/);
  assert.equal((await run(archive, "correct", slug, "--note", "追記", "--out", out)).code, 0);
  assert.equal((await archive.articleBySlug(slug))?.words["start"]?.ja, "追記です。");
});

test("publishing is refused where a trace of the recipient is left, and the place is named without it", async () => {
  const { archive, id, slug } = await withExample();
  await run(archive, id);
  await run(archive, "review", slug);
  // The title of another warning is the one text that was never redacted for this mail.
  const other = await archive.keep(new TextEncoder().encode(hostileMail("taro@example.com")), "xserver");
  await run(archive, other);
  const draft = await archive.articleOf(other);
  assert.ok(draft !== undefined);
  const leaky = JSON.parse(JSON.stringify(draft).replaceAll("{メールアドレス}", "taro@example.com")) as typeof draft;
  await archive.saveArticle({ ...leaky, state: "published" }, other);
  const { code, err } = await run(archive, "publish", slug);
  assert.equal(code, 1);
  assert.match(err, new RegExp(`${slug}\\.ja\\.md:\\d+:\\d+: address \\(plain\\)`));
  assert.doesNotMatch(err, /taro/);
  assert.equal((await archive.articleBySlug(slug))?.state, "review");
});

test("an article whose mail is gone can be withdrawn, not published", async () => {
  const { archive, id, slug } = await withExample();
  await run(archive, id);
  await run(archive, "review", slug);
  await run(archive, "publish", slug);
  archive.lose(id);
  assert.match((await run(archive, "correct", slug, "--note", "x")).err, /保管されていない/);
  assert.equal((await run(archive, "withdraw", slug, "--note", "x")).code, 0);
  assert.equal((await archive.articleBySlug(slug))?.state, "withdrawn");
});

test("related warnings: published ones of the campaign and of the brand", async () => {
  const { archive, id, slug } = await withExample();
  for (const [payload, campaign] of [
    ["同期エラー", undefined],
    ["保留中", "k1"],
  ] as const) {
    const other = await archive.keep(withSubject(payload), "xserver", campaign);
    await run(archive, other);
    await run(archive, "review", `xserver-${other.slice(1)}`);
    assert.equal((await run(archive, "publish", `xserver-${other.slice(1)}`)).code, 0);
  }
  archive.join(id, "k1");
  const { out } = await run(archive, id, "--url", "https://warnings.example/w");
  assert.match(out, /同じ手口のメール\*\*\n\n- \[[^\n]*「保留中」[^\n]*\]\(<https:\/\/warnings\.example\/w\/xserver-[0-9a-f]{12}\/>\)/);
  assert.match(out, /- \[[^\n]*「同期エラー」/);
  assert.deepEqual(
    (await archive.articleBySlug(slug))?.related.map(({ why }) => why),
    ["campaign", "brand"],
  );
});

test("wrong usage is one line and exit code 2", async () => {
  for (const args of [
    [],
    ["publish"],
    ["--nonsense"],
    [EXAMPLE, "--lang", "fr"],
    [EXAMPLE, "--url", "javascript:1"],
    ["missing.eml"],
    ["list", "--state", "x"],
    [EXAMPLE, EXAMPLE],
  ]) {
    const { code, err } = await run(new MemoryArchive(), ...args);
    assert.equal(code, 2, args.join(" "));
    assert.equal(err.trim().split("\n").length, 1, err);
  }
});
