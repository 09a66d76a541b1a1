import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { COMMAND } from "./ci.ts";

const folder = mkdtempSync(path.join(tmpdir(), "bad-input-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};

const ayashii = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [COMMAND, ...args], { encoding: "utf8", timeout: 60_000 });
/** One clear line on stderr that names the file, exit code 2, no stack trace. */
function assertRefused(target: string): void {
  const { status, stderr } = ayashii("examine", "--lang", "en", target);
  assert.equal(status, 2, stderr);
  const lines = stderr.trim().split("\n");
  assert.equal(lines.length, 1, stderr);
  assert.ok(stderr.includes(path.basename(target)), stderr);
  assert.doesNotMatch(stderr, /\bat .*:\d+:\d+|Error:/);
}

test("an empty file", () => assertRefused(file("empty.eml", "")));
test("a missing file", () => assertRefused(path.join(folder, "missing.eml")));
test("a picture is not a mail", () =>
  assertRefused(file("picture.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1]))));
test("a folder without mails", () => {
  mkdirSync(path.join(folder, "nothing"));
  assertRefused(path.join(folder, "nothing"));
});
test("a file of 200 MB", () => {
  const big = file("big.eml", "From: a@example.com\r\nSubject: big\r\n\r\n");
  truncateSync(big, 200 * 1024 * 1024);
  assertRefused(big);
});
test("ten thousand nested parts are read, with the rest named as a defect", () => {
  const open = Array.from({ length: 10_000 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`).join("");
  const nested = file("nested.eml", `From: a@example.com\r\nSubject: nested\r\nMIME-Version: 1.0\r\n${open}Content-Type: text/plain\r\n\r\ndeep\r\n`);
  const started = performance.now();
  const { status, stdout, stderr } = ayashii("examine", "--json", nested);
  assert.ok(status === 0 || status === 1, `exit ${status}: ${stderr}`);
  assert.equal(stdout.trim().split("\n").length, 1);
  assert.equal(stderr, "");
  assert.ok(performance.now() - started < 5_000);
});
test("ten thousand nested attached mails are read", () => {
  const open = "Content-Type: message/rfc822\r\n\r\n".repeat(10_000);
  const { status, stdout, stderr } = ayashii(
    "examine",
    "--json",
    file("matryoshka.eml", `From: a@example.com\r\nSubject: n\r\n${open}From: b@example.com\r\n\r\ndeep\r\n`),
  );
  assert.ok(status === 0 || status === 1, `exit ${status}: ${stderr}`);
  assert.equal(stdout.trim().split("\n").length, 1);
});
test("broken YAML in a brand is one line that names the file", () => {
  const brands = path.join(folder, "brands");
  cpSync("data/brands", brands, { recursive: true });
  writeFileSync(path.join(brands, "xserver.yaml"), "id: xserver\nnames: [unclosed\n");
  const { status, stdout, stderr } = ayashii("brands", "lint", brands);
  assert.notEqual(status, 0);
  const lines = `${stdout}${stderr}`
    .trim()
    .split("\n")
    .filter((line) => line.includes("xserver.yaml"));
  assert.equal(lines.length, 1, `${stdout}${stderr}`);
  assert.doesNotMatch(stderr, /\bat .*:\d+:\d+/);
});
