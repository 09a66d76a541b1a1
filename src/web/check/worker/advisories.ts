import { ADVISORIES } from "../../../advisories/advisories.generated.ts";
import { compileAdvisories } from "../../../advisories/match.ts";
import type { AdvisoryIndex } from "../../../advisories/matching.ts";

export { compileAdvisories } from "../../../advisories/match.ts";

let compiled: AdvisoryIndex | undefined;

/** Stands in the place of `src/advisories/index.ts` in the browser: the index is cut here, which spares every reader 14 KB. */
export function defaultAdvisories(): AdvisoryIndex {
  return (compiled ??= compileAdvisories(ADVISORIES));
}
