import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { defaultRegistry } from "../../brands/index.ts";
import { packageAdvisories } from "../advisories-files.ts";
import { listedPages, watchedPages } from "./pages.ts";

const registry = defaultRegistry();
const shipped = listedPages(path.join(path.dirname(packageAdvisories()), "warning-pages.yaml"));

test("the list of warning pages that ships can be read, and each page says whose it is", () => {
  assert.ok(shipped.length > 25);
  const unknown = shipped.filter(({ brand }) => brand !== undefined && registry.brands.find(({ id }) => id === brand) === undefined);
  assert.deepEqual(unknown, []);
  assert.deepEqual(
    shipped.filter(({ brand, issuer }) => brand === undefined && issuer === undefined),
    [],
  );
});

test("a page of a brand that is in the list too is looked at once", () => {
  const pages = watchedPages(registry, shipped, undefined).map(({ url }) => url);
  assert.equal(new Set(pages).size, pages.length);
});
