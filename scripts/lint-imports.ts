// Prints every breach of the import rules in src/ and exits 1 when there is one.
import { readdirSync, readFileSync } from "node:fs";
import { violations } from "./import-rules.ts";

const files = readdirSync("src", { recursive: true })
  .map((file) => String(file).replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file));
const found = violations(new Map(files.map((file) => [file, readFileSync(`src/${file}`, "utf8")])));
for (const { file, line, what } of found) console.error(`src/${file}:${line}: ${what}`);
console.log(`import rules: ${files.length} files, ${found.length} violations`);
process.exitCode = found.length === 0 ? 0 : 1;
