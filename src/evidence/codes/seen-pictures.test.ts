import assert from "node:assert/strict";
import { test } from "node:test";
import { readOnce } from "./seen-pictures.ts";

const picture = (name: string): Uint8Array => new TextEncoder().encode(`a picture: ${name}`);

test("seen pictures: the same bytes are read once, others anew", () => {
  let times = 0;
  const read = (): readonly string[] => [`reading ${++times}`];
  assert.deepEqual(readOnce(picture("one"), read), ["reading 1"]);
  assert.deepEqual(readOnce(picture("one"), read), ["reading 1"]);
  assert.deepEqual(readOnce(picture("two"), read), ["reading 2"]);
});

test("seen pictures: bytes of the same sum are told apart", () => {
  // 31 · 1 + 0 = 31 · 0 + 31
  assert.deepEqual(
    readOnce(Uint8Array.of(1, 0), () => ["first"]),
    ["first"],
  );
  assert.deepEqual(
    readOnce(Uint8Array.of(0, 31), () => ["second"]),
    ["second"],
  );
});

test("seen pictures: bytes that change later are not what was remembered", () => {
  const bytes = picture("changing");
  readOnce(bytes, () => ["before"]);
  const changed = bytes.slice();
  bytes[0] = 0;
  assert.deepEqual(
    readOnce(changed, () => ["anew"]),
    ["before"],
  );
});

test("seen pictures: what could not be read is tried again", () => {
  const bytes = picture("broken");
  assert.throws(() =>
    readOnce(bytes, () => {
      throw new Error("broken");
    }),
  );
  assert.deepEqual(
    readOnce(bytes, () => ["read"]),
    ["read"],
  );
});

test("seen pictures: old ones are let go, and large ones never kept", () => {
  let times = 0;
  const read = (): readonly string[] => [String(++times)];
  readOnce(picture("old"), read);
  for (let i = 0; i < 64; i++) readOnce(picture(`newer ${i}`), read);
  assert.deepEqual(readOnce(picture("old"), read), ["66"]);
  const large = new Uint8Array(200_000);
  assert.notDeepEqual(readOnce(large, read), readOnce(large, read));
});
