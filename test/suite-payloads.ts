import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Inputs of published suites (`cases.jsonl` in the folder) that ask what HTML may become; none where there is no such folder. */
export function suitePayloads(folder: string): readonly string[] {
  const file = path.join(folder, "cases.jsonl");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.includes('"op":"html.'));
  return lines.map((line) => (JSON.parse(line) as { input?: unknown }).input).filter((input): input is string => typeof input === "string");
}
