import { readNotice } from "../../src/advisories/notice.ts";
import { FAMILIES, madePage, misread, pageWithoutCase } from "./page.ts";

/** `tsx test/notice-pages/run.ts [PAGES-A-FAMILY] [FAMILY] [SHOWN] [FROM]`: the share of made pages that are read without a mistake, by layout. */
const [count = "90", only = "", shown = "0", from = "0"] = process.argv.slice(2);
let right = 0;
let all = 0;
for (const family of FAMILIES.filter((name) => name.includes(only))) {
  let good = 0;
  let left = Number(shown);
  for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
    const page = madePage(family, seed);
    const problems = misread(page, readNotice(page.content, page.kind));
    if (problems.length === 0) good++;
    else if (left-- > 0) console.log(`--- ${family} ${seed}\n${problems.join("\n")}\n${Number(shown) < 4 ? page.content : ""}`);
  }
  right += good;
  all += Number(count);
  console.log(`${family.padEnd(22)} ${good}/${count} ${((100 * good) / Number(count)).toFixed(1)} %`);
}
console.log(`all ${right}/${all} ${((100 * right) / all).toFixed(2)} %`);
let none = 0;
for (let seed = Number(from); seed < Number(from) + 10 * Number(count); seed++) {
  const page = pageWithoutCase(seed);
  const { cases } = readNotice(page.content, page.kind);
  if (cases.length === 0) none++;
  else if (Number(shown) > 0) console.log(`--- no case ${seed}\n${JSON.stringify(cases)}\n${Number(shown) < 4 ? page.content : ""}`);
}
console.log(`pages without a case   ${none}/${10 * Number(count)}`);
