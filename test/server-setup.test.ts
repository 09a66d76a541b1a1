import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { Browser, PASSWORD, TestServer } from "./server-fixture.ts";

test("on loopback without accounts everybody is admin; with the first account nobody is", async () => {
  const server = new TestServer();
  try {
    await server.start();
    const browser = new Browser(server);
    assert.match((await browser.get("/account?lang=en")).text, /Make the first admin/);
    assert.equal((await browser.get("/login")).headers["location"], "/account");
    await browser.get("/setup");
    assert.equal((await browser.post("/setup", { name: "hanako", password: "short" })).status, 422);
    assert.equal((await browser.post("/setup", { name: "<b>", password: PASSWORD })).status, 422);
    const made = await browser.post("/setup", { name: "hanako", password: PASSWORD });
    assert.equal(made.status, 303);
    assert.equal((await browser.get("/accounts")).status, 200);
    const stranger = new Browser(server);
    assert.equal((await stranger.get("/accounts")).status, 401);
    assert.equal((await stranger.get("/setup")).headers["location"], "/login");
    // The last admin stays.
    const page = await browser.get("/accounts");
    const [remove = ""] = /\/accounts\/a[0-9a-f]+\/remove/.exec(page.text) ?? [];
    assert.equal((await browser.post(remove, {})).status, 422);
    await browser.get("/accounts");
    assert.equal((await browser.post("/accounts", { name: "Taro", role: "reporter", password: PASSWORD })).status, 303);
    await browser.get("/accounts");
    assert.equal((await browser.post("/accounts", { name: "TARO", role: "editor", password: PASSWORD })).status, 422);
  } finally {
    await server.dispose();
  }
});

interface Ended {
  readonly code: number | null;
  readonly err: string;
  readonly out: string;
}

function ayashii(args: readonly string[], input = "", untilSaid?: RegExp): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["bin/ayashii", ...args], { env: { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "" } });
    let told = false;
    let err = "";
    let out = "";
    child.stdout.on("data", (text: Buffer) => (out += text.toString()));
    child.stderr.on("data", (text: Buffer) => {
      err += text.toString();
      // Once: a second interrupt ends it at once.
      if (!told && untilSaid?.test(err) === true) told = child.kill("SIGINT");
    });
    child.on("close", (code) => resolve({ code, err, out }));
    child.stdin.end(input);
  });
}

test("ayashii serve: other addresses need an admin, a taken port is said, an interrupt ends it in order", async () => {
  const server = new TestServer();
  const archive = ["--archive", server.archive];
  try {
    const refused = await ayashii(["serve", "--host", "0.0.0.0", "--port", "0", ...archive]);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /accounts add NAME --role admin/);
    assert.ok(!existsSync(server.archive), "a refused start leaves no archive behind");
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const { port } = taken.address() as AddressInfo;
    const second = await ayashii(["serve", "--port", String(port), ...archive]);
    taken.close();
    assert.equal(second.code, 2);
    assert.match(second.err, new RegExp(`another program uses port ${port}`));
    const ran = await ayashii(["serve", "--port", "0", ...archive], "", /Running at http:\/\/127\.0\.0\.1:\d+\//);
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.err, /Stopping/);
    assert.equal((await ayashii(["accounts", "add", "root", "--role", "admin", ...archive], "short\n")).code, 2);
    assert.equal((await ayashii(["accounts", "add", "root", "--role", "king", ...archive], `${PASSWORD}\n`)).code, 2);
    assert.equal((await ayashii(["accounts", "add", "root", "--role", "admin", ...archive], `${PASSWORD}\n`)).code, 0);
    assert.match((await ayashii(["accounts", "list", ...archive])).out, /^root\tadmin\t\d{4}-\d\d-\d\d\n$/);
    assert.match((await ayashii(["accounts", "remove", "root", ...archive])).err, /last admin/);
    const open = await ayashii(["serve", "--host", "0.0.0.0", "--port", "0", ...archive], "", /Running at/);
    assert.equal(open.code, 0, open.err);
  } finally {
    await server.dispose();
  }
});
