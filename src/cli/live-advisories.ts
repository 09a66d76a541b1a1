import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compileAdvisories, defaultAdvisories } from "../advisories/index.ts";
import type { Advisory, AdvisoryIndex } from "../advisories/index.ts";
import { loadAdvisories, packageAdvisories } from "./advisories-files.ts";
import type { AdvisoryFile } from "./advisories-files.ts";

export interface LiveAdvisories {
  /** Undefined: the warnings compiled in are all there are. */
  readonly advisories: AdvisoryIndex | undefined;
  /** One line each: records that could not be read, and were left out. */
  readonly problems: readonly string[];
}

/**
 * The warnings compiled in, with those saved since (records of the package's folder newer than the compiled ones) and
 * those of `directory`, if one is named: what `advisories import --save` wrote counts at once, without a rebuild. A
 * record of the same id takes the place of the older one. Throws when there is no such folder.
 */
export function liveAdvisories(directory: string | undefined): LiveAdvisories {
  const files = [...savedSince(), ...(directory === undefined ? [] : loadAdvisories(directory))];
  const problems = files.flatMap(({ file, problems: found }) => found.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`));
  const added = new Map(files.flatMap(({ advisory }): [string, Advisory][] => (advisory === undefined ? [] : [[advisory.id, advisory]])));
  if (added.size === 0) return { advisories: undefined, problems };
  const shipped = defaultAdvisories().advisories.filter((advisory) => !added.has(advisory.id));
  return { advisories: compileAdvisories([...shipped, ...added.values()]), problems };
}

/** Records of the package's folder that are newer than what was compiled of it. */
function savedSince(): readonly AdvisoryFile[] {
  const compiled = fileURLToPath(new URL("../advisories/advisories.generated.js", import.meta.url));
  const built = statSync(compiled, { throwIfNoEntry: false })?.mtimeMs;
  const folder = packageAdvisories();
  if (built === undefined || statSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  const newer = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".yaml") && (statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) > built,
  );
  return newer.length === 0 ? [] : loadAdvisories(folder, new Set(newer.map((name) => name.replaceAll("\\", "/"))));
}
