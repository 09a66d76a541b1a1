import { examineKeeping } from "../../../app/examine.ts";
import { mailView, mailViewJson } from "../../../report/mail-view/index.ts";
import type { NumberedPoint } from "../../../report/mail-view/index.ts";
import type { Language } from "../../../terms/index.ts";
import type { DeskTools } from "../work.ts";
import { readReport } from "./kept-report.ts";

/** The mail as it can be drawn with its marks. */
export interface Marked {
  /** For a block of data in the page. */
  readonly json: string;
  /** Numbers of the kept points; empty where today's checks find other points than the kept report has. */
  readonly numbered: readonly NumberedPoint[];
  /** Today's checks find the points that the kept report has. */
  readonly current: boolean;
}

/** Examined now, for a mail is drawn from its bytes; what is told beside it stays the kept report. Undefined when one of them is not there. */
export async function markedMail({ archive, registry }: DeskTools, caseId: string, lang: Language): Promise<Marked | undefined> {
  const report = readReport((await archive.examinationsOf(caseId)).at(-1)?.json);
  const raw = await archive.rawOf(caseId);
  if (report === undefined || raw === undefined) return undefined;
  const { evidence, examination } = examineKeeping(raw, { registry: registry(), pasted: report.evidenceLevel === "pasted-text" });
  const view = mailView(evidence, examination, lang);
  const current = namesOf(examination.points) === namesOf(report.points);
  return { json: mailViewJson(view), numbered: current ? view.numbered : [], current };
}

const namesOf = (points: readonly { readonly check: string; readonly kind: string }[]): string => points.map(({ check, kind }) => `${check}/${kind}`).join(" ");
