import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { openSqliteArchive } from "../src/archive/sqlite-archive.ts";
import { Browser, TestServer, testMail } from "./server-fixture.ts";

/** The command on its own, as an operator runs it beside the server. */
function forget(server: TestServer, name: string, lang: string): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["bin/ayashii", "archive", "forget", name, "--archive", server.archive, "--lang", lang]);
    let out = "";
    let err = "";
    child.stdout.on("data", (text: Buffer) => (out += text.toString()));
    child.stderr.on("data", (text: Buffer) => (err += text.toString()));
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

async function hold(server: TestServer, name: string): Promise<Readonly<Record<string, string>>> {
  await server.account(name, "reporter");
  return { Authorization: `Bearer ${await server.token(name)}` };
}

/** Until nothing of anybody waits. */
async function drained(server: TestServer, editor: Readonly<Record<string, string>>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const waiting = (await server.ask("/api/v1/reports?state=waiting", { headers: editor })).json().reports as unknown[];
    if (waiting.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("reports still wait");
}

test("archive forget, beside a server at work: what waits, what is examined and what is kept of them goes; others' mails stay", async () => {
  const server = new TestServer();
  try {
    await server.account("root", "admin");
    const editor = { Authorization: `Bearer ${await server.token("root")}` };
    const [hanako, taro] = [await hold(server, "hanako"), await hold(server, "taro")];
    await server.start();
    const first = (await server.upload(testMail(1), hanako)).json().report as string;
    await server.settled(first, hanako);
    // More than can be examined before the command has begun, so that some wait and one is under way.
    const sent = await Promise.all(Array.from({ length: 300 }, (_, at) => server.upload(testMail(at, 20_000), at % 3 === 0 ? taro : hanako)));
    assert.ok(sent.every(({ status }) => status === 202));
    const said = await forget(server, "hanako", "ja");
    assert.equal(said.code, 0, said.err);
    assert.match(
      said.out,
      /^hanako の記録を消しました。\n保管庫: .+ \d+ 件.+\n届け出の列: 201 件\(うち、まだ調べていないもの \d+ 件\)を消しました。\n残るもの: .+同じ名前のアカウント 1 個.+控え/,
    );
    await drained(server, editor);
    assert.equal((await server.ask(`/api/v1/reports/${first}`, { headers: hanako })).status, 404);
    // In order: the file's log is folded in, and nothing of hers lies in what is left.
    assert.equal(await server.stop(), 0);
    const archive = await openSqliteArchive(server.archive);
    assert.deepEqual(
      [await archive.countCases({ reporter: "hanako" }), await archive.countCases({}), await archive.countCases({ reporter: "taro" })],
      [0, 100, 100],
    );
    await archive.close();
    const left = readdirSync(server.folder).filter(
      (file) => file.includes("queue") && readFileSync(path.join(server.folder, file)).includes("parcel-login.example"),
    );
    assert.deepEqual(left, [], "no bytes of a mail in the queue's file");
    const nobody = await forget(server, "nobody", "en");
    assert.equal(nobody.code, 0, nobody.err);
    assert.match(nobody.out, /^nobody is forgotten\.\nArchive: .+: 0\. .+: 0\.\nQueue: reports removed: 0, .+: 0\.\nWhat stays: .+accounts of that name: 0/);
  } finally {
    await server.dispose();
  }
});

test("forgetting on the desk says the same as the command, place by place", async () => {
  const server = new TestServer();
  try {
    await server.account("root", "admin");
    const hanako = await hold(server, "hanako");
    await server.start();
    const report = (await server.upload(testMail(1), hanako)).json().report as string;
    const { cases } = await server.settled(report, hanako);
    const browser = new Browser(server);
    await browser.login("root");
    await browser.get(`/desk/cases/${cases[0]}`);
    const done = await browser.post(`/desk/cases/${cases[0]}/forget`, { reporter: "hanako", sure: "yes" });
    assert.equal(done.status, 303, done.text);
    const { text } = await browser.get(String(done.headers["location"]));
    assert.match(
      text,
      /Archive: mails that only they[^<]+: 1\. [^<]+<br\/?>Queue: reports removed: 1, [^<]+: 0\.<br\/?>What stays: [^<]+accounts of that name: 1/,
    );
    assert.equal((await server.ask(`/api/v1/reports/${report}`, { headers: hanako })).status, 404);
  } finally {
    await server.dispose();
  }
});
