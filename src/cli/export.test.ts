import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { articleOf } from "../app/article-of.ts";
import type { Article } from "../article/article.ts";
import { example } from "../publish/article-examples.ts";
import { scanForLeaks } from "../redact/index.ts";
import { exportCommand } from "./export.ts";
import type { ExportDoor } from "./export.ts";

const ARTICLES: readonly Article[] = [
  example(),
  example({ slug: "brand-00000000000d", state: "draft" }),
  example({ slug: "brand-00000000000e", state: "withdrawn" }),
];
const DOOR: ExportDoor = {
  now: () => "2026-11-25T10:00:00.000Z",
  open: async () => ({
    articles: async (state) => ARTICLES.filter((one) => state === undefined || one.state === state),
    articleBySlug: async (slug) => ARTICLES.find((one) => one.slug === slug),
    close: async () => undefined,
  }),
};

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const streams = { out: (text: string) => (said.out += text), err: (text: string) => (said.err += text), errIsTTY: false };
  return { code: await exportCommand([...args, "--lang", "en"], {}, streams, DOOR), ...said };
}

function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "export-cli-"));
  return use(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
}

test("--all takes what is public, and what was withdrawn where the format can say so", async () => {
  const list = await run("blocklist", "--all");
  assert.equal(list.code, 0);
  assert.match(list.out, /from 1 published warnings/);
  const stix = JSON.parse((await run("stix", "--all")).out) as { objects: { type: string; revoked?: boolean }[] };
  assert.deepEqual(
    stix.objects
      .filter(({ type }) => type === "report")
      .map(({ revoked }) => revoked ?? false)
      .sort(),
    [false, true],
  );
});

test("a state the format does not take, an unknown slug, an unknown format: one line and the exit code", async () => {
  assert.deepEqual(await run("blocklist", "brand-00000000000d"), {
    code: 1,
    out: "",
    err: 'ayashii: brand-00000000000d: blocklist takes no article in state "draft" (only published)\n',
  });
  assert.equal((await run("stix", "brand-ffffffffffff")).code, 2);
  assert.match((await run("csv", "--all")).err, /there is no format "csv"/);
  assert.equal((await run("stix")).code, 2);
  assert.equal((await run("stix", "--all", "x")).code, 2);
});

test("formats for desks ask who reports", async () => {
  assert.match((await run("xarf", "brand-0123456789ab")).err, /needs --reporter-name and --reporter-mail/);
  assert.equal((await run("arf", "brand-0123456789ab", "--reporter-name", "A", "--reporter-mail", "not an address")).code, 2);
  const made = await run("arf", "brand-0123456789ab", "--reporter-name", "A", "--reporter-mail", "abuse@reporter.example");
  assert.equal(made.code, 0);
  assert.match(made.out, /^From: .*\r\n/);
});

test("several files need a folder; each is written whole", async () => {
  await inFolder(async (folder) => {
    const reporter = ["--reporter-name", "A", "--reporter-mail", "abuse@reporter.example"];
    assert.match((await run("xarf", "brand-0123456789ab", ...reporter)).err, /makes 3 files; give -o FOLDER/);
    assert.equal((await run("xarf", "brand-0123456789ab", ...reporter, "-o", path.join(folder, "out"))).code, 0);
    assert.deepEqual(
      readdirSync(path.join(folder, "out")).sort(),
      [1, 2, 3].map((at) => `brand-0123456789ab-${at}.xarf.json`),
    );
    assert.equal((await run("rpz", "--all", "-o", path.join(folder, "zone"))).code, 0);
    assert.match(readFileSync(path.join(folder, "zone"), "utf8"), /login\.evil\.example CNAME \./);
  });
});

test("an article kept as JSON is exported without an archive", async () => {
  await inFolder(async (folder) => {
    const file = path.join(folder, "warning.json");
    writeFileSync(file, JSON.stringify(example()));
    assert.equal((await run("misp", "--article", file)).code, 0);
    writeFileSync(file, '{"slug":"../x"}');
    assert.equal((await run("misp", "--article", file)).code, 2);
  });
});

test("--to is for WordPress, and asks for a user and a password", async () => {
  assert.match((await run("stix", "--all", "--to", "https://blog.example")).err, /wordpress alone/);
  assert.match((await run("wordpress", "--all", "--to", "https://blog.example", "--user", "x")).err, /AYASHII_WORDPRESS_PASSWORD/);
});

test("from a mail to every format: the example's recipient is in none of them", async () => {
  await inFolder(async (folder) => {
    const raw = readFileSync("examples/xserver-pending-messages.eml");
    const made = await articleOf(raw, { created: "2026-11-25T10:00:00.000Z" });
    assert.equal(made.kind, "article");
    if (made.kind !== "article") return;
    const file = path.join(folder, "a.json");
    writeFileSync(file, JSON.stringify({ ...made.article, state: "published", published: "2026-11-25T10:00:00.000Z" }));
    for (const format of ["abuse", "arf", "blocklist", "hosts", "rpz", "rspamd", "ublock", "hugo", "astro", "misp", "stix", "wordpress", "xarf"]) {
      const reporter = ["--reporter-name", "A", "--reporter-mail", "abuse@reporter.example"];
      const { code, err } = await run(format, "--article", file, ...reporter, "-o", `${path.join(folder, format)}/`);
      assert.equal(code, 0, `${format}: ${err}`);
      for (const name of readdirSync(path.join(folder, format)))
        assert.deepEqual(scanForLeaks(readFileSync(path.join(folder, format, name), "utf8"), made.secrets), [], `${format} ${name}`);
    }
  });
});
