import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const SOURCE = "src/web/desk/client";
const OUT = "dist/web/desk";

/** Builds the desk's scripts, one file each, into dist/web/desk/; called in the package's root. Returns their names. */
export async function buildDesk(): Promise<readonly string[]> {
  const entries = readdirSync(SOURCE).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const entryPoints = entries.map((name) => path.join(SOURCE, name));
  await build({
    entryPoints,
    outdir: OUT,
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
  });
  return entries.map((name) => name.replace(/\.ts$/, ".js"));
}
