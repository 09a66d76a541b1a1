import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { Browser, TestServer, testMail } from "./server-fixture.ts";

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function archive(lang: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["bin/ayashii", "archive", ...args, "--lang", lang]);
    let out = "";
    let err = "";
    child.stdout.on("data", (text: Buffer) => (out += text.toString()));
    child.stderr.on("data", (text: Buffer) => (err += text.toString()));
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

test("a whole server, copied while it takes in and examines mails, runs from the copy: mails, reports that waited, accounts, tokens, log, warnings", async () => {
  const server = new TestServer();
  const fresh = new TestServer();
  const backup = path.join(server.folder, "backup", "monday.sqlite");
  try {
    await server.account("root", "admin");
    await server.account("robot", "reporter");
    const robot = { Authorization: `Bearer ${await server.token("robot")}` };
    const root = { Authorization: `Bearer ${await server.token("root")}` };
    await server.start();
    const browser = new Browser(server);
    await browser.login("root");
    const [cookie = ""] = [[...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ")];
    const { report } = (await server.upload(testMail(1), robot)).json();
    await server.settled(report, robot);
    // Taken in before the copy begins; more go on coming in during it.
    const before = await Promise.all(Array.from({ length: 200 }, (_, at) => server.upload(testMail(100 + at, 15_000), robot)));
    const copying = archive("ja", "backup", backup, "--archive", server.archive);
    const during = await Promise.all(Array.from({ length: 50 }, (_, at) => server.upload(testMail(500 + at, 15_000), robot)));
    const said = await copying;
    assert.equal(said.code, 0, said.err);
    assert.match(
      said.out,
      /^控えを作りました。\n.+monday\.sqlite +保管庫\n.+monday\.accounts\.sqlite .+\n.+monday\.queue\.sqlite .+\n公開サイトは入っていません.+\n$/,
    );
    assert.deepEqual(
      readdirSync(path.dirname(backup)).map((file) => [file, statSync(path.join(path.dirname(backup), file)).mode & 0o777]),
      ["monday.accounts.sqlite", "monday.queue.sqlite", "monday.sqlite"].map((file) => [file, 0o600]),
    );
    assert.ok(during.every(({ status }) => status === 202));
    const refused = await archive("en", "restore", backup, "--archive", server.archive, "--force");
    assert.equal(refused.code, 2);
    assert.match(refused.err, /^ayashii: .+: an ayashii serve is at work on this archive; stop it first[^\n]+\n$/);
    assert.equal((await server.ask(`/api/v1/reports/${report}`, { headers: robot })).status, 200, "and nothing of it was touched");

    const restored = await archive("en", "restore", backup, "--archive", fresh.archive);
    assert.equal(restored.code, 0, restored.err);
    assert.match(restored.out, /Restored\.\n[^]+Passwords and tokens are those of the backup/);
    await fresh.start();
    for (const answer of before) {
      const { state, cases } = await fresh.settled(answer.json().report, robot);
      assert.deepEqual([state, cases.length], ["examined", 1]);
    }
    const { cases } = (await fresh.ask("/api/v1/cases?limit=200", { headers: root })).json();
    assert.equal(cases.length, 200);
    assert.ok(
      cases.every(({ timesSeen }: { timesSeen: number }) => timesSeen === 1),
      "each counts once, though it may lie in both files",
    );
    assert.equal((await fresh.ask("/accounts", { headers: { Cookie: cookie } })).status, 401, "who was logged in is not any more");
    const again = new Browser(fresh);
    assert.equal((await again.login("root")).status, 303);
    assert.match((await again.get("/audit")).text, /login/);
  } finally {
    await server.dispose();
    await fresh.dispose();
  }
});

test("a backup is whole or not there; a damaged one changes nothing", async () => {
  const server = new TestServer();
  const folder = path.join(server.folder, "backup");
  const backup = path.join(folder, "a.sqlite");
  try {
    await server.account("root", "admin");
    await server.start();
    await server.stop();
    mkdirSync(folder);
    // A name that is taken, if only by one of the files.
    writeFileSync(path.join(folder, "a.queue.sqlite"), "mine");
    const taken = await archive("en", "backup", backup, "--archive", server.archive);
    assert.equal(taken.code, 2);
    assert.match(taken.err, /a\.queue\.sqlite: already exists/);
    assert.deepEqual(readdirSync(folder), ["a.queue.sqlite"]);
    const whole = path.join(folder, "b.sqlite");
    assert.equal((await archive("en", "backup", whole, "--archive", server.archive)).code, 0);
    writeFileSync(path.join(folder, "b.accounts.sqlite"), "no accounts at all ".repeat(500));
    const filesThere = (): readonly string[] => readdirSync(server.folder).filter((file) => !/-(?:wal|shm|journal)$/.test(file));
    const files = filesThere();
    const damaged = await archive("en", "restore", whole, "--archive", server.archive, "--force");
    assert.equal(damaged.code, 2);
    assert.match(damaged.err, /b\.accounts\.sqlite: damaged/);
    assert.deepEqual(filesThere(), files);
    assert.ok(existsSync(server.archive));
  } finally {
    await server.dispose();
  }
});
