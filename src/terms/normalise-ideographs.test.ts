import assert from "node:assert/strict";
import { test } from "node:test";

test("unified ideographs are what their compatibility forms, lower case and decompositions are", () => {
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const char = String.fromCharCode(code);
    assert.equal(char.normalize("NFKC").toLowerCase(), char);
    assert.doesNotMatch(char, /[\p{Mn}\p{Z}]/u);
  }
});
