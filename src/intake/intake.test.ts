import assert from "node:assert/strict";
import { promises as fs } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import iconv from "iconv-lite";
import { countMails, type IntakeItem, type IntakeOptions, readMails } from "./index.ts";

const mail = "From: a@example.com\r\nSubject: one\r\n\r\nbody\r\n";

async function inFolder<T>(files: Readonly<Record<string, string | Uint8Array>>, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "intake-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await fs.writeFile(path.join(folder, name), content);
    }
    return await run(folder);
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}

async function all(paths: string[], options: IntakeOptions = {}): Promise<IntakeItem[]> {
  const items: IntakeItem[] = [];
  for await (const item of readMails(paths, options)) items.push(item);
  return items;
}

const text = (item: IntakeItem | undefined): string => (item?.kind === "mail" ? Buffer.from(item.raw).toString("utf8") : "");

function assertProblem(items: IntakeItem[], wording: RegExp, fatal = true): void {
  assert.equal(items.length, 1);
  const [item] = items;
  assert.ok(item?.kind === "problem");
  assert.match(item.message.en, wording);
  assert.match(item.message.ja, /[ぁ-ん]/);
  assert.doesNotMatch(item.message.en + item.message.ja, /\n/);
  assert.equal(item.fatal, fatal);
}

test("a single mail keeps its bytes", () =>
  inFolder({ "a.eml": mail }, async (folder) => {
    const [item] = await all([path.join(folder, "a.eml")]);
    assert.equal(text(item), mail);
    assert.ok(item?.kind === "mail" && !item.pasted && !item.converted);
  }));

test("each mail of an mbox, >From unescaped and noted", () =>
  inFolder(
    {
      box: `From a@example.com Mon Apr  1 09:00:00 2024\n${mail}\n>From here\n\nFrom me to you\n\nFrom b@example.com Mon Apr  1 10:00:00 2024\nSubject: two\n\nx\n`,
    },
    async (folder) => {
      const box = path.join(folder, "box");
      const items = await all([box]);
      assert.deepEqual(
        items.map((item) => item.file),
        [`${box}#1`, `${box}#2`],
      );
      assert.ok(items[0]?.kind === "mail" && items[0].unescapedLines === 1);
      assert.match(text(items[0]), /\nFrom here\n\nFrom me to you\n$/);
      assert.equal(text(items[1]), "Subject: two\n\nx\n");
      assert.equal(await countMails([box]), 2);
    },
  ));

test("a Maildir: cur and new, not tmp", () =>
  inFolder({ "cur/1:2,S": mail, "new/2": mail, "tmp/3": mail, "dovecot-uidlist": "3 V1", ".Junk/cur/4": mail, ".Junk/new/5": mail }, async (folder) => {
    const items = await all([folder]);
    assert.deepEqual(items.map((item) => path.relative(folder, item.file)).sort(), [".Junk/cur/4", ".Junk/new/5", "cur/1:2,S", "new/2"]);
    assert.equal(await countMails([folder]), 4);
  }));

test("a folder of files, recursively; a broken one is named but does not end the run", () =>
  inFolder({ "b/c.eml": mail, "a.eml": mail, "empty.eml": "", "index.tsv": "a\tb\n", "p.png": Buffer.from("89504e470d0a1a0a", "hex") }, async (folder) => {
    const items = await all([folder]);
    assert.deepEqual(
      items.map((item) => [path.relative(folder, item.file), item.kind]),
      [
        ["a.eml", "mail"],
        ["empty.eml", "problem"],
        ["b/c.eml", "mail"],
      ],
    );
    assert.ok(items.every((item) => item.kind === "mail" || !item.fatal));
  }));

test("one clear line for what is no mail", () =>
  inFolder(
    {
      "empty.eml": "",
      "p.eml": Buffer.from("89504e470d0a1a0a0000", "hex"),
      "z.zip": Buffer.from("504b030414000000", "hex"),
      "x.exe": Buffer.from("4d5a90000300", "hex"),
      "w.doc": Buffer.from("d0cf11e0a1b11ae10000", "hex"),
      "none/x.tsv": "a",
    },
    async (folder) => {
      const at = (name: string): Promise<IntakeItem[]> => all([path.join(folder, name)]);
      assertProblem(await at("missing.eml"), /no such file/);
      assertProblem(await at("empty.eml"), /empty/);
      assertProblem(await at("p.eml"), /not a mail \(PNG\)/);
      assertProblem(await at("z.zip"), /not a mail \(ZIP\)/);
      assertProblem(await at("x.exe"), /not a mail \(Windows EXE\)/);
      assertProblem(await at("w.doc"), /Outlook/);
      assertProblem(await at("none"), /no mails/);
    },
  ));

test("a 200 MB file is refused without being read", () =>
  inFolder({ "big.eml": mail }, async (folder) => {
    const big = path.join(folder, "big.eml");
    await fs.truncate(big, 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    assertProblem(await all([big]), /too large.*200 MB.*100 MB/);
    assert.ok(process.memoryUsage().rss - before < 50 * 1024 * 1024);
  }));

test("standard input: mail, text, too much", async () => {
  const stdin = (content: string | Uint8Array): IntakeOptions => ({
    stdin: (async function* () {
      yield Buffer.from(content as string);
    })(),
    maxBytes: 1000,
  });
  assert.equal(text((await all(["-"], stdin(mail)))[0]), mail);
  const [pasted] = await all(["-"], stdin("件名: 重要\n差出人: x@example.com\n\n本文"));
  assert.ok(pasted?.kind === "mail" && pasted.pasted);
  const [window] = await all(["-"], stdin("From: A <a@example.com>\nSent: Monday\nTo: b\nSubject: x\n\nbody"));
  assert.ok(window?.kind === "mail" && window.pasted);
  assertProblem(await all(["-"], stdin("x".repeat(2000))), /too large/);
  assertProblem(await all(["-"], stdin("")), /empty/);
});

test("text saved by Notepad as UTF-16", () =>
  inFolder({ "t.txt": Buffer.from("\ufeff件名: 重要\n", "utf16le") }, async (folder) => {
    const [item] = await all([path.join(folder, "t.txt")]);
    assert.ok(item?.kind === "mail" && item.pasted && item.converted);
    assert.match(text(item), /件名: 重要/);
  }));

test("pasted text in Shift_JIS becomes UTF-8", () =>
  inFolder({ "t.txt": iconv.encode("件名: 重要なお知らせ\n本文です\n", "cp932") }, async (folder) => {
    const [item] = await all([path.join(folder, "t.txt")]);
    assert.ok(item?.kind === "mail" && item.pasted && item.converted);
    assert.match(text(item), /^件名: 重要なお知らせ/);
  }));
