export { CHECK_FOLDER, checkFiles } from "./files.ts";
export type { CheckFile } from "./files.ts";
export { checkPage } from "./page.ts";
export { CHECK_POLICY } from "./policy.ts";
