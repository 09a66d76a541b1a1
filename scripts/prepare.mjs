// Runs after `npm ci` in a checkout. Without the development dependencies there is no compiler: what was built before stays.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
if (existsSync(path.join(root, "node_modules", "typescript", "package.json"))) {
  const { status } = spawnSync("npm", ["run", "build"], { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  process.exit(status ?? 1);
}
if (existsSync(path.join(root, "dist", "src", "cli", "main.js"))) {
  console.error("ayashii: TypeScript is not installed (--omit=dev); the dist/ built before is used as it is");
} else {
  console.error("ayashii: cannot build, TypeScript is not installed (--omit=dev) and there is no dist/: run a plain `npm ci` first");
  process.exit(1);
}
