/** data/advisories/<brand>/<id>.yaml → src/advisories/advisories.generated.ts, advisory-runs.generated.ts, advisory.schema.json. Run: npx tsx scripts/generate-advisories.ts */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Advisory } from "../src/advisories/advisory.ts";
import { runsOfAdvisories } from "../src/advisories/match.ts";
import { runsToText } from "../src/advisories/pairs-text.ts";
import { advisoryJsonSchema, readAdvisory } from "../src/advisories/schema.ts";

const DATA = "data/advisories";
const OUT = "src/advisories/advisories.generated.ts";
const RUNS_OUT = "src/advisories/advisory-runs.generated.ts";

function readAll(): Advisory[] {
  const files = readdirSync(DATA, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".yaml"))
    .sort();
  return files.map((file) => {
    const [brand, name] = file.split("/");
    if (brand === undefined || name === undefined) throw new Error(`${join(DATA, file)}: expected <brand>/<id>.yaml`);
    try {
      return readAdvisory(parse(readFileSync(join(DATA, file), "utf8")), brand, name.replace(/\.yaml$/, ""));
    } catch (error) {
      throw new Error(`${join(DATA, file)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

/** `undefined` is written out: the types say present-but-undefined, which JSON cannot. */
function source(value: unknown): string {
  if (value === undefined) return "undefined";
  if (Array.isArray(value)) return `[${value.map(source).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, entry]) => `${key}: ${source(entry)}`)
      .join(", ")} }`;
  return JSON.stringify(value);
}

const advisories = readAll();
const body = advisories.map((advisory) => `  ${source(advisory)},\n`).join("");
writeFileSync(
  OUT,
  `// Generated from data/advisories by scripts/generate-advisories.ts. Do not edit.\nimport type { Advisory } from "./advisory.ts";\n\nexport const ADVISORIES: readonly Advisory[] = [\n${body}];\n`,
);
// The index is made here, so that a browser need not cut all templates before the first mail.
writeFileSync(
  RUNS_OUT,
  `// Generated from data/advisories by scripts/generate-advisories.ts. Do not edit.\n\n/** Runs and keys of all cases (\`pairs-text.ts\`). */\nexport const ADVISORY_RUNS =\n  "${runsToText(runsOfAdvisories(advisories))}";\n`,
);
writeFileSync(join(DATA, "advisory.schema.json"), `${JSON.stringify(advisoryJsonSchema(), null, 2)}\n`);
console.log(`${OUT}: ${advisories.length} advisories, ${advisories.reduce((sum, advisory) => sum + advisory.cases.length, 0)} cases`);
