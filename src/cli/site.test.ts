import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { nthArticle, sampleArticle } from "../../test/site-articles.ts";
import { siteCommand } from "./site.ts";

async function run(args: readonly string[], stop = new AbortController().signal): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const streams = { out: (text: string) => (said.out += text), err: (text: string) => (said.err += text), errIsTTY: false };
  return { code: await siteCommand([...args, "--lang", "en"], {}, streams, stop), ...said };
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "site-cli-"));
  try {
    mkdirSync(path.join(folder, "articles"));
    writeFileSync(path.join(folder, "articles/a.json"), JSON.stringify(sampleArticle()));
    writeFileSync(path.join(folder, "articles/b.json"), JSON.stringify({ ...nthArticle(1), updated: null }));
    mkdirSync(path.join(folder, "brands"));
    writeFileSync(path.join(folder, "brands/xserver.yaml"), readFileSync("data/brands/xserver.yaml"));
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("site build makes a site of a folder of articles, and says what it did", async () => {
  await inFolder(async (folder) => {
    const args = [
      "site",
      "build",
      "--out",
      `${folder}/out`,
      "--articles",
      `${folder}/articles`,
      "--brands",
      `${folder}/brands`,
      "--base",
      "https://warnings.example/",
      "--title",
      "見本",
    ];
    const first = await run(args);
    assert.deepEqual([first.code, first.err], [0, ""]);
    assert.match(first.out, /2 warnings\. Files: \d+ new, 0 replaced, 0 removed, 0 unchanged/);
    assert.match(readFileSync(`${folder}/out/index.html`, "utf8"), /<title>見本<\/title>[^]*w\/xserver-0123456789ab\//);
    assert.ok(existsSync(`${folder}/out/brand/xserver/index.html`));
    assert.match((await run(args)).out, /0 new, 0 replaced, 0 removed, \d+ unchanged/);
  });
});

test("what is wrong is said in one line with exit code 2, and nothing is written", async () => {
  await inFolder(async (folder) => {
    const out = ["--out", `${folder}/out`];
    writeFileSync(path.join(folder, "articles/c.json"), JSON.stringify({ ...sampleArticle(), slug: "../x" }));
    for (const [args, message] of [
      [["site", "build", ...out, "--archive", "x", "--articles", "x"], /do not go together/],
      [["site", "build", "--articles", "x"], /needs --out DIR/],
      [["site", "build", ...out, "--articles", `${folder}/articles`], /c\.json: slug/],
      [["site", "build", ...out, "--archive", `${folder}/none.db`], /no archive/],
      [["site", "build", ...out, "--articles", "x", "--wrong"], /--wrong/],
      [["serve", `${folder}/none`], /serve takes the folder/],
      [["serve", folder, "--port", "70000"], /--port/],
    ] as const) {
      const { code, err } = await run(args);
      assert.equal(code, 2, args.join(" "));
      assert.match(err, message);
      assert.equal(err.split("\n").length, 2, err);
    }
    assert.ok(!existsSync(`${folder}/out`));
  });
});

test("serve shows the built site until it is stopped", async () => {
  await inFolder(async (folder) => {
    assert.equal((await run(["site", "build", "--out", `${folder}/out`, "--articles", `${folder}/articles`, "--brands", `${folder}/brands`])).code, 0);
    const controller = new AbortController();
    let err = "";
    const streams = { out: () => undefined, err: (text: string) => (err += text), errIsTTY: false };
    const served = siteCommand(["serve", `${folder}/out`, "--port", "0", "--lang", "en"], {}, streams, controller.signal);
    while (!err.includes("http")) await new Promise((resolve) => setTimeout(resolve, 10));
    const answer = await fetch(/http:\S+/.exec(err)?.[0] ?? "");
    assert.match(await answer.text(), /xserver-0123456789ab/);
    controller.abort();
    assert.equal(await served, 0);
  });
});
