import assert from "node:assert/strict";
import { test } from "node:test";
import { browserOf, emlIn, Fault, folderOf, textOf, wholeNumber } from "./command-line.ts";

test("a whole number is read, the usual one counts when nothing was typed, and anything else is a fault that names it", () => {
  assert.equal(wholeNumber("N", "12", 5), 12);
  assert.equal(wholeNumber("N", "1e3", 5), 1000);
  assert.equal(wholeNumber("N", undefined, 5), 5);
  assert.equal(wholeNumber("N", undefined, undefined), undefined);
  assert.equal(wholeNumber("N", "0", 5, 0), 0);
  for (const typed of ["", " ", "x", "0", "-1", "1.5", "NaN", "Infinity", "1e99", "12 mails"])
    assert.throws(
      () => wholeNumber("N", typed, 5),
      (error) => error instanceof Fault && error.message === `N is a whole number from 1, not "${typed}"`,
    );
});

test("folders, files and a browser that are not there are faults", () => {
  assert.throws(() => folderOf("scripts/no-such-folder"), Fault);
  assert.throws(() => folderOf("package.json"), Fault);
  assert.throws(() => textOf("scripts"), Fault);
  assert.throws(() => emlIn("scripts"), Fault);
  assert.throws(() => browserOf(undefined), /CHROMIUM/);
  assert.equal(folderOf("scripts"), "scripts");
});
