// The one command that says whether a change may land. Stops at the first step that fails and names it.
import { spawnSync } from "node:child_process";

const STEPS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ["generate", "npm", "run", "--silent", "generate"],
  ["format", "npx", "oxfmt", "--check", "src", "test", "bench", "scripts"],
  ["lint", "npx", "oxlint", "--deny-warnings", "src", "test", "bench", "scripts"],
  ["imports", "npx", "tsx", "scripts/lint-imports.ts"],
  ["types", "npx", "tsc", "-p", "."],
  // The tests of the pages look at what is built of the sources as they are now.
  ["pages", process.execPath, "dist/scripts/build-web.js"],
  ["tests", process.execPath, "test/run.mjs"],
  // A generated file that was not committed, or edited by hand, shows as a difference here.
  ["generated files are committed", "git", "diff", "--exit-code", "--stat", "--", "src/**/*.generated.ts", "src/*.generated.ts"],
];

for (const [name, command, ...args] of STEPS) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status === 0) continue;
  console.error(`check: ${name} failed`);
  process.exit(1);
}
console.log("\ncheck: all steps passed");
