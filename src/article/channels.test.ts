import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { channelsFor } from "./channel.ts";
import { readChannels } from "./channels-schema.ts";
import { channels } from "./reporting-channels.generated.ts";

const brands = new Set(["apple", "xserver"]);

test("the compiled channels are those of the file", () => {
  const read = readChannels(readFileSync("data/reporting-channels.yaml", "utf8"), brands);
  assert.deepEqual(read.problems, []);
  assert.deepEqual(read.channels, channels);
});

test("a brand's own desk comes first, other brands' desks never", () => {
  assert.equal(channelsFor("xserver")[0]?.id, "xserver");
  assert.deepEqual(
    channelsFor(undefined).filter(({ brand }) => brand !== undefined),
    [],
  );
  assert.notEqual(channelsFor("xserver").at(-1)?.region, undefined);
});

test("what is wrong in the file is named", () => {
  const entry = (more: string): string =>
    `- id: a\n  name: { ja: あ, en: a }\n  for: report\n  how: { ja: あ, en: a }\n  status: documented\n  source: https://a.example/\n  checked: 2026-11-25\n${more}`;
  assert.deepEqual(readChannels(entry(""), brands).problems, []);
  assert.match(readChannels(entry("  brand: nobody\n"), brands).problems[0] ?? "", /nobody/);
  assert.match(readChannels(entry("") + entry(""), brands).problems[0] ?? "", /twice/);
  assert.match(readChannels(entry("  sauce: x\n"), brands).problems[0] ?? "", /sauce/i);
  assert.match(readChannels(entry("").replace("documented", "assumed"), brands).problems[0] ?? "", /status/);
  assert.equal(readChannels("- [", brands).problems.length > 0, true);
});
