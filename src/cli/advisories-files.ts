import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Advisory } from "../advisories/advisory.ts";
import { readRecord } from "../advisories/notice-record.ts";
import type { RecordProblem } from "../advisories/notice-record.ts";
import { packageBrands } from "./brands.ts";

/** A file `<brand>/<id>.yaml` read: the advisory when it is whole, otherwise its problems. */
export interface AdvisoryFile {
  /** As shown to a person, e.g. `data/advisories/xserver/faked-sender.yaml`. */
  readonly file: string;
  readonly path: string;
  readonly brand: string;
  readonly id: string;
  readonly advisory: Advisory | undefined;
  readonly problems: readonly RecordProblem[];
}

/** `data/advisories` of the package. */
export function packageAdvisories(): string {
  return path.join(path.dirname(packageBrands()), "advisories");
}

/** Every record of a folder, or those of `only`, by path. Throws when there is no such folder. */
export function loadAdvisories(directory: string = packageAdvisories(), only?: ReadonlySet<string>): readonly AdvisoryFile[] {
  const shown = directory === packageAdvisories() ? "data/advisories" : directory.replace(/[/\\]+$/u, "");
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".yaml") && (only === undefined || only.has(name)))
    .sort()
    .map((name) => readFile(directory, shown, name));
}

function readFile(directory: string, shown: string, name: string): AdvisoryFile {
  const parts = name.split("/");
  const [brand, last] = [parts.at(-2) ?? "", parts.at(-1) ?? ""];
  const id = last.replace(/\.yaml$/u, "");
  const misplaced = parts.length === 2 ? [] : [{ line: 1, column: 1, message: "expected <brand>/<id>.yaml" }];
  const read = readRecord(readFileSync(path.join(directory, name), "utf8"), brand, id);
  return { file: `${shown}/${name}`, path: path.join(directory, name), brand, id, advisory: read.advisory, problems: [...misplaced, ...read.problems] };
}
