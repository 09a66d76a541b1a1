import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { connect } from "../src/archive/sqlite-engine.ts";
import { filesBeside } from "../src/web/server/options.ts";
import { Browser, TestServer, testMail } from "./server-fixture.ts";

/** `ayashii serve` as somebody types it who has never done so; ends by itself, or is ended when it runs. */
function serve(...args: string[]): Promise<{ code: number | null; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["bin/ayashii", "serve", ...args]);
    let err = "";
    child.stderr.on("data", (text: Buffer) => {
      err += text.toString();
      if (/で動いています|Running at/.test(err)) child.kill("SIGTERM");
    });
    child.on("close", (code) => resolve({ code, err }));
  });
}

test("whatever keeps the server from starting is one line, in Japanese and English, that says what to do", async () => {
  const server = new TestServer();
  mkdirSync(path.join(server.folder, "empty"));
  try {
    await server.start();
    const archive = path.join(server.folder, "new", "archive.sqlite");
    const tried: readonly (readonly [args: readonly string[], ja: RegExp, en: RegExp])[] = [
      [["--archive", server.archive], /すでに ayashii serve が動いています。それを止めて/, /at work on this archive; stop it first/],
      [["--archive", archive, "--port", String(server.port)], /--port でほかの番号/, /choose another with --port/],
      [["--archive", archive, "--prot", "1"], /使い方が違います.*serve --help/, /--prot.*see ayashii serve --help/],
      [["--archive", archive, "--port"], /使い方が違います.*serve --help/, /see ayashii serve --help/],
      [["--archive", archive, "--data", path.join(server.folder, "empty")], /brands\/ がありません/, /there is no brands\/ in it/],
      [["--archive", archive, "--behind-proxy"], /--public-url.*も要ります/, /needs --public-url too/],
      [
        ["--archive", archive, "--public-url", "https://desk.example.org"],
        /https:\/\/desk\.example\.org では.*accounts add/,
        /reached from other machines.*accounts add/,
      ],
      [["--archive", server.folder], /読み書きできません。場所と権限/, /cannot be read or written; check the place/],
    ];
    for (const [args, ja, en] of tried)
      for (const [lang, expected] of [["ja", ja] as const, ["en", en] as const]) {
        const { code, err } = await serve(...args, ...(args.includes("--port") ? [] : ["--port", "0"]), "--lang", lang);
        assert.equal(code, 2, err);
        assert.match(err, /^ayashii: [^\n]+\n$/, args.join(" "));
        assert.match(err, expected, args.join(" "));
      }
    assert.equal((await server.ask("/api/v1/health")).status, 200, "the one that runs was not disturbed");
  } finally {
    await server.dispose();
  }
});

test("behind a proxy: nobody is admin without an account, cookies are Secure, limits count the address that the proxy saw", async () => {
  const server = new TestServer();
  const passedOn = { "X-Forwarded-For": "203.0.113.9, 198.51.100.7", "X-Forwarded-Proto": "https" };
  try {
    await server.start();
    const stranger = await server.ask("/accounts", { headers: passedOn });
    assert.equal(stranger.status, 421);
    assert.match(stranger.text, /accounts add NAME --role admin[^]*--public-url/);
    assert.equal((await server.ask("/accounts")).status, 200, "who sits at the machine is admin");
    await server.stop();
    await server.account("root", "admin");
    await server.start({ publicUrl: "https://desk.example.org", behindProxy: true, limits: { loginsAQuarter: 3 } });
    const through = { Host: "desk.example.org", ...passedOn };
    assert.equal((await server.ask("/accounts", { headers: through })).status, 401);
    assert.equal((await server.ask("/", { headers: { ...through, Host: "other.example.org" } })).status, 421);
    const browser = new Browser(server);
    await browser.get("/login?lang=en", through);
    const origin = { ...through, Origin: "https://desk.example.org" };
    const entered = await browser.post("/login", { name: "root", password: "long enough for a test" }, origin);
    assert.equal(entered.status, 303, entered.text);
    assert.match(String(entered.headers["set-cookie"]), /__Host-ayashii=[^;]+;[^,]*HttpOnly[^,]*Secure/i);
    assert.match(String(entered.headers["strict-transport-security"]), /max-age/);
    assert.equal((await browser.post("/logout", {}, { ...through, Origin: "https://other.example.org" })).status, 403);
    // Counted by what the proxy added last: who writes another address in front gains nothing.
    const guess = async (from: string): Promise<number> => {
      const guesser = new Browser(server);
      const head = { ...origin, "X-Forwarded-For": from };
      await guesser.get("/login", head);
      return (await guesser.post("/login", { name: `n${Math.random()}`, password: "wrong but long enough" }, head)).status;
    };
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push(await guess(`192.0.2.${n}, 198.51.100.99`));
    assert.deepEqual(statuses, [403, 403, 403, 429]);
    assert.equal(await guess("192.0.2.1, 198.51.100.98"), 403, "somebody else is not kept out");
  } finally {
    await server.dispose();
  }
});

test("files that another program holds: said as 503 with when to try again, and all goes on afterwards", async () => {
  const server = new TestServer();
  try {
    await server.start();
    const other = connect(filesBeside(server.archive).queue);
    other.exec("begin immediate");
    const refused = await server.upload(testMail(1));
    assert.equal(refused.status, 503);
    assert.ok(Number(refused.headers["retry-after"]) > 0);
    assert.match(refused.json().ja.detail, /別のプログラムが使っていて/);
    other.exec("rollback");
    other.close();
    const taken = await server.upload(testMail(1));
    assert.equal(taken.status, 202);
    assert.equal((await server.settled(taken.json().report)).state, "examined");
    assert.match(server.log, /nothing can be written \(locked\)/);
  } finally {
    await server.dispose();
  }
});
