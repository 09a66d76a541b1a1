const USAGE = `npx tsx test/notice-pages/run.ts [PAGES [LAYOUT [SHOWN [FROM]]]]

The share of made-up notice pages that are read without a mistake, by layout, and of pages without a case in which none is found.

  PAGES   pages of each layout (90)
  LAYOUT  only layouts with this in their names (all)
  SHOWN   mistakes to print of each layout, with the page when fewer than 4 (0)
  FROM    the first page's number: others give other pages (0)
  --help  this text

Example:
  npx tsx test/notice-pages/run.ts 20 headedTable 2

Figures: a page is right when every fact of every case in it is read as it was written.`;
import { commandLine, Fault, wholeNumber } from "../../scripts/command-line.ts";
import { readNotice } from "../../src/advisories/notice.ts";
import { FAMILIES, madePage, misread, pageWithoutCase } from "./page.ts";

const { words } = commandLine(USAGE, {}, { most: 4 });
const count = wholeNumber("PAGES", words[0], 90);
const only = words[1] ?? "";
const shown = wholeNumber("SHOWN", words[2], 0, 0);
const from = wholeNumber("FROM", words[3], 0, 0);
if (!FAMILIES.some((name) => name.includes(only))) throw new Fault(`no layout is called "${only}"; there are ${FAMILIES.join(", ")}`);
let right = 0;
let all = 0;
for (const family of FAMILIES.filter((name) => name.includes(only))) {
  let good = 0;
  let left = shown;
  for (let seed = from; seed < from + count; seed++) {
    const page = madePage(family, seed);
    const problems = misread(page, readNotice(page.content, page.kind));
    if (problems.length === 0) good++;
    else if (left-- > 0) console.log(`--- ${family} ${seed}\n${problems.join("\n")}\n${shown < 4 ? page.content : ""}`);
  }
  right += good;
  all += count;
  console.log(`${family.padEnd(22)} ${good}/${count} ${((100 * good) / count).toFixed(1)} %`);
}
console.log(`all ${right}/${all} ${((100 * right) / all).toFixed(2)} %`);
let none = 0;
for (let seed = from; seed < from + 10 * count; seed++) {
  const page = pageWithoutCase(seed);
  const { cases } = readNotice(page.content, page.kind);
  if (cases.length === 0) none++;
  else if (shown > 0) console.log(`--- no case ${seed}\n${JSON.stringify(cases)}\n${shown < 4 ? page.content : ""}`);
}
console.log(`pages without a case   ${none}/${10 * count}`);
