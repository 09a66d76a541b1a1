const USAGE = `npm run eval -- DIR... [options]

What the examiner says of labelled mails, and how often each kind of point is right (docs/evaluation.md).

  DIR                 folders of .eml beside an index.tsv, or one corpus below such a folder
  --floors            the floors of the development corpora too; one that is not reached makes the exit code 1
  --list-misses       phishing mails that were not flagged, a line each
  --list-alarms       genuine mails that were flagged, a line each
  --against NAMES     the same mails by other examiners that are installed: rspamd,spamassassin
  --sample N          mails of each corpus and label that those are shown (300)
  --threads N         threads (one a core)
  --json              the figures as JSON
  --help              this text

Examples:
  npm run eval -- corpora --floors
  npm run eval -- corpora/newsletters --list-alarms

Figures: suspicious+ is recall on phishing and false alarms on genuine mail; a declared confidence counts as kept when the
measured share of right points is at least 99.9 % (certain) or 99 % (strong).
Exit code: 0; 1 when a declared confidence does not hold or a floor is not reached; 2 when nothing could be measured.`;
import { amount, commandLine, Fault, flag, text } from "./command-line.ts";
import { floors } from "./eval-floors.ts";
import { examineAll, gatherMails } from "./eval-run.ts";
import { addMail, emptyTally } from "./eval-tally.ts";
import type { Listed } from "./eval-tally.ts";
import { evaluationText, floorsText, measured } from "./eval-text.ts";
import { compare, comparisonText, PEERS } from "./peers/compare.ts";

const { values, words } = commandLine(
  USAGE,
  { floors: flag, "list-misses": flag, "list-alarms": flag, json: flag, threads: amount(undefined), against: text, sample: amount(300) },
  { least: 1, most: Infinity, missing: "name a folder of mails with an index.tsv" },
);
const against = values.against?.split(",");
const unknown = against?.find((name) => !PEERS.includes(name));
if (unknown !== undefined) throw new Fault(`--against knows ${PEERS.join(" and ")}, not "${unknown}"`);

async function main(): Promise<number> {
  const mails = gatherMails(words);
  const outcomes = await examineAll(mails, values.threads);
  const tally = emptyTally();
  for (const [index, mail] of mails.entries()) addMail(tally, mail, outcomes[index]!);
  const evaluation = measured(tally);
  const wanted = values.floors === true ? floors(evaluation) : [];
  const peers = against === undefined ? undefined : await compare(against, mails, outcomes, values.sample);
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
