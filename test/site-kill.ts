import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Seeded } from "../bench/seeded.ts";

const WRITER = fileURLToPath(new URL(`./site-writer.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url));

export interface KillRuns {
  /** Builds that were still running when the signal came. */
  readonly killed: number;
  /** Of them, those that left staged or undone work behind. */
  readonly whole: number;
  /** Of them, those whose publication was decided and finished by the next build. */
  readonly recovered: number;
}

/**
 * Starts builds of ever different sites into one folder, kills each at a random moment with SIGKILL, and looks at the folder as
 * a visitor would: every page reachable from the home page is whole, belongs to a build, and every link leads to a file.
 */
export async function killRuns(runs: number): Promise<KillRuns> {
  const random = new Seeded(runs);
  const parent = mkdtempSync(path.join(tmpdir(), "site-kill-"));
  const folder = path.join(parent, "out");
  const counts = { killed: 0, whole: 0, recovered: 0 };
  try {
    await write(folder, 0, undefined);
    const { ms } = await write(folder, 1, undefined);
    for (let run = 2; run < runs + 2; run++) {
      // Half of the signals come near the end, where files are moved into place.
      const share = random.next() < 0.5 ? random.next() : 0.8 + random.next() * 0.25;
      const { killed } = await write(folder, run, share * ms);
      if (killed) counts.killed++;
      visit(folder);
      const decided = existsSync(path.join(folder, ".ayashii/commit"));
      if (killed && (decided || existsSync(path.join(folder, ".ayashii/next")))) counts.whole++;
      if (decided) counts.recovered++;
    }
    await write(folder, runs + 2, undefined);
    assert.equal(visit(folder), runs + 2);
    return counts;
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** One build in a process of its own; `after` are milliseconds from its first file to the signal. */
function write(folder: string, version: number, after: number | undefined): Promise<{ killed: boolean; ms: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv.filter((arg) => !arg.startsWith("--test")), WRITER, folder, String(version)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let begun = 0;
    child.stdout.once("data", () => {
      begun = performance.now();
      if (after !== undefined) setTimeout(() => child.kill("SIGKILL"), after);
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (signal !== "SIGKILL" && code !== 0) reject(new Error(`the writer ended with ${code}`));
      else resolve({ killed: signal === "SIGKILL", ms: performance.now() - begun });
    });
  });
}

/** Follows all links from the home page; returns the version of the build that the home page is of. */
function visit(folder: string): number {
  const seen = new Set<string>();
  const open = ["index.html"];
  const versionOf = (content: string): number => Number(/<p class="build">(\d+)<\/p>/.exec(content)?.[1] ?? Number.NaN);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const file = path.join(folder, name);
    assert.ok(existsSync(file), `a page leads to ${name}, which does not exist`);
    const content = readFileSync(file, "utf8");
    if (!name.endsWith(".html")) continue;
    assert.ok(content.endsWith("</html>\n"), `${name} is torn`);
    for (const [, address = ""] of content.matchAll(/\s(?:href|src)="([^"#?]*)"/g)) {
      const target = new URL(address, new URL(name, "https://site.test/"));
      if (target.origin !== "https://site.test") continue;
      open.push(target.pathname.endsWith("/") ? `${target.pathname.slice(1)}index.html` : target.pathname.slice(1));
    }
  }
  assert.ok(seen.size > 40, `only ${seen.size} pages are reachable`);
  return versionOf(readFileSync(path.join(folder, "index.html"), "utf8"));
}
