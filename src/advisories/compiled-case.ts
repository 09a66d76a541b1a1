import type { Advisory, AdvisoryCase } from "./advisory.ts";
import type { Unit } from "./template.ts";
import { unitsOf } from "./template.ts";
import { isCourtesy } from "./telling.ts";

/** A case as the comparison needs it: its subjects and sentences cut into fixed texts and variables. */
export interface CompiledCase {
  readonly advisory: Advisory;
  readonly case: AdvisoryCase;
  readonly subjects: readonly Unit[];
  readonly body: readonly Unit[];
  readonly bodyWeight: number;
  /** Sentences that say something of this case; courtesy and short lines stand in genuine mails too. */
  readonly telling: ReadonlySet<Unit>;
}

/** A shorter line is a greeting, a heading or a button: "お客様各位". */
const TELLING_SENTENCE = 7;

/** Cuts the templates of a case. */
export function compileCase(advisory: Advisory, entry: AdvisoryCase): CompiledCase {
  const body = entry.body === undefined ? [] : unitsOf(entry.body, "body");
  const subjects = entry.subjects.flatMap((subject) => subjectUnit(subject) ?? []);
  return {
    advisory,
    case: entry,
    subjects,
    body,
    bodyWeight: weigh(body),
    telling: new Set(body.filter((unit) => unit.weight >= TELLING_SENTENCE && !isCourtesy(unit.fixed))),
  };
}

/** A subject, of a case or of a mail, as one unit; undefined when it has no letter. */
export function subjectUnit(subject: string): Unit | undefined {
  const unit = unitsOf(subject.slice(0, 1000).replace(/[。！？\r\n]/gu, " "), "subject")[0];
  return unit === undefined ? undefined : { ...unit, text: subject };
}

/** Weight of the fixed texts of all units. */
export function weigh(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => sum + unit.weight, 0);
}
