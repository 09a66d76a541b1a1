import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Openings } from "./openings.ts";

const unitsOf = (word: string): number[] => Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
const asks = (openings: Openings, text: string): boolean => {
  const [a, b, c = 0, d = 0] = unitsOf(text.slice(0, 4));
  return openings.mayBegin(a!, b!, c, d) && openings.mayBeginTwo(a!, b!) && (text.length < 3 || openings.mayBeginThree(a!, b!, c));
};

test("openings: no word of the list is passed over, whatever follows it", () => {
  const word = fc.string({ minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.string({ maxLength: 3 }), (words, rest) => {
      const openings = new Openings();
      for (const one of words) openings.add(unitsOf(one));
      for (const one of words) assert.ok(asks(openings, one + rest), one);
    }),
  );
});

test("openings: what begins as no word does is passed over", () => {
  const openings = new Openings();
  for (const word of ["au", "visa", "uber"]) openings.add(unitsOf(word));
  for (const text of ["visitor", "ubiquity", "account", "xy"]) assert.equal(asks(openings, text), false, text);
});
