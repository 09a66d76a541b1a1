import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { COMMAND } from "./ci.ts";

/** Runs node with every way to the network closed; returns what tried to leave. */
function runClosed(
  args: readonly string[],
  environment: Record<string, string> = {},
): { status: number | null; stdout: string; stderr: string; attempts: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "no-network-"));
  const log = path.join(folder, "attempts");
  const preload = pathToFileURL(path.resolve("test/no-network.preload.mjs")).href;
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", preload, ...args], {
      encoding: "utf8",
      env: { ...process.env, ...environment, NETWORK_LOG: log },
    });
    return { status, stdout, stderr, attempts: existsSync(log) ? readFileSync(log, "utf8") : "" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const examples = readdirSync("examples")
  .filter((name) => name.endsWith(".eml"))
  .map((name) => `examples/${name}`);

test("the trap works: a fetch is refused and recorded", () => {
  assert.match(runClosed(["-e", ""], { NETWORK_PROBE: "1" }).attempts, /^fetch /);
});
for (const format of ["--json", "--html", "--lang=ja"]) {
  test(`examine ${format} opens no connection`, () => {
    const files = format === "--html" ? examples.slice(0, 1) : examples;
    const { status, stdout, stderr, attempts } = runClosed([COMMAND, "examine", format, ...files]);
    assert.equal(attempts, "");
    assert.doesNotMatch(stderr, /network:/);
    assert.ok(status === 0 || status === 1, `exit ${status}: ${stderr}`);
    assert.notEqual(stdout, "");
  });
}
