export { organizationalDomain, registrableDomain, sameRegistrable, toAsciiHost, underDomain } from "./domains.ts";
export type * from "./evidence.ts";
export { gatherEvidence } from "./gather.ts";
export { readHtml } from "./html.ts";
export type { HtmlLink, HtmlReading, HtmlText } from "./html.ts";
export { findTextLinks } from "./text-links.ts";
export type { TextLink } from "./text-links.ts";
export { unwrap } from "./wrappers.ts";
export type { Unwrapped } from "./wrappers.ts";
