import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { main } from "./main.ts";

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), errIsTTY: false };
  const code = await main(args, { LANG: "en_US.UTF-8" }, streams, { isTTY: false, columns: 80 });
  return { code, out, err };
}

test("the seed's mail: exit code 1, the verdict on top, no live link", async () => {
  const { code, out } = await run("examine", "examples/xserver-pending-messages.eml");
  assert.equal(code, 1);
  assert.match(out, /impersonation/i);
  assert.doesNotMatch(out, /https:\/\/webmail/);
});
test("a genuine mail: exit code 0", async () => {
  assert.equal((await run("examine", "examples/xserver-genuine.eml")).code, 0);
});
test("--json is one line a mail, a folder ends with a table otherwise", async () => {
  const json = await run("examine", "--json", "examples");
  for (const line of json.out.trim().split("\n")) assert.equal(typeof JSON.parse(line).verdict.level, "string");
  const table = await run("examine", "examples");
  assert.match(table.out, /mails\n$/);
});
test("--lang ja speaks Japanese", async () => {
  assert.match((await run("examine", "--lang", "ja", "examples/xserver-pending-messages.eml")).out, /なりすましです/);
});
test("wrong usage is one line and exit code 2", async () => {
  for (const args of [["examine"], ["examine", "--lang", "fr", "x"], ["frobnicate"], ["examine", "--nonsense"], ["brands"], ["examine", "missing.eml"]]) {
    const { code, err } = await run(...args);
    assert.equal(code, 2, args.join(" "));
    assert.equal(err.trim().split("\n").length, 1, err);
  }
});
test("brands find prints the id, or nothing and exit code 1", async () => {
  assert.deepEqual(await run("brands", "find", "エックスサーバー株式会社"), { code: 0, out: "xserver\n", err: "" });
  assert.deepEqual(await run("brands", "find", "no such brand anywhere"), { code: 1, out: "", err: "" });
});
test("a broken brand file is one line that names it, and exit code 2", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "brands-"));
  try {
    writeFileSync(path.join(folder, "broken.yaml"), "id: broken\nnames: [unclosed\n");
    const { code, err } = await run("examine", "--brands", folder, "examples/newsletter.eml");
    assert.equal(code, 2);
    assert.equal(err.trim().split("\n").length, 1, err);
    assert.match(err, /broken\.yaml/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
