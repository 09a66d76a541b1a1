// `npm run view:marks -- FOLDER...`: of the flagged mails in folders of .eml, how many of the three strongest points have a mark in the drawn mail.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { examineKeeping } from "../src/app/examine.ts";
import { mailView } from "../src/report/mail-view/index.ts";
import { percent } from "./table.ts";

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error("view:marks: name folders of .eml");
  process.exit(2);
}
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".eml"))
    .map((file) => path.join(folder, file)),
);
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
console.log(`${files.length} mails, ${flagged} flagged; ${marked} of their ${points} strongest points are marked (${percent(marked, points)})`);
