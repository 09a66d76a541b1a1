import { ADVISORIES } from "./advisories.generated.ts";
import { ADVISORY_RUNS } from "./advisory-runs.generated.ts";
import { compileAdvisories } from "./match.ts";
import type { AdvisoryIndex } from "./matching.ts";
import { runsFromText } from "./pairs-text.ts";

let compiled: AdvisoryIndex | undefined;

/** The advisories compiled in, ready to be matched. Built once, on first use. */
export function defaultAdvisories(): AdvisoryIndex {
  return (compiled ??= compileAdvisories(ADVISORIES, runsFromText(ADVISORY_RUNS)));
}

export type { Advisory, AdvisoryCase, AdvisoryMatch, ComparedLine } from "./advisory.ts";
export { compileAdvisories } from "./match.ts";
export type { AdvisoryIndex, MatchInput } from "./matching.ts";
export { parseNotice, readNotice } from "./notice.ts";
export type { Notice } from "./notice.ts";
