// `npm run eval -- DIR... [--json] [--list-misses]`: what the examiner says of labelled mails, and how often each check is right.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { examine } from "../src/index.ts";
import { corpusMails } from "./corpus.ts";
import type { CorpusMail } from "./corpus.ts";
import { addMail, emptyTally } from "./eval-tally.ts";
import type { Tally } from "./eval-tally.ts";
import { evaluationText, measured } from "./eval-text.ts";
import { progress } from "./progress.ts";
import { stripProviderVerdicts } from "./provider-verdicts.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean" }, "list-misses": { type: "boolean" } } });
if (positionals.length === 0) {
  console.error("usage: npm run eval -- DIR... [--json] [--list-misses]   (folders of .eml beside an index.tsv)");
  process.exit(2);
}

function gather(folders: readonly string[]): CorpusMail[] {
  const mails = new Map<string, CorpusMail>();
  for (const folder of folders) {
    const found = corpusMails(folder);
    if (found.missing > 0) console.error(`${folder}: ${found.missing} mails of its index are not there`);
    for (const mail of found.mails) mails.set(mail.file, mail);
  }
  return [...mails.values()];
}

function evaluate(mails: readonly CorpusMail[]): Tally {
  const tally = emptyTally();
  const tell = progress("eval", mails.length);
  for (const [index, mail] of mails.entries()) {
    const raw = stripProviderVerdicts(new Uint8Array(readFileSync(mail.file)));
    addMail(tally, mail, examine(raw));
    tell(index + 1);
  }
  return tally;
}

try {
  const mails = gather(positionals);
  if (mails.length === 0) throw new Error(`no mails in ${positionals.join(", ")}`);
  const tally = evaluate(mails);
  console.log(values.json === true ? JSON.stringify(measured(tally)) : evaluationText(tally));
  if (values["list-misses"] === true)
    for (const miss of tally.misses) (values.json === true ? console.error : console.log)(`${miss.what}\t${miss.path}\t${miss.said}`);
} catch (error) {
  console.error(`eval: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
