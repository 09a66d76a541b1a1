import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { INDEX_HEAD, indexLine, labelledMails } from "../app/labels.ts";
import type { LabelTally } from "../app/labels.ts";
import type { Bilingual } from "../terms/index.ts";
import { complain, withArchive } from "./archive-commands.ts";
import type { ArchiveTask } from "./archive-commands.ts";

const USAGE: Bilingual = { ja: "labels export フォルダー です", en: "labels takes export FOLDER" };
const NOT_EMPTY: Bilingual = {
  ja: "空でないフォルダーです。別の名前を指定するか、--force を付けてください",
  en: "the folder is not empty; name another, or add --force",
};
const NONE: Bilingual = {
  ja: "判断の済んだメールがまだありません。受付(ayashii serve の /desk)で判断すると、ここに出ます",
  en: "no mail has a decision yet; decide some at the desk (/desk of the server) first",
};

/**
 * `ayashii labels export FOLDER`: the mails that people decided on, as `.eml` with an `index.tsv` that `npm run eval` reads.
 * Exit codes: 0 written, 1 nothing to write, 2 wrong usage or it cannot be written.
 */
export async function labelsCommand(task: ArchiveTask): Promise<number> {
  const { words, values, streams, lang } = task;
  const [verb, folder] = words;
  if (verb !== "export" || folder === undefined || words.length !== 2) return complain(streams, USAGE[lang]);
  if (existsSync(folder) && readdirSync(folder).length > 0 && values.force !== true) return complain(streams, `${folder}: ${NOT_EMPTY[lang]}`);
  const tally = await withArchive(task, async (archive) => {
    const counts: LabelTally = { labelled: 0, leftOut: 0 };
    let index = INDEX_HEAD;
    for await (const mail of labelledMails(archive, counts)) {
      const file = path.join(folder, mail.path);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, mail.raw);
      index += indexLine(mail);
    }
    if (counts.labelled > 0) writeFileSync(path.join(folder, "index.tsv"), index);
    return counts;
  });
  if (tally.labelled === 0) {
    streams.err(`ayashii: ${NONE[lang]}\n`);
    return 1;
  }
  streams.err(`${lastLine(tally, folder)[lang]}\n`);
  return 0;
}

function lastLine({ labelled, leftOut }: LabelTally, folder: string): Bilingual {
  return {
    ja: `${folder}: 正解付きのメール ${labelled} 通。訓練や、どちらとも言えない ${leftOut} 通は入れていません。受け取った人の情報がそのまま入っています。`,
    en: `${folder}: ${labelled} labelled mails; ${leftOut} drills and undecided ones are left out. They hold their recipients as they came.`,
  };
}
