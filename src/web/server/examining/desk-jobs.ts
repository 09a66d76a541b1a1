import type { Article } from "../../../article/article.ts";
import type { Bilingual } from "../../../terms/index.ts";
import { EditedParts } from "../../desk/articles/edit.ts";
import { Refusal } from "../../desk/refusal.ts";
import type { DeskAnswers, DeskJob, DoDeskJob } from "../../desk/work.ts";
import { fail } from "../problems.ts";
import { WorkStopped } from "./lane.ts";
import type { Pool } from "./pool.ts";

const AGAIN_S = 10;
/** Jobs that may wait before the next is refused: the desk is used by people, who do not press faster. */
const MOST_WAITING = 32;

/** The desk's jobs, done by processes. `changed`: an article that readers see may be another one now. */
export function deskJobs(pool: Pool, changed: () => void): DoDeskJob {
  return async <K extends DeskJob["kind"]>(job: Extract<DeskJob, { kind: K }>): Promise<DeskAnswers[K]> => {
    try {
      const answer = (await answerTo(pool, job)) as DeskAnswers[K];
      if (isPublic(answer)) changed();
      return answer;
    } catch (error) {
      if (!(error instanceof WorkStopped)) throw error;
      // It may have saved the article just before.
      changed();
      throw fail("full", { retryAfter: AGAIN_S, detail: error.why === "time" ? TOO_LONG : BUSY });
    }
  };
}

async function answerTo(pool: Pool, job: DeskJob): Promise<unknown> {
  if (pool.load >= MOST_WAITING) throw fail("full", { retryAfter: AGAIN_S, detail: BUSY });
  const reply = await pool.run({ kind: "desk", job });
  if (reply.kind === "desk") return reply.answer;
  if (reply.kind === "desk-refused") throw new Refusal(reply.status, reply.why);
  if (reply.kind === "desk-edited") throw new EditedParts(reply.parts);
  if (reply.kind === "unable") throw fail("full", { retryAfter: AGAIN_S, detail: BUSY });
  throw new Error(reply.kind === "failed" ? reply.why : reply.kind);
}

/** Whether a job's answer is an article that stands, or stood, on the public site. */
function isPublic(answer: unknown): boolean {
  const { kind, article } = (answer ?? {}) as { kind?: string; article?: Article };
  return kind === "done" && (article?.state === "published" || article?.state === "withdrawn");
}

const BUSY: Bilingual = {
  ja: "メールを調べる処理が混み合っています。少し待ってから、もう一度開いてください。",
  en: "The server is busy examining mails. Wait a little, then try again.",
};
const TOO_LONG: Bilingual = {
  ja: "このメールは重く、決められた時間のうちに調べ終わりませんでした。元のメールを保存して、ayashii examine で調べられます。",
  en: "This mail is heavy and was not examined within the time allowed. Save the mail itself and use ayashii examine.",
};
