export { finishCommit, publishFolder } from "./folder.ts";
export type { Published } from "./folder.ts";
export { serveSite, siteApp } from "./server.ts";
export type { SiteFile, SiteSource } from "./site.ts";
export { loadPainter } from "./painter.ts";
export type { Painter } from "./painter.ts";
export { siteFiles } from "./site-files.ts";
