import path from "node:path";
import { confusables } from "../src/brands/confusables.generated.ts";
import { confusablesOf, isDerived } from "../src/web/check/worker/confusables-table.ts";

const DECODER = path.resolve("src/web/check/worker/confusables-table.ts");

type Entry = readonly [point: number, looks: string];

function entries(): readonly Entry[] {
  const cells = confusables.split("\0");
  return cells.flatMap((character, at): readonly Entry[] =>
    at % 2 === 0 && at + 1 < cells.length ? [[character.codePointAt(0) ?? 0, cells[at + 1] ?? ""]] : [],
  );
}

/** Code points in rising order as runs of neighbours: how far from the end of the run before, and how many follow. */
function written(points: readonly number[]): string {
  const runs: [start: number, end: number][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === point) last[1] = point;
    else runs.push([point, point]);
  }
  let before = 0;
  return runs
    .map(([start, end]) => {
      const run = (start - before).toString(36) + (end > start ? `+${(end - start).toString(36)}` : "");
      before = end;
      return run;
    })
    .join(",");
}

/**
 * A module in the place of the table of confusables: what a character looks like is left out where its compatibility form
 * (NFKC) says it, and code points stand as steps. A sixth smaller when packed; the same table when it has run, else it throws.
 */
export function smallConfusables(): string {
  const all = [...entries()].sort((a, b) => a[0] - b[0]);
  const derived = written(all.filter(([point, looks]) => isDerived(point, looks)).map(([point]) => point));
  const others = all.filter(([point, looks]) => !isDerived(point, looks));
  const rest = written(others.map(([point]) => point));
  const looks = others.map((entry) => entry[1]).join("\0");
  const rows = (table: string): string => table.split("\0").reduce((text, cell, at) => text + (at % 2 === 0 ? "\n" : "\0") + cell, "");
  const sorted = (table: string): string => rows(table).split("\n").sort().join("\n");
  if (sorted(confusablesOf(derived, rest, looks)) !== sorted(confusables))
    throw new Error("the table of confusables has entries that scripts/small-confusables.ts cannot pack");
  return `import { confusablesOf } from ${JSON.stringify(DECODER)};
export const confusables = confusablesOf(${JSON.stringify(derived)}, ${JSON.stringify(rest)}, ${JSON.stringify(looks)});`;
}
