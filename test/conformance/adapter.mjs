// What the public suites call: each operation of ours that has a counterpart there. Files that do not exist offer nothing.
import { existsSync } from "node:fs";

const here = new URL("./", import.meta.url);
const operations = {};
for (const name of ["mail-ops.mjs", "header-ops.mjs", "link-ops.mjs", "brand-ops.mjs", "authentication-ops.mjs", "code-ops.mjs"]) {
  const file = new URL(name, here);
  if (existsSync(file)) Object.assign(operations, (await import(file.href)).default);
}
export default operations;
