export { mailViewJson } from "./json.ts";
export { mailView } from "./mail-view.ts";
export { numberedPoints } from "./numbering.ts";
export type * from "./view.ts";
