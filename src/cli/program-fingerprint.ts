import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { VERSION } from "../app/version.generated.ts";

/** Folders whose code decides what an examination says. */
const DECIDING = ["terms", "mail", "brands", "advisories", "evidence", "checks", "verdict", "app"];
const CODE = /(?<!\.d|\.test)\.[jt]s$/;

let known: string | undefined;

/**
 * `0.1.0+1a2b3c4d`: the version with a hash of the code that decides, since between two releases checks change without a
 * number. Read once; it takes some tens of milliseconds.
 */
export function programFingerprint(): string {
  return (known ??= `${VERSION}+${hashOfCode()}`);
}

function hashOfCode(): string {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const hash = createHash("sha256");
  for (const folder of DECIDING) {
    const files = readdirSync(path.join(root, folder), { recursive: true }).map(String);
    for (const file of files.filter((name) => CODE.test(name)).sort()) hash.update(`${folder}/${file}\n`).update(readFileSync(path.join(root, folder, file)));
  }
  return hash.digest("hex").slice(0, 8);
}
