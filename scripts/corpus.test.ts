import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { corpusMails } from "./corpus.ts";

const root = mkdtempSync(path.join(tmpdir(), "corpus-"));
after(() => rmSync(root, { recursive: true, force: true }));
for (const corpus of ["a", "ab"]) {
  mkdirSync(path.join(root, corpus));
  writeFileSync(path.join(root, corpus, "1.eml"), "From: a@example.com\n\n");
}
writeFileSync(path.join(root, "index.tsv"), "path\tlabel\tcorpus\tlang\nab/1.eml\tham\tab\tja\na/1.eml\tphish\ta\ten\na/gone.eml\tphish\ta\ten\n");

test("the root folder gives every mail that is there", () => {
  const { mails, missing } = corpusMails(root);
  assert.deepEqual(
    mails.map((mail) => `${mail.path} ${mail.label} ${mail.language}`),
    ["ab/1.eml ham ja", "a/1.eml phish en"],
  );
  assert.equal(missing, 1);
});
test("one corpus folder is found in the index above it, its namesake is not", () => {
  assert.deepEqual(
    corpusMails(path.join(root, "a")).mails.map((mail) => mail.path),
    ["a/1.eml"],
  );
});
test("columns that are missing read as empty; a mail without a campaign is its own", () => {
  assert.deepEqual(
    corpusMails(root).mails.map((mail) => [mail.claimedBrand, mail.campaign]),
    [
      ["", "ab/1.eml"],
      ["", "a/1.eml"],
    ],
  );
});
test("a folder without an index is an error that names it", () => {
  const bare = path.join(root, "a", "deep");
  mkdirSync(bare);
  assert.throws(() => corpusMails(bare), /deep: no index\.tsv/);
});
