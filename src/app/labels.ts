import type { Archive, CaseSummary } from "../archive/archive.ts";

/** What the evaluation takes a mail for: its index has `phish` and `ham`. */
export type Label = "phish" | "ham";

/** A mail with the word of a person on it. */
export interface LabelledMail {
  /** Path under the folder, `phish/<id>.eml`. */
  readonly path: string;
  readonly label: Label;
  /** Registry id of the brand it takes the name of; empty for none. */
  readonly brand: string;
  readonly campaign: string;
  readonly language: string;
  readonly reason: string;
  readonly raw: Uint8Array;
}

/** How many decided mails there are, and how many say nothing for the evaluation. */
export interface LabelTally {
  labelled: number;
  /** Drills, mails nobody could decide, and those overruled without saying what they are. */
  leftOut: number;
}

const LABELS: Readonly<Record<string, Label>> = { impersonation: "phish", suspicious: "phish", genuine: "ham", "no-sign": "ham" };
const PAGE = 200;

/** What a person says a mail is: the result where they agree, else what they overruled it to. */
export function labelOf({ level, decision }: Pick<CaseSummary, "level" | "decision">): Label | undefined {
  if (decision === undefined) return undefined;
  const decided = decision.agrees ? level : decision.level;
  return decided !== undefined && Object.hasOwn(LABELS, decided) ? LABELS[decided] : undefined;
}

/** Every decided mail as a labelled case, newest first. The mails are as they came: they hold their recipients. */
export async function* labelledMails(archive: Archive, tally: LabelTally): AsyncGenerator<LabelledMail> {
  let page = await archive.cases({ decided: "decided", limit: PAGE });
  while (page.length > 0) {
    for (const one of page) {
      const label = labelOf(one);
      const raw = label === undefined ? undefined : await archive.rawOf(one.id);
      if (label === undefined || raw === undefined) {
        tally.leftOut++;
        continue;
      }
      tally.labelled++;
      const { brand = "", campaign = "", decision } = one;
      yield { path: `${label}/${one.id}.eml`, label, brand, campaign, language: languageOf(one.subject), reason: decision?.reason ?? "", raw };
    }
    page = await archive.cases({ decided: "decided", limit: PAGE, before: page.at(-1)?.id ?? "" });
  }
}

/** By the subject alone, as the index of a corpus has it: a guess that groups figures. */
const languageOf = (subject: string): string => (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(subject) ? "ja" : "en");

const cell = (text: string): string => text.replace(/[\t\r\n]+/g, " ");

export const INDEX_HEAD = "path\tlabel\tcorpus\tlang\tclaimed_brand\tcampaign\treason\n";

/** A line of `index.tsv`, as `npm run eval` reads it. */
export function indexLine({ path, label, brand, campaign, language, reason }: LabelledMail): string {
  return `${[path, label, "desk", language, label === "phish" ? brand : "", campaign, reason].map(cell).join("\t")}\n`;
}
