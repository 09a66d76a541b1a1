import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./import-rules.ts";

const judge = (file: string, source: string): string[] => violations(new Map([[file, source]])).map((violation) => violation.what);

test("what the layers allow is quiet", () => {
  assert.deepEqual(judge("mail/a.ts", 'import { parse } from "tldts";\nimport type { Where } from "../terms/index.ts";\n'), []);
  assert.deepEqual(judge("checks/x/check.ts", 'import type { Check } from "../check.ts";\nimport { a } from "./text.ts";\n'), []);
  assert.deepEqual(judge("checks/checks.generated.ts", 'import { x } from "./x/check.ts";\n'), []);
  assert.deepEqual(judge("cli/a.ts", 'import { readFileSync } from "node:fs";\nimport { examine } from "../app/examine.ts";\nprocess.exit();'), []);
});
test("a layer that looks up, also over several lines, by type only or re-exported", () => {
  assert.deepEqual(judge("mail/a.ts", 'import type {\n  Evidence,\n} from "../evidence/evidence.ts";\n'), ["mail/ must not know evidence/"]);
  assert.deepEqual(judge("evidence/topics/a.ts", 'export { judge } from "../../verdict/judge.ts";\n'), ["evidence/ must not know verdict/"]);
  assert.deepEqual(judge("terms/a.ts", 'import "../index.ts";\n'), ["terms/ must not know index.ts"]);
  assert.deepEqual(judge("report/a.ts", 'const a = await import("../app/examine.ts");\n'), ["report/ must not know app/"]);
  assert.deepEqual(judge("intake/a.ts", 'import { examine } from "../app/examine.ts";\n'), ["intake/ must not know app/"]);
  assert.match(judge("newfolder/a.ts", 'import { a } from "../mail/a.ts";\n').join(), /no place in the layers/);
});
test("lookups touch the outside, and no pure folder knows them", () => {
  assert.deepEqual(judge("evidence/lookups/a.ts", 'import dns from "node:dns";\nimport type { A } from "../authenticate/ports.ts";\n'), []);
  assert.deepEqual(judge("evidence/gather.ts", 'import { a } from "./lookups/a.ts";\n'), ["evidence/ must not know evidence/lookups/"]);
});
test("checks never import each other", () => {
  assert.deepEqual(judge("checks/x/check.ts", 'import { y } from "../y/check.ts";\n'), ["check x imports check y"]);
  assert.deepEqual(judge("checks/x/check.ts", 'import { checks } from "../checks.generated.ts";\n'), ["a check imports the list of checks"]);
});
test("pure folders see no Node, clock, chance or network", () => {
  for (const line of [
    'import fs from "node:fs";',
    "const a = Buffer.from(b);",
    "const a = Date.now();",
    "const d = new Date();",
    "Math.random();",
    "process.env.X;",
    "await fetch(url);",
    'import { z } from "iconv-lite";',
  ])
    assert.equal(judge("mail/a.ts", line).length, 1, line);
});
test("comments, strings and longer names are no use of a thing", () => {
  assert.deepEqual(
    judge("mail/a.ts", '// Date.now() and fetch(\nconst a: ArrayBuffer = b; /* Buffer */\nconst c = "Math.random()";\nconst d = new Date(iso); x.fetch(y);'),
    [],
  );
  assert.deepEqual(judge("mail/a.ts", 'export type Kind = "a" | "b";\nexport interface A {\n  readonly from: "x";\n}'), []);
});
test("only redact makes public text", () => {
  const told = ["only redact/redact-text.ts makes PublicText: call redactText()"];
  const own = 'import type { PublicText } from "../redact/public-text.ts";\n';
  assert.deepEqual(judge("article/a.ts", `${own}export const a = (t: string) => t as PublicText;\n`), told);
  assert.deepEqual(judge("publish/a.ts", `${own}export const a = (t: string) => t as unknown as PublicText;\n`), told);
  assert.deepEqual(judge("redact/redact.ts", "export const a = (t: string) => ({ ja: t, en: t }) as\n  PublicBilingual;\n"), told);
  assert.deepEqual(judge("cli/a.ts", "export const a = (t: string) => <PublicText>(t as unknown);\n"), told);
  assert.deepEqual(judge("redact/redact-text.ts", "export const a = (t: string) => t as PublicText;\n"), []);
  assert.deepEqual(judge("article/a.ts", `${own}// as PublicText\nexport const a = (t: PublicText): Promise<PublicText> => f(t, "as PublicText");\n`), []);
});
