import assert from "node:assert/strict";
import { closeSync, copyFileSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { exampleArticle, exampleExamination, exampleMarks, exampleSummary, TEXT } from "./archive-examples.ts";
import { restore } from "./backup.ts";
import { openFile } from "./open-sqlite.ts";
import { LATEST_VERSION } from "./migrations.ts";
import type { ArchiveProblemKind } from "./problem.ts";
import { connect } from "./sqlite-engine.ts";
import { openSqliteArchive } from "./sqlite-archive.ts";

async function inFolder(body: (folder: string, file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "archive-"));
  try {
    await body(folder, path.join(folder, "archive.sqlite"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The problem has the kind, names the file, and says it in both languages. */
async function refused(work: Promise<unknown> | (() => unknown), kind: ArchiveProblemKind, file: string): Promise<void> {
  await assert.rejects(typeof work === "function" ? async () => work() : work, (error: { kind?: string; text?: { ja: string; en: string } }) => {
    assert.equal(error.kind, kind, String(error));
    assert.ok(error.text?.ja.startsWith(file) && error.text.en.startsWith(file));
    return true;
  });
}

async function filled(file: string, mails = 1) {
  const archive = await openSqliteArchive(file, { create: true });
  for (let i = 0; i < mails; i++)
    await archive.saveCase(
      new TextEncoder().encode(`mail ${i}`),
      exampleExamination(),
      { ...exampleSummary(), subject: `秘密合言葉 ${i}` },
      exampleMarks(TEXT.parcel),
      "reporter@mail.example",
      "zebrafinch",
    );
  return archive;
}

async function countOf(file: string): Promise<number> {
  const archive = await openSqliteArchive(file);
  const { length } = await archive.cases({});
  await archive.close();
  return length;
}

test("a file that is no archive is refused with what to do, and left as it is", async () => {
  await inFolder(async (folder, file) => {
    await refused(openSqliteArchive(file), "missing", file);
    writeFileSync(file, "From: a@b.example\n\nno database ".repeat(300));
    await refused(openSqliteArchive(file, { create: true }), "broken", file);
    assert.match(readFileSync(file, "utf8"), /^From: a@b/);
    const other = path.join(folder, "other.sqlite");
    const connection = connect(other);
    connection.exec("create table bookmark (url text)");
    connection.close();
    await refused(openSqliteArchive(other, { create: true }), "foreign", other);
    await refused(openSqliteArchive(path.join(file, "below", "a.sqlite"), { create: true }), "unwritable", path.join(file, "below", "a.sqlite"));
  });
});
test("a file of a newer version is refused", async () => {
  await inFolder(async (_, file) => {
    await (await filled(file)).close();
    const connection = connect(file);
    connection.exec(`pragma user_version = ${LATEST_VERSION + 1}`);
    connection.close();
    await refused(openSqliteArchive(file), "newer", file);
  });
});
test("a file that was cut or overwritten is refused when it is read", async () => {
  await inFolder(async (_, file) => {
    await (await filled(file, 200)).close();
    const handle = openSync(file, "r+");
    for (let at = 4096; at < statSync(file).size; at += 4096) writeSync(handle, Buffer.alloc(512, 0x5a), 0, 512, at);
    ftruncateSync(handle, statSync(file).size - 4096);
    closeSync(handle);
    const read = async () => {
      const archive = await openSqliteArchive(file);
      try {
        await archive.search("秘密合言葉", 5);
        for (const one of await archive.cases({ limit: 1000 })) await archive.rawOf(one.id);
      } finally {
        await archive.close();
      }
    };
    await refused(read, "broken", file);
  });
});
test("an archive that another program is writing is refused after a while, not for ever", async () => {
  await inFolder(async (_, file) => {
    const archive = await filled(file);
    const other = connect(file);
    other.exec("begin immediate");
    const started = Date.now();
    await refused(archive.decide((await archive.cases({}))[0]?.id ?? "", true, ""), "locked", file);
    assert.ok(Date.now() - started < 20_000);
    other.exec("rollback");
    await archive.decide((await archive.cases({}))[0]?.id ?? "", true, "");
    other.close();
    await archive.close();
  });
});
test("nobody else may read an archive or a backup of it", { skip: process.platform === "win32" }, async () => {
  await inFolder(async (folder, file) => {
    const archive = await filled(file);
    await archive.backup(path.join(folder, "backup.sqlite"));
    await archive.close();
    for (const name of ["archive.sqlite", "backup.sqlite"]) assert.equal(statSync(path.join(folder, name)).mode & 0o077, 0, name);
  });
});
test("version 1 comes to the present version with its cases, and its articles are found", async () => {
  await inFolder(async (_, file) => {
    const old = await openFile(file, true, 1);
    const json = JSON.stringify(exampleArticle("brand-1", "published"));
    await old.db
      .insertInto("article")
      .values({ slug: "brand-1", case_number: null, state: "published", brand: "brand", created: "2026-03-01", json })
      .execute();
    await old.db.destroy();
    const connection = connect(file);
    assert.deepEqual(connection.prepare("select name from sqlite_master where name = 'article_subject'").all(), []);
    connection.close();
    const archive = await openSqliteArchive(file);
    assert.deepEqual(
      (await archive.searchArticles("お荷物の再配達", 5)).map((one) => one.slug),
      ["brand-1"],
    );
    await archive.close();
  });
});
test("what is forgotten is in the file no more, and not in its log", async () => {
  await inFolder(async (_, file) => {
    const archive = await filled(file, 50);
    const traces = () =>
      ["zebrafinch", "秘密合言葉", "秘密", "reporter@mail.example"].filter((text) => [file, `${file}-wal`].some((name) => readFileSync(name).includes(text)));
    assert.deepEqual(traces(), ["zebrafinch", "秘密合言葉", "秘密", "reporter@mail.example"]);
    assert.equal(await archive.forgetReporter("reporter@mail.example"), 50);
    assert.deepEqual(traces(), []);
    await archive.close();
  });
});
test("a backup is whole, is never written over, and brings everything back", async () => {
  await inFolder(async (folder, file) => {
    const backup = path.join(folder, "copies", "backup.sqlite");
    const archive = await filled(file, 3);
    await archive.backup(backup);
    await refused(archive.backup(backup), "exists", backup);
    const [first] = await archive.cases({ limit: 1 });
    await archive.forgetReporter("reporter@mail.example");
    await refused(() => restore(backup, file, false), "exists", file);
    await refused(() => restore(backup, file, true), "locked", file);
    await archive.close();
    // Beside it, since Node 20 holds a closed file open until its statements are collected.
    const other = path.join(folder, "other.sqlite");
    copyFileSync(file, other);
    const aside = restore(backup, other, true);
    assert.equal(aside, `${other}.before-restore`);
    assert.equal(await countOf(aside), 0);
    const again = await openSqliteArchive(other);
    assert.equal((await again.cases({})).length, 3);
    assert.equal((await again.search("秘密合言葉", 5)).length, 3);
    assert.deepEqual(await again.caseById(first?.id ?? ""), first);
    await again.close();
  });
});
test("a damaged or foreign file is no backup; the archive stays as it is", async () => {
  await inFolder(async (folder, file) => {
    await (await filled(file)).close();
    const before = readFileSync(file);
    const backup = path.join(folder, "backup.sqlite");
    await refused(() => restore(backup, file, true), "missing", backup);
    writeFileSync(backup, "");
    await refused(() => restore(backup, file, true), "foreign", backup);
    writeFileSync(backup, before.subarray(0, before.length - 4096 * 3));
    await refused(() => restore(backup, file, true), "broken", backup);
    assert.ok(readFileSync(file).equals(before));
  });
});
test("saves that are asked for at once are all kept, each whole", async () => {
  await inFolder(async (_, file) => {
    const archive = await openSqliteArchive(file, { create: true });
    const save = (i: number) => archive.saveCase(new TextEncoder().encode(`mail ${i % 40}`), exampleExamination(), exampleSummary(), exampleMarks(TEXT.parcel));
    await Promise.all(Array.from({ length: 80 }, (_, i) => save(i)));
    const cases = await archive.cases({ limit: 100 });
    assert.equal(cases.length, 40);
    assert.ok(cases.every((one) => one.timesSeen === 2));
    assert.equal((await archive.campaign(cases[0]?.campaign ?? ""))?.size, 40);
    await archive.close();
  });
});
