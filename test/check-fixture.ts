import { readFileSync } from "node:fs";
import { defaultAdvisories } from "../src/advisories/index.ts";
import { defaultRegistry } from "../src/brands/index.ts";
import type { Check, CheckResult } from "../src/checks/check.ts";
import { gatherEvidence } from "../src/evidence/gather.ts";
import { parseMail } from "../src/mail/index.ts";

/** Runs one check on a fixture mail that stands beside it; paths are relative to the package's root. */
export function runCheckOn(check: Check, file: string): CheckResult {
  const registry = defaultRegistry();
  const evidence = gatherEvidence(parseMail(new Uint8Array(readFileSync(file))), registry);
  return check.run(evidence, { registry, advisories: defaultAdvisories() });
}

/** `kind` of the result, or the kinds of its points: what a fixture test compares. */
export function kindsOf(result: CheckResult): string {
  return result.kind === "points" ? result.points.map((point) => point.kind).join(",") : result.kind;
}
