import type { ComparedLine } from "./advisory.ts";
import { skeletonOf } from "./skeleton.ts";
import type { Unit } from "./template.ts";

const MAX_LINES = 120;
const MAX_LINE = 300;
/** Share of pairs of characters two lines must have in common for one to count as a rewording of the other. */
const ALIKE = 0.5;

/** For a template line the mail does not have: the line of the mail most like it (`different`), or `missing`. */
export function mostAlike(unit: Unit, source: string): ComparedLine {
  const wanted = pairsOf(unit.fixed.join(""));
  let best = "";
  let bestShare = ALIKE;
  for (const line of source.slice(0, MAX_LINES * MAX_LINE).split(/\r?\n|(?<=[。！？])/u, MAX_LINES)) {
    const share = dice(wanted, pairsOf(skeletonOf(line, MAX_LINE).text));
    if (share >= bestShare) [best, bestShare] = [line.trim(), share];
  }
  return { field: unit.field, template: unit.text, mail: best, kind: best === "" ? "missing" : "different", variables: [] };
}

function pairsOf(skeleton: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= skeleton.length; i++) pairs.add(skeleton.slice(i, i + 2));
  return pairs;
}

/** Sørensen–Dice: twice the common over the sum. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return (2 * common) / (a.size + b.size);
}
