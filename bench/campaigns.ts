const USAGE = `npm run bench:campaigns [-- --mails N] [--templates N] [--seed N] [--show]

Are mails of one template found to be one campaign, and no others?

  --mails N      generated mails, from 2 (20,000)
  --templates N  templates they are made of (500)
  --seed N       another number gives other mails (1)
  --show         the texts of two mails that were put together wrongly
  --help         this text

Example:
  npm run bench:campaigns -- --mails 2000 --templates 100 --seed 7

Figures: over pairs of mails; precision is the share of pairs put together that belong together, recall of those that belong together
that were put together. Exit code 1 below 99.5 % and 97 %.`;
import { examineKeeping } from "../src/app/examine.ts";
import { keptCase } from "../src/app/kept-case.ts";
import { openSqliteArchive } from "../src/archive/sqlite-archive.ts";
import { amount, commandLine, Fault, flag } from "../scripts/command-line.ts";
import { templateMails } from "./campaign-mails.ts";
import { pairwise } from "./pairwise.ts";

const { values } = commandLine(USAGE, { mails: amount(20_000, 2), templates: amount(500), seed: amount(1, 0), show: flag });
const { mails, templates } = values;

const archive = await openSqliteArchive(":memory:", { create: true });
const found: string[] = [];
const truth: number[] = [];
const firstOf = new Map<string, { template: number; text: string }>();
const examination = { toolVersion: "1", registryVersion: "1", at: "", json: "{}" };
for (const { template, raw } of templateMails(templates, mails, values.seed)) {
  const examined = examineKeeping(raw, { checks: [] });
  const { summary, marks } = keptCase(examined);
  const { campaign = "" } = await archive.saveCase(raw, examination, summary, marks);
  found.push(campaign);
  truth.push(template);
  const first = firstOf.get(campaign);
  if (first === undefined) firstOf.set(campaign, { template, text: examined.examination.mail.visibleText });
  else if (values.show === true && first.template !== template) console.log(`--- ${campaign}\n${first.text}\n+++\n${examined.examination.mail.visibleText}`);
}
await archive.close();
if (new Set(truth).size === truth.length) throw new Fault(`no two of ${mails} mails are of one template: there is nothing to find; give more --mails`);
const { precision, recall, groups } = pairwise(found, truth);
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
console.log(`${mails} mails of ${templates} templates: precision ${percent(precision)}, recall ${percent(recall)}, ${groups} campaigns`);
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
if (precision < 0.995 || recall < 0.97) process.exitCode = 1;
