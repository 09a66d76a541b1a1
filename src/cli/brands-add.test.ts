import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readBrandFile } from "../brands/read.ts";
import { brandsAddCommand } from "./brands-add.ts";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function add(directory: string, args: readonly string[], typed: readonly string[] = []): Promise<Ran> {
  let [out, err] = ["", ""];
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), errIsTTY: false };
  const lines = [...typed];
  const code = await brandsAddCommand(["--brands", directory, ...args], { LANG: "en_US.UTF-8" }, streams, "2026-01-02", () => Promise.resolve(lines.shift()));
  return { code, out, err };
}

async function inDirectory(run: (directory: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "brands-add-"));
  try {
    await run(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const FLAGS = ["--yes", "--id", "example-bank", "--name-ja", "例示銀行", "--name-en", "Example Bank", "--domain", "example.com", "--group", "example"];

test("brands add: options alone write the file", () =>
  inDirectory(async (directory) => {
    const { code, out, err } = await add(directory, FLAGS);
    assert.equal(code, 0, err);
    const file = join(directory, "example-bank.yaml");
    assert.equal(out, `${file}\n`);
    const { brand, problems } = readBrandFile(file, readFileSync(file, "utf8"));
    assert.deepEqual(problems, []);
    assert.deepEqual(brand?.label, { ja: "例示銀行", en: "Example Bank" });
    assert.equal(brand?.group, "example");
    assert.deepEqual(brand?.siteDomains, [{ domain: "example.com", status: "assumed", source: undefined, checked: "2026-01-02" }]);
  }));

test("brands add: never overwrites", () =>
  inDirectory(async (directory) => {
    await add(directory, FLAGS);
    const before = readFileSync(join(directory, "example-bank.yaml"), "utf8");
    const { code, err } = await add(directory, FLAGS);
    assert.equal(code, 2);
    assert.match(err, /exists already/);
    assert.equal(readFileSync(join(directory, "example-bank.yaml"), "utf8"), before);
  }));

test("brands add: a wrong answer is asked for again", () =>
  inDirectory(async (directory) => {
    await add(directory, FLAGS);
    // id, id, names, topic, owners, group, domains (taken, a suffix, right), sender, status (twice), source (twice), pages
    const typed = [
      "Not An Id",
      "other",
      "",
      "",
      "Other",
      "",
      "",
      "",
      "",
      "example.com",
      "co.jp",
      "example.org",
      "",
      "sure",
      "confirmed",
      "",
      "https://example.org/about",
      "",
      "",
    ];
    const { code, err } = await add(directory, [], typed);
    assert.equal(code, 0, err);
    for (const wanted of [/lower case/, /an answer is needed/, /a domain of example-bank/, /public suffix itself/, /confirmed, documented or assumed/])
      assert.match(err, wanted);
    const { brand } = readBrandFile("other.yaml", readFileSync(join(directory, "other.yaml"), "utf8"));
    assert.equal(brand?.siteDomains[0]?.source, "https://example.org/about");
  }));

test("brands add: what is missing, wrong or ended writes nothing", () =>
  inDirectory(async (directory) => {
    assert.equal((await add(directory, ["--yes", "--id", "one"])).code, 2);
    assert.equal((await add(directory, ["--yes", "--id", "one", "--name-en", "One", "--domain", "one.nosuchending"])).code, 2);
    assert.equal((await add(directory, ["--yes", "--id", "one", "--name-en", "One", "--domain", "example.com", "--status", "confirmed"])).code, 2);
    assert.equal((await add(directory, ["--no-such-option"])).code, 2);
    assert.equal((await add(directory, [], ["one"])).code, 2);
  }));
