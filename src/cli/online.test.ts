import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { main } from "./main.ts";

/** Runs the command and collects what it writes. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const result = { code: -1, out: "", err: "" };
  const streams = { out: (text: string) => void (result.out += text), err: (text: string) => void (result.err += text), errIsTTY: false };
  result.code = await main(args, { LANG: "en_US.UTF-8" }, streams, { isTTY: false, columns: 80 });
  return result;
}
const levelOf = (json: string): string => (JSON.parse(json) as { verdict: { level: string } }).verdict.level;

test("--answers verifies a signature without asking anybody", async () => {
  assert.equal(levelOf((await run("examine", "--json", "src/app/signed.eml")).out), "undecided");
  const verified = await run("examine", "--json", "--answers", "src/app/signed.answers.json", "src/app/signed.eml");
  assert.equal(levelOf(verified.out), "genuine");
  assert.match(verified.out, /"examinedOnline":"2023-03-08T00:00:00.000Z"/);
  const report = await run("examine", "--answers", "src/app/signed.answers.json", "src/app/signed.eml");
  assert.match(report.out.replace(/\s+/g, " "), /Only DNS servers were asked \(/);
});

test("a file that is no record, and --record without --online, are told", async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "ayashii-answers-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "answers.json");
  for (const text of ["", "null", "[]", '{"at":"x","dns":{}}', '{"at":"2023-03-08T00:00:00Z"}']) {
    writeFileSync(file, text);
    const refused = await run("examine", "--answers", file, "src/app/signed.eml");
    assert.equal(refused.code, 2, text);
    assert.match(refused.err, /cannot be read as a record/);
  }
  assert.equal((await run("examine", "--record", file, "src/app/signed.eml")).code, 2);
});
