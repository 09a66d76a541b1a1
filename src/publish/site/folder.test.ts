import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { killRuns } from "../../../test/site-kill.ts";
import { finishCommit, publishFolder } from "./folder.ts";
import type { SiteFile } from "./site.ts";

const page = (name: string, content: string): SiteFile => ({ path: name, content });

/** Visible files of a folder with their contents. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const files = names.filter((name) => !name.startsWith(".ayashii") && statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}

function inFolder(run: (folder: string) => void): void {
  const parent = mkdtempSync(path.join(tmpdir(), "site-"));
  try {
    run(path.join(parent, "out"));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

test("a folder holds exactly the site; what did not change is not written again", () => {
  inFolder((folder) => {
    assert.deepEqual(publishFolder(folder, [page("a/index.html", "A"), page("b/index.html", "B")]), { added: 2, replaced: 0, removed: 0, unchanged: 0 });
    const { mtimeNs, ino } = statSync(path.join(folder, "a/index.html"), { bigint: true });
    assert.deepEqual(publishFolder(folder, [page("a/index.html", "A"), page("c/d/index.html", "C")]), { added: 1, replaced: 0, removed: 1, unchanged: 1 });
    const after = statSync(path.join(folder, "a/index.html"), { bigint: true });
    assert.deepEqual([after.mtimeNs, after.ino], [mtimeNs, ino]);
    assert.deepEqual(contents(folder), { "a/index.html": "A", "c/d/index.html": "C" });
    assert.ok(!existsSync(path.join(folder, "b")), "an empty folder is left");
    assert.deepEqual(readdirSync(path.join(folder, ".ayashii")), ["files"]);
  });
});

test("what others put into the folder is left alone and never overwritten", () => {
  inFolder((folder) => {
    publishFolder(folder, [page("index.html", "1")]);
    writeFileSync(path.join(folder, "CNAME"), "warnings.example");
    publishFolder(folder, [page("index.html", "2")]);
    assert.deepEqual(contents(folder), { CNAME: "warnings.example", "index.html": "2" });
    assert.throws(() => publishFolder(folder, [page("index.html", "3"), page("CNAME", "x")]), /was not written by ayashii/);
    assert.deepEqual(contents(folder), { CNAME: "warnings.example", "index.html": "2" });
  });
  inFolder((folder) => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "thesis.txt"), "mine");
    assert.throws(() => publishFolder(folder, [page("index.html", "1")]), /not empty/);
    assert.deepEqual(contents(folder), { "thesis.txt": "mine" });
  });
});

test("an error while the pages are made leaves the published site as it was", () => {
  inFolder((folder) => {
    publishFolder(folder, [page("index.html", "old")]);
    const failing = function* (): Generator<SiteFile> {
      yield page("index.html", "new");
      throw new Error("made on purpose");
    };
    assert.throws(() => publishFolder(folder, failing()), /made on purpose/);
    assert.deepEqual(contents(folder), { "index.html": "old" });
    publishFolder(folder, [page("index.html", "next")]);
    assert.deepEqual(contents(folder), { "index.html": "next" });
  });
});

test("names that would leave the folder are refused", () => {
  inFolder((folder) => {
    for (const name of ["../x", "/etc/x", "a//b", ".ayashii/files", "a/../../b", "", "a/.htaccess", "a\\b", "a\0b"])
      assert.throws(() => publishFolder(folder, [page(name, "x")]), /no name for a file/, name);
    assert.deepEqual(contents(folder), {});
  });
});

test("a decided publication that was interrupted is finished by the next one who opens the folder", () => {
  inFolder((folder) => {
    publishFolder(folder, [page("index.html", "old"), page("gone.html", "x")]);
    // As a process killed between its first and its second move leaves it.
    const commit = path.join(folder, ".ayashii/commit");
    mkdirSync(path.join(commit, "site"), { recursive: true });
    writeFileSync(path.join(commit, "site/index.html"), "new");
    writeFileSync(path.join(folder, "w.html"), "moved already");
    writeFileSync(
      path.join(commit, "plan.json"),
      JSON.stringify({ moves: ["w.html", "index.html"], removals: ["gone.html"], owned: ["index.html", "w.html"] }),
    );
    finishCommit(folder);
    assert.deepEqual(contents(folder), { "index.html": "new", "w.html": "moved already" });
    assert.deepEqual(publishFolder(folder, [page("index.html", "new"), page("w.html", "moved already")]), { added: 0, replaced: 0, removed: 0, unchanged: 2 });
  });
});

test("a second build waits for no one: it says who is writing", () => {
  inFolder((folder) => {
    publishFolder(folder, [page("index.html", "1")]);
    // Process 1 always runs.
    writeFileSync(path.join(folder, ".ayashii/lock"), "1\n");
    assert.throws(() => publishFolder(folder, [page("index.html", "2")]), /another build writes this folder \(process 1\)/);
    // A number no process has (above the kernel's largest).
    writeFileSync(path.join(folder, ".ayashii/lock"), "99999999\n");
    publishFolder(folder, [page("index.html", "2")]);
    assert.deepEqual(contents(folder), { "index.html": "2" });
  });
});

test("killed at any moment, no page is torn and no link on the site leads nowhere", { timeout: 300_000 }, async (context) => {
  const { killed, whole, recovered } = await killRuns(20);
  context.diagnostic(`${killed} runs killed, ${whole} of them while files were moved or staged, ${recovered} finished by the next build`);
  assert.ok(killed >= 10, `only ${killed} of 20 builds were still running when they were to be killed`);
});
