import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { COMMAND } from "./ci.ts";

for (const format of [["--json"], ["--html", "examples/newsletter.eml"], []]) {
  test(`a reader that goes away is no error: examine ${format.join(" ")} | head -c 1`, async () => {
    const files = format[0] === "--html" ? [] : Array.from({ length: 40 }, () => "examples");
    const child = spawn(process.execPath, [COMMAND, "examine", ...format, ...files], { stdio: ["ignore", "pipe", "pipe"] });
    let complaints = "";
    child.stderr.on("data", (data: Buffer) => (complaints += data.toString()));
    child.stdout.once("data", () => child.stdout.destroy());
    const [code] = (await once(child, "close")) as [number | null];
    assert.equal(complaints, "");
    assert.ok(code === 0 || code === 1, String(code));
  });
}
