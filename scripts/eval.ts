// `npm run eval -- DIR...`: what the examiner says of labelled mails, and how often each check is right. See docs/evaluation.md.
import { parseArgs } from "node:util";
import { floors } from "./eval-floors.ts";
import { examineAll, gatherMails } from "./eval-run.ts";
import { addMail, emptyTally } from "./eval-tally.ts";
import type { Listed } from "./eval-tally.ts";
import { evaluationText, floorsText, measured } from "./eval-text.ts";
import { compare, comparisonText } from "./peers/compare.ts";

const USAGE = `usage: npm run eval -- DIR... [--json] [--list-misses] [--list-alarms] [--floors] [--threads N]
                            [--against rspamd,spamassassin [--sample N]]
DIR: folders of .eml beside an index.tsv, or one corpus below it`;

const boolean = { type: "boolean" } as const;
const string = { type: "string" } as const;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: boolean, "list-misses": boolean, "list-alarms": boolean, floors: boolean, threads: string, against: string, sample: string },
  });
  if (positionals.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const mails = gatherMails(positionals);
  const outcomes = await examineAll(mails, values.threads === undefined ? undefined : Number(values.threads));
  const tally = emptyTally();
  for (const [index, mail] of mails.entries()) addMail(tally, mail, outcomes[index]!);
  const evaluation = measured(tally);
  const wanted = values.floors === true ? floors(evaluation) : [];
  const peers = values.against === undefined ? undefined : await compare(values.against.split(","), mails, outcomes, Number(values.sample ?? 300));
  const listed: Listed[] = [...(values["list-misses"] === true ? tally.misses : []), ...(values["list-alarms"] === true ? tally.alarms : [])];
  if (values.json === true) console.log(JSON.stringify({ ...evaluation, floors: wanted, peers, listed }));
  else {
    console.log(evaluationText(evaluation));
    if (wanted.length > 0) console.log(`\n${floorsText(wanted)}`);
    if (peers !== undefined) console.log(`\n${comparisonText(peers)}`);
    if (listed.length > 0) console.log(`\n${listed.map((one) => `${one.what}\t${one.path}\t${one.why}`).join("\n")}`);
  }
  return evaluation.broken.length > 0 || wanted.some((floor) => floor.met === false) ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`eval: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
