const USAGE = `npm run bench:search [-- --articles N] [--queries N]

Search of the archive: pasted subjects, sentences, addresses and links against published warnings.

  --articles N  made-up warnings (100,000)
  --queries N   queries of each kind (300)
  --help        this text

Example:
  npm run bench:search -- --articles 5000 --queries 50

Figures: milliseconds; answered are queries with any result, "the very one" those with the warning they were made from among 20.`;
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { exampleArticle } from "../src/archive/archive-examples.ts";
import { indexedText } from "../src/archive/search-terms.ts";
import { connect } from "../src/archive/sqlite-engine.ts";
import { openSqliteArchive } from "../src/archive/sqlite-archive.ts";
import { amount, commandLine } from "../scripts/command-line.ts";
import { table } from "../scripts/table.ts";
import { templateMails } from "./campaign-mails.ts";
import { examineKeeping } from "../src/app/examine.ts";
import { Seeded } from "./seeded.ts";

const { values } = commandLine(USAGE, { articles: amount(100_000), queries: amount(300) });
const { articles: count, queries } = values;
const folder = mkdtempSync(path.join(tmpdir(), "search-bench-"));
const file = path.join(folder, "archive.sqlite");
const seeded = new Seeded(3);

interface Warning {
  readonly subject: string;
  readonly text: string;
  readonly address: string;
  readonly host: string;
}

/** Warnings with subjects of their own: texts of made-up lures with another count, day, brand and address each. */
function warnings(): Warning[] {
  const mails = Array.from(templateMails(2000, 4000, 21), ({ raw }) => examineKeeping(raw, { checks: [] }).examination.mail);
  return Array.from({ length: count }, (_, i) => {
    const { subject } = mails[seeded.below(mails.length)] ?? { subject: "" };
    const { visibleText } = mails[seeded.below(mails.length)] ?? { visibleText: "" };
    return { subject: `${subject} ${i}号`, text: visibleText, address: `no-reply${i}@${seeded.code(8)}.example`, host: `${seeded.code(10)}.example` };
  });
}

function fill(all: readonly Warning[]): void {
  const connection = connect(file);
  connection.exec("pragma synchronous = off; begin");
  const article = connection.prepare("insert into article(number, slug, state, brand, created, json) values (?, ?, 'published', 'brand', '2026-03-01', ?)");
  const subjects = connection.prepare("insert into article_subject(rowid, grams) values (?, ?)");
  const texts = connection.prepare("insert into article_text(rowid, grams) values (?, ?)");
  for (const [i, { subject, text, address, host }] of all.entries()) {
    article.run(i + 1, `brand-${i}`, JSON.stringify(exampleArticle(`brand-${i}`, "published", subject)));
    subjects.run(i + 1, indexedText(subject));
    texts.run(i + 1, indexedText([subject, address, `https://${host}/jp/verify`, text].join("\n")));
  }
  connection.exec("commit; pragma wal_checkpoint(truncate)");
  connection.close();
}

const sentenceOf = (text: string): string => text.split("\n").filter((line) => line.length > 15)[1] ?? text.slice(0, 60);
/** Kinds of query, and whether the first answers must hold the warning it was made from. */
const KINDS: readonly (readonly [string, (one: Warning) => string])[] = [
  ["the whole subject", (one) => one.subject],
  ["the subject with another number", (one) => one.subject.replace(/\d+号$/u, "999999号")],
  ["the subject with a word less", (one) => one.subject.replace(/[\p{Script=Katakana}ー]{3,}|[A-Za-z]{4,}/u, "")],
  ["two characters", (one) => /[\p{Script=Han}]{2}/u.exec(`${one.subject}\n${one.text}`)?.[0] ?? "確認"],
  ["a sentence", (one) => sentenceOf(one.text)],
  ["an address", (one) => one.address],
  ["a link", (one) => `hxxps://${one.host.replace(".", "[.]")}/jp/verify`],
];

async function main(): Promise<void> {
  await (await openSqliteArchive(file, { create: true })).close();
  const all = warnings();
  fill(all);
  console.log(`${count} warnings, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
  const archive = await openSqliteArchive(file);
  const rows: (string | number)[][] = [];
  for (const [name, query] of KINDS) {
    const times: number[] = [];
    const before = process.cpuUsage();
    let answered = 0;
    let exact = 0;
    for (let i = 0; i < queries; i++) {
      const at = seeded.below(all.length);
      const started = performance.now();
      const found = await archive.searchArticles(query(all[at] as Warning), 20);
      times.push(performance.now() - started);
      answered += Number(found.length > 0);
      exact += Number(found.some((one) => one.slug === `brand-${at}`));
    }
    const spent = process.cpuUsage(before);
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.min(queries - 1, Math.floor(share * queries))] ?? 0).toFixed(1);
    rows.push([name, at(0.5), at(0.95), at(0.99), at(1), ((spent.user + spent.system) / 1000 / queries).toFixed(1), answered, exact]);
  }
  await archive.close();
  console.log(table([`of ${queries} queries, milliseconds`, "median", "95 %", "99 %", "most", "processor", "answered", "the very one"], rows));
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB; node ${process.version}, ${cpus()[0]?.model ?? "?"}`);
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
