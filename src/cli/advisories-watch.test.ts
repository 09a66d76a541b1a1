import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { readRecord } from "../advisories/notice-record.ts";
import { advisoriesCommand } from "./advisories.ts";
import type { Door } from "./advisories-import.ts";
import { readEvery } from "./advisories-watch.ts";
import type { WatchDoor } from "./advisories-watch.ts";

const page = (...cases: readonly string[]): string =>
  `<html><head><meta charset="utf-8"><title>エックスサーバーを装ったメールにご注意ください</title></head><body><p>2026年11月1日</p><p>当社を装った次のような偽のメールが届いています。</p>${cases
    .map(
      (subject, i) =>
        `<h3>事例${i + 1}</h3><p>■件名<br>${subject}</p><p>■本文<br>${subject}について、下記から至急お手続きください。<br>https://xserver-login.example/</p>`,
    )
    .join("")}</body></html>`;

interface Site {
  readonly base: string;
  /** Requests so far, `path if-none-match`. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage["headers"]; readonly at: number; readonly open: number }[];
  readonly folder: string;
  clock: number;
  run(args: readonly string[], door?: Partial<Door & WatchDoor>): Promise<{ code: number; out: string; err: string }>;
  /** `advisories watch --once` on these paths of the site. */
  watch(paths: readonly string[], more?: readonly string[], door?: Partial<Door & WatchDoor>): Promise<{ code: number; out: string; err: string }>;
}

const DAY = 86_400_000;

async function onSite(answer: (at: string, request: IncomingMessage, response: ServerResponse) => void, use: (site: Site) => Promise<void>): Promise<void> {
  const asked: Site["asked"] = [];
  let open = 0;
  const server = createServer((request, response) => {
    open++;
    response.on("close", () => open--);
    asked.push({ path: request.url ?? "", headers: request.headers, at: performance.now(), open });
    answer(request.url ?? "", request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const folder = mkdtempSync(path.join(tmpdir(), "watch-"));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: Site = {
    base,
    asked,
    folder,
    clock: Date.parse("2026-11-20T00:00:00Z"),
    async run(args, door = {}) {
      let [out, err] = ["", ""];
      const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), errIsTTY: false };
      const fetchLimits = { allowLoopback: true, bytes: 100_000, milliseconds: 30_000 };
      const given = { now: () => new Date(site.clock), pause: 0, fetchLimits, ...door };
      const library = path.join(folder, "library", "xserver");
      mkdirSync(library, { recursive: true });
      const places = ["--state", path.join(folder, "state"), "--advisories", path.join(folder, "library")];
      return { code: await advisoriesCommand([...args, ...places], { LANG: "en_US.UTF-8" }, streams, given), out, err };
    },
    watch(paths, more = [], door = {}) {
      const list = path.join(folder, "pages.yaml");
      writeFileSync(list, JSON.stringify(paths.map((at) => ({ url: at.startsWith("/") ? base + at : at, brand: "test-brand" }))));
      return site.run(["watch", "--pages", list, "--brand", "test-brand", ...more, ...(more.includes("--every") ? [] : ["--once"])], door);
    },
  };
  try {
    await use(site);
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const html = (response: ServerResponse, body: string | Buffer, headers: Record<string, string> = {}): void =>
  void response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
const missing = (response: ServerResponse): void => void response.writeHead(404).end();

test("a new case becomes a draft once; an unchanged page is not sent again; a changed one gives only what is new", async () => {
  let body = page("アカウント確認のお願い");
  let version = 1;
  await onSite(
    (at, request, response) => {
      if (at !== "/notice") return missing(response);
      if (request.headers["if-none-match"] === `"v${version}"`) return void response.writeHead(304).end();
      html(response, body, { etag: `"v${version}"`, "last-modified": "Sun, 01 Nov 2026 00:00:00 GMT" });
    },
    async (site) => {
      const first = await site.watch(["/notice"], ["--contact", "https://desk.example/"]);
      assert.equal(first.code, 1, first.err);
      assert.match(first.out, /new cases 1\n {2}- .*アカウント確認のお願い/);
      assert.deepEqual(
        site.asked.map(({ path }) => path),
        ["/robots.txt", "/notice"],
      );
      for (const { headers } of site.asked) assert.match(headers["user-agent"] ?? "", /^ayashii\/[\d.]+ \(advisories watch; \+https:\/\/desk\.example\/\)$/);
      const pending = path.join(site.folder, "state", "pending");
      assert.deepEqual(readdirSync(pending), ["test-brand.2026-11-01-notice.yaml"]);

      site.clock += DAY / 2;
      assert.match((await site.watch(["/notice"])).err, /1 pages were looked at too lately/);
      assert.equal(site.asked.length, 2);

      site.clock += DAY;
      const again = await site.watch(["/notice"]);
      assert.deepEqual([again.code, again.out], [0, ""]);
      assert.match(again.err, /notice: unchanged/);
      assert.equal(site.asked.at(-1)?.headers["if-none-match"], '"v1"');
      assert.equal(site.asked.at(-1)?.headers["if-modified-since"], "Sun, 01 Nov 2026 00:00:00 GMT");

      [body, version] = [page("お支払い方法の更新", "アカウント確認のお願い"), 2];
      site.clock += DAY;
      const changed = await site.watch(["/notice"], ["--json"]);
      const [line] = changed.out.trim().split("\n");
      const told = JSON.parse(line ?? "");
      assert.deepEqual(
        told.cases.map((found: { subjects: string[] }) => found.subjects),
        [["お支払い方法の更新"]],
      );
      assert.deepEqual(readdirSync(pending).length, 2);

      [body, version] = [page("アカウント確認のお願い").replace("事例1", "例"), 3];
      site.clock += DAY;
      assert.match((await site.watch(["/notice"])).err, /changed, but no new case/);
    },
  );
});

test("nothing comes into the library without a person: approve asks or needs --yes, reject keeps the file", async () => {
  await onSite(
    (at, _request, response) => (at.startsWith("/robots") ? missing(response) : html(response, page(`重要なお知らせ ${at}`))),
    async (site) => {
      assert.equal((await site.watch(["/page-a", "/page-b"])).code, 1);
      const library = path.join(site.folder, "library");
      const records = (): string[] => readdirSync(library, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
      assert.deepEqual(records(), []);
      const listed = await site.run(["pending", "list"]);
      assert.equal(listed.out.trim().split("\n").length, 2);
      const file = "test-brand.2026-11-01-page-a";
      assert.equal((await site.run(["pending", "approve", file])).code, 2);
      assert.equal((await site.run(["pending", "approve", file], { ask: async () => "q" })).code, 2);
      // No such brand: what the import refuses is refused here.
      assert.equal((await site.run(["pending", "approve", file, "--yes"])).code, 2);
      assert.deepEqual(records(), []);
      const issuer = /issuer:\n {2}ja: ""\n {2}en: ""/u;
      const draft = path.join(site.folder, "state", "pending", `${file}.yaml`);
      writeFileSync(draft, readFileSync(draft, "utf8").replace(issuer, "issuer: { ja: 甲, en: A }"));
      const approved = await site.run(["pending", "approve", file, "--yes", "--brand", "xserver"]);
      assert.equal(approved.code, 0, approved.err);
      assert.deepEqual(records(), ["xserver/2026-11-01-page-a.yaml"]);
      assert.deepEqual(readRecord(readFileSync(path.join(library, records()[0] ?? ""), "utf8"), "xserver", "x").advisory?.cases[0]?.subjects, [
        "重要なお知らせ /page-a",
      ]);
      assert.equal(existsSync(draft), false);
      assert.equal((await site.run(["pending", "reject", "test-brand.2026-11-01-page-b"])).code, 0);
      assert.deepEqual(readdirSync(path.join(site.folder, "state", "rejected")), ["test-brand.2026-11-01-page-b.yaml"]);
      site.clock += DAY;
      assert.equal((await site.watch(["/page-a", "/page-b"])).code, 0);
      assert.equal((await site.run(["pending", "list"])).out, "");
      assert.equal((await site.run(["pending", "approve", "none"])).code, 2);
    },
  );
});

test("a case the library has already is not shown", async () => {
  await onSite(
    (at, _request, response) => (at.startsWith("/robots") ? missing(response) : html(response, page("重要なお知らせ"))),
    async (site) => {
      const known = await site.run(["import", `${site.base}/page`, "--save", "--yes", "--brand", "xserver", "--issuer", "甲", "--issuer-en", "A"]);
      assert.equal(known.code, 0, known.err);
      assert.equal((await site.watch(["/notice"])).code, 0);
    },
  );
});

test("robots.txt is obeyed, for where a redirect leads too; no robots.txt allows, a broken one forbids", async () => {
  for (const [robots, status, wanted] of [
    ["User-agent: *\nDisallow: /private/\n", 200, /private\/x: robots\.txt does not allow it/],
    ["User-agent: ayashii\nDisallow: /\n\nUser-agent: *\nAllow: /\n", 200, /notice: robots\.txt does not allow it/],
    ["", 503, /notice: not opened, since robots\.txt could not be read/],
  ] as const) {
    await onSite(
      (at, _request, response) => {
        if (at === "/robots.txt") return void response.writeHead(status, { "content-type": "text/plain" }).end(robots);
        if (at === "/away") return void response.writeHead(302, { location: "/private/x" }).end();
        html(response, page("重要なお知らせ"));
      },
      async (site) => {
        const { err } = await site.watch(["/notice", "/away", "/private/y"]);
        assert.match(err, wanted);
        assert.equal(
          site.asked.some(({ path }) => path.startsWith("/private/")),
          false,
        );
        assert.equal(site.asked.filter(({ path }) => path === "/robots.txt").length, 1);
      },
    );
  }
});

test("one request at a time to a host, with a pause; slow, huge and private pages are told and asked again only a day later", async () => {
  await onSite(
    (at, _request, response) => {
      if (at === "/robots.txt") return missing(response);
      if (at === "/slow") return void response.writeHead(200, { "content-type": "text/html" }).write("<p>");
      if (at === "/huge") return html(response, Buffer.alloc(300_000, 97));
      if (at === "/inside") return void response.writeHead(302, { location: "http://10.0.0.1/" }).end();
      html(response, page(`重要なお知らせ ${at}`));
    },
    async (site) => {
      const paths = ["/slow", "/huge", "/inside", "/gone", "/a"];
      const { code, err } = await site.watch(paths, [], { pause: 60, fetchLimits: { allowLoopback: true, bytes: 100_000, milliseconds: 2000 } });
      assert.equal(code, 1);
      for (const wanted of [
        /slow: no answer in time/,
        /huge: too large/,
        /robots\.txt could not be read: http:\/\/10\.0\.0\.1\/robots\.txt: not opened: the address/,
      ])
        assert.match(err, wanted);
      assert.ok(site.asked.every(({ open }) => open === 1));
      for (const [i, { at }] of site.asked.entries()) if (i > 0) assert.ok(at - (site.asked[i - 1]?.at ?? 0) >= 55, `pause before request ${i}`);
      const before = site.asked.length;
      assert.equal((await site.watch(paths)).code, 0);
      assert.equal(site.asked.length, before);
      const open = await site.watch([`${site.base.replace("127.0.0.1", "localhost")}/a`], [], { fetchLimits: {} });
      assert.match(open.err, /localhost:\d+\/robots\.txt: not opened: the address/);
      assert.equal(open.code, 2);
    },
  );
});

test("a page in Shift_JIS that says UTF-8, and one that is broken, are read as far as they go", async () => {
  const bytes = Buffer.from("9573905282c88381815b838b82cc97e10a8c8f96bc3a8f64977682c882a8926d82e782b90a", "hex");
  await onSite(
    (at, _request, response) => {
      if (at === "/robots.txt") return void response.writeHead(200).end(Buffer.from([0xff, 0xfe, 0x00, 0x41]));
      html(response, at === "/sjis" ? bytes : Buffer.concat([Buffer.from([0xe3, 0x81]), bytes, Buffer.from([0xff, 0x80])]), {
        "content-type": at === "/sjis" ? "text/plain; charset=shift_jis" : "text/plain; charset=utf-8",
      });
    },
    async (site) => {
      assert.match((await site.watch(["/sjis"])).out, /重要なお知らせ/);
      assert.ok([0, 1].includes((await site.watch(["/broken"])).code));
    },
  );
});

test("without --once it goes on until stopped, at most daily", async () => {
  let served = 0;
  await onSite(
    (at, _request, response) => (at === "/robots.txt" ? missing(response) : html(response, page(`重要なお知らせ その${++served}`))),
    async (site) => {
      const slept: number[] = [];
      const sleep = async (milliseconds: number): Promise<boolean> => {
        slept.push(milliseconds);
        site.clock += milliseconds;
        return slept.length < 3;
      };
      const { code } = await site.watch(["/notice"], ["--every", "1d"], { sleep });
      assert.deepEqual([code, served, slept], [1, 3, [DAY, DAY, DAY]]);
    },
  );
});

test("two watchers do not work in one folder at the same time; one that died holds nobody up", async () => {
  await onSite(
    (at, _request, response) => (at === "/robots.txt" ? missing(response) : html(response, page("重要なお知らせ"))),
    async (site) => {
      const both = await Promise.all([site.watch(["/a"]), site.watch(["/a"])]);
      assert.deepEqual(both.map(({ code }) => code).toSorted(), [1, 2]);
      assert.match(both.map(({ err }) => err).join(""), /another watch is at work/);
      assert.equal(site.asked.length, 2);
      assert.equal(existsSync(path.join(site.folder, "state", "watch.lock")), false);
      // No process has this number: Linux ends at 4194304.
      writeFileSync(path.join(site.folder, "state", "watch.lock"), "99999999");
      site.clock += DAY;
      assert.equal((await site.watch(["/a"])).code, 0);
    },
  );
});

test("wrong usage and a state that cannot be read are one line and exit code 2, and nothing is asked", async () => {
  for (const [text, wanted] of [
    ["24h", DAY],
    ["7d", 7 * DAY],
    ["1h", undefined],
    ["1", undefined],
    ["24H", undefined],
    ["", undefined],
  ] as const)
    assert.equal(readEvery(text), wanted, text);
  await onSite(
    (_at, _request, response) => missing(response),
    async (site) => {
      for (const args of [["--every", "1h"], ["--state"], ["--nonsense"]]) assert.equal((await site.watch(["/a"], args)).code, 2);
      assert.equal((await site.run(["watch", "--once", "--brand", "no-such-brand"])).code, 2);
      for (const words of [[], ["frob"], ["approve"], ["reject", "none"]]) assert.equal((await site.run(["pending", ...words])).code, 2);
      await site.watch(["/a"]);
      const before = site.asked.length;
      for (const broken of ['{"version": 1, "pages": ', '{"version": 2, "pages": {}}', '{"version": 1, "pages": {"x": {"asked": "yesterday"}}}']) {
        writeFileSync(path.join(site.folder, "state", "watch.json"), broken);
        const { code, err } = await site.watch(["/a"]);
        assert.deepEqual([code, err.trim().split("\n").length, site.asked.length], [2, 1, before]);
        assert.match(err, /watch\.json: /);
      }
      const list = path.join(site.folder, "list.yaml");
      writeFileSync(list, "- url: nowhere\n");
      assert.match((await site.run(["watch", "--once", "--pages", list])).err, /^ayashii: .*list\.yaml: 0\.url: .*\n$/);
    },
  );
});
