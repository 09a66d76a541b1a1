// All compiled tests in one process: node:test isolates each file in its own process otherwise, which costs most of the time.
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const dist = path.join(root, "dist");
const wanted = process.argv[2] ?? "";
const files = (existsSync(dist) ? readdirSync(dist, { recursive: true }) : [])
  .map(String)
  .filter((file) => file.endsWith(".test.js") && file.includes(wanted))
  // What was compiled from a source that has been renamed or removed since is no test any more.
  .filter((file) => existsSync(path.join(root, file.replace(/\.js$/, ".ts"))))
  .sort();
if (files.length === 0) {
  console.error("no tests found under dist/: run `npm run build` first");
  process.exit(1);
}
// Fixtures are named relative to the package's root.
process.chdir(root);
for (const file of files) await import(pathToFileURL(path.join(dist, file)).href);
