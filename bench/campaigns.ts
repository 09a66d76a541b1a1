// `npm run bench:campaigns [-- --mails N --templates N --seed N --show]`: are mails of one template found to be one campaign?
import { parseArgs } from "node:util";
import { examineKeeping } from "../src/app/examine.ts";
import { keptCase } from "../src/app/kept-case.ts";
import { openSqliteArchive } from "../src/archive/sqlite-archive.ts";
import { templateMails } from "./campaign-mails.ts";
import { pairwise } from "./pairwise.ts";

const { values } = parseArgs({ options: { mails: { type: "string" }, templates: { type: "string" }, seed: { type: "string" }, show: { type: "boolean" } } });
const mails = Number(values.mails ?? 20_000);
const templates = Number(values.templates ?? 500);

const archive = await openSqliteArchive(":memory:", { create: true });
const found: string[] = [];
const truth: number[] = [];
const firstOf = new Map<string, { template: number; text: string }>();
const examination = { toolVersion: "1", registryVersion: "1", at: "", json: "{}" };
for (const { template, raw } of templateMails(templates, mails, Number(values.seed ?? 1))) {
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
const { precision, recall, groups } = pairwise(found, truth);
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
console.log(`${mails} mails of ${templates} templates: precision ${percent(precision)}, recall ${percent(recall)}, ${groups} campaigns`);
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
if (precision < 0.995 || recall < 0.97) process.exitCode = 1;
