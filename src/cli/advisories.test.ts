import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { liveAdvisories } from "./live-advisories.ts";
import { putUnread } from "./advisories-unread.ts";
import { readRecord } from "../advisories/notice-record.ts";
import { advisoriesCommand } from "./advisories.ts";
import { fetchNotice, isPrivateAddress } from "./advisories-fetch.ts";
import type { Door } from "./advisories-import.ts";

const FIXTURES = "src/advisories/layouts/fixtures";
const DOOR: Partial<Door> = { today: () => "2026-11-25" };
const XSERVER = ["--brand", "xserver", "--url", "https://www.xserver.ne.jp/support/notice.php"];

async function run(args: readonly string[], door: Partial<Door> = {}): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), errIsTTY: false };
  const code = await advisoriesCommand(args, { LANG: "en_US.UTF-8" }, streams, { ...DOOR, ...door });
  return { code, out, err };
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "advisories-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("import prints the record; what was not read goes to stderr with its line", async () => {
  const { code, out, err } = await run(["import", `${FIXTURES}/a12-fences.txt`, ...XSERVER]);
  assert.equal(code, 0);
  const { advisory, problems } = readRecord(out, "xserver", "x");
  assert.deepEqual(problems, []);
  assert.equal(advisory?.issuer.en, "Xserver Inc.");
  assert.deepEqual(advisory?.cases[0]?.subjects, ["アカウントの利用者"]);
  assert.match(err, /# {3}17: ○メールのURLをクリックした場合に表示される画面/);
  assert.match(err, /# xserver\/2017-09-08-notice/);
});

test("a page without a case says so and ends with exit code 1", async () => {
  const { code, out, err } = await run(["import", `${FIXTURES}/no-case-news.html`]);
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, /no case could be read/);
  assert.match(err, /said of genuine mail/);
});

test("any Japanese charset, from standard input", async () => {
  // 「不審なメールの例」「件名:重要なお知らせ」 in Shift_JIS, as its bytes.
  const shiftJis = Buffer.from("9573905282c88381815b838b82cc97e10a8c8f96bc3a8f64977682c882a8926d82e782b90a", "hex");
  const { code, out } = await run(["import", "-", "--text"], { readStdin: () => shiftJis });
  assert.equal(code, 0, out);
  assert.match(out, /重要なお知らせ/);
});

test("--save needs a person or --yes, writes once, and refuses what does not read back", async () => {
  await inFolder(async (folder) => {
    const args = ["import", `${FIXTURES}/a01-boxed.html`, ...XSERVER, "--advisories", folder, "--id", "x", "--save"];
    assert.equal((await run(args)).code, 2);
    assert.equal((await run([...args, "--yes"])).code, 0);
    const file = path.join(folder, "xserver", "x.yaml");
    assert.match(readFileSync(file, "utf8"), /- \(\*\*\*@\*\*\*\) 宛ての 5 通を受け取れませんでした/);
    assert.match((await run([...args, "--yes"])).err, /exists already/);
    const withoutUrl = await run(["import", `${FIXTURES}/a01-boxed.html`, "--brand", "xserver", "--advisories", folder, "--id", "y", "--save", "--yes"]);
    assert.equal(withoutUrl.code, 2);
    assert.match(withoutUrl.err, /y\.yaml:\d+:\d+: url needs an address/);
    const unknown = await run([...args.slice(0, 2), ...XSERVER.slice(2), "--brand", "no-such-brand", "--advisories", folder, "--save", "--yes"]);
    assert.match(unknown.err, /there is no brand "no-such-brand"/);
    for (const id of ["../../etc", "A B", ""]) assert.equal((await run([...args.slice(0, -3), "--id", id, "--save", "--yes"])).code, 2);
    assert.equal(existsSync(path.join(folder, "xserver", "y.yaml")), false);
  });
});

test("a person corrects the record field by field before it is saved", async () => {
  await inFolder(async (folder) => {
    const answers: Record<string, string> = { "cases.0.name": "例1", "cases.0.subjects": "甲の件 || 乙の件", "cases.0.body": "-" };
    const commands = ["d", "2", "f", "s"];
    const asked: string[] = [];
    const ask = async (question: string): Promise<string | undefined> => {
      asked.push(question);
      const field = /^([\w.]+) = /.exec(question)?.[1];
      return field === undefined ? commands.shift() : answers[field];
    };
    const { code } = await run(["import", `${FIXTURES}/a01-boxed.html`, ...XSERVER, "--advisories", folder, "--id", "x", "--save"], { ask });
    assert.equal(code, 0);
    const { advisory } = readRecord(readFileSync(path.join(folder, "xserver", "x.yaml"), "utf8"), "xserver", "x");
    assert.deepEqual(
      advisory?.cases.map((found) => [found.name, found.subjects, found.body]),
      [["例1", ["甲の件", "乙の件"], undefined]],
    );
    assert.ok(asked.some((question) => question.startsWith("cases.0.observed = 2024-04-30")));
    const given = await run(["import", `${FIXTURES}/a01-boxed.html`, ...XSERVER, "--advisories", folder, "--id", "z", "--save"], {
      ask: async () => undefined,
    });
    assert.equal(given.code, 2);
  });
});

test("a person answers what is missing, puts an unread line into a field, and what they saved is matched", async () => {
  await inFolder(async (folder) => {
    const notice = path.join(folder, "notice.txt");
    writeFileSync(
      notice,
      "不審なメールの例\n件名：配達先の登録番号が消えました\n本文：番号の再登録へ誘導する内容\n届いた本文は下のとおりです、番号をもう一度お入れください。\n",
    );
    const commands = ["u", "m", "x", "s"];
    const answers: Record<string, string> = { "issuer.ja": "ミドリ", "issuer.en": "Midori", url: "https://www.xserver.ne.jp/n" };
    const ask = async (question: string): Promise<string | undefined> => {
      const field = /^([\w.]+) = /.exec(question)?.[1];
      if (field !== undefined) return answers[field];
      return question.startsWith("fields") ? "4 1 body" : commands.shift();
    };
    const { code, err } = await run(["import", notice, "--brand", "xserver", "--id", "x", "--advisories", path.join(folder, "kept"), "--save"], { ask });
    assert.equal(code, 0, err);
    assert.match(err, /! 2:7: issuer\.ja is still empty/);
    assert.match(err, /type one of/);
    const kept = liveAdvisories(path.join(folder, "kept"));
    assert.deepEqual(kept.problems, []);
    const [match] = kept.advisories?.match({ subject: "配達先の登録番号が消えました", senderName: "", senderAddress: "", visibleText: "", urls: [] }) ?? [];
    assert.deepEqual([match?.advisory.id, match?.case.body], ["xserver/x", "届いた本文は下のとおりです、番号をもう一度お入れください。"]);
    assert.ok((kept.advisories?.advisories.length ?? 0) > 100);
  });
});

test("a page without a case can be made a record by hand", async () => {
  await inFolder(async (folder) => {
    const notice = path.join(folder, "notice.txt");
    writeFileSync(notice, "不審なメールの例\n「サーバーの保守のお知らせ」\n削除してください。\n");
    const given = ["--brand", "xserver", "--id", "x", "--url", "https://a.example/", "--issuer", "甲", "--title", "t", "--advisories", folder, "--save"];
    const commands = ["u", "s"];
    const ask = async (question: string): Promise<string | undefined> => (question.startsWith("fields") ? "2 1 subjects" : commands.shift());
    assert.equal((await run(["import", notice, ...given], { ask })).code, 0);
    assert.deepEqual(readRecord(readFileSync(path.join(folder, "xserver", "x.yaml"), "utf8"), "xserver", "x").advisory?.cases[0]?.subjects, [
      "サーバーの保守のお知らせ",
    ]);
    assert.equal((await run(["import", notice, ...given, "--yes"])).code, 1);
  });
});

test("an unread line goes into a field without its label; nonsense changes nothing", () => {
  const yaml = "cases:\n  - name: 例\n    subjects:\n      - 甲\n";
  const unread = [
    { line: 3, text: "差出人：乙 <a@b.example>" },
    { line: 4, text: "・件名：丙" },
    { line: 5, text: "hxxps://c[.]example/x" },
  ];
  assert.match(putUnread(yaml, "4 1 subjects", unread), /- 甲\n\s+- 丙/);
  assert.match(putUnread(yaml, "3 1 senderAddresses", unread), /- a@b\.example/);
  assert.match(putUnread(yaml, "3 1 senderNames", unread), /- 乙/);
  assert.match(putUnread(yaml, "5 1 urls", unread), /- https:\/\/c\.example\/x/);
  assert.match(putUnread(yaml, "3-5 1 body", unread), /body:/);
  for (const said of ["", "9 1 body", "3 2 body", "3 1 date", "a b c"]) assert.equal(putUnread(yaml, said, unread), "not-understood", said);
});

test("--help teaches the advisories commands in both languages", async () => {
  for (const [lang, wanted] of [
    ["ja", /読めなかった行を項目に入れる/],
    ["en", /put a line that was not read into a field/],
  ] as const)
    assert.match((await run(["import", "--help", "--lang", lang])).out, wanted);
});

test("list, show and lint", async () => {
  await inFolder(async (folder) => {
    mkdirSync(path.join(folder, "xserver"));
    const record = (cases: string): string => `issuer: { ja: 甲, en: A }\ntitle: t\nurl: https://a.example/\nchecked: 2026-01-01\ncases:\n${cases}`;
    writeFileSync(path.join(folder, "xserver", "good.yaml"), record("  - { name: 例, subjects: [重要なお知らせ] }\n"));
    const options = ["--advisories", folder];
    assert.deepEqual(await run(["list", ...options]), { code: 0, out: "xserver/good\t-\t1\tt\n", err: "" });
    assert.match((await run(["show", "xserver/good", ...options])).out, /重要なお知らせ/);
    assert.equal((await run(["show", "xserver/none", ...options])).code, 1);
    assert.equal((await run(["lint", folder])).code, 0);
    writeFileSync(path.join(folder, "xserver", "own.yaml"), record("  - { name: 例, senderAddresses: [support@xserver.ne.jp] }\n"));
    writeFileSync(path.join(folder, "xserver", "late.yaml"), record("  - { name: 例, observed: 2026-02-01, subjects: [重要なお知らせ] }\n"));
    writeFileSync(path.join(folder, "xserver", "typo.yaml"), record("  - { name: 例, subject: [重要] }\n"));
    const { code, err } = await run(["lint", folder]);
    assert.equal(code, 1);
    for (const wanted of [/own\.yaml:1:1: .*alone it would match genuine mail/, /late\.yaml:1:1: 2026-02-01 is after/, /typo\.yaml:6:\d+: /])
      assert.match(err, wanted);
  });
});

test("wrong usage is one line and exit code 2", async () => {
  for (const args of [
    [],
    ["frob"],
    ["import"],
    ["import", "a", "b"],
    ["import", "missing.html"],
    ["import", "ftp://a.example/"],
    ["import", "--nonsense", "x"],
    ["lint", "missing"],
  ]) {
    const { code, err } = await run(args);
    assert.equal(code, 2, args.join(" "));
    assert.equal(err.trim().split("\n").length, 1, err);
  }
});

test("addresses that are not public are known", () => {
  for (const address of [
    "127.0.0.1",
    "10.1.2.3",
    "169.254.169.254",
    "192.168.0.1",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "::ffff:127.0.0.1",
    "fe80::1",
    "fd00::1",
    "224.0.0.1",
    "not an address",
  ])
    assert.equal(isPrivateAddress(address), true, address);
  for (const address of ["8.8.8.8", "2606:4700::1111", "172.32.0.1"]) assert.equal(isPrivateAddress(address), false, address);
});

test("a page is fetched once asked for, within bounds, and never from a private address", async () => {
  const page = readFileSync(`${FIXTURES}/a08-council.html`);
  const server = createServer((request, response) => {
    const at = request.url ?? "/";
    if (at === "/page") return void response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" }).end(gzipSync(page));
    if (at === "/away") return void response.writeHead(302, { location: "/page" }).end();
    if (at === "/inside") return void response.writeHead(302, { location: "http://10.0.0.1/" }).end();
    if (at === "/file") return void response.writeHead(302, { location: "file:///etc/passwd" }).end();
    if (at === "/circle") return void response.writeHead(302, { location: "/circle" }).end();
    if (at === "/big") return void response.writeHead(200, { "content-type": "text/html" }).end(Buffer.alloc(300_000, 97));
    if (at === "/bomb")
      return void response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(300_000, 97)));
    if (at === "/pdf") return void response.writeHead(200, { "content-type": "application/pdf" }).end("x");
    if (at === "/slow") return void response.writeHead(200, { "content-type": "text/html" }).write("<p>");
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Only the server that never ends its answer may run into the limit of time, however busy the machine is.
  const limits = { allowLoopback: true, bytes: 200_000, milliseconds: 30_000 };
  const why = async (at: string, given = limits): Promise<string> => {
    const fetched = await fetchNotice(at.startsWith("/") ? base + at : at, given);
    return fetched.kind === "page" ? `page ${fetched.bytes.length}` : fetched.message.en;
  };
  try {
    assert.equal(await why("/page"), `page ${page.length}`);
    assert.equal(await why("/away"), `page ${page.length}`);
    assert.match(await why("/page", {} as never), /not opened/);
    assert.match(await why(base.replace("127.0.0.1", "localhost") + "/page", {} as never), /not opened/);
    for (const [at, wanted] of [
      ["/inside", /not a public one/],
      ["/file", /not an http/],
      ["/circle", /too many redirects/],
      ["/big", /too large/],
      ["/bomb", /too large/],
      ["/pdf", /not a page/],
      ["/none", /404/],
      ["http://user:pw@127.0.0.1/", /user name/],
      ["http://[::1]:1/", /cannot be read|not opened/],
    ] as const)
      assert.match(await why(at), wanted, at);
    assert.match(await why("/slow", { ...limits, milliseconds: 700 }), /no answer in time/);
    const { code, out } = await run(["import", `${base}/away`, "--brand", "xserver"], { fetchLimits: limits });
    assert.equal(code, 0);
    assert.match(out, /^url: http:\/\/127\.0\.0\.1:\d+\/page$/m);
    assert.match(out, /【ブランド】お取引を制限しました/);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
