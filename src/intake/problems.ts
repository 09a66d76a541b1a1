import type { Bilingual } from "../terms/index.ts";
import type { IntakeProblem } from "./item.ts";

const problem = (file: string, message: Bilingual, fatal = true): IntakeProblem => ({ kind: "problem", file, message, fatal });

export function missing(file: string): IntakeProblem {
  return problem(file, { ja: `${file}: ファイルがありません`, en: `${file}: no such file or directory` });
}

export function unreadable(file: string, code: string): IntakeProblem {
  return problem(file, { ja: `${file}: 読めません (${code})`, en: `${file}: cannot be read (${code})` });
}

export function empty(file: string): IntakeProblem {
  return problem(file, { ja: `${file}: 空のファイルです`, en: `${file}: the file is empty` });
}

export function withoutMails(file: string): IntakeProblem {
  return problem(file, { ja: `${file}: フォルダーの中にメールがありません`, en: `${file}: no mails in this directory` });
}

export function tooLarge(file: string, bytes: number, most: number): IntakeProblem {
  const [is, may] = [megabytes(bytes), megabytes(most)];
  return problem(file, {
    ja: `${file}: 大きすぎて読めません (${is} MB。上限は ${may} MB)`,
    en: `${file}: too large to read (${is} MB; the limit is ${may} MB)`,
  });
}

export function noMail(file: string, kind: string): IntakeProblem {
  return problem(file, { ja: `${file}: メールではありません (${kind})`, en: `${file}: not a mail (${kind})` });
}

export function brokenMsg(file: string): IntakeProblem {
  return problem(file, {
    ja: `${file}: Outlook の .msg として読めません (壊れているか、別の Office ファイルです)`,
    en: `${file}: cannot be read as an Outlook .msg (damaged, or another Office file)`,
  });
}

/** At least 1, so that a limit set by a test does not read "0 MB". */
function megabytes(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / (1024 * 1024)));
}
