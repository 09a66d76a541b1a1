import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { test } from "node:test";
import { TestServer, testMail } from "./server-fixture.ts";

const EXAMPLE = readFileSync("examples/xserver-pending-messages.eml");

async function withServer(options: Parameters<TestServer["start"]>[0], body: (server: TestServer) => Promise<void>): Promise<void> {
  const server = new TestServer();
  try {
    await body(await server.start(options));
  } finally {
    await server.dispose();
  }
}

test("a mail handed in becomes a case with a report; the same bytes are the same case", async () => {
  await withServer({}, async (server) => {
    const first = await server.upload(EXAMPLE);
    assert.equal(first.status, 202);
    assert.deepEqual(first.json(), { report: first.json().report, case: "cd8185c75b8f4", state: "waiting", href: `/api/v1/reports/${first.json().report}` });
    assert.equal(first.headers["location"], first.json().href);
    const examined = await server.settled(first.json().report);
    assert.equal(examined.state, "examined");
    assert.deepEqual(examined.cases, ["cd8185c75b8f4"]);
    assert.equal(examined.examination.verdict.level, "impersonation");
    const form = new FormData();
    form.set("mail", new Blob([EXAMPLE]), "mail.eml");
    const encoded = new Response(form);
    const second = await server.upload(new Uint8Array(await encoded.arrayBuffer()), { "Content-Type": encoded.headers.get("content-type") ?? "" });
    assert.equal(second.status, 202);
    assert.deepEqual((await server.settled(second.json().report)).cases, ["cd8185c75b8f4"]);
    const { cases } = (await server.ask("/api/v1/cases")).json();
    assert.equal(cases.length, 1);
    assert.equal(cases[0].timesSeen, 2);
  });
});

test("an answer at once keeps nothing", async () => {
  await withServer({}, async (server) => {
    const answer = await server.ask("/api/v1/examine", { method: "POST", headers: { "Content-Type": "message/rfc822" }, body: EXAMPLE });
    assert.equal(answer.json().verdict.level, "impersonation");
    assert.deepEqual((await server.ask("/api/v1/cases")).json(), { cases: [], before: null });
    assert.deepEqual((await server.ask("/api/v1/reports")).json(), { reports: [] });
  });
});

test("an mbox becomes several cases; what is no mail is refused and said so", async () => {
  await withServer({}, async (server) => {
    const mbox = [1, 2, 3].map((number) => `From a@b.example Tue Nov 24 09:00:00 2026\n${testMail(number).replaceAll("\r\n", "\n")}\n\n`).join("");
    const answer = await server.upload(mbox);
    assert.equal(answer.json().case, null);
    assert.equal((await server.settled(answer.json().report)).cases.length, 3);
    const png = await server.upload(Buffer.from("89504e470d0a1a0a0000", "hex"));
    assert.equal(png.status, 415);
    assert.match(png.json().ja.detail, /PNG/);
    const broken = await server.upload(Buffer.from("d0cf11e0a1b11ae1000000", "hex"));
    assert.equal(broken.status, 202);
    const refused = await server.settled(broken.json().report);
    assert.equal(refused.state, "refused");
    assert.ok(refused.why.ja.length > 0 && refused.why.en.length > 0);
    assert.equal((await server.upload("")).status, 400);
    assert.equal((await server.upload("x", { "Content-Type": "image/png" })).status, 415);
  });
});

test("a mail that is too large is refused when it says so, and at the byte where it turns out to be", async () => {
  await withServer({ limits: { mailBytes: 100_000 } }, async (server) => {
    const started = Date.now();
    const said = await firstAnswer(server.port, "Content-Length: 5000000", "x".repeat(1000));
    assert.match(said, /^HTTP\/1\.1 413 [^]*"status":413[^]*100000/);
    const chunk = `2710\r\n${"x".repeat(10_000)}\r\n`;
    // Thirty chunks of a body that never ends.
    const turnedOut = await firstAnswer(server.port, "Transfer-Encoding: chunked", chunk.repeat(30));
    assert.match(turnedOut, /^HTTP\/1\.1 413 [^]*connection: close[^]*"status":413/i);
    assert.ok(Date.now() - started < 5000);
    assert.equal((await server.upload(testMail(1, 100_000))).status, 202);
    assert.equal((await server.ask("/api/v1/figures")).json().heldBytes, 0);
  });
});

/** Sends a request whose body is not finished, and gives what comes back until the server closes. */
function firstAnswer(port: number, length: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`POST /api/v1/reports HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: message/rfc822\r\n${length}\r\n\r\n`);
      socket.write(body);
    });
    socket.on("data", (data) => {
      answer += data.toString();
      if (answer.endsWith("}")) socket.destroy();
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", (error: NodeJS.ErrnoException) => (answer === "" ? reject(error) : resolve(answer)));
    setTimeout(() => socket.destroy(), 5000).unref();
  });
}

test("beyond its limits the server says 429 or 503, when to come again, and takes nothing", async () => {
  await withServer({ limits: { uploadsAMinute: 5 } }, async (server) => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, number) => server.upload(testMail(number))));
    assert.deepEqual(answers.map((one) => one.status).sort(), [202, 202, 202, 202, 202, 429, 429, 429]);
    const refused = answers.find((one) => one.status === 429);
    assert.ok(Number(refused?.headers["retry-after"]) >= 1 && Number(refused?.headers["retry-after"]) <= 60);
    assert.equal(refused?.headers["content-type"], "application/problem+json");
    assert.equal((await server.ask("/api/v1/reports")).json().reports.length, 5);
  });
  await withServer({ limits: { waiting: 0 } }, async (server) => {
    const full = await server.upload(testMail(1));
    assert.equal(full.status, 503);
    assert.ok(Number(full.headers["retry-after"]) >= 1);
  });
  await withServer({ limits: { heldBytes: 100_000 } }, async (server) => {
    assert.equal((await server.upload(testMail(1, 200_000))).status, 503);
    assert.equal((await server.upload(testMail(1, 50_000))).status, 202);
  });
});

test("a mail whose examination never ends is set aside, shown, and tried again when somebody says so", async () => {
  const server = new TestServer();
  try {
    await server.start({ limits: { examineTime: 1, tries: 2 } });
    const { report } = (await server.upload(EXAMPLE)).json();
    const aside = await server.settled(report);
    assert.equal(aside.state, "aside");
    assert.equal(aside.tries, 2);
    assert.match(aside.why.en, /longer than allowed/);
    assert.equal((await server.ask("/api/v1/reports?state=aside")).json().reports[0].report, report);
    await server.stop();
    await server.start();
    assert.equal((await server.ask(`/api/v1/reports/${report}`)).json().state, "aside");
    const page = await server.ask("/intake?lang=en", { headers: { Accept: "text/html" } });
    assert.match(page.text, new RegExp(`${report}[^]*longer than allowed[^]*Try again`));
    const retried = await server.ask(`/api/v1/reports/${report}/retry`, { method: "POST" });
    assert.equal(retried.json().state, "waiting");
    assert.equal((await server.settled(report)).state, "examined");
    assert.equal((await server.ask(`/api/v1/reports/${report}/retry`, { method: "POST" })).status, 409);
  } finally {
    await server.dispose();
  }
});

test("killed between acknowledgement and examination: nothing is lost, and everything is examined once", async () => {
  const server = new TestServer();
  try {
    await server.start();
    const acknowledged = new Map<string, number>();
    for (const round of [0, 1, 2]) {
      // Each mail twice in a round, some again in the next.
      const numbers = Array.from({ length: 40 }, (_, at) => round * 15 + (at >> 1));
      const answers = await Promise.all(numbers.map((number) => server.upload(testMail(number, 3000))));
      for (const [at, answer] of answers.entries()) {
        assert.equal(answer.status, 202);
        acknowledged.set(answer.json().report, numbers[at] ?? -1);
      }
      await server.stop("SIGKILL");
      await server.start();
    }
    const waiting = (await server.ask("/api/v1/figures")).json().queue.waiting;
    assert.ok(waiting > 0, "the kills came after everything was examined: the test shows nothing");
    const seen = new Map<string, number>();
    for (const report of acknowledged.keys()) {
      const { state, cases } = await server.settled(report);
      assert.equal(state, "examined");
      seen.set(cases[0], (seen.get(cases[0]) ?? 0) + 1);
    }
    const { cases } = (await server.ask("/api/v1/cases?limit=200")).json();
    assert.equal(cases.length, 50);
    for (const { id, timesSeen } of cases) assert.equal(timesSeen, seen.get(id), id);
  } finally {
    await server.dispose();
  }
});

const onLinux = { skip: process.platform === "linux" ? false : "needs /proc" };

test("an examining process that dies takes nothing with it: those it had are tried one by one, once each, and none is blamed", onLinux, async () => {
  const server = new TestServer();
  try {
    await server.start({ limits: { examiners: 2 } });
    const answers = await Promise.all(Array.from({ length: 120 }, (_, number) => server.upload(testMail(number, 20_000))));
    let killed = 0;
    for (let tries = 0; killed < 2 && tries < 200; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      const { waiting, examined } = (await server.ask("/api/v1/figures")).json().queue;
      if (examined === 0 || waiting === 0) continue;
      for (const pid of childrenOf(server.pid)) if (process.kill(pid, "SIGKILL")) killed++;
    }
    assert.ok(killed >= 2, "everything was examined before anything was killed: the test shows nothing");
    const seen = new Set<string>();
    for (const answer of answers) {
      const { state, cases } = await server.settled(answer.json().report);
      assert.equal(state, "examined");
      seen.add(cases[0]);
    }
    assert.equal(seen.size, 120);
    assert.match(server.log, /reports taken together are tried one by one: crash: exit SIGKILL/);
    const { cases } = (await server.ask("/api/v1/cases?limit=200")).json();
    assert.ok(cases.every(({ timesSeen }: { timesSeen: number }) => timesSeen === 1));
  } finally {
    await server.dispose();
  }
});

/** Processes that a process has started (Linux, https://www.kernel.org/doc/html/latest/filesystems/proc.html). */
function childrenOf(pid: number): readonly number[] {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return list === "" ? [] : list.split(" ").map(Number);
}

test("a stop asked for ends the server in order, and what waits is there again", async () => {
  const server = new TestServer();
  try {
    await server.start();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, number) => server.upload(testMail(number))));
    assert.equal(await server.stop("SIGTERM"), 0);
    await server.start();
    for (const answer of answers) assert.equal((await server.settled(answer.json().report)).tries, 0);
    assert.equal((await server.ask("/api/v1/cases?limit=200")).json().cases.length, 20);
  } finally {
    await server.dispose();
  }
});
