import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { openSqliteArchive } from "../archive/sqlite-archive.ts";
import { archivePlace } from "./archive-place.ts";
import { main } from "./main.ts";
import { changeOf } from "./reexamine.ts";
import type { Reported, ReportedPoint } from "./reported-points.ts";

const MAIL = "examples/xserver-pending-messages.eml";

async function inHome(body: (run: (...args: string[]) => Promise<{ code: number; out: string; err: string }>, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "home-"));
  const run = async (...args: string[]) => {
    let out = "";
    let err = "";
    const streams = { out: (text: string) => (out += text), err: (text: string) => (err += text), errIsTTY: false };
    const code = await main(args, { LANG: "ja_JP.UTF-8", AYASHII_HOME: folder }, streams, { isTTY: false, columns: 100 });
    return { code, out, err };
  };
  try {
    await body(run, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a mail that is examined with --save is listed, shown, found, written out and forgotten", async () => {
  await inHome(async (run, folder) => {
    const saved = await run("examine", "--save", "--reporter", "taro", MAIL);
    assert.equal(saved.code, 1);
    const id = /保管しました: (c[0-9a-f]{12})/.exec(saved.out)?.[1] ?? "";
    assert.notEqual(id, "");
    assert.match((await run("examine", "--save", "--reporter", "taro", MAIL)).out, new RegExp(`保管済みです: ${id}`));
    assert.match((await run("cases")).out, new RegExp(`^${id} .*なりすまし`));
    const shown = await run("cases", "show", id);
    assert.match(shown.out, /判定: なりすまし\n/);
    assert.match(shown.out, /\[official-sender\//);
    const report = JSON.parse((await run("cases", "show", "--json", id)).out) as { examinations: { report: { schema: number } }[]; campaign: { size: number } };
    assert.deepEqual([report.examinations.length, report.examinations[0]?.report.schema, report.campaign.size], [1, 1, 1]);
    for (const query of ["メンテナンス", "システム メンテナンスによる 8 件の"]) assert.match((await run("search", query)).out, new RegExp(id), query);
    assert.equal((await run("search", "どこにもない言葉の並び")).code, 1);
    const copy = path.join(folder, "copy.eml");
    assert.equal((await run("cases", "show", id, "-o", copy)).code, 0);
    assert.ok(readFileSync(copy).equals(readFileSync(MAIL)));
    assert.match((await run("archive", "forget", "taro")).out, /メール 1 件/);
    assert.equal((await run("cases")).code, 1);
    assert.equal((await run("cases", "show", id)).code, 1);
  });
});
test("without --save nothing is written", async () => {
  await inHome(async (run, folder) => {
    await run("examine", MAIL);
    assert.equal(statSync(path.join(folder, "archive.sqlite"), { throwIfNoEntry: false }), undefined);
    const { code, err } = await run("cases");
    assert.equal(code, 2);
    assert.match(err, /保管庫がありません。ayashii examine --save/);
    assert.match((await run("cases", "--lang", "en")).err, /there is no archive/);
  });
});
test("a broken archive stops the command before anything is examined", async () => {
  await inHome(async (run, folder) => {
    writeFileSync(path.join(folder, "archive.sqlite"), "nothing of the kind ".repeat(400));
    const { code, out, err } = await run("examine", "--save", MAIL);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /壊れている/);
  });
});
test("reexamine: up to date is left alone; what an older program said is compared with what this one says", async () => {
  await inHome(async (run, folder) => {
    await run("examine", "--save", MAIL);
    assert.match((await run("reexamine")).err, /調べ直した 0 件.*もとのままで新しいもの 1 件/);
    const archive = await openSqliteArchive(path.join(folder, "archive.sqlite"));
    const [one] = await archive.cases({});
    const id = one?.id ?? "";
    const gone = { check: "old-check", kind: "gone", leans: "phishing", title: { ja: "昔の点", en: "an old point" } };
    const json = JSON.stringify({ schema: 1, verdict: { level: "no-sign" }, evidenceLevel: "full-source", examinedOnline: null, points: [gone] });
    await archive.addExamination({ caseId: id, toolVersion: "0.0.1", registryVersion: "old", at: "2026-01-01T00:00:00Z", json }, "no-sign", undefined);
    await archive.close();
    const { out, err } = await run("reexamine");
    assert.match(out, new RegExp(`^${id}  .+ → なりすまし`));
    assert.match(out, /\n {2}- 昔の点 \[old-check\/gone\]\n {2}\+ /);
    assert.match(err, /調べ直した 1 件のうち、変わったもの 1 件/);
    assert.match((await run("cases")).out, /なりすまし/);
    assert.match((await run("reexamine", "--all")).err, /調べ直した 1 件のうち、変わったもの 0 件/);
  });
});
test("reexamine leaves alone what name servers were asked about", async () => {
  await inHome(async (run, folder) => {
    await run("examine", "--save", MAIL);
    const archive = await openSqliteArchive(path.join(folder, "archive.sqlite"));
    const [one] = await archive.cases({});
    const json = JSON.stringify({ verdict: { level: "genuine" }, evidenceLevel: "full-source", examinedOnline: "2026-01-01T00:00:00Z", points: [] });
    await archive.addExamination(
      { caseId: one?.id ?? "", toolVersion: "0.0.1", registryVersion: "old", at: "2026-01-01T00:00:00Z", json },
      "genuine",
      "xserver",
    );
    await archive.close();
    assert.match((await run("reexamine")).err, /通信して調べた 1 件/);
    assert.match((await run("cases")).out, /本物と確認/);
  });
});
test("points are compared by check and kind, as often as they occur", () => {
  const point = (kind: string): ReportedPoint => ({ check: "c", kind, leans: "phishing", title: { ja: kind, en: kind } });
  const said = (level: string, ...kinds: string[]): Reported => ({ level, evidenceLevel: "", examinedOnline: undefined, points: kinds.map(point) });
  const names = (points: readonly ReportedPoint[] | undefined) => points?.map((one) => one.kind);
  const one = { id: "c0", subject: "s" };
  assert.equal(changeOf(one, said("suspicious", "a", "b"), said("suspicious", "b", "a")), undefined);
  const change = changeOf(one, said("suspicious", "a", "b"), said("suspicious", "a", "a", "d"));
  assert.deepEqual([names(change?.added), names(change?.removed)], [["a", "d"], ["b"]]);
  assert.deepEqual(changeOf(one, said("suspicious"), said("genuine"))?.after, "genuine");
});
test("backup, restore and expire as commands", async () => {
  await inHome(async (run, folder) => {
    await run("examine", "--save", MAIL);
    const backup = path.join(folder, "backup.sqlite");
    assert.equal((await run("archive", "backup", backup)).code, 0);
    assert.match((await run("archive", "backup", backup)).err, /すでにあります/);
    assert.match((await run("archive", "expire", "--before", "2999-01-01")).out, /^1 件/);
    assert.equal((await run("archive", "expire", "--before", "someday")).code, 2);
    const elsewhere = path.join(folder, "restored", "archive.sqlite");
    assert.equal((await run("archive", "restore", backup, "--archive", elsewhere)).code, 0);
    assert.match((await run("cases", "--archive", elsewhere)).out, /なりすまし/);
    assert.match((await run("archive", "restore", backup, "--archive", elsewhere)).err, /すでにあります/);
  });
});
test("wrong usage is told in one line", async () => {
  await inHome(async (run) => {
    for (const args of [
      ["search"],
      ["cases", "show"],
      ["cases", "throw"],
      ["archive"],
      ["archive", "forget"],
      ["reexamine", "x"],
      ["cases", "--nonsense"],
      ["cases", "--limit", "0"],
      ["examine", "--reporter", "a", MAIL],
    ]) {
      const { code, err } = await run(...args);
      assert.equal(code, 2, args.join(" "));
      assert.match(err, /^ayashii: [^\n]+\n$/, args.join(" "));
    }
  });
});
test("the archive's place: as named, AYASHII_HOME, the person's data folder", () => {
  assert.equal(archivePlace("x.sqlite", { AYASHII_HOME: "/h" }), "x.sqlite");
  assert.equal(archivePlace(undefined, { AYASHII_HOME: "/h" }), path.join("/h", "archive.sqlite"));
  assert.equal(archivePlace(undefined, { HOME: "/home/a" }), path.join("/home/a", ".local", "share", "ayashii", "archive.sqlite"));
});
