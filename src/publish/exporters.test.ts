import assert from "node:assert/strict";
import { test } from "node:test";
import { exporterContract } from "./exporter-contract.ts";
import { exporters } from "./exporters.generated.ts";

for (const exporter of exporters) exporterContract(exporter);

test("every format has a name of its own and a label in both languages", () => {
  const ids = exporters.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { label } of exporters) assert.ok(label.ja !== "" && label.en !== "");
});
