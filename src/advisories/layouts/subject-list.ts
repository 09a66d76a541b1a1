import { caseOf, dayIn, isRule } from "./layout.ts";
import type { Layout, LayoutFinding, NoticeLine } from "./layout.ts";

const HEAD = /(?:件名|題名|タイトル)(?:の)?(?:例|一例|一覧)|(?:件名|題名)[(（](?:例|一例|一部)[)）]/u;
const ITEM = /^[・•●◦\-‐*]\s*(.+)$/u;
const GENUINE = /正規|本物|当社から|当行から|【正】/u;
const MAX_ITEMS = 200;

/** A heading 「件名の例」 with the subjects under it as a bulleted list: one case with many subjects. */
export const subjectList: Layout = {
  id: "subject-list",
  read(lines, observed) {
    return lines.flatMap((line, i) => (HEAD.test(line.text) && !GENUINE.test(line.text) && !ITEM.test(line.text) ? listUnder(lines, i, observed) : []));
  },
};

function listUnder(lines: readonly NoticeLine[], at: number, observed: string | undefined): LayoutFinding[] {
  const head = lines[at] as NoticeLine;
  const subjects: string[] = [];
  const used = [head.number];
  for (const line of lines.slice(at + 1, at + 1 + MAX_ITEMS)) {
    if (line.text === "" || isRule(line.text)) {
      if (subjects.length > 0 && line.text !== "") break;
      continue;
    }
    const item = ITEM.exec(line.text)?.[1];
    if (item === undefined) break;
    subjects.push(item.replace(/^「([^「」]+)」$/u, "$1"));
    used.push(line.number);
  }
  if (subjects.length === 0) return [];
  const found = caseOf("件名の例", { observed: dayIn(head.text) ?? observed, subjects });
  return [{ lines: used, cases: [found], officialAddresses: [], urlRules: [] }];
}
