import assert from "node:assert/strict";
import { test } from "node:test";
import { columns } from "../report/index.ts";
import { Overview } from "./overview.ts";
import type { OverviewRow } from "./overview.ts";

const row = (level: OverviewRow["level"], file: string): OverviewRow => ({ level, file, about: "楽天市場", subject: "【重要】お支払い方法の確認 ".repeat(5) });

for (const lang of ["ja", "en"] as const) {
  for (const width of [20, 60, 80, 120]) {
    test(`${lang} at ${width} columns: nothing wider`, () => {
      const overview = new Overview();
      for (const level of ["impersonation", "no-sign", "genuine"] as const) overview.add(row(level, `/home/taro/メール/${"folder/".repeat(20)}a.eml`));
      for (const line of overview.render(lang, width).split("\n").slice(0, 6)) assert.ok(columns(line) <= width, line);
    });
  }
}
test("a hundred thousand mails keep fifty rows, the worst, and every count", () => {
  const overview = new Overview();
  for (let at = 0; at < 100_000; at++) overview.add(row(at % 10_000 === 9_999 ? "impersonation" : "no-sign", `m${at}`));
  const text = overview.render("en", 120);
  assert.equal(text.match(/^× impersonation {2}/gm)?.length, 10 + 1);
  assert.match(text, /and 99950 more/);
  assert.match(text, /99990\n100000 mails\n$/);
});
