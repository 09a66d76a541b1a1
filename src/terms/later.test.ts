import assert from "node:assert/strict";
import { test } from "node:test";
import { later } from "./later.ts";

const counted = (): { readonly object: { readonly text: string; readonly where: number }; times(): number } => {
  let times = 0;
  const where = (): number => ++times;
  return { object: later({ text: "a" }, { where }), times: () => times };
};

test("a property is worked out when it is read, not before", () => {
  const { object, times } = counted();
  assert.equal(object.text, "a");
  assert.equal(times(), 0);
  assert.equal(object.where, 1);
});

test("copies, JSON and messages to a worker have the property as a value", () => {
  assert.deepEqual({ ...counted().object }, { text: "a", where: 1 });
  assert.equal(JSON.stringify(counted().object), '{"text":"a","where":1}');
  assert.deepEqual(structuredClone(counted().object), { text: "a", where: 1 });
});

test("two objects with properties of one name keep them apart", () => {
  const [one, two] = [later({}, { name: () => "one", place: () => 1 }), later({}, { name: () => "two", place: () => 2 })];
  assert.deepEqual([one.name, one.place, two.name, two.place], ["one", 1, "two", 2]);
});
