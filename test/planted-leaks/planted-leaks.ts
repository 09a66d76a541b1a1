// `npm run leaks -- [mails] [forms] [article every]`: plants recipient data in mails and prints what came of it; exits 1 when the promise is broken.
import { PLACES } from "./planted-mail.ts";
import { runPlanted } from "./run.ts";

const [count, formsEach, articleEvery] = [2000, 9, 10].map((usual, at) => Number(process.argv[at + 2] ?? usual)) as [number, number, number];
const began = performance.now();
const cpu = process.cpuUsage();
const outcome = runPlanted(1, count, { formsEach, articleEvery });
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
