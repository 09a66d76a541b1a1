/** Whether a character looks like its compatibility form; Unicode never changes that of an assigned character (UAX #15 §3). */
export const isDerived = (point: number, looks: string): boolean => String.fromCodePoint(point).normalize("NFKC") === looks;

function pointsOf(runs: string): number[] {
  const points: number[] = [];
  let at = 0;
  for (const run of runs.split(",")) {
    const [step = "0", more = "0"] = run.split("+");
    at += parseInt(step, 36);
    points.push(at);
    for (let left = parseInt(more, 36); left > 0; left--) points.push(++at);
  }
  return points;
}

/** The table as `src/brands/confusables.generated.ts` has it, in another order: see `scripts/small-confusables.ts`, which writes the three texts. */
export function confusablesOf(derived: string, rest: string, looks: string): string {
  const shown = looks.split("\0");
  const cell = (point: number, look: string): string => `${String.fromCodePoint(point)}\0${look}`;
  return [
    ...pointsOf(derived).map((point) => cell(point, String.fromCodePoint(point).normalize("NFKC"))),
    ...pointsOf(rest).map((point, at) => cell(point, shown[at] ?? "")),
  ].join("\0");
}
