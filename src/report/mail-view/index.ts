export { mailViewJson } from "./json.ts";
export { mailView } from "./mail-view.ts";
export { numberedPoints } from "./numbering.ts";
export { sourceView } from "./source-view.ts";
export type * from "./view.ts";
