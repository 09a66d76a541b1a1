import { advance, draftOf } from "../../app/article-desk.ts";
import type { Asked, Desk, DeskResult, Preview } from "../../app/article-desk.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Registry } from "../../brands/registry.ts";
import type { Bilingual, Language } from "../../terms/index.ts";
import { press, tryOut } from "./articles/edit.ts";
import type { Button, Written } from "./articles/edit.ts";
import { markedMail } from "./case/marks.ts";
import type { Marked } from "./case/marks.ts";
import { examineAgain } from "./case/reexamine.ts";
import { publicPlace } from "./options.ts";

/**
 * What of the desk examines a mail. It may take seconds, so the server does it in a process of its own; a job and its
 * answer are plain data. `publicAddress`: as in `DeskOptions`.
 */
export type DeskJob =
  | { readonly kind: "mark"; readonly caseId: string; readonly lang: Language }
  | { readonly kind: "reexamine"; readonly caseId: string }
  | { readonly kind: "draft"; readonly caseId: string; readonly publicAddress: string | undefined }
  | { readonly kind: "try-out"; readonly slug: string; readonly written: Written | undefined; readonly publicAddress: string | undefined }
  | {
      readonly kind: "press";
      readonly slug: string;
      readonly button: Button;
      readonly written: Written;
      readonly note: Bilingual;
      readonly publicAddress: string | undefined;
    }
  | { readonly kind: "step"; readonly slug: string; readonly asked: PlainAsked; readonly publicAddress: string | undefined };

/** A step without words of its own. */
export type PlainAsked = Asked & { readonly wordsOf?: never };

/** The answer to each kind of job. */
export interface DeskAnswers {
  readonly mark: Marked | undefined;
  readonly reexamine: boolean;
  readonly draft: DeskResult;
  /** `edited`: parts of the machine's text that were changed by hand. */
  readonly "try-out": { readonly preview: Preview; readonly edited: readonly string[] };
  readonly press: DeskResult;
  readonly step: DeskResult;
}

/** Has a job done, wherever. Rejects with `Refusal` or `EditedParts`. */
export type DoDeskJob = <K extends DeskJob["kind"]>(job: Extract<DeskJob, { kind: K }>) => Promise<DeskAnswers[K]>;

/** What a job is done with. */
export interface DeskTools {
  readonly archive: Archive;
  readonly registry: () => Registry;
  /** ISO instant. */
  readonly now: () => string;
}

/** Does a job here and now. */
export async function deskWork(tools: DeskTools, job: DeskJob): Promise<DeskAnswers[DeskJob["kind"]]> {
  if (job.kind === "mark") return markedMail(tools, job.caseId, job.lang);
  if (job.kind === "reexamine") return examineAgain(tools, job.caseId);
  const desk: Desk = { archive: tools.archive, now: tools.now(), registry: tools.registry(), place: publicPlace(job) };
  if (job.kind === "draft") return draftOf(desk, job.caseId, (made) => made.article.words);
  if (job.kind === "try-out") return tryOut(desk, job.slug, job.written);
  if (job.kind === "step") return advance(desk, job.slug, job.asked);
  return press(desk, job.slug, job.button, job.written, job.note);
}
