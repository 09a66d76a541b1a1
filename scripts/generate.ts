// Regenerates every generated file: the list of checks, the registry and the advisories compiled from data/.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const NAMES = ["generate-checks", "generate-registry", "generate-advisories", "generate-channels", "generate-exporters", "generate-site"];
for (const name of NAMES) {
  const script = `scripts/${name}.ts`;
  if (!existsSync(script)) throw new Error(`${script} is gone`);
  const { status } = spawnSync("npx", ["tsx", script], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
