const USAGE = `npm run view:marks -- FOLDER...

Of the flagged mails in folders: how many of their three strongest points have a mark in the drawn mail.

  FOLDER  folders of .eml; those below them are not looked into
  --help  this text

Example:
  npm run view:marks -- corpora/phish

Figures: flagged are mails called suspicious or an impersonation; a point without a mark is listed beside the drawn mail only.`;
import { readFileSync } from "node:fs";
import { examineKeeping } from "../src/app/examine.ts";
import { mailView } from "../src/report/mail-view/index.ts";
import { commandLine, emlIn, Fault } from "./command-line.ts";
import { percent } from "./table.ts";

const { words: folders } = commandLine(USAGE, {}, { least: 1, most: Infinity, missing: "name folders of .eml" });
const files = folders.flatMap((folder) => emlIn(folder, false));
let [flagged, points, marked] = [0, 0, 0];
for (const file of files) {
  const { evidence, examination } = examineKeeping(new Uint8Array(readFileSync(file)));
  if (examination.verdict.level !== "suspicious" && examination.verdict.level !== "impersonation") continue;
  flagged++;
  const view = mailView(evidence, examination, "ja");
  const strongest = view.numbered.filter((one) => one.strongest);
  points += strongest.length;
  marked += strongest.filter((one) => !view.unplaced.includes(one)).length;
}
if (points === 0) throw new Fault(`none of the ${files.length} mails is flagged: there is nothing to mark; name folders of phishing mails`);
console.log(`${files.length} mails, ${flagged} flagged; ${marked} of their ${points} strongest points are marked (${percent(marked, points)})`);
