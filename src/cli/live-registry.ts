import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Registry } from "../brands/registry.ts";
import { packageBrands, registryOfDirectory } from "./brands.ts";

export interface LiveRegistry {
  /** Undefined: the compiled registry is up to date. */
  readonly registry: Registry | undefined;
  /** One line each: brand files that could not be read. */
  readonly problems: readonly string[];
}

/**
 * The registry read from brand files where that is asked for, or where a brand file is newer than the compiled one:
 * adding a file is enough, no rebuild needed.
 */
export function liveRegistry(directory: string | undefined): LiveRegistry {
  if (directory === undefined && !isNewerThanCompiled(packageBrands())) return { registry: undefined, problems: [] };
  try {
    return registryOfDirectory(directory);
  } catch (error) {
    return { registry: undefined, problems: [`${directory}: ${(error as NodeJS.ErrnoException).code ?? "error"}`] };
  }
}

function isNewerThanCompiled(directory: string): boolean {
  const compiled = fileURLToPath(new URL("../brands/registry.generated.js", import.meta.url));
  const built = statSync(compiled, { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return false;
  // The folder's own time changes when a file is added or taken away.
  return [
    directory,
    ...readdirSync(directory)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => path.join(directory, name)),
  ].some((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > built);
}
