// Keeps mails until it is killed; a line a mail, written only when the archive has said that it is kept.
import { writeSync } from "node:fs";
import { exampleArticle, exampleExamination, exampleMarks, exampleSummary, TEXT } from "../src/archive/archive-examples.ts";
import { openSqliteArchive } from "../src/archive/sqlite-archive.ts";
import { killMail } from "./kill-archive-mail.ts";

const [file = "", run = ""] = process.argv.slice(2);
const archive = await openSqliteArchive(file, { create: true });
const marks = [exampleMarks(TEXT.parcel), exampleMarks(TEXT.mailbox), exampleMarks(TEXT.unrelated)];
for (let n = 0; ; n++) {
  const name = `${run}-${n}`;
  const kept = await archive.saveCase(
    killMail(name),
    exampleExamination(),
    { ...exampleSummary(), subject: name },
    marks[n % 3] ?? exampleMarks(""),
    "reporter",
    TEXT.parcel,
  );
  writeSync(1, `case ${name} ${kept.id}\n`);
  if (n % 4 !== 0) continue;
  await archive.saveArticle(exampleArticle(`brand-${name}`, "published"), kept.id);
  writeSync(1, `article ${name} ${kept.id}\n`);
}
