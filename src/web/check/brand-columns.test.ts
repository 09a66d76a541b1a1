import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRegistry } from "../../brands/index.ts";
import type { Brand } from "../../brands/index.ts";
import { LEFT_OUT, packColumns, unpackColumns } from "./brand-columns.ts";

/** What is absent and what is undefined are the same to every reader of a brand. */
const told = (value: Brand | undefined): unknown => JSON.parse(JSON.stringify({ ...value, ...Object.fromEntries(LEFT_OUT.map((key) => [key, undefined])) }));

test("every brand that ships comes out of the columns as it went in, but for what is left out", () => {
  const { brands } = defaultRegistry();
  const back = unpackColumns(packColumns(brands));
  assert.equal(back.length, brands.length);
  for (const [at, brand] of brands.entries()) assert.deepEqual(told(back[at]), told(brand));
});
