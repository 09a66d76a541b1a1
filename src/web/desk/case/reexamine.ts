import { examineKeeping } from "../../../app/examine.ts";
import { brandOf } from "../../../app/kept-case.ts";
import { programFingerprint } from "../../../cli/program-fingerprint.ts";
import { changeOf } from "../../../cli/reexamine.ts";
import { reportedPoints } from "../../../cli/reported-points.ts";
import { toJsonLine, toJsonReport } from "../../../report/index.ts";
import { Refusal, unknownCase } from "../refusal.ts";
import type { DeskTools } from "../work.ts";
import { WORDS } from "./words.ts";

/** Examines a kept mail with today's checks and facts; returns whether it says something else. */
export async function examineAgain({ archive, registry, now }: DeskTools, caseId: string): Promise<boolean> {
  const one = await archive.caseById(caseId);
  if (one === undefined) throw unknownCase();
  const before = reportedPoints((await archive.examinationsOf(one.id)).at(-1)?.json ?? "");
  if (before.examinedOnline !== undefined) throw new Refusal(409, WORDS.online);
  const raw = await archive.rawOf(one.id);
  if (raw === undefined) throw unknownCase();
  const facts = registry();
  const started = performance.now();
  const examined = examineKeeping(raw, { registry: facts, pasted: before.evidenceLevel === "pasted-text" });
  const { examination } = examined;
  const json = toJsonLine(toJsonReport(examination, one.id, performance.now() - started));
  const made = { caseId: one.id, toolVersion: programFingerprint(), registryVersion: facts.version, at: now(), json };
  await archive.addExamination(made, examination.verdict.level, brandOf(examination));
  return changeOf(one, before, reportedPoints(json)) !== undefined;
}
