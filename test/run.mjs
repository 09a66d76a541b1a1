// All compiled tests in one process: node:test isolates each file in its own process otherwise, which costs most of the time.
import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "dist");
const wanted = process.argv[2] ?? "";
const files = readdirSync(dist, { recursive: true })
  .filter((file) => String(file).endsWith(".test.js") && String(file).includes(wanted))
  .sort();
if (files.length === 0) {
  console.error("no tests found under dist/: run `npm run build` first");
  process.exit(1);
}
for (const file of files) await import(pathToFileURL(path.join(dist, String(file))).href);
