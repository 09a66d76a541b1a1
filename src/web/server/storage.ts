import { statfsSync } from "node:fs";
import path from "node:path";
import { ArchiveProblem, asArchiveProblem } from "../../archive/problem.ts";
import type { ArchiveProblemKind } from "../../archive/problem.ts";
import type { Bilingual } from "../../terms/index.ts";
import { fail } from "./problems.ts";
import type { ProblemError } from "./problems.ts";

/** Seconds after which it makes sense to try again: somebody has to make room, or another program has to finish. */
const AGAIN_S = 30;

const TEXTS: Partial<Readonly<Record<ArchiveProblemKind, Bilingual>>> = {
  full: {
    ja: "サーバーのディスクがいっぱいで、書けません。管理者に知らせてください。受け取ったと答えたメールは失われていません。",
    en: "The server's disk is full and nothing can be written. Tell whoever runs it. Nothing that was acknowledged is lost.",
  },
  locked: {
    ja: "サーバーのファイルを別のプログラムが使っていて、書けません。しばらくしてから、もう一度試してください。",
    en: "Another program uses the server's files and nothing can be written. Try again in a while.",
  },
  unwritable: {
    ja: "サーバーのファイルに書けません。管理者に知らせてください。受け取ったと答えたメールは失われていません。",
    en: "The server's files cannot be written. Tell whoever runs it. Nothing that was acknowledged is lost.",
  },
};

/** What is answered where a file could not be written, and what stands in the log; undefined for any other error. */
export function storageProblem(error: unknown): { readonly problem: ProblemError; readonly line: string } | undefined {
  const known = asArchiveProblem(error, "");
  if (!(known instanceof ArchiveProblem)) return undefined;
  const detail = TEXTS[known.kind];
  if (detail === undefined) return undefined;
  return { problem: fail("full", { retryAfter: AGAIN_S, detail }), line: `nothing can be written (${known.kind}): ${detail.ja} / ${detail.en}` };
}

/** Below this many bytes the server says that it is not well: one large mail, its copies and logs take as much. */
const LEAST_FREE = 100 * 1024 * 1024;

/** Bytes that may still be written beside the archive; undefined where the system does not say. */
export function freeBytes(archive: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(path.dirname(path.resolve(archive)));
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

/** The problem of a disk that is nearly full; undefined when there is room. */
export function nearlyFull(archive: string): ProblemError | undefined {
  const free = freeBytes(archive);
  if (free === undefined || free >= LEAST_FREE) return undefined;
  const mb = Math.floor(free / 1024 / 1024);
  return fail("full", {
    retryAfter: AGAIN_S,
    detail: { ja: `ディスクの空きが ${mb} MB しかありません。`, en: `Only ${mb} MB are free on the disk.` },
  });
}
