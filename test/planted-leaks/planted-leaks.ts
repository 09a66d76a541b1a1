const USAGE = `npm run leaks [-- MAILS [FORMS [EVERY]]]

Plants data of made-up recipients in mails, redacts them, and looks for the data in everything that may be published.

  MAILS   mails to make (2,000)
  FORMS   forms of output of each mail that the scan reads, by turns; a plain search for the data reads all (9)
  EVERY   every how many mails the public warning is made too (10)
  --help  this text

Example:
  npm run leaks -- 200

Figures: leaks are planted data seen again after redaction, and must be 0; the scan is also tried on text that was not redacted, where
it must find 99.9 %; innocent text blanked must stay under 2 %. Exit code 1 when one of these is not kept.`;
import { commandLine, Fault, wholeNumber } from "../../scripts/command-line.ts";
import { PLACES } from "./planted-mail.ts";
import { runPlanted } from "./run.ts";

const { words } = commandLine(USAGE, {}, { most: 3 });
const count = wholeNumber("MAILS", words[0], 2000);
const formsEach = wholeNumber("FORMS", words[1], 9);
const articleEvery = wholeNumber("EVERY", words[2], 10);
const began = performance.now();
const cpu = process.cpuUsage();
const outcome = runPlanted(1, count, { formsEach, articleEvery });
if (outcome.scanned === 0 || outcome.innocent === 0) throw new Fault(`nothing was planted in ${count} mails: nothing was measured; give more MAILS`);
const found = 1 - outcome.missed.length / outcome.scanned;
const blanked = outcome.blanked / outcome.innocent;
const show = (title: string, list: readonly string[]): void => {
  for (const line of list.slice(0, 20)) console.log(`  ${title}: ${line}`);
};
console.log(
  `${outcome.mails} mails, ${outcome.plants} plants, ${outcome.encodings.size} encodings, ${outcome.places.size} of ${PLACES.length} places, ${((performance.now() - began) / 1000).toFixed(1)} s, ${(process.cpuUsage(cpu).user / 1e6).toFixed(1)} s of processor`,
);
console.log(`${outcome.articles} mails became articles, whose pages, Markdown, pictures and JSON count below`);
console.log(`leaks in redacted mails: ${outcome.leaks.length}; outputs the scan objects to: ${outcome.alarms.length}`);
show("leak", outcome.leaks);
show("alarm", outcome.alarms);
console.log(`redaction switched off: the scan finds ${outcome.scanned - outcome.missed.length} of ${outcome.scanned} plants (${(found * 100).toFixed(3)} %)`);
show("missed", outcome.missed);
console.log(`innocent text blanked: ${outcome.blanked} of ${outcome.innocent} characters (${(blanked * 100).toFixed(3)} %)`);
process.exitCode = outcome.leaks.length === 0 && outcome.alarms.length === 0 && found >= 0.999 && blanked <= 0.02 ? 0 : 1;
