import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { deskFiles, exampleMail, keepMail, mailWith, NOW } from "../../test/desk-fixture.ts";
import { corpusMails } from "../../scripts/corpus.ts";
import { archiveCommand } from "./archive-commands.ts";

test("decided mails become a corpus that the evaluation reads; the others do not", async () => {
  const files = await deskFiles();
  const folder = path.join(files.folder, "labels");
  const run = async (...args: string[]): Promise<{ code: number; err: string }> => {
    let err = "";
    const streams = { out: () => undefined, err: (text: string) => void (err += text), errIsTTY: false };
    return {
      code: await archiveCommand(["labels", ...args, "--archive", path.join(files.folder, "archive.sqlite")], { LANG: "ja_JP.UTF-8" }, streams, 80),
      err,
    };
  };
  try {
    const phish = await keepMail(files.archive, exampleMail("xserver-pending-messages"), NOW);
    const wrong = await keepMail(files.archive, exampleMail("xserver-survey"), NOW);
    const drill = await keepMail(files.archive, mailWith("訓練", "訓練の文"), NOW);
    const open = await keepMail(files.archive, mailWith("まだ", "まだの文"), NOW);
    assert.equal((await run("export", folder)).code, 1);
    await files.archive.decide(phish.id, true, "");
    await files.archive.decide(wrong.id, false, "本物\tでした\n", { level: "genuine" });
    await files.archive.decide(drill.id, false, "訓練", { level: "simulation" });
    const { code, err } = await run("export", folder);
    assert.equal(code, 0);
    assert.match(err, /正解付きのメール 2 通。訓練や、どちらとも言えない 1 通/);
    const { mails, missing } = corpusMails(folder);
    assert.equal(missing, 0);
    assert.deepEqual(mails.map(({ path: file, label, claimedBrand }) => [file, label, claimedBrand]).sort(), [
      [`ham/${wrong.id}.eml`, "ham", ""],
      [`phish/${phish.id}.eml`, "phish", "xserver"],
    ]);
    assert.deepEqual(readFileSync(path.join(folder, `phish/${phish.id}.eml`)), exampleMail("xserver-pending-messages"));
    assert.doesNotMatch(readdirSync(folder, { recursive: true }).join(" "), new RegExp(open.id));
    assert.equal((await run("export", folder)).code, 2);
    assert.equal((await run("export", folder, "--force")).code, 0);
    assert.equal((await run("import", folder)).code, 2);
  } finally {
    await files.close();
  }
});
